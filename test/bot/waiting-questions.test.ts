import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Readiness } from "../../src/bot/bot-dependencies.ts";
import { inventedBot, seen } from "../support/invented-bot.ts";
import { press, sent, user } from "../support/recording-telegram.ts";

/** An index that is built while the test looks on. */
function buildingBot(progressMs = 5) {
  let readiness: Readiness = { state: "building", done: 10, total: 40, etaMs: 120_000 };
  const bot = inventedBot({ readiness: () => readiness }, { progressMs });
  const become = (next: Readiness) => void (readiness = next);
  const until = async (isTrue: () => boolean) => {
    for (let tries = 0; tries < 400 && !isTrue(); tries += 1) await sleep(5);
    expect(isTrue()).toBe(true);
  };
  return { ...bot, become, until };
}

describe("a question while the index is being built", () => {
  it("is told the progress, and answered in the same message once there is an index", async () => {
    const { send, become, until, telegram, asked } = buildingBot();
    const [told] = await send(sent("Qui a signé ?"));
    expect(told?.text).toMatch(/^Je prépare les articles\u00a0: 25\u202f%, encore 2 min environ\./);
    const id = telegram.lastMessageId();
    become({ state: "building", done: 30, total: 40, etaMs: null });
    await until(() => telegram.visible().some((call) => seen(call).text.includes("75\u202f%")));
    expect(asked).toEqual([]);
    become({ state: "ready" });
    await until(() =>
      telegram.visible().some((call) => seen(call).text.startsWith("Voici ce que")),
    );
    const last = telegram.visible().at(-1);
    expect(last?.method).toBe("editMessageText");
    expect(last?.payload["message_id"]).toBe(id);
    expect(telegram.visible().filter(({ method }) => method === "sendMessage")).toHaveLength(1);
    // The buttons of the answer work as if it had come at once.
    const [paged] = await send(press("p:1", id));
    expect(paged?.text).toMatch(/^Autres passages/);
  });

  it("does not keep commands waiting", async () => {
    const { send, become } = buildingBot();
    await send(sent("Qui a signé ?"));
    const [help] = await send(sent("/help"));
    expect(help?.text).toMatch(/^Posez une question/);
    become({ state: "ready" });
  });

  it("can be cancelled", async () => {
    const { send, become, until, asked } = buildingBot();
    await send(sent("Qui a signé ?"));
    const [cancelled] = await send(sent("/annuler"));
    expect(cancelled?.text).toMatch(/^C’est annulé/);
    become({ state: "ready" });
    await sleep(30);
    expect(asked).toEqual([]);
    await send(sent("Qui a signé ?"));
    await until(() => asked.length === 1);
  });

  it("is refused politely when too many wait already", async () => {
    const { send, become } = buildingBot();
    for (let i = 0; i < 3; i += 1) await send(sent(`Question ${i} ?`));
    const [refused] = await send(sent("Encore une ?"));
    expect(refused?.text).toMatch(/trop de questions attendent/);
    const [other] = await send(sent("Et moi ?", { from: { ...user, id: 8 } }));
    expect(other?.text).toMatch(/^Je prépare les articles\u00a0: 25/);
    become({ state: "ready" });
  });
});
