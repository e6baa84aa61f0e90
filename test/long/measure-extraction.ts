/*
 * Measures article extraction on saved pages with a gold file: node --import tsx test/long/measure-extraction.ts FOLDER
 * FOLDER holds the pages and gold.jsonl, one {file, url, title, heading, date, body} a line; `body` is the
 * article without its standfirst (`heading`). Prints each page below the mean and the figures at the end.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { cleanArticle } from "../../src/clean/clean-article.ts";
import { decodeText } from "../../src/corpus/decode-text.ts";
import { extractArticle } from "../../src/corpus/html/extract-article.ts";
import { rawArticle } from "../support/scrape.ts";
import { wordF1 } from "../support/word-f1.ts";

interface Gold {
  readonly file: string;
  readonly url: string;
  readonly title: string;
  readonly heading: string;
  readonly date: string;
  readonly body: string;
}

interface Score {
  readonly file: string;
  /** Against the body alone, as the data set defines it, and with the standfirst that readers see. */
  readonly f1: number;
  readonly f1WithStandfirst: number;
  readonly title: boolean;
  readonly url: boolean;
  readonly date: boolean;
}

const oneSpace = (text: string) => text.replace(/\s+/g, " ").trim();

function scorePage(folder: string, gold: Gold): Score {
  const decoded = decodeText(readFileSync(path.join(folder, gold.file)));
  if (decoded.kind === "refused") throw new Error(`Cannot read ${gold.file}: ${decoded.reason}`);
  const page = extractArticle(decoded.text, null);
  const title = page.metadata.title ?? "";
  const article = cleanArticle(rawArticle(page.text, { title, form: page.form }));
  if (verbose === gold.file) console.log(article.text, article.dropped, gold.body);
  return {
    file: gold.file,
    f1: wordF1(article.text, gold.body),
    f1WithStandfirst: wordF1(article.text, `${gold.heading} ${gold.body}`),
    title: oneSpace(title) === oneSpace(gold.title),
    url: page.metadata.url === gold.url,
    date: page.metadata.published === gold.date,
  };
}

const [folder = "", verbose] = process.argv.slice(2);
const golds = readFileSync(path.join(folder, "gold.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Gold);
const started = performance.now();
const scores = golds.map((gold) => scorePage(folder, gold));
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const share = (values: readonly boolean[]) => mean(values.map(Number));
for (const score of scores) {
  const isFine = score.f1WithStandfirst > 0.985 && score.title && score.url && score.date;
  if (!isFine) console.log(score);
}
console.log({
  pages: scores.length,
  meanF1: mean(scores.map((score) => score.f1)),
  worstF1: Math.min(...scores.map((score) => score.f1)),
  meanF1WithStandfirst: mean(scores.map((score) => score.f1WithStandfirst)),
  worstF1WithStandfirst: Math.min(...scores.map((score) => score.f1WithStandfirst)),
  titles: share(scores.map((score) => score.title)),
  urls: share(scores.map((score) => score.url)),
  dates: share(scores.map((score) => score.date)),
  msPerPage: (performance.now() - started) / scores.length,
});
