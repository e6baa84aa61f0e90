/*
 * A .jsonl, .csv or .tsv file in, its records out one at a time: such files may be larger than memory. A line
 * that cannot be read is a problem with its number, and the next lines are read all the same.
 */
import { createReadStream } from "node:fs";
import { Readable, pipeline } from "node:stream";
import { parse } from "csv-parse";
import { z } from "zod";
import { errorWord, messageOf } from "../../errors.ts";
import { StreamDecoder, decodeText } from "../decode-text.ts";
import { showValue } from "../normalize-text.ts";
import { readFileStart } from "../read-bounded-file.ts";
import { namesText } from "./parse-record.ts";

export type RecordItem =
  | { readonly kind: "record"; readonly line: number; readonly record: Record<string, unknown> }
  | {
      readonly kind: "problem";
      /** Null where it is the file's and not a line's. */
      readonly line: number | null;
      readonly reason: string;
    };

/** A longer record is a file put into a line by mistake. */
const MAX_RECORD_CHARS = 4 * 1024 * 1024;

const NO_RECORD: RecordItem = { kind: "problem", line: null, reason: "it holds no record" };

const anyRecord = z.record(z.string(), z.unknown());

/** Reads the JSON objects of `filePath`, one a line. */
export async function* readJsonLines(filePath: string): AsyncGenerator<RecordItem> {
  const sniffed = await sniff(filePath);
  if (sniffed.kind === "refused") {
    yield { kind: "problem", line: null, reason: sniffed.reason };
    return;
  }
  let line = 0;
  let isBlank = true;
  try {
    for await (const text of splitLines(decodeChunks(filePath, sniffed.charset))) {
      line += 1;
      if (text.trim() === "") continue;
      isBlank = false;
      yield parseLine(text, line);
    }
    if (isBlank) yield NO_RECORD;
  } catch (error) {
    yield {
      kind: "problem",
      line,
      reason: `the next lines cannot be read (${errorWord(error)})`,
    };
  }
}

/** The lines of a text that comes in pieces. Of one that is too long there is no more than shows that it is. */
async function* splitLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let begun = "";
  for await (const piece of pieces) {
    const [end = "", ...others] = piece.split("\n");
    if (begun.length <= MAX_RECORD_CHARS) begun += end;
    for (const line of others) {
      yield begun;
      begun = line;
    }
  }
  yield begun;
}

function parseLine(text: string, line: number): RecordItem {
  if (text.length > MAX_RECORD_CHARS)
    return { kind: "problem", line, reason: "the line is too long" };
  try {
    const parsed = anyRecord.safeParse(JSON.parse(text));
    if (parsed.success) return { kind: "record", line, record: parsed.data };
    return { kind: "problem", line, reason: "the line is not a JSON object" };
  } catch (error) {
    const found = messageOf(error);
    return { kind: "problem", line, reason: `the line is not JSON (${found.slice(0, 120)})` };
  }
}

/** Reads the rows of `filePath`, whose first row names the columns; comma, semicolon or tab between them. */
export async function* readTable(filePath: string): AsyncGenerator<RecordItem> {
  const sniffed = await sniff(filePath);
  if (sniffed.kind === "refused") {
    yield { kind: "problem", line: null, reason: sniffed.reason };
    return;
  }
  const { firstLine } = sniffed;
  const stated = SEPARATOR_LINE.exec(firstLine)?.[1];
  const header = { names: [] as string[], hasText: false };
  const parser = parse({
    bom: true,
    columns: (names: string[]) => {
      Object.assign(header, { names, hasText: namesText(names) });
      return names;
    },
    delimiter: stated ?? delimiterOf(firstLine),
    from_line: stated === undefined ? 1 : 2,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD_CHARS,
    info: true,
  });
  const text = Readable.from(decodeChunks(filePath, sniffed.charset));
  // An error of the file reaches whoever reads the rows.
  pipeline(text, parser, () => undefined);
  try {
    for await (const row of parser) {
      if (!header.hasText) break;
      const { info, record } = tableRow.parse(row);
      yield { kind: "record", line: info.lines, record };
    }
    if (!header.hasText) yield { kind: "problem", line: null, reason: wantedText(header.names) };
    else if (parser.info.records === 0) yield NO_RECORD;
  } catch (error) {
    const found = messageOf(error);
    yield {
      kind: "problem",
      line: parser.info.lines,
      reason: `the table cannot be read further: ${found}`,
    };
  }
}

const tableRow = z.object({ info: z.object({ lines: z.number() }), record: anyRecord });

function wantedText(names: readonly string[]): string {
  const wanted = 'its first row names no column "text" (or body, content, texte)';
  return `${wanted}: it holds ${showValue(names)}`;
}

/** A first line by which spreadsheets tell one another what parts the columns. */
const SEPARATOR_LINE = /^sep=([,;\t|])\r?$/i;

/** Spreadsheets write commas, or semicolons where the comma is a decimal sign, or tabs. */
function delimiterOf(header: string): string {
  const count = (sign: string) => header.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

const SNIFFED_BYTES = 65_536;

type Sniffed =
  | { readonly kind: "text"; readonly charset: string; readonly firstLine: string }
  | { readonly kind: "refused"; readonly reason: string };

/** Looks at the beginning of the file only. */
async function sniff(filePath: string): Promise<Sniffed> {
  const read = await readFileStart(filePath, SNIFFED_BYTES);
  if (read.kind !== "bytes") return { kind: "refused", reason: read.reason };
  const decoded = decodeText(withoutCutLetter(read.bytes));
  if (decoded.kind === "refused") return decoded;
  const firstLine = decoded.text.split("\n", 1)[0] ?? "";
  return { kind: "text", charset: decoded.charset, firstLine };
}

/** A UTF-8 letter that the end cuts through would look like one of another charset: ASCII is never cut. */
function withoutCutLetter(start: Uint8Array): Uint8Array {
  if (start.length < SNIFFED_BYTES) return start;
  return start.subarray(0, start.findLastIndex((byte) => byte < 0x80) + 1);
}

async function* decodeChunks(filePath: string, charset: string): AsyncGenerator<string> {
  const decoder = new StreamDecoder(charset);
  for await (const chunk of createReadStream(filePath)) yield decoder.decode(chunk as Buffer);
  yield decoder.end();
}
