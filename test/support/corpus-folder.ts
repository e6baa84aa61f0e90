/** A folder of its own for each test of a file, what is put there, and what is read of it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { RawArticle, Rejection } from "../../src/corpus/raw-article.ts";
import { type CorpusOptions, readCorpus } from "../../src/corpus/read-corpus.ts";

/** What most files of these tests hold. */
export const ARTICLE =
  "Le ministre a rencontré mercredi à Belgrade son homologue turc, selon un communiqué.";

/** To be called where the tests are described. */
export function useCorpusFolder() {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "sourcier-corpus-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  /** The path of the folder, or of what is called `name` in it. */
  const placeOf = (name = ""): string => path.join(folder, name);
  return {
    placeOf,
    put: (name: string, content: string | Uint8Array): void => {
      mkdirSync(path.dirname(placeOf(name)), { recursive: true });
      writeFileSync(placeOf(name), content);
    },
    read: (options?: CorpusOptions, paths: readonly string[] = [folder]) =>
      readPaths(paths, options),
  };
}

async function readPaths(paths: readonly string[], options?: CorpusOptions) {
  const articles: RawArticle[] = [];
  const rejections: Rejection[] = [];
  for await (const item of readCorpus(paths, options)) {
    if (item.kind === "article") articles.push(item.article);
    else rejections.push(item.rejection);
  }
  const byId = new Map(articles.map((article) => [String(article.articleId), article]));
  const reasonFor = (origin: string) => rejections.find((r) => r.origin.startsWith(origin))?.reason;
  return { articles, byId, rejections, reasonFor, ids: [...byId.keys()] };
}
