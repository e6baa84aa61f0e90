import type { Update } from "grammy/types";
import { describe, expect, it } from "vitest";
import {
  cite,
  encounter,
  encountersReply,
  invented,
  noAnswerReply,
  passagesReply,
} from "../support/invented-reply.ts";
import { inventedBot, signed } from "../support/invented-bot.ts";
import { update, user } from "../support/recording-telegram.ts";

const query = (text: string, offset = ""): Update =>
  update({ inline_query: { id: "1", from: user, query: text, offset } });

interface InlineAnswer {
  readonly results: readonly {
    readonly id: string;
    readonly input_message_content: { readonly message_text: string };
    readonly reply_markup?: {
      readonly inline_keyboard: readonly (readonly { readonly url?: string }[])[];
    };
  }[];
  readonly is_personal: boolean;
  readonly next_offset?: string;
  readonly button?: { readonly text: string };
}

async function answerTo(bot: ReturnType<typeof inventedBot>, one: Update): Promise<InlineAnswer> {
  const [answer, ...more] = await bot.send(one);
  expect(answer?.method).toBe("answerInlineQuery");
  expect(more).toEqual([]);
  return answer?.payload as unknown as InlineAnswer;
}

describe("inline mode", () => {
  it("offers the whole answer, then each passage with its link", async () => {
    const { results, is_personal } = await answerTo(inventedBot(), query("accord sur le Rhône"));
    expect(is_personal).toBe(true);
    expect(results).toHaveLength(6);
    expect(results[0]?.input_message_content.message_text).toMatch(/^Voici ce que disent/);
    expect(results[1]?.input_message_content.message_text).toContain(signed);
    expect(results[1]?.reply_markup?.inline_keyboard[0]?.[0]?.url).toMatch(
      /^https:\/\/example\.org/,
    );
  });

  it("heads a further passage as no more than that", async () => {
    const { results } = await answerTo(inventedBot(), query("accord sur le Rhône"));
    const texts = results.map((result) => result.input_message_content.message_text);
    expect(texts[1]).toMatch(/^Voici ce que disent les articles/);
    for (const text of texts.slice(2)) expect(text).toMatch(/^Autres passages, moins proches/);
  });

  it("posts with a quotation only the encounters that it proves", async () => {
    const held = encounter();
    const geneva = "Une nouvelle rencontre est prévue à Genève en juin.";
    const start = invented.text.indexOf(geneva);
    const names = ["Hélène Dubreuil", "Karin Keller"];
    const change = { id: "e2", start, end: start + geneva.length, place: "Genève" };
    const proofs = [cite(invented, invented.text.slice(0, 95)), cite(invented, geneva, { n: 2 })];
    const debit = "L'accord prévoit un débit de 250 mètres cubes par seconde.";
    const citations = [...proofs, cite(invented, debit, { n: 3 })];
    const reply = encountersReply([held, encounter(change, names)], { citations });
    const bot = inventedBot({ ask: () => Promise.resolve(reply) });
    const { results } = await answerTo(bot, query("Qui a rencontré Dubreuil ?"));
    const [, first, second, third] = results.map((one) => one.input_message_content.message_text);
    expect(first).toContain("Reto Baumann");
    expect(first).not.toContain("Karin Keller");
    expect(second).toContain("Karin Keller");
    expect(second).not.toContain("Reto Baumann");
    expect(third).toMatch(/^Autres passages, moins proches/);
    expect(third).toContain(debit);
  });

  it("pages through more results than one answer holds", async () => {
    const many = Array.from({ length: 30 }, (_, i) => cite(invented, signed, { n: i + 2 }));
    const bot = inventedBot({
      ask: () => Promise.resolve(passagesReply([cite(invented, signed)], {}, many)),
    });
    const ids: string[] = [];
    let offset = "";
    do {
      const page = await answerTo(bot, query("accord", offset));
      expect(page.results.length).toBeLessThanOrEqual(50);
      ids.push(...page.results.map(({ id }) => id));
      offset = page.next_offset ?? "";
    } while (offset !== "");
    expect(new Set(ids).size).toBe(32);
    expect(ids).toHaveLength(32);
  });

  it("leads to the bot where an article has no address", async () => {
    const bot = inventedBot({
      ask: () => Promise.resolve(passagesReply([{ ...cite(invented, signed), url: null }])),
    });
    const { results } = await answerTo(bot, query("accord"));
    expect(results[1]?.reply_markup?.inline_keyboard[0]?.[0]?.url).toMatch(
      /^https:\/\/t\.me\/sourcier_test_bot\?start=a[\w-]{12}$/,
    );
  });

  it("hints at what to write, and says when there is nothing", async () => {
    const empty = await answerTo(inventedBot(), query("  "));
    expect(empty.results).toEqual([]);
    expect(empty.button?.text).toMatch(/^Écrivez/);
    const bot = inventedBot({ ask: () => Promise.resolve(noAnswerReply()) });
    const nothing = await answerTo(bot, query("tarte"));
    expect(nothing.results).toEqual([]);
    expect(nothing.button?.text).toMatch(/^Rien/);
  });

  it("says that it is getting ready while the index is built", async () => {
    const building = { state: "building", done: 1, total: 2, etaMs: null } as const;
    const bot = inventedBot({ readiness: () => building });
    const answer = await answerTo(bot, query("accord"));
    expect(answer.button?.text).toMatch(/^Je prépare/);
    expect(bot.asked).toEqual([]);
  });

  it("gives nothing to people outside the allow-list", async () => {
    const bot = inventedBot({ allowedUsers: new Set([1]) });
    const answer = await answerTo(bot, query("accord"));
    expect(answer).toMatchObject({ results: [], is_personal: true });
    expect(bot.asked).toEqual([]);
  });
});
