import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createChatQueue } from "../../src/delivery/chat-queue.ts";
import { createRandom } from "../support/random.ts";

describe("createChatQueue()", () => {
  it("keeps the order of each chat and never runs more than allowed at once", async () => {
    const queue = createChatQueue({ concurrency: 4, maxPerChat: 100 });
    const random = createRandom(5);
    const finished = new Map<string, number[]>();
    let running = 0;
    let mostRunning = 0;
    for (let i = 0; i < 200; i += 1) {
      const chat = `chat ${Math.floor(random() * 7)}`;
      const ms = random() * 4;
      void queue.add({ key: chat, asker: chat, askedAt: i * 40_000 }, async () => {
        running += 1;
        mostRunning = Math.max(mostRunning, running);
        await sleep(ms);
        finished.set(chat, [...(finished.get(chat) ?? []), i]);
        running -= 1;
      });
    }
    await queue.idle();
    expect([...finished.values()].flat()).toHaveLength(200);
    for (const order of finished.values()) expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(mostRunning).toBe(4);
    expect(queue.size).toBe(0);
  });

  it("lets other chats pass one that is slow", async () => {
    const queue = createChatQueue({ concurrency: 3, maxPerChat: 100 });
    const slow = queue.add({ key: "slow", asker: "slow", askedAt: 0 }, () => sleep(200));
    for (let i = 0; i < 20; i += 1)
      void queue.add({ key: "slow", asker: "slow", askedAt: 0 }, () => sleep(200));
    const startedAt = Date.now();
    await queue.add({ key: "quick", asker: "quick", askedAt: 0 }, () => Promise.resolve());
    expect(Date.now() - startedAt).toBeLessThan(100);
    await slow;
  });

  it("lets whoever asked once go before those who ask again while they wait", async () => {
    const queue = createChatQueue({ concurrency: 1, maxPerChat: 9 });
    const order: string[] = [];
    const ask = (key: string, askedAt: number) =>
      queue.add({ key, asker: key, askedAt }, async () => {
        await sleep(5);
        order.push(key);
      });
    void ask("running", 0);
    for (const key of ["flood 1", "flood 2", "flood 3"]) void ask(key, 0);
    void ask("honest", 1);
    await Promise.resolve(); // each waits in the pool now
    for (const key of ["flood 1", "flood 2", "flood 3"]) void ask(key, 100);
    await queue.idle();
    expect(order.slice(0, 2)).toEqual(["running", "honest"]);
    expect(new Set(order.slice(2))).toEqual(new Set(["flood 1", "flood 2", "flood 3"]));
  });

  it("refuses more of one chat than may wait, and takes more once some are done", async () => {
    const queue = createChatQueue({ concurrency: 4, maxPerChat: 2 });
    const first = queue.add({ key: "chat", asker: "chat", askedAt: 0 }, () => sleep(5));
    const second = queue.add({ key: "chat", asker: "chat", askedAt: 0 }, () => sleep(5));
    expect(queue.add({ key: "chat", asker: "chat", askedAt: 0 }, () => sleep(5))).toBeNull();
    expect(queue.add({ key: "other", asker: "other", askedAt: 0 }, () => sleep(5))).not.toBeNull();
    await Promise.all([first, second]);
    expect(
      queue.add({ key: "chat", asker: "chat", askedAt: 0 }, () => Promise.resolve()),
    ).not.toBeNull();
  });

  it("takes a message that is dated before the button pressed in the same second", async () => {
    const queue = createChatQueue({ concurrency: 2, maxPerChat: 9 });
    await queue.add({ key: "chat", asker: "chat", askedAt: 1_700 }, () => Promise.resolve());
    const message = queue.add({ key: "chat", asker: "chat", askedAt: 1_000 }, () =>
      Promise.resolve("answered"),
    );
    expect(await message).toBe("answered");
  });

  it("refuses, when chats wait for each other, only who asked often a moment before", async () => {
    const queue = createChatQueue({ concurrency: 2, maxPerChat: 9 });
    const ask = (key: string, askedAt: number) =>
      queue.add({ key, asker: key, askedAt }, () => sleep(20, "answered"));
    void ask("a", 1_000);
    void ask("b", 1_000);
    expect(ask("a", 2_000)).not.toBeNull();
    expect(ask("a", 2_900)).not.toBeNull();
    expect(ask("a", 3_000)).toBeNull();
    expect(ask("b", 3_000)).not.toBeNull();
    expect(ask("first time", 4_900)).not.toBeNull();
    expect(ask("a", 31_000)).toBeNull(); // the more wait, the longer the pause
    expect(ask("a", 32_901)).not.toBeNull();
    await queue.idle();
    expect(ask("a", 32_902)).not.toBeNull();
  });

  it("takes a few messages in a row from everybody, until very many chats wait", () => {
    const queue = createChatQueue({ concurrency: 8, maxPerChat: 9 });
    const ask = (key: string, askedAt: number) =>
      queue.add({ key, asker: key, askedAt }, () => sleep(5));
    for (let n = 0; n < 9; n += 1) void ask(`other ${n}`, 0);
    void ask("a", 0);
    expect(ask("a", 1_000)).not.toBeNull();
    for (let n = 9; n < 50; n += 1) void ask(`other ${n}`, 0);
    expect(ask("a", 2_000)).toBeNull();
    expect(ask("other 1", 1_000)).toBeNull();
  });

  it("takes in a group what one person asks while another floods", () => {
    const queue = createChatQueue({ concurrency: 1, maxPerChat: 9 });
    const ask = (asker: string, key = "group") =>
      queue.add({ key, asker, askedAt: 0 }, () => sleep(5));
    void ask("other", "private");
    for (let n = 0; n < 3; n += 1) expect(ask("often")).not.toBeNull();
    expect(ask("often")).toBeNull();
    expect(ask("once")).not.toBeNull();
  });

  it("never refuses what is owed, one at a time", async () => {
    const queue = createChatQueue({ concurrency: 1, maxPerChat: 2 });
    const ask = (isOwed: boolean) =>
      queue.add({ key: "chat", asker: "chat", askedAt: 0, isOwed }, () => sleep(5));
    void ask(false);
    void ask(false);
    expect(ask(false)).toBeNull();
    expect(ask(true)).not.toBeNull();
    expect(ask(true)).toBeNull();
    await queue.idle();
    expect(ask(true)).not.toBeNull();
  });

  it("serves whoever has not asked for long before those who asked lately", async () => {
    const queue = createChatQueue({ concurrency: 1, maxPerChat: 9 });
    const order: string[] = [];
    const ask = (key: string, askedAt: number) =>
      queue.add({ key, asker: key, askedAt }, async () => {
        await sleep(2);
        order.push(`${key} ${askedAt}`);
      });
    await ask("often", 0);
    await ask("seldom", 0);
    await ask("often", 90_000);
    void ask("running", 99_000);
    void ask("often", 120_000);
    void ask("seldom", 120_000);
    void ask("new", 120_000);
    await queue.idle();
    expect(order.slice(3)).toEqual([
      "running 99000",
      "new 120000",
      "seldom 120000",
      "often 120000",
    ]);
  });

  it("goes on after a task that throws", async () => {
    const queue = createChatQueue({ concurrency: 4, maxPerChat: 9 });
    const failing = queue.add({ key: "chat", asker: "chat", askedAt: 0 }, () =>
      Promise.reject(new Error("no")),
    );
    const next = queue.add({ key: "chat", asker: "chat", askedAt: 0 }, () =>
      Promise.resolve("done"),
    );
    await expect(failing).rejects.toThrow("no");
    expect(await next).toBe("done");
  });
});
