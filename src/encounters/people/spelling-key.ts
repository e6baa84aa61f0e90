// One key for the spellings a name has across languages: "Poutine" and "Putin", "Sergueï" and
// "Sergei", "Cavusoglu" and "Çavuşoğlu". Two people are never one for their key alone: callers also ask
// for whole names, or for the only person so named.

import { foldName } from "../tokens.ts";

const RULES: readonly (readonly [RegExp, string])[] = [
  [/gu(?=[eiy])/g, "g"],
  [/tch|sch|ch|sh/g, "c"],
  [/ou|oo|w(?=[aeiou])/g, "u"],
  [/w/g, "v"],
  [/ph/g, "f"],
  [/kh/g, "k"],
  [/x/g, "ks"],
  [/ck|q/g, "k"],
  [/[yj]/g, "i"],
  [/(\p{L})\1/gu, "$1"],
  [/e$/, ""],
  [/ii$/, "i"],
];

/** Names repeat within an article; so many keys are remembered before all are forgotten. */
const mostRemembered = 5_000;
const remembered = new Map<string, string>();

/** The key of a word of a name, in any spelling. */
export function spellingKey(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const key = RULES.reduce(
    (spelt, [pattern, letter]) => spelt.replace(pattern, letter),
    foldName(word),
  );
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(word, key);
  return key;
}
