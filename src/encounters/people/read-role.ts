// Reads a function in a sentence: "ministre russe des Affaires étrangères", "présidents turc et russe".
// In: tokens and the place of its first word. Out: office, countries, extent; who holds it is decided elsewhere.

import type { Token } from "../tokens.ts";
import { countryOfDemonym, countryOfPlace } from "./countries.ts";
import { isFirstName } from "./first-names.ts";
import { isPlacePhrase } from "./not-people.ts";
import {
  complementAdjectives,
  complementWords,
  domainWords,
  organisationWords,
  roleAdjectives,
  roleHeads,
  roleModifiers,
  type Gender,
} from "./role-words.ts";

/** What a function is, so that "chef de la diplomatie" and "ministre des Affaires étrangères" are one. */
export type Office = string;

export interface Role {
  readonly office: Office;
  readonly head: string;
  /** ISO codes; several in "les présidents russe et turc". */
  readonly countries: readonly string[];
  readonly gender: Gender;
  readonly plural: boolean;
  /** "son homologue": the office is that of whoever it refers to. */
  readonly counterpart: boolean;
  readonly former: boolean;
  /** Index of the first token after the function. */
  readonly next: number;
}

const MAX_COMPLEMENTS = 4;
const MAX_COMPLEMENT_WORDS = 6;

/** The function that starts at `tokens[at]` (adjective or head; no determiner), or null. */
export function readRole(tokens: readonly Token[], at: number): Role | null {
  let index = at;
  while (index < at + 2 && roleAdjectives.has(tokens[index]?.fold ?? "")) index += 1;
  const head = roleHeads.get(tokens[index]?.fold ?? "");
  if (head === undefined) return null;
  const former = tokens.slice(at, index).some((t) => /^(?:ancien|ex$|feu|defunt)/.test(t.fold));
  index += 1;
  let name = head.head;
  let { gender, plural } = head;
  if (/^(?:(?:vice|ex)-)?premier$/.test(name)) {
    const minister = /^ministres?$/.exec(tokens[index]?.fold ?? "");
    if (minister === null) return null;
    name = `${name}-ministre`;
    plural = minister[0].endsWith("s");
    index += 1;
  }
  if (name === "garde") {
    if (tokens[index]?.fold !== "des" || tokens[index + 1]?.fold !== "sceaux") return null;
    index += 2;
  }
  if (name === "porte-parole") gender = null;
  const rest = readModifiers(tokens, index);
  return {
    office: officeOf(name, rest.complement),
    head: name.replace(/^(?:ex|vice)-/, ""),
    countries: rest.countries,
    gender,
    plural,
    counterpart: name === "homologue",
    former: former || name.startsWith("ex-"),
    next: rest.next,
  };
}

interface Modifiers {
  countries: string[];
  /** Folded words of the complements, joined by blanks. */
  complement: string;
  next: number;
}

function readModifiers(tokens: readonly Token[], from: number): Modifiers {
  const countries: string[] = [];
  const complement: string[] = [];
  let index = from;
  for (let count = 0; count < MAX_COMPLEMENTS * 2; count += 1) {
    const fold = tokens[index]?.fold ?? "";
    const demonyms = readDemonyms(tokens, index);
    if (demonyms !== null) {
      countries.push(...demonyms.countries);
      index = demonyms.next;
    } else if (fold === "en" && tokens[index + 1]?.fold === "chef") {
      complement.push("en chef");
      index += 2;
    } else if (roleModifiers.has(fold) && !startsName(tokens, index)) {
      complement.push(fold);
      index += 1;
    } else {
      const named = readOrganisationName(tokens, index, complement.at(-1) ?? "");
      if (named !== null) {
        index = named;
        break;
      }
      const read = readComplement(tokens, index) ?? readApposedComplement(tokens, index);
      if (read === null) break;
      complement.push(read.words);
      const country = countryOfPlace(read.words);
      if (country !== null && countries.length === 0) countries.push(country);
      index = read.next;
    }
  }
  return { countries, complement: complement.join(" "), next: index };
}

/**
 * "du groupe italien Enova, Carlo Bressanini": the capitals after such a noun are the organisation's.
 * Two capitals that no comma parts from a name may be the person's: "du groupe Patrick Kanner".
 */
function readOrganisationName(
  tokens: readonly Token[],
  at: number,
  complement: string,
): number | null {
  const first = tokens[at];
  if (!first?.isCapitalized) return null;
  if (!organisationWords.has(complement.split(" ", 1)[0] ?? "")) return null;
  const capitals = countCapitals(tokens, at);
  const next = at + capitals;
  const apposed = tokens[next]?.text === "," && countCapitals(tokens, next + 1) >= 2;
  if (apposed && !isFirstName(first.fold)) return next;
  if (isFirstName(first.fold)) return null;
  const second = tokens[at + 1];
  const nameFollows = capitals >= 3 || (second !== undefined && isFirstName(second.fold));
  return nameFollows || capitals === 1 ? at + 1 : null;
}

/** "russe", "russe et turc", "russe, turc et iranien". */
export function readDemonyms(tokens: readonly Token[], at: number) {
  const countries: string[] = [];
  let index = at;
  for (;;) {
    const token = tokens[index];
    const code = token === undefined || token.isCapitalized ? null : countryOfDemonym(token.fold);
    if (code === null) break;
    countries.push(code);
    const after = tokens[index + 1]?.fold;
    const second = tokens[index + 2];
    const goesOn =
      (after === "et" || after === ",") &&
      second !== undefined &&
      !second.isCapitalized &&
      countryOfDemonym(second.fold) !== null;
    index += goesOn ? 2 : 1;
    if (!goesOn) break;
  }
  return countries.length === 0 ? null : { countries, next: index };
}

/** "des Affaires étrangères", "de la diplomatie", "du FMI", "d'Emmanuel Macron". */
function readComplement(tokens: readonly Token[], at: number) {
  const preposition = tokens[at]?.fold ?? "";
  if (!/^(?:de|d'|du|des|au|aux|a|pour)$/.test(preposition)) return null;
  let index = at + 1;
  if (/^(?:la|l'|les|le)$/.test(tokens[index]?.fold ?? "")) index += 1;
  const word = tokens[index];
  if (!word?.isWord) return null;
  const strict = !/^(?:de|d'|du|des)$/.test(preposition);
  const read = word.isCapitalized
    ? readProperComplement(tokens, index, strict)
    : !complementWords.has(word.fold) || (strict && !domainWords.has(word.fold))
      ? null
      : { next: index + 1 };
  if (read === null) return null;
  index = read.next;
  while (complementAdjectives.has(tokens[index]?.fold ?? "")) index += 1;
  index = skipCoordinatedDomain(tokens, index);
  const first = tokens.slice(at + 1, index);
  return {
    words: first
      .filter((t) => !/^(?:la|l'|les|le)$/.test(t.fold))
      .map((t) => t.fold)
      .join(" "),
    next: index,
  };
}

/** "de l'usine de pneus, Bertrand Caillaud", "du bureau politique du Hamas, Ismaïl Haniyeh": whatever it is that the person apposed to it directs. */
function readApposedComplement(tokens: readonly Token[], at: number) {
  if (!/^(?:de|d'|du|des)$/.test(tokens[at]?.fold ?? "")) return null;
  let next = at + 1;
  const belongs = (index: number): boolean =>
    /^\p{Ll}/u.test(tokens[index]?.text ?? "") ||
    (index > at + 1 && /^(?:de|d'|du|des|la|l')$/.test(tokens[index - 1]?.fold ?? ""));
  while (next <= at + MAX_COMPLEMENT_WORDS && belongs(next)) next += 1;
  const words = tokens.slice(at + 1, next).map((t) => t.fold);
  const apposed = tokens[next]?.text === "," && countCapitals(tokens, next + 1) >= 2;
  return words.length > 0 && apposed ? { words: words.join(" "), next } : null;
}

function readProperComplement(tokens: readonly Token[], at: number, strict: boolean) {
  const word = tokens[at];
  if (word === undefined) return null;
  if (domainWords.has(word.fold)) return { next: at + 1 };
  if (strict) return null;
  const two = `${word.fold} ${tokens[at + 1]?.fold ?? ""}`;
  if (isPlacePhrase(two)) return { next: at + 2 };
  const article = /^(?:la|l')$/.test(tokens[at - 1]?.fold ?? "");
  const capitals = countCapitals(tokens, at);
  // "l'avocat de Dominique Pelicot": a country too, but it has an article.
  const isPerson = isFirstName(word.fold) && capitals >= 2 && !article;
  if (countryOfPlace(word.fold) !== null && !isPerson)
    return { next: article && capitals === 2 ? at + 2 : at + 1 };
  if (isFirstName(word.fold)) return { next: at + capitals };
  // "le patron de Renault Luca de Meo": one word for the firm, two or more for the person.
  const second = tokens[at + 1];
  const nameFollows = capitals >= 3 || (second !== undefined && isFirstName(second.fold));
  return { next: at + (nameFollows ? 1 : capitals) };
}

function countCapitals(tokens: readonly Token[], at: number): number {
  let count = 0;
  while (count < 4) {
    const token = tokens[at + count];
    if (!token?.isCapitalized) break;
    count += 1;
  }
  return count;
}

/** "de l'Economie et des Finances". */
function skipCoordinatedDomain(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.fold !== "et") return at;
  if (!/^(?:de|d'|du|des)$/.test(tokens[at + 1]?.fold ?? "")) return at;
  const index = /^(?:la|l'|les)$/.test(tokens[at + 2]?.fold ?? "") ? at + 3 : at + 2;
  return domainWords.has(tokens[index]?.fold ?? "") ? index + 1 : at;
}

function startsName(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.isCapitalized === true;
}

function officeOf(head: string, complement: string): Office {
  const base = head.replace(/^ex-/, "");
  if (base === "chef") {
    if (/\bdiplomatie\b/.test(complement)) return "foreign-minister";
    if (/\betat\b/.test(complement) && !complement.includes("etat-major")) return "head-of-state";
    if (/\bgouvernement\b/.test(complement)) return "head-of-government";
    return `chef ${complement}`.trim();
  }
  if (base === "ministre") return ministerOffice(complement);
  if (base === "garde") return "minister justice";
  if (base === "secretaire" && /^etat$/.test(complement)) return "foreign-minister";
  if (base === "secretaire" && /^general (?:onu|nations unies|otan)\b/.test(complement))
    return "secretaire-general";
  if (base === "secretaire" && /^defense\b/.test(complement)) return "minister defense";
  if (base === "premier-ministre" || base === "taoiseach" || base === "chancelier") {
    return "head-of-government";
  }
  if (base === "president" && complement === "conseil") return "head-of-government";
  if (base === "president") return presidentOffice(complement);
  if (/^(?:roi|emir|sultan|souverain|monarque)$/.test(base)) return "head-of-state";
  if (base === "locataire" || base === "hote" || base === "maitre") {
    return /elysee|kremlin|maison blanche/.test(complement) ? "head-of-state" : base;
  }
  return complement === "" ? base : `${base} ${complement}`;
}

function ministerOffice(complement: string): Office {
  if (/affaires (?:etrangeres|exterieures)|relations exterieures|diplomatie/.test(complement)) {
    return "foreign-minister";
  }
  const domain = complement.replace(/^(?:delegue|deleguee)\s/, "");
  if (/^(?:armees|defense)\b/.test(domain)) return "minister defense";
  return domain === "" ? "minister" : `minister ${domain}`;
}

function presidentOffice(complement: string): Office {
  const words = complement.replace(/\b(?:elu|elue|sortant|sortante|republique)\b/g, "").trim();
  return words === "" || countryOfPlace(words) !== null ? "head-of-state" : `president ${words}`;
}

const LEADERS: readonly Office[] = ["head-of-state", "head-of-government"];

/** Whether a person who holds `held` may be called `asked`: "le ministre" for a foreign minister, "le dirigeant" for a president. */
export function officeFits(asked: Office, held: Office): boolean {
  if (asked === held) return true;
  const head = asked.split(" ", 1)[0] ?? asked;
  if (asked === "minister") return held.startsWith("minister") || held === "foreign-minister";
  if (/^(?:dirigeant|leader|responsable|numero|maitre|tete)$/.test(head))
    return LEADERS.includes(held) || held.startsWith(head);
  if (asked === "diplomate") return held === "foreign-minister" || held.startsWith("ambassadeur");
  if (asked === head) return held.split(" ", 1)[0] === head;
  return false;
}
