// Reads a person's name by its shape: capitals, particles, first names. In: tokens and a place.
// Out: the name's extent and how sure it is. Whether a single word is a person is decided later.

import { officeHolders } from "../../terms/office-holders.ts";
import type { Token } from "../tokens.ts";
import { countryOfDemonym, countryOfPlace } from "./countries.ts";
import { isFirstName } from "./first-names.ts";
import {
  institutionWords,
  isPlacePhrase,
  placeWords,
  openingWords,
  thingsNamedAfterPeople,
} from "./not-people.ts";
import { foldName } from "../tokens.ts";
import { roleHeads } from "./role-words.ts";
import { familyName } from "./same-name.ts";

export interface Name {
  readonly text: string;
  /** Folded words. */
  readonly words: readonly string[];
  /** first: index of its first token; next: index after its last. */
  readonly first: number;
  readonly next: number;
  /**
   * sure: a first name or a known surname says so; shape: two capitals; single: one unknown word;
   * place: it begins like a place ("Israël Katz", "Paris Match"), so only more than the name makes it a person.
   */
  readonly evidence: "sure" | "shape" | "single" | "place";
}

/** Particles that join two capitals inside a name. "de" is not among them: see readParticles. */
const PARTICLES =
  /^(?:von|van|der|den|ter|ten|ben|bin|bint|ibn|al|el|ould|dos|da|di|del|della|do|zu|af|y)$/;
const ARABIC_PARTICLE_NAME = /^(?:al|el|as|ar|an|ad|es|ould|ben|bin|at|ash|az)-\p{Lu}/u;
const ROMAN = /^[IVX]{1,5}$|^I?er$/;
const ACRONYM = /^(?=.*\p{Lu}{2})[\p{Lu}\p{N}-]+$/u;
const MAX_WORDS = 6;
const ARTICLES = /^(?:le|la|les|l'|du|des|au|aux|un|une|cette|ce|ces|ledit)$/;
const CAPITAL_ARTICLE = /^(?:Le|La|L’|L'|El|Al|De|Du|Von|Van|Ben|Bin|Des|Ould|D'|D’)$/;

let surnames: ReadonlySet<string> | undefined;

/** Surnames of the office holders' table: one word of them alone is a person. */
export function isKnownSurname(fold: string): boolean {
  surnames ??= new Set(officeHolders.map(({ name }) => familyName(foldName(name).split(" "))));
  return surnames.has(fold);
}

/** The name that starts at `tokens[at]`, or null. `opening`: the word opens a sentence, so its capital says nothing. */
export function readName(tokens: readonly Token[], at: number, opening: boolean): Name | null {
  const first = tokens[at];
  if (first === undefined || !canStart(tokens, at, opening)) return null;
  const next = readWords(tokens, at);
  const words = tokens.slice(at, next).filter((t) => t.isWord);
  const folds = words.map((t) => t.fold);
  if (!looksLikePerson(tokens, at, folds)) return null;
  const evidence = evidenceOf(folds, opening, first);
  if (evidence === null) return null;
  return { text: nameText(tokens, at, next), words: folds, first: at, next, evidence };
}

function canStart(tokens: readonly Token[], at: number, opening: boolean): boolean {
  const token = tokens[at];
  if (!token?.isWord) return false;
  if (ARABIC_PARTICLE_NAME.test(token.text)) return true;
  if (!token.isCapitalized) return false;
  const second = tokens[at + 1];
  if (CAPITAL_ARTICLE.test(token.text)) {
    return (
      !opening &&
      second !== undefined &&
      second.isCapitalized &&
      !ACRONYM.test(second.text) &&
      !institutionWords.has(second.fold) &&
      !placeWords.has(second.fold) &&
      countryOfPlace(second.fold) === null &&
      !ROMAN.test(second.text)
    );
  }
  if (ACRONYM.test(token.text)) return false;
  if (roleHeads.has(token.fold) && !isFirstName(token.fold)) return false;
  if (opening && openingWords.has(token.fold)) return false;
  return true;
}

/** Index after the last word of the name. */
function readWords(tokens: readonly Token[], at: number): number {
  let index = at + 1;
  let words = 1;
  while (words < MAX_WORDS) {
    const token = tokens[index];
    if (token === undefined) break;
    if (isNameWord(tokens, index)) {
      index += 1;
    } else if (/^\p{Lu}$/u.test(tokens[index - 1]?.text ?? "") && token.text === ".") {
      index += 1;
      continue;
    } else {
      const after = readParticles(tokens, index, index - at);
      if (after === null) break;
      index = after;
    }
    words += 1;
  }
  // A final dot belongs to an initial only inside the name.
  return tokens[index - 1]?.text === "." ? index - 1 : index;
}

function isNameWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token?.isWord) return false;
  if (ARABIC_PARTICLE_NAME.test(token.text)) return true;
  return token.isCapitalized && !/[’']$/.test(token.text);
}

/** "von der" Leyen, "ben" Salmane; "de" only after one first name: "Luca de" Meo, not "Emmanuel Macron de". */
function readParticles(tokens: readonly Token[], at: number, wordsBefore: number): number | null {
  let index = at;
  while (PARTICLES.test(tokens[index]?.text ?? "")) index += 1;
  if (index === at) {
    const firstName = tokens[at - 1]?.fold ?? "";
    if (!/^(?:de|du|d’|d')$/.test(tokens[at]?.text ?? "")) return null;
    const elided =
      /^d[’']$/.test(tokens[at]?.text ?? "") &&
      wordsBefore <= 3 &&
      !isFirstName(tokens[at + 1]?.fold ?? "");
    if (!elided && (wordsBefore !== 1 || !isFirstName(firstName))) return null;
    index += 1;
    if (/^(?:la|La)$/.test(tokens[index]?.text ?? "")) index += 1;
    const fold = tokens[index]?.fold ?? "";
    if (countryOfPlace(fold) !== null || placeWords.has(fold) || institutionWords.has(fold))
      return null;
  }
  return index > at && isNameWord(tokens, index) ? index + 1 : null;
}

function looksLikePerson(tokens: readonly Token[], at: number, folds: readonly string[]): boolean {
  const before = tokens[at - 1]?.fold ?? "";
  // "tour à tour X": of a tower it would be "à la tour".
  const isThing = thingsNamedAfterPeople.has(before) && tokens[at - 2]?.text !== "à";
  if (ARTICLES.test(before) || isThing) return false;
  if (isPartOfPlaceName(tokens, at)) return false;
  if (TOWN.test(folds[0] ?? "")) return false;
  if (CAPITAL_ARTICLE.test(tokens[at]?.text ?? "") && TOWN.test(folds[1] ?? "")) return false;
  if (/-(?:matin|soir|presse|info|inter|press|news)$/.test(folds.at(-1) ?? "")) return false;
  if (before === "en" && !isFirstName(folds[0] ?? "")) return false;
  if (folds.slice(0, 3).some((fold) => institutionWords.has(fold))) return false;
  if (folds.some((fold) => countryOfDemonym(fold) !== null) && !isFirstName(folds[0] ?? ""))
    return false;
  const all = folds.join(" ");
  if (countryOfPlace(all) !== null) return false;
  if (startsWithPlace(folds)) return false;
  if (folds.length > 1) return !isPlace(folds[0] ?? "") || !folds.slice(1).some(isPlace);
  if (ROMAN.test(tokens[at]?.text ?? "")) return false;
  return !placeWords.has(all) && !all.startsWith("saint-") && countryOfPlace(all) === null;
}

/** "Israël", "Toulouse", but not "Florence": a first name may be a town's too. */
function isPlace(fold: string): boolean {
  return !isFirstName(fold) && (countryOfPlace(fold) !== null || placeWords.has(fold));
}

/** "Boulogne-sur-Mer", "La Celle-Saint-Cloud" */
const TOWN = /-(?:de|du|des|d|sur|en|la|le|les|sous|aux?|et|l|saint|sainte)-/;

/** "le château de Meseberg", "la rue de Rivoli" */
function isPartOfPlaceName(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:de|d'|du)$/.test(tokens[at - 1]?.fold ?? "")) return false;
  const noun = tokens[at - 2]?.fold ?? "";
  return SITES.test(noun);
}

const SITES =
  /^(?:chateau|rue|avenue|place|boulevard|palais|ville|village|aeroport|gare|port|station|stade|hopital|lycee|universite|musee|theatre|prison|camp|forteresse|fort|ile|mont|lac|region|province|district|departement|quartier|commune|base|hotel|tour|pont|foret|cathedrale|abbaye|domaine|usine|bataille|accords?|traite|circuit|festival)$/;

function startsWithPlace(folds: readonly string[]): boolean {
  if (folds.length < 2) return false;
  return [2, 3].some((size) => isPlacePhrase(folds.slice(0, size).join(" ")));
}

function evidenceOf(
  folds: readonly string[],
  opening: boolean,
  first: Token,
): Name["evidence"] | null {
  const [head = ""] = folds;
  if (folds.length > 1) {
    if (isFirstName(head)) return "sure";
    if (isPlace(head)) return "place";
    return opening && first.text.length < 3 && !isKnownSurname(head) ? null : "shape";
  }
  if (isKnownSurname(head)) return "sure";
  return "single";
}

function nameText(tokens: readonly Token[], at: number, next: number): string {
  let text = "";
  let end = -1;
  for (const token of tokens.slice(at, next)) {
    text += (end !== -1 && token.start > end ? " " : "") + token.text;
    end = token.end;
  }
  return text;
}
