import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openFeedbackFile } from "../../src/bot/feedback/open-feedback-file.ts";
import { inventedBot } from "../support/invented-bot.ts";
import { press, sent, user } from "../support/recording-telegram.ts";

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "sourcier-feedback-"))));
afterEach(() => rm(folder, { recursive: true }));

async function judgedBot() {
  const path = join(folder, "feedback.jsonl");
  const feedback = await openFeedbackFile(path, { secret: "a secret" });
  const bot = inventedBot({ feedback });
  await bot.send(sent("Qui a signé l'accord ?"));
  return { ...bot, feedback, path, answerId: bot.telegram.lastMessageId() };
}

describe("👍 and 👎", () => {
  it("ask once for consent, and keep the judgement only then", async () => {
    const { send, feedback, answerId, telegram, path } = await judgedBot();
    const [question, pressed] = await send(press("j:1", answerId));
    expect(question?.text).toMatch(/^Merci ! Puis-je garder|^Merci\u202f! Puis-je garder/);
    expect(question?.buttons.map(([, data]) => data)).toEqual(["y:1", "y:0"]);
    expect(pressed?.text).toMatch(/rien n’est gardé sans votre accord/);
    expect(await feedback.entries()).toEqual([]);
    const [agreed] = await send(press("y:1", telegram.lastMessageId()));
    expect(agreed?.text).toMatch(/^Merci, votre avis est gardé/);
    const [entry] = await feedback.entries();
    expect(entry).toMatchObject({ question: "Qui a signé l'accord ?", judgement: "right" });
    expect(entry?.citations).toHaveLength(1);
    for (const data of ["j:1", "j:1", "j:0"]) await send(press(data, answerId));
    expect((await feedback.entries()).map(({ judgement }) => judgement)).toEqual(["wrong"]);
    expect(await readFile(path, "utf8")).not.toContain("accord");
  });

  it("do not ask again while the question for consent waits, and keep the latest of each answer", async () => {
    const { send, feedback, answerId, telegram } = await judgedBot();
    await send(press("j:1", answerId));
    const promptId = telegram.lastMessageId();
    await send(sent("Où se retrouvent-ils ?"));
    for (const id of [answerId, telegram.lastMessageId()]) {
      const calls = await send(press("j:0", id));
      expect(calls.map(({ method, text }) => [method, text])).toEqual([
        ["answerCallbackQuery", expect.stringMatching(/rien n’est gardé sans votre accord/)],
      ]);
    }
    expect(await feedback.entries()).toEqual([]);
    await send(press("y:1", promptId));
    const kept = (await feedback.entries()).map(({ question, judgement }) => [question, judgement]);
    expect(kept).toEqual([
      ["Qui a signé l'accord ?", "wrong"],
      ["Où se retrouvent-ils ?", "wrong"],
    ]);
  });

  it("ask in the chat where somebody judges, even while they were asked in another one", async () => {
    const { send, feedback, answerId, telegram } = await judgedBot();
    await send(press("j:1", answerId));
    const earlier = telegram.lastMessageId();
    const group = { group: true };
    await send(sent("@sourcier_test_bot Où ?", group));
    await send(press("j:1", telegram.lastMessageId(), group));
    const [agreed] = await send(press("y:1", telegram.lastMessageId(), group));
    expect(agreed?.text).toMatch(/^Merci, votre avis est gardé/);
    const [old] = await send(press("y:0", earlier));
    expect(old?.text).toMatch(/^J’ai oublié cette question/);
    expect(await feedback.consent(user.id)).toBe("granted");
    expect((await feedback.entries()).map(({ question }) => question)).toEqual(["Où ?"]);
  });

  it("keep nothing of those who refuse, and do not ask them again", async () => {
    const { send, feedback, answerId, telegram } = await judgedBot();
    await send(press("j:1", answerId));
    await send(press("y:0", telegram.lastMessageId()));
    const calls = await send(press("j:1", answerId));
    expect(calls.map(({ method, text }) => [method, text])).toEqual([
      ["answerCallbackQuery", expect.stringMatching(/rien n’est gardé/)],
    ]);
    expect(await feedback.entries()).toEqual([]);
  });

  it("are forgotten with everything else on request", async () => {
    const { send, feedback, answerId, telegram } = await judgedBot();
    await send(press("j:1", answerId));
    await send(press("y:1", telegram.lastMessageId()));
    const [forgotten] = await send(sent("/oublier"));
    expect(forgotten?.text).toMatch(/1 avis enregistré/);
    expect(await feedback.entries()).toEqual([]);
    expect(await feedback.consent(user.id)).toBe("unknown");
    const [old] = await send(press("j:1", answerId));
    expect(old?.text).toMatch(/^J’ai oublié cette question/);
  });

  it("say so when the answer they belong to is forgotten", async () => {
    const { send } = await judgedBot();
    const [old] = await send(press("j:1", 123_456));
    expect(old?.text).toMatch(/^J’ai oublié cette question/);
  });

  it("agree to nothing by an old prompt, once what it was about is forgotten", async () => {
    const { send, feedback, answerId, telegram } = await judgedBot();
    await send(press("j:1", answerId));
    const promptId = telegram.lastMessageId();
    await send(sent("/oublier"));
    for (const id of [promptId, 123_456]) {
      const [old] = await send(press("y:1", id));
      expect([old?.method, old?.text]).toEqual([
        "answerCallbackQuery",
        expect.stringMatching(/^J’ai oublié cette question/),
      ]);
    }
    expect(await feedback.consent(user.id)).toBe("unknown");
  });
});

describe("👍 and 👎 in a group", () => {
  const asker = { from: { ...user, id: 50 }, group: true };
  const other = { from: { ...user, id: 51 }, group: true };

  async function judgedGroup() {
    const feedback = await openFeedbackFile(join(folder, "feedback"), { secret: "a secret" });
    const bot = inventedBot({ feedback });
    await bot.send(sent("@sourcier_test_bot Qui a signé l'accord ?", asker));
    return { ...bot, feedback, answerId: bot.telegram.lastMessageId() };
  }

  it("let nobody consent for somebody else", async () => {
    const { send, feedback, answerId, telegram } = await judgedGroup();
    await send(press("j:1", answerId, asker));
    const promptId = telegram.lastMessageId();
    for (const data of ["y:1", "y:0"]) {
      const calls = await send(press(data, promptId, other));
      expect(calls.map(({ method, text }) => [method, text])).toEqual([
        ["answerCallbackQuery", expect.stringMatching(/réservé à la personne/)],
      ]);
    }
    expect(await feedback.consent(other.from.id)).toBe("unknown");
    const [agreed] = await send(press("y:1", promptId, asker));
    expect(agreed?.text).toMatch(/^Merci, votre avis est gardé/);
    expect(await feedback.consent(asker.from.id)).toBe("granted");
    expect(await feedback.entries()).toHaveLength(1);
  });

  it("are the asker's, whose /oublier then leaves nothing of the question", async () => {
    const { send, feedback, answerId, telegram } = await judgedGroup();
    await feedback.setConsent(other.from.id, "granted");
    const calls = await send(press("j:1", answerId, other));
    expect(calls.map(({ method, text }) => [method, text])).toEqual([
      ["answerCallbackQuery", expect.stringMatching(/réservé à la personne/)],
    ]);
    expect(await feedback.entries()).toEqual([]);
    await send(press("j:1", answerId, asker));
    await send(press("y:1", telegram.lastMessageId(), asker));
    expect(await feedback.entries()).toHaveLength(1);
    const [forgotten] = await send(sent("/oublier", { from: asker.from }));
    expect(forgotten?.text).toMatch(/1 avis enregistré/);
    expect(await feedback.entries()).toEqual([]);
  });
});
