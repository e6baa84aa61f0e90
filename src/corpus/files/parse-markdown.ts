/*
 * A Markdown file in, its text as a reader sees it and what its front matter states out. Only the marks that
 * prose uses are taken off; whatever else looks like a mark stays as it is written.
 */
import { normalizeLine } from "../normalize-text.ts";

export interface ParsedMarkdown {
  readonly text: string;
  /** The `key: value` lines of the front matter, or `key = value`. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Between lines of `---` it is YAML, between `+++` TOML. */
const FRONT_MATTER = /^(---|\+\+\+)[ \t]*\n([\s\S]{0,20000}?)\n\1[ \t]*(?:\n|$)/;
/** A value of YAML on the lines below its key. */
const BLOCK_VALUE = /^([A-Za-z_-]{1,40}\s*:)[ \t]*[>|][-+\d]{0,2}[ \t]*\n((?:[ \t].*(?:\n|$))+)/gm;

/** Marks and what they leave; applied line by line, in order. */
const MARKS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // What the generator of a site puts there: `{{< figure >}}`, `{% include %}`.
  [/\{\{[<%][^\n]{0,500}?[>%]\}\}|\{%[^\n]{0,500}?%\}/g, ""],
  [/\[\^[^\]\s]{1,40}\](?!:)/g, ""],
  [/!\[[^\]\n]{0,500}\]\([^()\n]{0,2000}\)/g, ""],
  [/\[([^\]\n]{1,500})\]\([^()\n]{0,2000}\)/g, "$1"],
  [/\[([^\]\n]{1,500})\]\[[^\]\n]{0,100}\]/g, "$1"],
  [/^\s{0,3}\[[^\]\n]{1,100}\]:\s.*$/g, ""],
  [/^\s{0,3}#{1,6}\s+(.*?)\s*#*$/g, "$1"],
  [/^\s{0,3}(?:>\s?)+/g, ""],
  [/^\s{0,3}(?:[-*_]\s*){3,}$/g, ""],
  [/^\s{0,3}(?:`{3,}|~{3,}).*$/g, ""],
  [/(\*\*|__)(?=\S)([^*_\n]{1,2000})\1/g, "$2"],
  [/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]{1,2000})\*(?![\p{L}\p{N}*])/gu, "$1"],
  [/(?<![\p{L}\p{N}_])_(?=\S)([^_\n]{1,2000})_(?![\p{L}\p{N}_])/gu, "$1"],
  [/`([^`\n]{1,500})`/g, "$1"],
];

/** Parses `markdown`, whose line ends are `\n`. */
export function parseMarkdown(markdown: string): ParsedMarkdown {
  const matter = FRONT_MATTER.exec(markdown);
  const body = matter === null ? markdown : markdown.slice(matter[0].length);
  const blocks = body.split(/\n[ \t]*\n/).map(readBlock);
  return {
    text: blocks.filter((block) => block !== "").join("\n\n"),
    fields: readFields(matter?.[2] ?? ""),
  };
}

/** A paragraph may be wrapped at any width; headings and list items are lines of their own. */
function readBlock(block: string): string {
  const lines: string[] = [];
  let isClosed = true;
  for (const line of block.split("\n")) {
    if (isClosed || /^\s{0,3}(?:#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s|`{3}|~{3})/.test(line)) {
      lines.push(line);
      isClosed = /^\s{0,3}#/.test(line);
    } else lines.push(`${lines.pop() ?? ""} ${line.trim()}`);
  }
  return lines
    .map(withoutMarks)
    .filter((line) => line !== "")
    .join("\n");
}

function withoutMarks(line: string): string {
  return MARKS.reduce(
    (text, [pattern, replacement]) => text.replace(pattern, replacement),
    line,
  ).trim();
}

function readFields(matter: string): Record<string, string> {
  const onOneLine = matter.replace(
    BLOCK_VALUE,
    (_block, key: string, value: string) => `${key} ${normalizeLine(value)}\n`,
  );
  const fields = onOneLine.split("\n").flatMap((line): [string, string][] => {
    const match = /^([A-Za-z_-]{1,40})\s*[:=]\s*(.*)$/.exec(line);
    const value = normalizeLine((match?.[2] ?? "").replace(/^(["'])(.*)\1$/, "$2"));
    return match?.[1] === undefined || value === "" ? [] : [[match[1].toLowerCase(), value]];
  });
  return Object.fromEntries(fields);
}
