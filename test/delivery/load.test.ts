/** The short form of test/long/load-bot.ts, without the encoder: what a flood costs the others. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { createLogger } from "../../src/logger.ts";
import { createEchoBot } from "../support/echo-bot.ts";
import { startFaultTelegram } from "../support/fault-telegram.ts";
import { load } from "../support/load-bot.ts";

it("answers the honest while fifty others flood, who are told so once each", async () => {
  const telegram = await startFaultTelegram();
  const directory = await mkdtemp(join(tmpdir(), "sourcier-load-"));
  const { url: apiRoot, token } = telegram;
  const logger = createLogger({ level: "silent", secrets: [] });
  // 8 at a time, 50 ms each: 160 answers a second, where 500 are asked for.
  const before = () => sleep(50);
  const { delivery } = await createEchoBot({ apiRoot, token, directory, logger, before });
  const polling = delivery.poll();
  let mostInHand = 0;
  const watch = setInterval(() => {
    mostInHand = Math.max(mostInHand, delivery.health().inHand);
  }, 10);
  const flood = { flooders: 50, floodPerSecond: 10 };
  const report = await load(telegram, { ...flood, seconds: 3, seed: 7, askersPerSecond: 4 });
  clearInterval(watch);
  await delivery.stop();
  await polling;
  const notes = telegram.messages().filter(({ text }) => text === "note: flooded");
  await telegram.close();
  await rm(directory, { recursive: true });
  expect(report).toMatchObject({ floodMessages: 1_500, questions: 12, unanswered: 0 });
  expect(new Set(notes.map(({ chatId }) => chatId)).size).toBe(notes.length);
  expect(notes.length).toBeGreaterThan(0);
  expect(mostInHand).toBeLessThanOrEqual(100);
});
