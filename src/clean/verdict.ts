/** What becomes of a line: the name of the rule that drops it, or null when it is kept. */
export type Verdict = string | null;
