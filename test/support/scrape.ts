/*
 * A page as text with a mark in the first two columns of each line in (see test/data/clean/README.md), the
 * page without marks, its title and the body a careful reader would keep, out.
 */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { ArticleId, RawArticle } from "../../src/corpus/raw-article.ts";

export interface MarkedPage {
  readonly name: string;
  readonly text: string;
  readonly title: string;
  readonly body: readonly string[];
}

/** Reads every marked page of `folder`, sorted by name. */
export function readMarkedPages(folder: string): readonly MarkedPage[] {
  return readdirSync(folder)
    .sort()
    .map((name) => parseMarkedPage(name, readFileSync(path.join(folder, name), "utf8")));
}

function parseMarkedPage(name: string, marked: string): MarkedPage {
  const rows = marked.split("\n");
  const linesWith = (mark: string) =>
    rows.filter((row) => row.startsWith(mark)).map((row) => row.slice(2));
  const [title = ""] = linesWith("= ");
  return { name, title, body: linesWith("+ "), text: rows.map((row) => row.slice(2)).join("\n") };
}

/** A raw article with nothing known of its source but, if given, the title. */
export function rawArticle(
  text: string,
  known: { title?: string; url?: string; form?: "scrape" | "extracted" } = {},
): RawArticle {
  const { title = null, url = null, form = "scrape" } = known;
  return {
    articleId: "article" as ArticleId,
    origin: "article.txt",
    form,
    text,
    source: { outlet: null, title, url, published: null },
  };
}
