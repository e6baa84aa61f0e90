/** Failures of the bot itself, and floods, over real HTTP. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openHandledUpdates } from "../../src/delivery/handled-updates.ts";
import { systemClock } from "../../src/delivery/clock.ts";
import type { Delivery } from "../../src/delivery/open-delivery.ts";
import { createLogger } from "../../src/logger.ts";
import { createEchoBot, echoOf, type EchoBotOptions } from "../support/echo-bot.ts";
import { startFaultTelegram, type FaultTelegram } from "../support/fault-telegram.ts";

describe("delivering an update", () => {
  let telegram: FaultTelegram;
  let directory: string;
  let delivery: Delivery | null = null;
  const logger = createLogger({ level: "silent", secrets: [] });

  beforeEach(async () => {
    telegram = await startFaultTelegram();
    directory = await mkdtemp(join(tmpdir(), "sourcier-deliver-"));
  });

  afterEach(async () => {
    await delivery?.stop();
    await telegram.close();
    await rm(directory, { recursive: true });
  });

  async function start(before: EchoBotOptions["before"]): Promise<Delivery> {
    const { url: apiRoot, token } = telegram;
    const base = { apiRoot, token, directory, logger, timeouts: { callMs: 400 } };
    ({ delivery } = await createEchoBot(before === undefined ? base : { ...base, before }));
    void delivery.poll();
    return delivery;
  }

  const texts = () => telegram.messages().map(({ text }) => text);
  const nothingPending = () => telegram.until(() => telegram.pending.length === 0);

  it("tries again once when handling fails before anything is sent", async () => {
    let tries = 0;
    await start(() => {
      tries += 1;
      if (tries === 1) throw new Error("the encoder was restarting");
    });
    telegram.say(1, "question");
    await nothingPending();
    expect([tries, texts()]).toEqual([2, [echoOf("question")]]);
  });

  it("passes an update that fails twice, with one note, and goes on with the next", async () => {
    let tries = 0;
    await start((ctx) => {
      if (ctx.msg?.text !== "poison") return;
      tries += 1;
      throw new Error("always");
    });
    telegram.say(1, "poison");
    telegram.say(1, "question");
    await nothingPending();
    expect([tries, texts()]).toEqual([2, ["note: failed", echoOf("question")]]);
  });

  it("does not begin an answer again that was partly seen", async () => {
    let tries = 0;
    await start(async (ctx) => {
      tries += 1;
      await ctx.reply("first part");
      throw new Error("no second part");
    });
    telegram.say(1, "question");
    await nothingPending();
    expect([tries, texts()]).toEqual([1, ["first part"]]);
  });

  it("gives up an update on which the process crashed twenty times", async () => {
    const updateId = telegram.say(1, "deadly");
    const botId = telegram.token.split(":")[0]!;
    for (let crash = 0; crash < 20; crash += 1) {
      const handled = await openHandledUpdates(join(directory, botId), {
        clock: systemClock,
        logger,
      });
      await handled.claim(updateId);
      await handled.close();
    }
    let tries = 0;
    await start(() => {
      tries += 1;
    });
    await nothingPending();
    expect([tries, texts()]).toEqual([0, ["note: failed"]]);
  });

  it("leaves out the end of a flood with one note, and answers others meanwhile", async () => {
    const running = await start(() => sleep(30));
    for (let n = 0; n < 90; n += 1) telegram.say(1, `flood ${n}`);
    telegram.say(2, "honest");
    const startedAt = Date.now();
    await telegram.until(() => telegram.messages(2).length === 1);
    expect(Date.now() - startedAt).toBeLessThan(500);
    await nothingPending();
    const { handled, shed } = running.health().outcomes;
    expect([handled, shed]).toEqual([41, 50]);
    expect(texts().filter((text) => text === "note: flooded")).toHaveLength(1);
  });

  it("leaves nothing out of what people ask in a row while many wait for a slow answer", async () => {
    const running = await start(() => sleep(200));
    for (let user = 10; user < 20; user += 1) telegram.say(user, "question");
    for (const text of ["Bonjour", "Qui a rencontré Biden ?"]) telegram.say(1, text);
    const chat = { id: -5, type: "supergroup", title: "Groupe" };
    for (const id of [31, 32, 33, 34]) {
      const message = { message_id: 900 + id, date: Math.floor(Date.now() / 1_000), chat };
      const from = { id, is_bot: false, first_name: "A" };
      telegram.push({ message: { ...message, from, text: `question ${id}` } });
    }
    for (let n = 0; n < 9; n += 1) telegram.say(2, `flood ${n}`);
    telegram.say(2, "/oublier");
    await nothingPending();
    expect(running.health().outcomes).toMatchObject({ shed: 6 });
    expect(texts().filter((text) => text === "note: flooded")).toHaveLength(1);
    expect(texts()).toContain(echoOf("Qui a rencontré Biden ?"));
    expect(texts()).toContain(echoOf("/oublier"));
  });

  it.for([
    {
      fault: "too old to be answered",
      method: "answerCallbackQuery",
      faults: [{ kind: "refuse", code: 400, description: "Bad Request: query is too old" }],
    },
    { fault: "reset after it", method: "editMessageText", faults: [{ kind: "reset-after" }] },
    { fault: "reset before it", method: "editMessageText", faults: [{ kind: "reset-before" }] },
    { fault: "stalled", method: "editMessageText", faults: [{ kind: "stall-after" }] },
    { fault: "malformed", method: "answerCallbackQuery", faults: [{ kind: "malformed-after" }] },
    { fault: "429", method: "editMessageText", faults: [{ kind: "too-many", retryAfter: 1 }] },
    { fault: "502", method: "answerCallbackQuery", faults: [{ kind: "html", status: 502 }] },
  ] as const)("button, $method $fault: the message is edited once", async ({ method, faults }) => {
    await start(undefined);
    telegram.say(1, "question");
    await telegram.until(() => texts().length === 1);
    telegram.fail(method, ...faults);
    telegram.press(1, telegram.messages()[0]!.messageId, "more");
    await telegram.until(() => telegram.messages()[0]?.edits === 1, 4_000);
    await nothingPending();
    expect(telegram.messages().map(({ text, edits }) => [text, edits])).toEqual([
      [echoOf("more"), 1],
    ]);
  });

  it("answers although a connection is closed as soon as it opens", async () => {
    await start(async () => {
      await sleep(0);
      telegram.dropConnections(1);
    });
    telegram.say(1, "question");
    await nothingPending();
    expect(texts().at(0)).toMatch(/^(?:Réponse|note: uncertain)/);
  });
});
