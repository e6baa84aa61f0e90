/**
 * Follows links to passages in a real browser: `npx tsx test/long/text-fragments.ts FOLDER [SEED]`, where
 * FOLDER holds saved pages (.html). Takes up to three sentences of each article, opens each link on a
 * local copy, and prints how many the browser found and how many of those showed the right words.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanArticle } from "../../src/clean/clean-article.ts";
import { readCorpus } from "../../src/corpus/read-corpus.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { findChromium, launchChromium } from "../support/chromium.ts";
import { createRandom } from "../support/random.ts";
import { followLinks, type LinkedPage } from "../support/text-fragment-browser.ts";

const [folder = "", seed = "5"] = process.argv.slice(2);
const random = createRandom(Number(seed));
const chromium = findChromium();
if (chromium === null) throw new Error("Cannot follow links as there is no browser");
const pages: LinkedPage[] = [];
for await (const item of readCorpus([folder])) {
  if (item.kind === "rejected") continue;
  const article = cleanArticle(item.article);
  const sentences = splitPassages(article).flatMap((passage) => passage.sentences);
  const targets = sentences.toSorted(() => random() - 0.5).slice(0, 3);
  pages.push({ article, targets, html: await readFile(join(folder, `${article.articleId}.html`)) });
}
const browser = await launchChromium(chromium);
const { missed, ...counts } = await followLinks(browser, pages);
await browser.close();
process.stdout.write(`${JSON.stringify({ pages: pages.length, ...counts, seed })}\n`);
for (const link of missed) process.stderr.write(`${link}\n`);
