import { describe, expect, it } from "vitest";
import type { CorpusAccess } from "../../src/bot/bot-dependencies.ts";
import { findArticle } from "../../src/bot/find-article.ts";
import { countPeople } from "../../src/bot/people.ts";
import type { Article } from "../../src/clean/article.ts";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import type { Encounter } from "../../src/encounters/encounter.ts";
import { encodeButton, shortKey } from "../../src/reply/button-reference.ts";
import { inventedBot } from "../support/invented-bot.ts";
import { encounter, invented } from "../support/invented-reply.ts";
import { press, sent } from "../support/recording-telegram.ts";

const articleOf = (id: string): Article => ({ ...invented, articleId: id as ArticleId });

/** What is published can be changed afterwards. */
function openCorpus(published: { articles: Article[]; encounters: Encounter[] }): CorpusAccess {
  return {
    articles: () => Promise.resolve(published.articles),
    article: (id) =>
      Promise.resolve(published.articles.find(({ articleId }) => articleId === id) ?? null),
    encounters: () => Promise.resolve(published.encounters),
  };
}

describe("what is worked out of a published list", () => {
  it("is worked out once: no press goes through every article or encounter again", async () => {
    let reads = 0;
    const articles = ["a", "b", "c"].map((id) => ({
      ...invented,
      get articleId() {
        reads += 1;
        return id as ArticleId;
      },
    }));
    const corpus = {
      ...openCorpus({ articles, encounters: [] }),
      article: () => Promise.resolve(invented),
    };
    expect(await findArticle(corpus, shortKey("c"))).toBe(invented);
    expect(await findArticle(corpus, shortKey("b"))).toBe(invented);
    expect(await findArticle(corpus, shortKey("d"))).toBeNull();
    expect(reads).toBe(articles.length);
    const encounters = [encounter()];
    expect(countPeople(encounters)).toBe(countPeople(encounters));
  });

  it("is worked out anew when another list is published", async () => {
    const published = { articles: [articleOf("a")], encounters: [encounter()] };
    const bot = inventedBot({ corpus: openCorpus(published) });
    const gone = encodeButton({ kind: "card", article: shortKey("a") });
    const come = encodeButton({ kind: "card", article: shortKey("b") });
    const shown = async (data: string) => (await bot.send(press(data, 5)))[0]?.text;
    expect(await shown(gone)).toContain(invented.title);
    expect(await shown(come)).toMatch(/n’est plus/);
    await bot.send(sent("/qui"));
    published.articles = [articleOf("b")];
    published.encounters = [encounter({}, ["Anna Berg", "Carl Dahl"])];
    expect(await shown(gone)).toMatch(/n’est plus/);
    expect(await shown(come)).toContain(invented.title);
    const [people] = await bot.send(sent("/qui"));
    expect(people?.buttons.map(([label]) => label)).toEqual(["Anna Berg (1)", "Carl Dahl (1)"]);
  });
});
