// Names after a title or a function: "M. de Villepin", "MM. Lavrov et Kerry", "les présidents, A et B,",
// and one function shared by several: "les ministres russe, Sergueï Lavrov, et turc, Hakan Fidan".

import type { Token } from "../tokens.ts";
import { countryOfPlace } from "./countries.ts";
import { readName, type Name } from "./read-name.ts";
import { readDemonyms, type Role } from "./read-role.ts";

/** After a title a single unknown word is a name, and "de Villepin", "Le Drian" may start one. */
export function nameAfterTitle(tokens: readonly Token[], at: number): Name | null {
  const particle = /^(?:de|d'|du|von|van|ben|bin|al|el)$/.test(tokens[at]?.fold ?? "");
  const from = particle ? at + 1 : at;
  const name = readName(tokens, from, false);
  if (name === null) return null;
  const evidence = "sure";
  if (!particle) return { ...name, evidence };
  const text = `${tokens[at]?.text ?? ""} ${name.text}`;
  return { ...name, text, words: [tokens[at]?.fold ?? "", ...name.words], first: at, evidence };
}

/** "Lavrov, Kerry et Cavusoglu" */
export function readNameList(tokens: readonly Token[], at: number): Name[] {
  const names: Name[] = [];
  let index = at;
  for (;;) {
    const name = nameAfterTitle(tokens, index);
    if (name === null) break;
    names.push(name);
    const joint = tokens[name.next]?.fold;
    if (joint !== "et" && joint !== ",") break;
    index = name.next + 1;
    if (joint === "," && tokens[index]?.fold === "et") index += 1;
  }
  return names;
}

/** "le ministre Lavrov"; "son homologue turc, Mevlut Cavusoglu,"; "les présidents, A et B,". */
export function namesAfterRole(tokens: readonly Token[], role: Role): Name[] {
  const adjacent = readTitledNames(tokens, role.next, role.plural);
  if (adjacent.length > 0) return adjacent;
  const comma = tokens[role.next]?.text;
  if (comma !== "," && comma !== "(") return [];
  const names = readTitledNames(tokens, role.next + 1, role.plural);
  const last = names.at(-1);
  if (last === undefined || names.some((name) => name.words.length < 2)) return [];
  const closing = tokens[last.next]?.text;
  if (role.plural && names.length < 2) return [];
  return closing === undefined || /^[,.;)»!?]$/.test(closing) ? names : [];
}

function readTitledNames(tokens: readonly Token[], at: number, plural: boolean): Name[] {
  const particleOk = isCapitalizedWord(tokens[at]);
  const names = plural ? readNameList(tokens, at) : [];
  if (names.length > 0) return names;
  const name = particleOk ? nameAfterTitle(tokens, at) : null;
  return name === null ? [] : [name];
}

export function isCapitalizedWord(token: Token | undefined): boolean {
  return token !== undefined && (token.isCapitalized || /^(?:al|el)-/.test(token.text));
}

interface SharedFunction {
  readonly names: readonly Name[];
  /** Of each name's bearer, in the same order. */
  readonly countries: readonly string[];
  readonly next: number;
}

/** "les présidents du Congo, A, et du Rwanda, B": who holds one function in several countries; null when nobody does. */
export function namesOfShared(tokens: readonly Token[], role: Role): SharedFunction | null {
  const [country] = role.countries;
  if (!role.plural || role.countries.length !== 1 || country === undefined) return null;
  const names: Name[] = [];
  const countries = [country];
  for (let index = role.next; ;) {
    const name = nameAfterTitle(tokens, skipComma(tokens, index));
    if (name === null || name.words.length < 2) return null;
    names.push(name);
    const { next } = name;
    const joint = skipComma(tokens, next);
    const part = tokens[joint]?.fold === "et" ? joint + 1 : joint;
    const another = part === next ? null : readCountryPart(tokens, part);
    if (another === null) return names.length < 2 ? null : { names, countries, next };
    countries.push(another.country);
    index = another.next;
  }
}

function skipComma(tokens: readonly Token[], at: number): number {
  return tokens[at]?.text === "," ? at + 1 : at;
}

/** "turc", "du Rwanda", "de la Côte d'Ivoire" */
function readCountryPart(tokens: readonly Token[], at: number) {
  const demonyms = readDemonyms(tokens, at);
  const [of] = demonyms?.countries ?? [];
  if (demonyms !== null && of !== undefined) return { country: of, next: demonyms.next };
  if (!/^(?:de|d'|du|des)$/.test(tokens[at]?.fold ?? "")) return null;
  const from = /^(?:la|l'|le|les)$/.test(tokens[at + 1]?.fold ?? "") ? at + 2 : at + 1;
  const country = countryOfPlace(tokens[from]?.fold ?? "");
  return country === null ? null : { country, next: from + 1 };
}
