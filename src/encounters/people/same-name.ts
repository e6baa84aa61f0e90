// Whether two names, as folded words, are one person's: spellings, transliterations, left-out words.

import { spellingKey } from "./spelling-key.ts";

/** Family name first: one word of these names is the first one. */
const FAMILY_NAME_FIRST =
  /^(?:xi|kim|moon|wang|li|hu|wen|park|yoon|lee|zhang|chen|tsai|ban|deng|mao|nguyen|pham|tran|liu|zhou|qin|han|ma|lai)$/;

export function isFamilyNameFirst(words: readonly string[]): boolean {
  return FAMILY_NAME_FIRST.test(words[0] ?? "");
}

/** The word of a name that stands for the person: "lavrov", "xi". */
export function familyName(words: readonly string[]): string {
  return isFamilyNameFirst(words) ? (words[0] ?? "") : (words.at(-1) ?? "");
}

/** "serguei lavrov" and "sergei lavrov", "recep tayyip erdogan" and "tayyip erdogan". */
export function sameFullName(a: readonly string[], b: readonly string[]): boolean {
  if (a.join(" ") === b.join(" ")) return true;
  if (a.length < 2 || b.length < 2 || !sameSpelling(a.at(-1), b.at(-1))) return false;
  const [x = "", y = ""] = [a[0], b[0]];
  if (a.length !== b.length) return endsWith(a, b) || endsWith(b, a) || x === y;
  return x === y || alikeGivenNames(x, y);
}

function sameSpelling(a = "", b = ""): boolean {
  return a === b || spellingKey(a) === spellingKey(b);
}

/** Transliterations: same first letter, and one consonant skeleton. */
function alikeGivenNames(a: string, b: string): boolean {
  return (
    spellingKey(a) === spellingKey(b) ||
    (b.startsWith(a.charAt(0)) && consonants(a) === consonants(b))
  );
}

function consonants(name: string): string {
  return name
    .replace(/ou|w|[aeiouyjh'-]/g, "")
    .replace(/gu|g/g, "g")
    .replace(/(.)\1/g, "$1");
}

function endsWith(long: readonly string[], short: readonly string[]): boolean {
  return (
    long.length > short.length &&
    short.every((word, i) => sameSpelling(long[long.length - short.length + i], word))
  );
}
