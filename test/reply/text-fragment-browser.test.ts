/** The short form of `test/long/text-fragments.ts`: one page with what makes links miss. */
import { expect, it } from "vitest";
import { findChromium, launchChromium } from "../support/chromium.ts";
import { articleOf } from "../support/graded-corpora.ts";
import { followLinks } from "../support/text-fragment-browser.ts";

const chromium = findChromium();

const sentences = [
  "Le maire a inauguré le pont.",
  "Le maire a inauguré le pont.",
  "« L'ouvrage, long de 250 mètres, relie enfin les deux rives », a-t-il dit jeudi.",
  "Des milliers d'habitants - venus à pied, à vélo & en famille - l'ont traversé dès l'aube sous un soleil d'été.",
  "Fin.",
];

const html = `<!doctype html><html lang="fr"><title>Le pont</title><body>
<h1>Le maire a inauguré le pont</h1><p>${sentences[0]}</p>${"<p>Une autre phrase.</p>".repeat(30)}
<p>${sentences[1]} «\u00a0L’ouvrage, long de 250\u00a0mètres, relie <b>enfin</b> les deux rives\u00a0», a-t-il dit jeudi.</p>
${"<p>Une autre phrase.</p>".repeat(30)}<p>${sentences[3]?.replace("&", "&amp;") ?? ""}</p><p>Fin.</p></body></html>`;

it("opens a page at the quoted sentence, in a real browser", async (test) => {
  if (chromium === null) test.skip("no browser: install Debian's chromium, or set CHROMIUM_PATH");
  const [lead = "", again = "", said = "", ...rest] = sentences;
  const paragraphs = [lead, `${again} ${said}`, ...rest];
  const article = articleOf({ articleId: "pont", outlet: null, title: "Le pont", paragraphs });
  let from = 0;
  const targets = sentences.map((sentence) => {
    const start = article.text.indexOf(sentence, from);
    from = start + sentence.length;
    return { start, end: from };
  });
  const browser = await launchChromium(chromium ?? "");
  try {
    const counts = await followLinks(browser, [{ article, html, targets }]);
    expect(counts).toEqual({ links: 5, found: 5, right: 5, missed: [] });
  } finally {
    await browser.close();
  }
}, 60_000);
