/*
 * One line and its place in, the rule that calls it boilerplate out, or null. Position is the caller's
 * knowledge; this file only compares.
 */
import { BOILERPLATE_RULES, type BoilerplateRule, FILLERS } from "./boilerplate-rules.ts";
import { isConsentProse } from "./consent-prose.ts";
import { cutGluedWords, foldLine, foldedWords } from "./fold-line.ts";

/** Longer lines are paragraphs: no pattern but the consent banner's may touch them. Bounds the matching. */
const MAX_RULE_LINE_CHARS = 500;
const MAX_WORD_LIST_CHARS = 300;

const CONSENT_PROSE: Pick<BoilerplateRule, "name" | "reach"> = { name: "consent", reach: "line" };

export type Place = "head" | "middle" | "tail";
export type RuleMatch = Pick<BoilerplateRule, "name" | "reach">;

/** Returns the first rule of the table that matches `line` at `place`, or null. */
export function matchRule(line: string, place: Place): RuleMatch | null {
  if (isConsentProse(line)) return CONSENT_PROSE;
  if (line.length > MAX_RULE_LINE_CHARS) return null;
  const folded = foldLine(line);
  const apart = foldLine(cutGluedWords(line));
  const lineWords = line.length > MAX_WORD_LIST_CHARS ? [] : foldedWords(line);
  return (
    BOILERPLATE_RULES.find(
      (rule) =>
        appliesAt(rule, place) &&
        ((rule.folded?.some((pattern) => pattern.test(folded) || pattern.test(apart)) ?? false) ||
          (rule.exact?.some((pattern) => pattern.test(line)) ?? false) ||
          isMadeOf(rule, lineWords)),
    ) ?? null
  );
}

function appliesAt(rule: BoilerplateRule, place: Place): boolean {
  if (rule.where === "anywhere") return true;
  return rule.where === "tail" ? place === "tail" : place !== "middle";
}

function isMadeOf(rule: BoilerplateRule, lineWords: readonly string[]): boolean {
  const { words, alongside } = rule;
  if (words === undefined || !lineWords.some((word) => words.has(word))) return false;
  return lineWords.every(
    (word) =>
      words.has(word) || alongside?.has(word) === true || FILLERS.has(word) || isNumber(word),
  );
}

/** `12`, `10h`, `10h32`, `3e`. */
function isNumber(word: string): boolean {
  return /^\d{1,6}(?:h\d{0,2}|e|er|k|mn?)?$/.test(word);
}
