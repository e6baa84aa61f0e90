// What a table of status rules says of a clause.

import { rememberWords } from "../../terms/remember-words.ts";
import type { EncounterStatus } from "../encounter.ts";
import type { StatusRule } from "./status-rules.ts";

/** Lists and tables say the same again and again. */
const MOST_REMEMBERED = 500;

/** Tells the status that the first fitting rule gives a clause, or null. */
export function createStatusReader(
  rules: readonly StatusRule[],
): (clause: string) => EncounterStatus | null {
  return rememberWords(
    (clause) => rules.find(({ pattern }) => pattern.test(clause))?.status ?? null,
    MOST_REMEMBERED,
  );
}
