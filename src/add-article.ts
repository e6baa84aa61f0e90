// An article that an administrator sends in the chat becomes part of the corpus: a file as a file of
// its folder, a link as a line of `added.jsonl` there. The corpus stays the truth; the index follows.

import { createHash } from "node:crypto";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { AdditionOutcome, ArticleSubmission } from "./bot/bot-dependencies.ts";
import { type FetchOptions, PageFetcher } from "./corpus/network/page-fetcher.ts";
import { readAddress } from "./corpus/network/read-address.ts";
import type { ArticleId } from "./corpus/raw-article.ts";
import { errorCode } from "./errors.ts";
import type { IngestReport } from "./ingest/ingest.ts";
import type { ArticleSummary } from "./store/store.ts";

export interface AddArticleOptions {
  /** Folder of the corpus. */
  readonly folder: string;
  readonly network: FetchOptions;
  /** Brings the index up to date. */
  readonly update: () => Promise<IngestReport>;
  /** What is in the index then. */
  readonly articles: () => Promise<readonly ArticleSummary[]>;
}

const ADDED_FILE = "added.jsonl";
const KINDS: readonly string[] = [".txt", ".md", ".html", ".htm"];

export async function addArticle(
  submission: ArticleSubmission,
  options: AddArticleOptions,
): Promise<AdditionOutcome> {
  const saved =
    submission.kind === "link"
      ? await saveLink(submission.url, options)
      : await saveFile(submission, options.folder);
  if ("reason" in saved) return { kind: "rejected", reason: saved.reason };
  const { articleId } = saved;
  const report = await options.update();
  const article = (await options.articles()).find((summary) => summary.articleId === articleId);
  if (article === undefined) {
    const refusal = report.rejected.find((rejection) => rejection.articleId === articleId);
    return { kind: "rejected", reason: refusal?.reason ?? "it holds no article" };
  }
  const isNew = report.added.includes(articleId) || report.changed.includes(articleId);
  return { kind: isNew ? "added" : "unchanged", articleId, title: article.title };
}

type Saved = { readonly articleId: ArticleId } | { readonly reason: string };

async function saveLink(url: string, { folder, network }: AddArticleOptions): Promise<Saved> {
  const reading = { fetcher: new PageFetcher(network), read: new Set<string>() };
  for await (const item of readAddress(url, reading)) {
    if (item.kind === "rejected") return { reason: item.rejection.reason };
    const { text, source } = item.article;
    // The same page sent again is the same article; a page that has changed is a new one beside it.
    const articleId = `${item.name}-${shortHash(text)}` as ArticleId;
    const path = join(folder, ADDED_FILE);
    const line = JSON.stringify({ id: articleId, ...source, url: source.url ?? url, text });
    return await saveAs(articleId, async () => {
      if (!(await readText(path)).includes(line)) await appendFile(path, `${line}\n`);
    });
  }
  return { reason: "there is no article at this address" };
}

async function saveFile(
  { name, bytes }: Extract<ArticleSubmission, { kind: "file" }>,
  folder: string,
): Promise<Saved> {
  const extension = extname(name).toLowerCase();
  if (!KINDS.includes(extension)) return { reason: `only ${KINDS.join(", ")} files are read` };
  const articleId = fileName(name.slice(0, -extension.length)) as ArticleId;
  return await saveAs(articleId, () => writeFile(join(folder, articleId + extension), bytes));
}

/** A folder that is full, read-only or somebody else's is told to whoever sent the article. */
async function saveAs(articleId: ArticleId, write: () => Promise<void>): Promise<Saved> {
  try {
    await write();
    return { articleId };
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return { reason: `the corpus cannot be written (${code})` };
  }
}

/** Letters, digits and hyphens of what somebody called the file, so that it is never a path. */
function fileName(name: string): string {
  const words = name.normalize("NFC").match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.join("-").slice(0, 100) || shortHash(name);
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return "";
    throw error;
  }
}
