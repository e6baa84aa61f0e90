import { describe, expect, it } from "vitest";
import { kindOfTalk } from "../../src/bot/features/small-talk.ts";
import { inventedBot } from "../support/invented-bot.ts";
import { sent, user } from "../support/recording-telegram.ts";

describe("small talk", () => {
  it.each([
    ["Bonjour !", /^Bonjour\u202f! Je suis Sourcier/],
    ["MERCI 🙏", /^Avec plaisir/],
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

  it.each([
    "Bonjour, qui a signé l'accord ?",
    "aide humanitaire en Syrie",
    "Que dit Merci Mimosa ?",
    "help for Ukraine",
    "salutations",
    "",
  ])("is nothing that asks about the articles: %s", (text) => {
    expect(kindOfTalk(text)).toBeNull();
  });
});
