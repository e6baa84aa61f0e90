/**
 * Who answers when a process that shares its record dies with an answer in hand. Its death is played by letting its
 * signs of life expire in the database, while what it sent is held up on the way.
 */
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openSharedUpdates } from "../../src/delivery/open-shared-updates.ts";
import type { Delivery } from "../../src/delivery/open-delivery.ts";
import { createLogger } from "../../src/logger.ts";
import { openDatabase, type Database } from "../../src/store/postgres/database.ts";
import { openCuttableConnection } from "../support/cuttable-connection.ts";
import { createEchoBot, echoOf, type EchoBotOptions } from "../support/echo-bot.ts";
import { startFaultTelegram, type FaultTelegram } from "../support/fault-telegram.ts";
import {
  emptySchema,
  startPostgresServer,
  type PostgresServer,
} from "../support/postgres-server.ts";

const secret = "s3cret_S3CRET-s3cret";
const logger = createLogger({ level: "silent", secrets: [] });
const answer = echoOf("question");

describe("an answer in hand when its process dies", { timeout: 60_000 }, () => {
  let server: PostgresServer;
  let database: Database;
  let telegram: FaultTelegram;
  let deliveries: Delivery[] = [];
  let ending: AbortController;

  beforeAll(async () => {
    server = await startPostgresServer();
    database = await server.openSchema();
  });
  beforeEach(async () => {
    await emptySchema(database);
    telegram = await startFaultTelegram();
    ending = new AbortController();
  });
  afterEach(async () => {
    ending.abort();
    const stopped = deliveries.map((delivery) => delivery.stop());
    await telegram.close(); // What is held up there fails now.
    await Promise.all(stopped);
    deliveries = [];
  });
  afterAll(async () => {
    await database.close();
    await server.close();
  });

  /** Starts a process of the bot; the result hands it an update as Telegram does and tells the status. */
  async function startProcess({
    before,
    from = database,
  }: { before?: EchoBotOptions["before"]; from?: Database } = {}) {
    const { delivery } = await createEchoBot({
      apiRoot: telegram.url,
      token: telegram.token,
      directory: "",
      logger,
      timeouts: { callMs: 6_000 },
      openHandled: (botId) =>
        openSharedUpdates({ database: from, botId, logger, aliveMs: 600_000 }),
      ...(before === undefined ? {} : { before }),
    });
    deliveries.push(delivery);
    const handle = await delivery.receive({ url: "https://bot.example/telegram", secret });
    return async (update: object): Promise<number> => {
      const headers = { "x-telegram-bot-api-secret-token": secret };
      const body = JSON.stringify(update);
      return (await handle(new Request("http://bot", { method: "POST", headers, body }))).status;
    };
  }

  function ask(): object {
    const update_id = telegram.say(1, "question");
    const person = { id: 1, is_bot: false, first_name: "Ada" };
    const chat = { id: 1, type: "private", first_name: "Ada" };
    return { update_id, message: { message_id: 1, date: 0, chat, from: person, text: "question" } };
  }

  const letOthersDie = () =>
    database.query(`update ${database.schema}.bot_processes set alive_until = clock_timestamp()`);

  async function untilSeenIs(expected: boolean): Promise<void> {
    const isSeen = async () => {
      const rows = await database.query<{ seen: boolean }>(
        `select seen from ${database.schema}.handled_updates`,
      );
      return rows[0]?.seen;
    };
    await expect.poll(isSeen, { timeout: 10_000, interval: 20 }).toBe(expected);
  }

  const calls = (method = "sendMessage") =>
    telegram.calls.filter((call) => call.method === method).length;
  const texts = () => telegram.messages(1).map(({ text }) => text);

  it("is not given again when it had left", async () => {
    const [first, second] = [await startProcess(), await startProcess()];
    telegram.fail("sendMessage", { kind: "stall-after" });
    const update = ask();
    void first(update);
    await untilSeenIs(true);
    expect(await second(update)).toBe(503);
    await letOthersDie();
    expect(await second(update)).toBe(200);
    expect([calls(), texts()]).toEqual([1, [answer]]);
  });

  it("is given by another process when it had not left", async () => {
    const before = async () => {
      await once(ending.signal, "abort");
    };
    const first = await startProcess({ before });
    const second = await startProcess();
    const update = ask();
    void first(update);
    await untilSeenIs(false);
    await letOthersDie();
    expect(await second(update)).toBe(200);
    expect(texts()).toEqual([answer]);
  });

  it("is given by another process when Telegram had been silent about it for two seconds", async () => {
    const [first, second] = [await startProcess(), await startProcess()];
    telegram.fail("sendMessage", { kind: "stall-before" });
    const update = ask();
    void first(update);
    await untilSeenIs(true);
    await untilSeenIs(false);
    await letOthersDie();
    expect(await second(update)).toBe(200);
    expect([calls(), texts()]).toEqual([2, [answer]]);
  });

  it.for([
    { refusal: "too many messages", fault: { kind: "too-many", retryAfter: 3 } },
    { refusal: "a proxy's 502", fault: { kind: "html", status: 502 } },
  ] as const)("is given by another process after $refusal", async ({ fault }) => {
    const [first, second] = [await startProcess(), await startProcess()];
    telegram.failAlways("sendMessage", fault);
    const update = ask();
    void first(update);
    await telegram.until(() => calls() >= 1);
    await untilSeenIs(false);
    await letOthersDie();
    telegram.failAlways("sendMessage", null);
    expect(await second(update)).toBe(200);
    expect(texts()).toEqual([answer]);
  });

  it("is given by another process when Telegram could not be reached", async () => {
    const [first, second] = [await startProcess(), await startProcess()];
    const update = ask();
    await telegram.down();
    void first(update);
    await sleep(300);
    await untilSeenIs(false);
    await letOthersDie();
    await telegram.up();
    expect(await second(update)).toBe(200);
    expect(texts()).toContain(answer);
  });

  it("is not begun again when its first message had arrived and its second hangs", async () => {
    const before: EchoBotOptions["before"] = async (ctx) => {
      await ctx.reply("first part");
    };
    const [first, second] = [await startProcess({ before }), await startProcess({ before })];
    telegram.fail("sendMessage", { kind: "slow", ms: 0 }, { kind: "stall-before" });
    const update = ask();
    void first(update);
    await telegram.until(() => calls() === 2);
    await sleep(2_500);
    await letOthersDie();
    expect(await second(update)).toBe(200);
    expect([calls(), texts()]).toEqual([2, ["first part"]]);
  });

  it("is given although the database went away before it could be marked", async () => {
    const connection = await openCuttableConnection(server.url);
    const far = openDatabase(connection.url, { schema: database.schema, connections: 2 });
    const first = await startProcess({ before: () => connection.cut(), from: far });
    const startedAt = Date.now();
    const status = first(ask());
    await telegram.until(() => texts().length === 1);
    expect(Date.now() - startedAt).toBeLessThan(1_000);
    expect(await status).toBe(200);
    expect(texts()).toEqual([answer]);
    await far.close();
  });
});
