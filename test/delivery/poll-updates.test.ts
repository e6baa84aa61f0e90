/** Long polling against the fault server, over real HTTP. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Delivery } from "../../src/delivery/open-delivery.ts";
import { TelegramAccessError } from "../../src/errors.ts";
import { createLogger } from "../../src/logger.ts";
import { createEchoBot, echoOf, type EchoBotOptions } from "../support/echo-bot.ts";
import { startFaultTelegram, type FaultTelegram } from "../support/fault-telegram.ts";
import { createVirtualClock } from "../support/virtual-clock.ts";

describe("polling", () => {
  let telegram: FaultTelegram;
  let directory: string;
  const deliveries: Delivery[] = [];

  beforeEach(async () => {
    telegram = await startFaultTelegram();
    directory = await mkdtemp(join(tmpdir(), "sourcier-polling-"));
  });

  afterEach(async () => {
    for (const delivery of deliveries.splice(0)) await delivery.stop();
    await telegram.close();
    await rm(directory, { recursive: true });
  });

  async function open(options: Partial<EchoBotOptions> = {}): Promise<Delivery> {
    const { url: apiRoot, token } = telegram;
    const logger = createLogger({ level: "silent", secrets: [] });
    const timeouts = { callMs: 400, pollMs: 2_000 };
    const all = { apiRoot, token, directory, logger, timeouts, ...options };
    const { delivery } = await createEchoBot(all);
    deliveries.push(delivery);
    return delivery;
  }

  const textsTo = (userId: number) => telegram.messages(userId).map(({ text }) => text);
  const offsets = () =>
    telegram.calls.filter(({ method }) => method === "getUpdates").map(({ payload }) => payload);

  it("confirms an update only after its answer is sent", async () => {
    telegram.fail("sendMessage", { kind: "slow", ms: 100 });
    const delivery = await open();
    const updateId = telegram.say(1, "question");
    const polling = delivery.poll();
    await telegram.until(() => telegram.pending.length === 0);
    await delivery.stop();
    await polling;
    const sent = telegram.calls.findIndex(({ method }) => method === "sendMessage");
    const confirmed = telegram.calls.findIndex(
      ({ payload }) => Number(payload["offset"]) > updateId,
    );
    expect(sent).toBeGreaterThanOrEqual(0);
    expect(confirmed).toBeGreaterThan(sent);
    expect(textsTo(1)).toEqual([echoOf("question")]);
  });

  it("answers others at once while one answer takes long", async () => {
    const slow = "slow question";
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const delivery = await open({
      before: async (ctx) => {
        if (ctx.msg?.text === slow) await released;
      },
    });
    void delivery.poll();
    telegram.say(1, slow);
    await telegram.until(() => delivery.health().inHand === 1);
    for (let user = 2; user <= 6; user += 1) {
      telegram.say(user, "quick");
      await telegram.until(() => textsTo(user).length === 1);
    }
    expect(textsTo(1)).toEqual([]);
    release();
    await telegram.until(() => textsTo(1).length === 1);
    await telegram.until(() => telegram.pending.length === 0);
    expect(telegram.messages()).toHaveLength(6);
  });

  it("keeps the order within a chat", async () => {
    const delivery = await open({ before: () => sleep(Math.random() * 10) });
    const questions = Array.from({ length: 30 }, (_, n) => `question ${n}`);
    for (const question of questions) telegram.say(1, question);
    void delivery.poll();
    await telegram.until(() => textsTo(1).length === 30);
    expect(textsTo(1)).toEqual(questions.map(echoOf));
  });

  it("leaves updates alone that an earlier process handled and did not confirm", async () => {
    const first = await open();
    const polling = first.poll();
    telegram.say(1, "question");
    telegram.failAlways("getUpdates", { kind: "reset-before" });
    await telegram.until(() => textsTo(1).length === 0);
    telegram.failAlways("getUpdates", null);
    await telegram.until(() => textsTo(1).length === 1);
    telegram.failAlways("getUpdates", { kind: "reset-before" });
    await first.stop();
    await polling;
    const pending = telegram.pending.length;
    telegram.failAlways("getUpdates", null);
    const second = await open();
    void second.poll();
    await telegram.until(() => telegram.pending.length === 0);
    await sleep(100);
    expect(pending).toBeLessThanOrEqual(1);
    expect(textsTo(1)).toHaveLength(1);
  });

  it.for([
    { fault: "429", faults: [{ kind: "too-many", retryAfter: 1 }] },
    { fault: "500", faults: [{ kind: "refuse", code: 500, description: "Internal" }] },
    { fault: "502", faults: [{ kind: "html", status: 502 }] },
    { fault: "reset", faults: [{ kind: "reset-before" }, { kind: "reset-after" }] },
    { fault: "stall", faults: [{ kind: "stall-before" }] },
    { fault: "malformed", faults: [{ kind: "malformed-after" }] },
    { fault: "cut short", faults: [{ kind: "truncated-after" }] },
  ] as const)("getUpdates: goes on after $fault", async ({ faults }) => {
    telegram.fail("getUpdates", ...faults);
    const delivery = await open({ timeouts: { callMs: 400, pollMs: 500 } });
    void delivery.poll();
    telegram.say(1, "question");
    await telegram.until(() => textsTo(1).length === 1, 5_000);
    await telegram.until(() => telegram.pending.length === 0);
    expect(textsTo(1)).toEqual([echoOf("question")]);
  });

  it("waits for the network at the start", async () => {
    await telegram.down();
    const delivery = await open();
    void delivery.poll();
    await sleep(300);
    await telegram.up();
    telegram.say(1, "question");
    await telegram.until(() => textsTo(1).length === 1, 5_000);
  });

  it("is back within a minute after ten minutes without a network, and answers what came before", async () => {
    const clock = createVirtualClock();
    const delivery = await open({ clock });
    void delivery.poll();
    await telegram.until(() => offsets().length === 1);
    await telegram.down();
    telegram.say(1, "asked during the outage");
    expect(await clock.pass(600_000)).toBe(600_000);
    await telegram.up();
    const backAfterMs = await clock.pass(600_000, () => textsTo(1).length === 1, 500);
    expect(backAfterMs).toBeLessThanOrEqual(60_000);
    expect(textsTo(1)).toEqual([echoOf("asked during the outage")]);
  });

  it("sends an answer that was ready when the network went away, once, when it is back", async () => {
    const clock = createVirtualClock();
    const delivery = await open({
      clock,
      before: async () => {
        await telegram.down();
        await sleep(20); // long enough for the closed connection to be noticed
      },
    });
    void delivery.poll();
    telegram.say(1, "question");
    await telegram.until(() => delivery.health().inHand === 1);
    await clock.pass(600_000);
    expect(delivery.health().inHand).toBe(1);
    await telegram.up();
    await clock.pass(60_000, () => textsTo(1).length === 1, 500);
    expect(textsTo(1)).toEqual([echoOf("question")]);
  });

  it("begins a poll anew that has been silent for 90 seconds", async () => {
    const clock = createVirtualClock();
    telegram.failAlways("getUpdates", { kind: "stall-before" });
    const delivery = await open({ clock, timeouts: { pollMs: 3_600_000 } });
    void delivery.poll();
    const polls = () => telegram.calls.filter(({ method }) => method === "getUpdates").length;
    await telegram.until(() => polls() === 1);
    const silentMs = await clock.pass(600_000, () => polls() === 2);
    expect(silentMs).toBeGreaterThanOrEqual(90_000);
    expect(silentMs).toBeLessThanOrEqual(92_000);
    telegram.failAlways("getUpdates", null);
    telegram.say(1, "question");
    await clock.pass(200_000, () => textsTo(1).length === 1);
    expect(textsTo(1)).toEqual([echoOf("question")]);
  });

  it("ends with a clear error when the token is refused", async () => {
    const delivery = await open({ token: "1:wrong" });
    const ending = delivery.poll();
    await expect(ending).rejects.toThrow(TelegramAccessError);
    await expect(ending).rejects.toMatchObject({ reason: "refused-token" });
  });

  it("ends with a clear error when another process polls with the same token", async () => {
    const first = await open();
    const ending = first.poll();
    ending.catch(() => undefined);
    await telegram.until(() => offsets().length === 1);
    await sleep(50);
    const second = await open();
    void second.poll();
    await expect(ending).rejects.toMatchObject({ reason: "other-process" });
    telegram.say(1, "question");
    await telegram.until(() => textsTo(1).length === 1);
  });

  it("stops after the answers in hand, and confirms them", async () => {
    const delivery = await open({ before: () => sleep(400) });
    const polling = delivery.poll();
    for (let user = 1; user <= 5; user += 1) telegram.say(user, "question");
    await telegram.until(() => delivery.health().inHand === 5);
    const startedAt = Date.now();
    await delivery.stop();
    await polling;
    expect(Date.now() - startedAt).toBeLessThan(2_000);
    expect(telegram.messages()).toHaveLength(5);
    expect(telegram.pending).toEqual([]);
  });

  it("stops within ten seconds when an answer hangs, and leaves it for the next start", async () => {
    const clock = createVirtualClock();
    const delivery = await open({
      clock,
      before: () => sleep(60_000, undefined, { ref: false }),
    });
    void delivery.poll();
    telegram.say(1, "question");
    await telegram.until(() => delivery.health().inHand === 1);
    const stopping = delivery.stop();
    await clock.pass(8_000);
    await stopping;
    expect(telegram.pending).toHaveLength(1);
  });
});
