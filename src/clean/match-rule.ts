/*
 * One line and its place in, the rule that calls it boilerplate out, or null. Position is the caller's
 * knowledge; this file only compares.
 */
import { BOILERPLATE_RULES, type BoilerplateRule, FILLERS } from "./boilerplate-rules.ts";
import { isConsentProse } from "./consent-prose.ts";
import { foldCutApart, foldLine, wordsOf } from "./fold-line.ts";
import { createPatternSet } from "./pattern-set.ts";
import type { Line } from "./split-lines.ts";

/** Longer lines are paragraphs: no pattern but the consent banner's may touch them. Bounds the matching. */
const MAX_RULE_LINE_CHARS = 500;
const MAX_WORD_LIST_CHARS = 300;

const CONSENT_PROSE: Pick<BoilerplateRule, "name" | "reach"> = { name: "consent", reach: "line" };

export type Place = "head" | "middle" | "tail";
export type RuleMatch = Pick<BoilerplateRule, "name" | "reach">;

/** A line in the forms that the rules compare. */
interface ComparedLine {
  readonly line: string;
  readonly folded: string;
  /** `folded` with glued words cut apart. */
  readonly apart: string;
  /** The words of `apart`; none of a long line. */
  readonly words: readonly string[];
}

/** Outlets begin their notices with one: "👉 Rejoignez notre chaîne". */
const LEADING_EMOJI = /^(?:\p{Emoji_Presentation}\ufe0f? ?)+(?=\S)/u;

type LineTest = (line: ComparedLine) => boolean;

/** Returns the first rule of the table that matches `line` at `place`, or null. */
export function matchRule(line: string, place: Place, folded = foldLine(line)): RuleMatch | null {
  const bare = line.replace(LEADING_EMOJI, "");
  return bare === line ? matchBareLine(line, place, folded) : matchRule(bare, place);
}

function matchBareLine(line: string, place: Place, folded: string): RuleMatch | null {
  if (isConsentProse(line, folded)) return CONSENT_PROSE;
  if (line.length > MAX_RULE_LINE_CHARS) return null;
  const apart = foldCutApart(line, folded);
  const words = line.length > MAX_WORD_LIST_CHARS ? [] : wordsOf(apart);
  const compared = { line, folded, apart, words };
  const { mayMatch, groups } = rulesAt(place);
  if (!mayMatch(compared)) return null;
  for (const group of groups) {
    const found = group.mayMatch(compared) ? group.tests.find((t) => t.matches(compared)) : null;
    if (found) return found.rule;
  }
  return null;
}

/** matchRule() for the lines of one page at one place: a page repeats lines, and each text is compared once. */
export function createLineMatcher(place: Place): (line: Line) => RuleMatch | null {
  const known = new Map<string, RuleMatch | null>();
  return ({ text, folded }) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const match = matchRule(text, place, folded);
    known.set(text, match);
    return match;
  };
}

/** Rules that follow each other in the table and are first asked together. */
interface RuleGroup {
  /** False when none of the rules matches; true proves nothing. Most lines go no further. */
  readonly mayMatch: LineTest;
  readonly tests: readonly { readonly rule: BoilerplateRule; readonly matches: LineTest }[];
}

interface PlaceRules {
  readonly mayMatch: LineTest;
  readonly groups: readonly RuleGroup[];
}

const MAX_GROUP_RULES = 6;

const byPlace = new Map<Place, PlaceRules>();

/** Made at first use, once for each place. */
function rulesAt(place: Place): PlaceRules {
  const known = byPlace.get(place);
  if (known !== undefined) return known;
  const rules = BOILERPLATE_RULES.filter((rule) => appliesAt(rule, place));
  const made = { mayMatch: anyTestOf(rules), groups: groupsOf(rules) };
  byPlace.set(place, made);
  return made;
}

function groupsOf(rules: readonly BoilerplateRule[]): RuleGroup[] {
  const groups: RuleGroup[] = [];
  for (let first = 0; first < rules.length; first += MAX_GROUP_RULES) {
    const group = rules.slice(first, first + MAX_GROUP_RULES);
    const tests = group.map((rule) => ({ rule, matches: testOf(rule) }));
    groups.push({ mayMatch: anyTestOf(group), tests });
  }
  return groups;
}

function appliesAt(rule: BoilerplateRule, place: Place): boolean {
  if (rule.where === "anywhere") return true;
  return rule.where === "tail" ? place === "tail" : place !== "middle";
}

function testOf(rule: BoilerplateRule): LineTest {
  const matchesPattern = patternTestOf([rule]);
  return (compared) => matchesPattern(compared) || isMadeOf(rule, compared.words);
}

function anyTestOf(rules: readonly BoilerplateRule[]): LineTest {
  const matchesPattern = patternTestOf(rules);
  const words = new Set(rules.flatMap((rule) => [...(rule.words ?? [])]));
  const alongside = new Set(rules.flatMap((rule) => [...(rule.alongside ?? [])]));
  return (compared) => isMadeOf({ words, alongside }, compared.words) || matchesPattern(compared);
}

function patternTestOf(rules: readonly BoilerplateRule[]): LineTest {
  const matchesFolded = createPatternSet(rules.flatMap(({ folded = [] }) => folded));
  const matchesExact = createPatternSet(rules.flatMap(({ exact = [] }) => exact));
  return ({ line, folded, apart }) =>
    matchesFolded(folded) || (apart !== folded && matchesFolded(apart)) || matchesExact(line);
}

function isMadeOf(
  { words, alongside }: Pick<BoilerplateRule, "words" | "alongside">,
  lineWords: readonly string[],
): boolean {
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
