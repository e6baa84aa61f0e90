/** Errors of the Bot API client, looked at in every way in which they could be printed. */
import { inspect } from "node:util";
import { Bot, HttpError } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTelegramFetch } from "../../src/delivery/telegram-fetch.ts";
import { createLogger, withoutSecrets } from "../../src/logger.ts";
import { startFaultTelegram, type Fault, type FaultTelegram } from "../support/fault-telegram.ts";

const kinds: readonly Fault[] = [
  { kind: "reset-before" },
  { kind: "reset-after" },
  { kind: "stall-before" },
  { kind: "malformed-after" },
  { kind: "truncated-after" },
  { kind: "html", status: 504 },
];

/** Everything that an error shows, own and hidden properties of its causes included. */
function everythingIn(error: unknown): string {
  const deep = { depth: 12, showHidden: true, getters: true, maxStringLength: null } as const;
  const parts = [inspect(error, deep), JSON.stringify(error), String(error)];
  if (error instanceof Error) parts.push(error.message, error.stack ?? "");
  if (error instanceof HttpError) parts.push(everythingIn(error.error));
  return parts.join("\n");
}

describe("the token", () => {
  let telegram: FaultTelegram;
  beforeEach(async () => {
    telegram = await startFaultTelegram();
    telegram.say(1, "hello");
  });
  afterEach(() => telegram.close());

  const createBot = () =>
    new Bot(telegram.token, {
      client: { apiRoot: telegram.url, fetch: createTelegramFetch({ callMs: 200 }) },
    });

  it.for(kinds)("is in no error of a failed request: $kind", async (fault) => {
    telegram.fail("sendMessage", fault);
    const error: unknown = await createBot()
      .api.sendMessage(1, "answer")
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HttpError);
    expect(everythingIn(error)).not.toContain("MARKER");
  });

  it("is in no error of a refused connection or an unusable address", async () => {
    const bot = createBot();
    await telegram.down();
    for (const apiRoot of [telegram.url, "http://no-such-host.invalid", "http://127.0.0.1:1"]) {
      const client = { apiRoot, fetch: createTelegramFetch({ callMs: 2_000 }) };
      const error: unknown = await new Bot(bot.token, { client }).api
        .getMe()
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(HttpError);
      expect(everythingIn(error)).not.toContain("MARKER");
    }
    await telegram.up();
  });

  it("is blanked out wherever it reaches the log", () => {
    const lines: string[] = [];
    const logger = createLogger({
      level: "trace",
      secrets: [telegram.token],
      destination: { write: (line) => lines.push(line) },
    });
    const url = `https://api.telegram.org/bot${telegram.token}/sendMessage`;
    const error = Object.assign(new Error(`request to ${url} failed`), { url, code: "ECONNRESET" });
    logger.error({ err: new Error("outer", { cause: error }), url }, `cannot reach ${url}`);
    logger.info({ nested: { deep: [url] } }, "facts");
    expect(lines).toHaveLength(2);
    expect(lines.join("")).not.toContain("MARKER");
    expect(lines.join("")).toContain("[secret]");
  });

  it("leaves a log line without secrets as it is", () => {
    expect(withoutSecrets("a line", ["", "secret"])).toBe("a line");
  });
});

describe("the log", () => {
  it("holds nothing of a message that somebody wrote or got", async () => {
    const telegram = await startFaultTelegram();
    const lines: string[] = [];
    const logger = createLogger({
      level: "trace",
      secrets: [],
      destination: { write: (line) => lines.push(line) },
    });
    const bot = new Bot(telegram.token, { client: { apiRoot: telegram.url } });
    // The chat is unknown to the server: a 400 whose error carries the payload.
    await bot.api
      .sendMessage(404, "words of a user")
      .catch((err: unknown) => logger.error({ err }, "refused"));
    await telegram.close();
    expect(lines.join("")).toContain("chat not found");
    expect(lines.join("")).not.toContain("words of a user");
  });
});
