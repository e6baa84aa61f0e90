// `sourcier ingest`: what it did, as lines for a terminal or as JSON.

import type { IngestReport } from "../ingest/ingest.ts";
import type { ListContext } from "./articles.ts";

export function printIngestReport(
  report: IngestReport,
  { print, warn }: ListContext,
  asJson: boolean,
): void {
  for (const { origin, reason } of report.rejected) warn(`rejected ${origin}: ${reason}`);
  if (asJson) {
    print(JSON.stringify(report, null, 2));
    return;
  }
  const { added, changed, unchanged, removed, rejected, summary } = report;
  for (const articleId of added) print(`added ${articleId}`);
  for (const articleId of changed) print(`changed ${articleId}`);
  for (const articleId of removed) print(`removed ${articleId}`);
  print(
    `${added.length} added, ${changed.length} changed, ${unchanged.length} unchanged, ` +
      `${removed.length} removed, ${rejected.length} rejected: ` +
      `${summary.articles} articles, ${summary.passages} passages, ${summary.encounters} encounters`,
  );
}
