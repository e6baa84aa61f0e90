import { describe, expect, it } from "vitest";
import { contextSpan, renderContext } from "../../src/reply/render-context.ts";
import { articleOf } from "../support/graded-corpora.ts";

const paragraphs = Array.from({ length: 9 }, (_, i) => `Le paragraphe numéro ${i} a sa phrase.`);
const article = articleOf({ articleId: "a", outlet: "O", title: "T", paragraphs });
const passageOf = (i: number) => article.paragraphs[i] ?? { start: 0, end: 0 };
const options = { lang: "fr", publicUrl: null, back: null } as const;

describe("contextSpan()", () => {
  it("takes two paragraphs on either side, as far as there are any", () => {
    const text = (i: number) => {
      const span = contextSpan(article, passageOf(i));
      return article.text.slice(span?.start, span?.end).match(/\d/g)?.join("");
    };
    expect([text(4), text(0), text(8)]).toEqual(["23456", "012", "678"]);
  });

  it("takes what fits when paragraphs are long", () => {
    const long = articleOf({
      articleId: "l",
      outlet: null,
      title: "T",
      paragraphs: ["A".repeat(3_000), "B", "C".repeat(50), "D".repeat(3_000)],
    });
    const span = contextSpan(long, long.paragraphs[2] ?? { start: 0, end: 0 });
    expect(long.text.slice(span?.start, span?.end)).toBe(`B\n\n${"C".repeat(50)}`);
    expect(contextSpan(long, { start: 0, end: long.text.length })).toBeNull();
  });
});

describe("renderContext()", () => {
  it("quotes the paragraphs with the passage in bold", () => {
    const page = renderContext(article, passageOf(4), options);
    const part = (type: string) => {
      const entity = page.entities.find((one) => one.type === type);
      return page.text.slice(entity?.offset, (entity?.offset ?? 0) + (entity?.length ?? 0));
    };
    expect(part("blockquote")).toBe(paragraphs.slice(2, 7).join("\n\n"));
    expect(part("bold")).toBe(paragraphs[4]);
    expect(page.buttons.flat().map(({ text }) => text)).toEqual(["O ↗"]);
  });

  it("leads to the page where people can reach it", () => {
    const unknown = { ...article, url: null };
    const publicUrl = "https://sourcier.example/base";
    const page = renderContext(unknown, passageOf(4), { ...options, publicUrl });
    const { start, end } = passageOf(4);
    expect(page.buttons.flat()[0]?.action).toEqual({
      kind: "url",
      url: `https://sourcier.example/base/articles/a?start=${start}&end=${end}#passage`,
    });
  });
});
