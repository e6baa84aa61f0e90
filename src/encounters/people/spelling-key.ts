// One key for the spellings a name has across languages: "Poutine" and "Putin", "Sergueï" and
// "Sergei", "Cavusoglu" and "Çavuşoğlu". Two people are never one for their key alone: callers also ask
// for whole names, or for the only person so named.

import { foldName } from "../tokens.ts";
import { rememberWords } from "../../terms/remember-words.ts";

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

/** More than an article of 210,000 characters can name. */
const mostRemembered = 20_000;

/** The key of a word of a name, in any spelling. */
export const spellingKey = rememberWords(
  (word) => RULES.reduce((key, [pattern, letter]) => key.replace(pattern, letter), foldName(word)),
  mostRemembered,
);
