// `sourcier feedback`: what readers judged, as a BEIR data set that `sourcier eval` reads.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CorpusAccess, FeedbackStore } from "../bot/bot-dependencies.ts";
import { exportFeedback } from "../bot/feedback/export-feedback.ts";

/** @returns how many judgements there were. */
export async function writeFeedback(
  feedback: FeedbackStore,
  corpus: CorpusAccess,
  folder: string,
): Promise<number> {
  const summaries = await corpus.articles();
  const articles = await Promise.all(summaries.map(({ articleId }) => corpus.article(articleId)));
  const entries = await feedback.entries();
  const files = exportFeedback(
    entries,
    articles.filter((article) => article !== null),
  );
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "corpus.jsonl"), files.corpus);
  await writeFile(join(folder, "queries.jsonl"), files.queries);
  await writeFile(join(folder, "qrels.tsv"), files.qrels);
  return entries.length;
}
