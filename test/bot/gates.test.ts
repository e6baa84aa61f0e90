import { GrammyError, HttpError } from "grammy";
import { describe, expect, it } from "vitest";
import { maxQuestionChars } from "../../src/bot/answer-question.ts";
import { inventedBot } from "../support/invented-bot.ts";
import {
  edited,
  press,
  sent,
  textMessage,
  update,
  updateOf,
  user,
} from "../support/recording-telegram.ts";

const stranger = { ...user, id: 666 };

describe("the allow-list", () => {
  const allowedUsers = new Set([user.id]);

  it("lets its people through and asks nothing for anybody else", async () => {
    const bot = inventedBot({ allowedUsers });
    const [answer] = await bot.send(sent("Qui a signé ?"));
    expect(answer?.text).toMatch(/^Voici/);
    const [refused] = await bot.send(sent("Qui a signé ?", { from: stranger }));
    expect(refused?.text).toMatch(/^Ce bot est réservé/);
    expect(bot.asked).toHaveLength(1);
  });

  it("lets administrators through", async () => {
    const bot = inventedBot({ allowedUsers, admins: new Set([stranger.id]) });
    const [answer] = await bot.send(sent("Qui a signé ?", { from: stranger }));
    expect(answer?.text).toMatch(/^Voici/);
  });

  it("lets everybody see what is kept of them, and have it erased", async () => {
    const bot = inventedBot({ allowedUsers });
    const [privacy] = await bot.send(sent("/confidentialite", { from: stranger }));
    expect(privacy?.text).toMatch(/^Confidentialité/);
    for (const one of [sent("/Oublier", { from: stranger }), press("o:", 5, { from: stranger })]) {
      expect((await bot.send(one))[0]?.text).toMatch(/^C’est effacé/);
    }
  });

  it("refuses buttons with an alert, and groups with silence", async () => {
    const bot = inventedBot({ allowedUsers });
    const calls = await bot.send(press("a:0", 5, { from: stranger }));
    expect(calls.map(({ method, text }) => [method, text])).toEqual([
      ["answerCallbackQuery", expect.stringMatching(/réservé/)],
    ]);
    const inGroup = sent("/articles@sourcier_test_bot", { from: stranger, group: true });
    expect(await bot.send(inGroup)).toEqual([]);
  });
});

describe("the rate limit", () => {
  const limited = () => inventedBot({}, { rateLimit: { updates: 3, windowMs: 60_000 } });

  it("refuses politely once, then silently, and never asks", async () => {
    const bot = limited();
    const texts: string[] = [];
    for (let i = 0; i < 6; i += 1) {
      texts.push(...(await bot.send(sent(`Question ${i} ?`))).map(({ text }) => text));
    }
    expect(bot.asked).toHaveLength(3);
    expect(texts.slice(3)).toEqual([expect.stringMatching(/^Doucement/)]);
  });

  it("leaves other people alone, and answers every button", async () => {
    const bot = limited();
    for (let i = 0; i < 4; i += 1) await bot.send(sent("Encore ?"));
    expect(await bot.send(sent("Et moi ?", { from: stranger }))).toHaveLength(1);
    for (let i = 0; i < 2; i += 1) {
      const [pressed] = await bot.send(press("a:0", 5));
      expect(pressed?.method).toBe("answerCallbackQuery");
      expect(pressed?.text).toMatch(/^Doucement/);
    }
  });
});

describe("the length of a question", () => {
  it("is bounded before any work, with a sentence that says by what", async () => {
    const bot = inventedBot();
    const [refused] = await bot.send(sent("é".repeat(maxQuestionChars + 1)));
    expect(refused?.text).toMatch(/compte 1001 caractères\u202f; je n’en lis que 1000/);
    expect(bot.asked).toEqual([]);
    await bot.send(sent("é"));
    expect(bot.asked).toHaveLength(1);
  });
});

describe("failures", () => {
  const secret = "Qui a volé l'orange du marchand ?";

  it("end in one polite sentence and a log line without the question", async () => {
    const bot = inventedBot({ ask: () => Promise.reject(new RangeError("no index")) });
    const [sorry, ...more] = await bot.send(sent(secret));
    expect(sorry?.text).toMatch(/^Désolé/);
    expect(more).toEqual([]);
    expect(bot.log()).toContain("RangeError");
    expect(bot.log()).not.toContain("orange");
  });

  it("are not repeated to people whom Telegram does not let us write to", async () => {
    const bot = inventedBot();
    bot.telegram.refuseNext("sendMessage", 403, "Forbidden: bot was blocked by the user");
    const calls = await bot.send(sent(secret));
    expect(calls.map(({ method }) => method)).toEqual(["sendMessage"]);
    expect(bot.log()).toContain("403");
    expect(bot.log()).not.toContain("orange");
  });

  it.each([
    ["a group that removed the bot", 403, "Forbidden: bot was kicked from the supergroup chat"],
    ["a chat that is gone", 400, "Bad Request: chat not found"],
  ])("say nothing where nobody hears: %s", async (_what, code, description) => {
    const bot = inventedBot();
    bot.telegram.refuseNext("sendMessage", code, description);
    expect(await bot.send(sent(secret))).toHaveLength(1);
  });

  it("of an answer that Telegram refuses end in the polite sentence, or in delivery's", async () => {
    const bot = inventedBot();
    bot.telegram.refuseNext("sendMessage", 400, "Bad Request: ENTITY_TEXT_INVALID");
    const [, sorry, ...more] = await bot.send(sent(secret));
    expect(sorry?.text).toMatch(/^Désolé/);
    expect(more).toEqual([]);
    const delivered = inventedBot({ letsFailuresThrough: true });
    delivered.telegram.refuseNext("sendMessage", 400, "Bad Request: ENTITY_TEXT_INVALID");
    await expect(delivered.send(sent(secret))).rejects.toMatchObject({
      error: { name: GrammyError.name, error_code: 400 },
    });
  });

  it("of Telegram itself go on to delivery, which may try again", async () => {
    const bot = inventedBot();
    bot.telegram.refuseNext("sendMessage", 502, "Bad Gateway");
    await expect(bot.send(sent(secret))).rejects.toMatchObject({
      error: { name: GrammyError.name, error_code: 502 },
    });
    bot.bot.api.config.use(() => {
      throw new HttpError("Network request failed", new Error("https://api/bot1:test/"));
    });
    await expect(bot.send(sent(secret))).rejects.toMatchObject({ error: { name: HttpError.name } });
    expect(bot.log()).not.toMatch(/orange|1:test/);
  });

  it("of the typing action never cost the answer", async () => {
    const bot = inventedBot();
    bot.telegram.refuseNext("sendChatAction", 500, "Internal Server Error");
    const [answer] = await bot.send(sent("Qui ?"));
    expect(answer?.text).toMatch(/^Voici/);
  });

  it("of an edit fall back to a new message, except when nothing changed", async () => {
    const bot = inventedBot();
    const question = textMessage("Qui ?");
    await bot.send(updateOf("message", question));
    bot.telegram.refuseNext("editMessageText", 400, "Bad Request: message to edit not found");
    const gone = await bot.send(edited(question, "Où ?"));
    expect(gone.map(({ method }) => method)).toEqual(["editMessageText", "sendMessage"]);
    bot.telegram.refuseNext("editMessageText", 400, "Bad Request: message is not modified");
    const same = await bot.send(edited(question, "Quand ?"));
    expect(same.map(({ method }) => method)).toEqual(["editMessageText"]);
  });
});

describe("the log", () => {
  it("holds ids and kinds, and no words of anybody", async () => {
    const bot = inventedBot({ allowedUsers: new Set() });
    await bot.send(sent("Un secret bien gardé"));
    await bot.send(update({ inline_query: { id: "1", from: user, query: "secret", offset: "" } }));
    expect(bot.log()).toMatch(/updateId/);
    expect(bot.log()).not.toMatch(/secret/i);
  });
});
