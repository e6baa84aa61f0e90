// "Emmanuel et Brigitte Macron": the surname is both's where public record knows somebody so called.
// Nothing else tells such a couple from "Harry et Meghan Markle".

import type { Token } from "../tokens.ts";
import { isFirstName } from "./first-names.ts";
import { holdersNamed } from "./office-holders.ts";
import { readName, type Name } from "./read-name.ts";

/** The whole name of whoever is named by a first name alone before a namesake of the same family. */
export function withSharedSurname(tokens: readonly Token[], name: Name): Name {
  const [first = "", ...more] = name.words;
  if (more.length > 0 || !isFirstName(first) || tokens[name.next]?.fold !== "et") return name;
  const namesake = readName(tokens, name.next + 1, false);
  if (namesake === null || namesake.words.length < 2) return name;
  const holder = holdersNamed(namesake.words.at(-1) ?? "").find(({ words }) => words[0] === first);
  return holder === undefined
    ? name
    : { ...name, text: holder.name, words: holder.words, evidence: "sure" };
}
