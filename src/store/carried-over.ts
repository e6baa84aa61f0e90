/** What an update keeps of the published build: which articles, under which rows, and where their bytes lie. */
import type { Span } from "../clean/article.ts";
import type { ArticleId } from "../corpus/raw-article.ts";
import { readJsonLines, type ContentEntry, type OpenBuild } from "./build-files.ts";
import { createColumnBuilder, type ColumnBuilder } from "./passage-columns.ts";

export interface CarriedOver {
  readonly entries: readonly ContentEntry[];
  readonly articleLengths: readonly number[];
  /** New row per published row, -1 for a passage that is gone. */
  readonly newRows: Int32Array;
  readonly passageColumn: ColumnBuilder;
  readonly sentenceColumn: ColumnBuilder;
  readonly passageLengths: ColumnBuilder;
  /** Bytes of articles.jsonl. */
  readonly articleRanges: readonly Span[];
  /** Records of vectors.bin and vector-keys.bin. */
  readonly recordRanges: readonly Span[];
  /** Published rows that are gone. */
  readonly goneRows: readonly number[];
}

export async function planCarriedOver(
  published: OpenBuild | null,
  dropped: ReadonlySet<ArticleId>,
): Promise<CarriedOver> {
  const plan = {
    entries: [] as ContentEntry[],
    articleLengths: [] as number[],
    newRows: new Int32Array(published?.layout.passages ?? 0).fill(-1),
    passageColumn: createColumnBuilder(),
    sentenceColumn: createColumnBuilder(),
    passageLengths: createColumnBuilder(),
    articleRanges: [] as Span[],
    recordRanges: [] as Span[],
    goneRows: [] as number[],
  };
  if (!published) return plan;
  let number = 0;
  let articleStart = 0;
  for await (const line of readJsonLines(published.contents)) {
    const entry = line as ContentEntry;
    const rows = published.layout.rows(number);
    const articleEnd = published.articleEnds[number] ?? articleStart;
    if (dropped.has(entry.articleId)) {
      for (let row = rows.start; row < rows.end; row++) plan.goneRows.push(row);
    } else {
      keepPassages(published, rows, plan);
      plan.entries.push(entry);
      plan.articleLengths.push(articleEnd - articleStart);
      extend(plan.articleRanges, { start: articleStart, end: articleEnd });
    }
    articleStart = articleEnd;
    number++;
  }
  return plan;
}

interface Plan {
  readonly entries: readonly ContentEntry[];
  readonly newRows: Int32Array;
  readonly passageColumn: ColumnBuilder;
  readonly sentenceColumn: ColumnBuilder;
  readonly passageLengths: ColumnBuilder;
  readonly recordRanges: Span[];
}

function keepPassages({ layout, passageLengths }: OpenBuild, rows: Span, plan: Plan): void {
  for (let row = rows.start; row < rows.end; row++) {
    const passage = layout.passage(row);
    plan.newRows[row] = plan.passageLengths.length;
    plan.passageLengths.push(passageLengths[row] ?? 0);
    const firstSentence = plan.sentenceColumn.length / 2;
    plan.passageColumn.push(plan.entries.length, passage.start, passage.end, firstSentence);
    for (const { start, end } of passage.sentences) plan.sentenceColumn.push(start, end);
    extend(plan.recordRanges, layout.records(row));
  }
}

/** Adds a range, joined to the last one when it follows it. */
function extend(ranges: Span[], { start, end }: Span): void {
  const last = ranges.at(-1);
  if (last?.end === start) ranges[ranges.length - 1] = { start: last.start, end };
  else ranges.push({ start, end });
}
