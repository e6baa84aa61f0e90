/*
 * A .jsonl, .csv or .tsv file in, its records out one at a time: such files may be larger than memory. A line
 * that cannot be read is a problem with its number, and the next lines are read all the same.
 */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { z } from "zod";
import { StreamDecoder, decodeText } from "../decode-text.ts";

export type RecordItem =
  | { readonly kind: "record"; readonly line: number; readonly record: Record<string, unknown> }
  | { readonly kind: "problem"; readonly line: number; readonly reason: string };

/** A longer record is a file put into a line by mistake. */
const MAX_RECORD_CHARS = 4 * 1024 * 1024;

const anyRecord = z.record(z.string(), z.unknown());

/** Reads the JSON objects of `filePath`, one a line. */
export async function* readJsonLines(filePath: string): AsyncGenerator<RecordItem> {
  const { charset } = await sniff(filePath);
  const lines = createInterface({ input: textStream(filePath, charset), crlfDelay: Infinity });
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() !== "") yield parseLine(text, line);
  }
}

function parseLine(text: string, line: number): RecordItem {
  if (text.length > MAX_RECORD_CHARS)
    return { kind: "problem", line, reason: "the line is too long" };
  try {
    const parsed = anyRecord.safeParse(JSON.parse(text));
    if (parsed.success) return { kind: "record", line, record: parsed.data };
    return { kind: "problem", line, reason: "the line is not a JSON object" };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { kind: "problem", line, reason: `the line is not JSON (${found.slice(0, 120)})` };
  }
}

/** Reads the rows of `filePath`, whose first row names the columns; comma, semicolon or tab between them. */
export async function* readTable(filePath: string): AsyncGenerator<RecordItem> {
  const { charset, firstLine } = await sniff(filePath);
  const parser = textStream(filePath, charset).pipe(
    parse({
      bom: true,
      columns: true,
      delimiter: delimiterOf(firstLine),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MAX_RECORD_CHARS,
      info: true,
    }),
  );
  try {
    for await (const row of parser) {
      const { info, record } = tableRow.parse(row);
      yield { kind: "record", line: info.lines, record };
    }
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    yield {
      kind: "problem",
      line: parser.info.lines,
      reason: `the table cannot be read further: ${found}`,
    };
  }
}

const tableRow = z.object({ info: z.object({ lines: z.number() }), record: anyRecord });

/** Spreadsheets write commas, or semicolons where the comma is a decimal sign, or tabs. */
function delimiterOf(header: string): string {
  const count = (sign: string) => header.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

const SNIFFED_BYTES = 65_536;

/** Looks at the beginning of the file only. */
async function sniff(filePath: string): Promise<{ charset: string; firstLine: string }> {
  const handle = await open(filePath);
  try {
    const buffer = Buffer.alloc(SNIFFED_BYTES);
    const { bytesRead } = await handle.read(buffer, 0, SNIFFED_BYTES, 0);
    const decoded = decodeText(buffer.subarray(0, bytesRead));
    if (decoded.kind === "refused") return { charset: "utf-8", firstLine: "" };
    return { charset: decoded.charset, firstLine: decoded.text.split("\n", 1)[0] ?? "" };
  } finally {
    await handle.close();
  }
}

function textStream(filePath: string, charset: string): Readable {
  return Readable.from(decodeChunks(filePath, charset));
}

async function* decodeChunks(filePath: string, charset: string): AsyncGenerator<string> {
  const decoder = new StreamDecoder(charset);
  for await (const chunk of createReadStream(filePath)) yield decoder.decode(chunk as Buffer);
  yield decoder.end();
}
