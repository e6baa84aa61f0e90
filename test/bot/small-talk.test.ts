import { describe, expect, it } from "vitest";
import { kindOfTalk } from "../../src/bot/features/small-talk.ts";
import { inventedBot } from "../support/invented-bot.ts";
import { edited, sent, textMessage, updateOf, user } from "../support/recording-telegram.ts";

describe("small talk", () => {
  it.each([
    ["Bonjour !", /^Bonjour\u202f! Je suis Sourcier/],
    ["MERCI 🙏", /^Avec plaisir/],
    ["ok merci", /^Avec plaisir/],
    ["merci pour l'info", /^Avec plaisir/],
    ["Thank you so much", /^Avec plaisir/],
    ["спасибо большое", /^Avec plaisir/],
    ["Teşekkürler", /^Avec plaisir/],
    ["Привет", /^Bonjour/],
    ["Merhaba !", /^Bonjour/],
    ["d'accord", /^Bien\. Une autre/],
    ["OK, super !", /^Bien\. Une autre/],
    ["non", /^Bien\. Une autre/],
    ["Merci et au revoir", /^Au revoir/],
    ["Bonjour, qui es-tu ?", /^Je suis Sourcier/],
    ["ça va ?", /^Très bien/],
    ["Comment ça marche ?", /^Posez une question/],
  ])("gets a fitting word, and no passage: %s", async (text, wanted) => {
    const bot = inventedBot();
    const [answer] = await bot.send(sent(text));
    expect(answer?.text).toMatch(wanted);
    expect(bot.asked).toEqual([]);
  });

  it("is understood in either language, and answered in the chat's", async () => {
    const bot = inventedBot();
    const bob = { ...user, language_code: "en" };
    expect((await bot.send(sent("merci", { from: bob })))[0]?.text).toMatch(/^You are welcome/);
  });

  it("leaves what was talked about as it is", async () => {
    const bot = inventedBot();
    await bot.send(sent("Qui a signé l'accord ?"));
    await bot.send(sent("ok merci"));
    await bot.send(sent("et quand ?"));
    expect(bot.asked.at(-1)?.previous?.question).toBe("Qui a signé l'accord ?");
  });

  it("asks nothing of the articles after an edit either, and a question made of it does", async () => {
    const bot = inventedBot();
    const greeting = textMessage("bonjour");
    await bot.send(updateOf("message", greeting));
    expect(await bot.send(edited(greeting, "bonsoir"))).toEqual([]);
    const question = textMessage("Qui a signé ?");
    await bot.send(updateOf("message", question));
    expect(await bot.send(edited(question, "merci !"))).toEqual([]);
    expect(bot.asked).toHaveLength(1);
    const [answer] = await bot.send(edited(greeting, "bonsoir, qui a signé ?"));
    expect(answer?.text).toMatch(/^Voici/);
  });

  it.each([
    "Bonjour, qui a signé l'accord ?",
    "aide humanitaire en Syrie",
    "Que dit Merci Mimosa ?",
    "help for Ukraine",
    "salutations",
    "ok, et Biden ?",
    "Merci. Et Macron ?",
    "oui mais qui ?",
    "Qui est-ce ?",
    "et",
    "",
  ])("is nothing that asks about the articles: %s", (text) => {
    expect(kindOfTalk(text)).toBeNull();
  });
});
