import { describe, expect, it } from "vitest";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import { renderReply } from "../../src/reply/render-reply.ts";
import type { RenderedPage } from "../../src/reply/rendered-reply.ts";
import { articleOf } from "../support/graded-corpora.ts";
import {
  cite,
  encounter,
  encountersReply,
  invented,
  noAnswerReply,
  passagesReply,
  sourceReply,
} from "../support/invented-reply.ts";

const signed = "Ils ont signé un accord sur le débit du Rhône.";
const lead = invented.text.slice(0, invented.text.indexOf("«")).trimEnd();

const quotedParts = ({ text, entities }: RenderedPage) =>
  entities
    .filter(({ type }) => type.endsWith("blockquote"))
    .map(({ offset, length }) => text.slice(offset, offset + length));

const partsOf = ({ text, entities }: RenderedPage, wanted: string) =>
  entities
    .filter(({ type }) => type === wanted)
    .map(({ offset, length }) => text.slice(offset, offset + length));

const buttonTexts = (page: RenderedPage) => page.buttons.map((row) => row.map(({ text }) => text));

describe("renderReply()", () => {
  it("quotes a passage word for word, its answering sentence in bold, then outlet, title and date", () => {
    const [page] = renderReply(passagesReply([cite(invented, lead, { highlight: signed })])).pages;
    expect(quotedParts(page)).toEqual([lead]);
    expect(partsOf(page, "bold")).toEqual([signed]);
    expect(page.text).toBe(
      `Voici ce que disent les articles\u00a0:\n\n${lead}\nLe Quotidien du Rhône, «\u00a0À Lyon, deux ministres au chevet du fleuve\u00a0», 1er mars 2021`,
    );
  });

  it("says less when less is sure", () => {
    const citations = [cite(invented, lead)];
    const [low] = renderReply(passagesReply(citations, { confidence: "low" })).pages;
    expect(low.text).toMatch(/^Voici ce que j’ai de plus proche, sans certitude/);
  });

  it("shows no passage when nothing answers, though some are nearest", () => {
    const reply = noAnswerReply({ citations: [cite(invented, lead)] });
    const { pages } = renderReply({ ...reply, others: [cite(invented, signed)] });
    expect(pages).toHaveLength(1);
    expect(quotedParts(pages[0])).toEqual([]);
    expect(pages[0].text).toBe("Je n’ai pas trouvé de réponse dans les articles que je connais.");
  });

  it("shows nearest passages as no more than that", () => {
    const citations = [cite(invented, lead)];
    const [page] = renderReply(noAnswerReply({ confidence: "low", citations })).pages;
    expect(page.text).toMatch(/^Je n’ai pas trouvé.*\nLes passages les plus proches, qui n’y/);
    expect(quotedParts(page)).toEqual([lead]);
  });

  it("numbers several passages and their buttons", () => {
    const citations = [cite(invented, lead), cite(invented, signed, { n: 2 })];
    const [page] = renderReply(passagesReply(citations)).pages;
    expect(page.text).toContain("\n[1] Le Quotidien du Rhône");
    expect(page.text).toContain("\n[2] Le Quotidien du Rhône");
    expect(buttonTexts(page)).toEqual([
      ["1 · Le Quotidien du Rhône ↗", "Contexte 1"],
      ["2 · Le Quotidien du Rhône ↗", "Contexte 2"],
    ]);
  });

  it("links the article at the answering sentence, and offers it in the chat when no address is known", () => {
    const citation = cite(invented, lead, { highlight: signed });
    const [known] = renderReply(passagesReply([citation])).pages;
    expect(known.buttons[0]?.[0]?.action).toEqual({
      kind: "url",
      url: "https://example.org/lyon,2021?a=1&b=2#:~:text=Ils%20ont%20sign%C3%A9%20un%20accord%20sur%20le%20d%C3%A9bit%20du%20Rh%C3%B4ne",
    });
    const [unknown] = renderReply(passagesReply([{ ...citation, url: null }])).pages;
    expect(unknown.buttons[0]?.[0]).toMatchObject({
      text: "Lire ici",
      action: { kind: "callback" },
    });
  });

  it("folds long quotations", () => {
    const long = articleOf({
      articleId: "long",
      outlet: null,
      title: "Long",
      paragraphs: ["Une phrase tient ici. ".repeat(40).trim()],
    });
    const [page] = renderReply(passagesReply([cite(long, long.text)])).pages;
    expect(partsOf(page, "expandable_blockquote")).toEqual([long.text]);
  });

  it("shortens what does not fit to whole sentences around the answer, with marks outside the quotation", () => {
    const before = Array.from(
      { length: 60 },
      (_, i) => `La phrase numéro ${i} précède la réponse.`,
    );
    const after = Array.from({ length: 60 }, (_, i) => `La phrase numéro ${i} suit la réponse.`);
    const answer = "C'est ici que le maire répond enfin.";
    const article = articleOf({
      articleId: "big",
      outlet: "La Gazette",
      title: "Grand",
      paragraphs: [[...before, answer, ...after].join(" ")],
    });
    const [page] = renderReply(
      passagesReply([cite(article, article.text, { highlight: answer })]),
    ).pages;
    const [quoted = ""] = quotedParts(page);
    expect(article.text).toContain(quoted);
    expect(quoted).toContain(answer);
    expect(quoted).toMatch(/^(?:La phrase|C'est).*\.$/s);
    expect(quoted).not.toContain("[…]");
    expect(page.text.length).toBeLessThanOrEqual(4096);
    expect(page.text).toContain(`[…]\n${quoted}\n[…]`);
    const middle = quoted.indexOf(answer) / quoted.length;
    expect(Math.abs(middle - 0.5)).toBeLessThan(0.05);
    expect(page.text).toContain("Passage abrégé");
  });

  it("shows fewer passages when shortening them more would leave too little, and says so", () => {
    const article = articleOf({
      articleId: "many",
      outlet: "La Gazette",
      title: "Titre ".repeat(40),
      paragraphs: Array.from({ length: 10 }, (_, i) =>
        `Paragraphe ${i}. ${"Du texte suit. ".repeat(60)}`.trim(),
      ),
    });
    const citations = article.paragraphs.map(({ start, end }, i) =>
      cite(article, article.text.slice(start, end), { n: i + 1 }),
    );
    const [page] = renderReply(passagesReply(citations)).pages;
    expect(quotedParts(page).length).toBeLessThan(10);
    expect(page.text).toMatch(/autres? passages? ne ten/);
    expect(page.text.length).toBeLessThanOrEqual(4096);
  });

  it("names the other outlets of the same passage", () => {
    const twin = {
      ...articleOf({ articleId: "twin", outlet: "Le Journal", title: "T", paragraphs: [] }),
    };
    const citation = cite(invented, lead, { alsoIn: [twin.articleId, "gone" as ArticleId] });
    const articles = new Map([[twin.articleId, twin]]);
    expect(renderReply(passagesReply([citation]), { articles }).pages[0].text).toMatch(
      /\nAussi dans Le Journal\.$/,
    );
    expect(renderReply(passagesReply([citation])).pages[0].text).toMatch(
      /\nAussi dans 2 autres articles\.$/,
    );
  });

  it("pages through further passages, numbered on, and leads back", () => {
    const others = Array.from({ length: 5 }, () => cite(invented, signed));
    const { pages } = renderReply(passagesReply([cite(invented, lead)], {}, others));
    expect(pages).toHaveLength(3);
    expect(buttonTexts(pages[0]).at(-1)).toEqual(["Autres passages (5) ▸"]);
    expect(pages[1]?.text).toMatch(/^Autres passages, moins proches.*\[2\].*\[3\].*\[4\]/s);
    expect(buttonTexts(pages[2]!).at(-1)).toEqual(["Précédent", "3 / 3"]);
  });

  it("gives the address in words when it is asked for, and says when none is known", () => {
    const [known] = renderReply(sourceReply([cite(invented, lead)])).pages;
    expect(known.text).toBe(
      "Voici l’article\u00a0:\n\nLe Quotidien du Rhône, «\u00a0À Lyon, deux ministres au chevet du fleuve\u00a0», 1er mars 2021\nhttps://example.org/lyon,2021?a=1&b=2",
    );
    const [unknown] = renderReply(sourceReply([{ ...cite(invented, lead), url: null }])).pages;
    expect(unknown.text).toMatch(/^Je ne connais pas l’adresse de cet article/);
    expect(buttonTexts(unknown)).toEqual([["Lire ici"]]);
  });

  it("never links an address that is not http or https", () => {
    for (const url of [
      "javascript:alert(1)",
      "ftp://example.org/",
      "https://a@evil.example/",
      "non",
    ]) {
      const [page] = renderReply(passagesReply([{ ...cite(invented, lead), url }])).pages;
      expect(partsOf(page, "text_link")).toEqual([]);
      expect(page.buttons.flat().some(({ action }) => action.kind === "url")).toBe(false);
    }
  });

  it("writes addresses out where nothing can be pressed", () => {
    const [page] = renderReply(passagesReply([cite(invented, lead)]), { interactive: false }).pages;
    expect(page.buttons).toEqual([]);
    expect(page.text).toMatch(/\nLien\u00a0: https:\/\/example\.org\/lyon,2021\?a=1&b=2$/);
  });

  it("offers 👍 and 👎 only where they are kept", () => {
    const reply = passagesReply([cite(invented, lead)]);
    expect(buttonTexts(renderReply(reply, { feedback: true }).pages[0]).at(-1)).toEqual([
      "👍",
      "👎",
    ]);
    expect(buttonTexts(renderReply(reply).pages[0]).flat()).not.toContain("👍");
  });

  it("speaks English around a French quotation", () => {
    const [page] = renderReply(passagesReply([cite(invented, lead)]), { lang: "en" }).pages;
    expect(page.text).toMatch(/^Here is what the articles say:/);
    expect(page.text).toMatch(/Le Quotidien du Rhône, “À Lyon, [^”]+”, 1 March 2021$/);
    expect(quotedParts(page)).toEqual([lead]);
  });

  it("begins an answer about encounters with who met whom", () => {
    const [page] = renderReply(encountersReply([encounter()])).pages;
    expect(page.text.split("\n")[0]).toBe(
      "Hélène Dubreuil a rencontré Reto Baumann (Lyon, «\u00a0mardi\u00a0», 2 mars 2021).",
    );
    expect(buttonTexts(page).at(-1)).toEqual(["Graphe", "Chronologie"]);
  });
});
