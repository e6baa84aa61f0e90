import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { ArticleId, RawArticle } from "../corpus/raw-article.ts";
import type { CorpusItem } from "../corpus/read-corpus.ts";
import { CorpusError, messageOf } from "../errors.ts";

/**
 * The files of a BEIR data set, line by line: corpus.jsonl {_id, title, text}, queries.jsonl {_id, text,
 * metadata?}, qrels.tsv (query-id, corpus-id, score). Nothing is kept but what is asked for.
 */
const documentLine = z.object({
  _id: z.string(),
  title: z.string().nullish(),
  text: z.string(),
});

const queryLine = z.object({
  _id: z.string(),
  text: z.string(),
  metadata: z
    .object({ answer: z.string().optional(), answer_start: z.number().int().optional() })
    .optional(),
});

export interface EvalQuery {
  readonly id: string;
  readonly text: string;
  /** The exact answer, where the data gives one. */
  readonly answer: { readonly text: string; readonly start: number | null } | null;
}

/** Query id -> relevant documents and their grades, grades above 0. */
export type Judgements = ReadonlyMap<string, ReadonlyMap<string, number>>;

async function* readLines(path: string): AsyncGenerator<{ line: string; number: number }> {
  const lines = createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity });
  let number = 0;
  try {
    for await (const line of lines) {
      number++;
      const text = number === 1 ? line.replace(/^\uFEFF/, "") : line; // a byte order mark
      if (text.trim() !== "") yield { line: text, number };
    }
  } catch (error) {
    const reason = messageOf(error);
    throw new CorpusError(path, `Cannot read ${path}: ${reason}`, { cause: error });
  }
}

function parseLine<T>(schema: z.ZodType<T>, path: string, line: string, number: number): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch (error) {
    const message = `${path}, line ${number}: wanted a JSON object with _id and text, found ${line.slice(0, 60)}`;
    throw new CorpusError(path, message, { cause: error });
  }
}

/** The documents as articles of the corpus. @throws {CorpusError} on a line that is no document. */
export async function* readBeirCorpus(path: string): AsyncGenerator<CorpusItem> {
  for await (const { line, number } of readLines(path)) {
    const { _id, title, text } = parseLine(documentLine, path, line, number);
    const article: RawArticle = {
      articleId: _id as ArticleId,
      origin: `${path}:${number}`,
      form: "extracted",
      text,
      source: { outlet: null, title: title ?? "", url: null, published: null },
    };
    yield { kind: "article", article };
  }
}

/** How many lines with content a file has. */
export async function countLines(path: string): Promise<number> {
  let count = 0;
  const lines = readLines(path);
  while ((await lines.next()).done !== true) count++;
  return count;
}

/** The questions. @throws {CorpusError} on a line that is none. */
export async function readBeirQueries(path: string): Promise<readonly EvalQuery[]> {
  const queries: EvalQuery[] = [];
  for await (const { line, number } of readLines(path)) {
    const { _id, text, metadata } = parseLine(queryLine, path, line, number);
    const answer =
      metadata?.answer === undefined
        ? null
        : { text: metadata.answer, start: metadata.answer_start ?? null };
    queries.push({ id: _id, text, answer });
  }
  return queries;
}

/** The judgements; a first line of column names is skipped. @throws {CorpusError} on a malformed line. */
export async function readQrels(path: string): Promise<Judgements> {
  const judgements = new Map<string, Map<string, number>>();
  for await (const { line, number } of readLines(path)) {
    const [query, document, grade, ...rest] = line.split("\t");
    const value = Number(grade);
    const isGraded = document !== undefined && grade !== undefined && rest.length === 0;
    if (number === 1 && isGraded && Number.isNaN(value)) continue;
    if (query === undefined || !isGraded || Number.isNaN(value)) {
      throw new CorpusError(
        path,
        `${path}, line ${number}: wanted query-id, corpus-id and score between tabs, found ${line.slice(0, 60)}`,
      );
    }
    if (value <= 0) continue;
    const known = judgements.get(query) ?? new Map<string, number>();
    judgements.set(query, known.set(document, value));
  }
  return judgements;
}
