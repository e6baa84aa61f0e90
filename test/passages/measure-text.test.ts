import path from "node:path";
import { AutoTokenizer, env } from "@xenova/transformers";
import { beforeAll, describe, expect, it } from "vitest";
import type { Article } from "../../src/clean/article.ts";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { createRandom } from "../support/random.ts";

/** What the encoder reads: 512 tokens, of which the prefix "passage: " and two marks take six. */
const MAX_TOKENS = 506;

/** A repeatable text of `length` characters drawn from `alphabet`. */
function noise(alphabet: string, length: number): string {
  const characters = Array.from(alphabet);
  const random = createRandom(42);
  let text = "";
  while (text.length < length) text += characters[Math.floor(random() * characters.length)] ?? "";
  return text;
}

const HOSTILE: Readonly<Record<string, string>> = {
  "French without an end":
    "le ministre des Affaires étrangères s'est entretenu avec l'émissaire, ".repeat(90),
  "French in capitals":
    "LE MINISTRE DES AFFAIRES ÉTRANGÈRES S'EST ENTRETENU AVEC L'ÉMISSAIRE ".repeat(90),
  "letters without spaces": noise("abcdefghijklmnopqrstuvwxyz", 6000),
  "letters and spaces": noise("abcdefghijklmnopqrstuvwxyz ", 6000),
  consonants: noise("qxzwkj ", 6000),
  "single letters": "a b c d e f g h ".repeat(400),
  elisions: "l'a d'y s'y ".repeat(500),
  digits: noise("0123456789 ,.", 6000),
  "accented letters": noise("éèàùçêîôû ", 6000),
  punctuation: noise("«»,;:! ", 6000),
  "letters and digits": noise("x1", 6000),
  Vietnamese: "ẞăđễị ".repeat(1000),
  Russian: "Министр иностранных дел России встретился с коллегой ".repeat(100),
  Chinese: "中华人民共和国外交部长会见了俄罗斯外长".repeat(300),
  emoji: "😀👍🏽🇫🇷 ".repeat(600),
};

describe("splitPassages() and the encoder's 512 tokens", () => {
  let countTokens: (text: string) => number;

  beforeAll(async () => {
    env.allowRemoteModels = false;
    env.localModelPath = path.join(import.meta.dirname, "..", "..", "models");
    const tokenizer = await AutoTokenizer.from_pretrained("sourcier-e5-small");
    countTokens = (text) => tokenizer.encode(text).length - 2;
  });

  for (const [name, text] of Object.entries(HOSTILE)) {
    it(`makes no passage too long for the encoder out of ${name}`, () => {
      const body = `Un intertitre sans point\n\n${text.trim()}`;
      const start = body.indexOf("\n\n") + 2;
      const article: Article = {
        articleId: "a" as ArticleId,
        title: "",
        outlet: null,
        url: null,
        published: null,
        text: body,
        paragraphs: [
          { start: 0, end: start - 2 },
          { start, end: body.length },
        ],
        dropped: [],
      };
      for (const passage of splitPassages(article)) {
        expect(countTokens(body.slice(passage.start, passage.end))).toBeLessThanOrEqual(MAX_TOKENS);
      }
    });
  }
});
