/**
 * One line of the record of handled updates: a verb, an update's number, a checksum. It never holds
 * what anybody wrote. A line that a kill cut short fails its checksum and is left out.
 */
import { createHash } from "node:crypto";

const verbs = ["claim", "release", "done"] as const;

/**
 * claim: an attempt to handle it begins; release: the attempt was put off and does not count;
 * done: it never needs to be handled again.
 */
export type JournalVerb = (typeof verbs)[number];

export interface JournalEntry {
  readonly verb: JournalVerb;
  readonly updateId: number;
}

export interface ParsedJournal {
  readonly entries: readonly JournalEntry[];
  /** Lines that are not whole: at most the last one after a kill, any after damage to the disk. */
  readonly damagedLines: number;
}

export function renderJournalLine(verb: JournalVerb, updateId: number): string {
  return `${verb} ${updateId} ${checksum(verb, updateId)}\n`;
}

export function parseJournal(text: string): ParsedJournal {
  const entries: JournalEntry[] = [];
  let damagedLines = 0;
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const entry = parseLine(line);
    if (entry === null) damagedLines += 1;
    else entries.push(entry);
  }
  return { entries, damagedLines };
}

function parseLine(line: string): JournalEntry | null {
  const [word, digits, sum] = line.split(" ");
  const verb = verbs.find((known) => known === word);
  if (verb === undefined) return null;
  const updateId = Number(digits);
  if (!Number.isSafeInteger(updateId) || sum !== checksum(verb, updateId)) return null;
  return { verb, updateId };
}

/** Eight hexadecimal digits: one damaged line in four thousand million passes. */
function checksum(verb: JournalVerb, updateId: number): string {
  return createHash("sha256").update(`${verb} ${updateId}`).digest("hex").slice(0, 8);
}
