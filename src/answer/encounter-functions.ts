// Persons a question names by their function: "le ministre russe", "son homologue turc", "the Chinese
// ambassador". Resolved by what the records' own sentences say of their participants, and by public
// record; a function that fits several or nobody stays unresolved.

import type { Encounter, Participant, PersonId } from "../encounters/encounter.ts";
import { countryOfEnglishDemonym } from "../encounters/people/countries.ts";
import { holdersNamed } from "../encounters/people/office-holders.ts";
import { officeFits, type Office } from "../encounters/people/read-role.ts";
import { familyName, sameFullName } from "../encounters/people/same-name.ts";
import { scanMentions } from "../encounters/people/scan-mentions.ts";
import { foldName, tokenize, type Token } from "../encounters/tokens.ts";

/** A function as a question words it. */
export interface AskedFunction {
  /** Null for "homologue": the office of whoever else the question names. */
  readonly office: Office | null;
  readonly country: string | null;
  readonly text: string;
  readonly first: number;
  readonly next: number;
}

interface HeldFunction {
  readonly participant: Participant;
  readonly office: Office;
  readonly country: string | null;
}

const ENGLISH_OFFICES: readonly (readonly [string, Office | null])[] = [
  ["foreign minister", "foreign-minister"],
  ["foreign secretary", "foreign-minister"],
  ["secretary of state", "foreign-minister"],
  ["prime minister", "head-of-government"],
  ["defence minister", "minister defense"],
  ["defense minister", "minister defense"],
  ["chancellor", "head-of-government"],
  ["president", "head-of-state"],
  ["king", "head-of-state"],
  ["emir", "head-of-state"],
  ["ambassador", "ambassadeur"],
  ["minister", "minister"],
  ["leader", "dirigeant"],
  ["counterpart", null],
];

/** Every function that the question words without a name, in order. */
export function findAskedFunctions(question: string, tokens: readonly Token[]): AskedFunction[] {
  const words = (first: number, next: number): string =>
    question.slice(tokens[first]?.start, tokens[next - 1]?.end);
  const french = scanMentions(tokens).flatMap((mention) => {
    if (mention.kind !== "role") return [];
    const { first, next, role } = mention;
    const office = role.counterpart ? null : role.office;
    const shared = { office, text: words(first, next), first, next };
    // "les présidents russe et turc" are two; "les ministres européens" are nobody in particular.
    if (role.plural)
      return role.countries.length < 2
        ? []
        : role.countries.map((country) => ({ ...shared, country }));
    return [{ ...shared, country: role.countries[0] ?? null }];
  });
  const english = tokens.flatMap((_, first) => {
    const found = readEnglish(tokens, first);
    if (found === null) return [];
    const { office, countries, next } = found;
    return countries.map((country) => ({ office, country, text: words(first, next), first, next }));
  });
  return french.length > 0 ? french : english;
}

/** "the Chinese ambassador", "his Turkish counterpart", "the Russian and Turkish presidents" */
function readEnglish(tokens: readonly Token[], at: number) {
  const fold = (index: number) => tokens[index]?.fold ?? "";
  if (!/^(?:the|his|her|their)$/.test(fold(at))) return null;
  const country = countryOfEnglishDemonym(fold(at + 1));
  if (country === null) return null;
  const second = fold(at + 2) === "and" ? countryOfEnglishDemonym(fold(at + 3)) : null;
  const start = at + (second === null ? 2 : 4);
  const after = `${fold(start)} ${fold(start + 1)} ${fold(start + 2)} `;
  const plural = second === null ? "" : "s";
  const office = ENGLISH_OFFICES.find(([words]) => after.startsWith(`${words}${plural} `));
  if (office === undefined) return null;
  const countries = second === null ? [country] : [country, second];
  return { office: office[1], countries, next: start + office[0].split(" ").length };
}

/** Who holds it; "several" when more than one may be meant, null when nobody is known to. */
export type FunctionHolder = Participant | "several" | null;

/**
 * Whom each function means, in the same order. `named`: whom the
 * question names besides: of several that fit, the one
 * who is in a record with them is meant.
 */
export function resolveFunctions(
  asked: readonly AskedFunction[],
  named: readonly PersonId[],
  encounters: readonly Encounter[],
): readonly FunctionHolder[] {
  if (asked.length === 0) return [];
  const held = functionsHeld(encounters);
  const found: FunctionHolder[] = asked.map(() => null);
  // Those that name an office first: a counterpart is somebody's.
  for (const own of [true, false]) {
    for (const [i, one] of asked.entries()) {
      if ((one.office !== null) !== own) continue;
      const others = [
        ...named,
        ...found.flatMap((p) => (p === null || p === "several" ? [] : [p.id])),
      ];
      found[i] = holderOf(one, others, held, encounters);
    }
  }
  return found;
}

function holderOf(
  asked: AskedFunction,
  others: readonly PersonId[],
  held: readonly HeldFunction[],
  encounters: readonly Encounter[],
): FunctionHolder {
  const offices =
    asked.office === null
      ? held.filter((h) => others.includes(h.participant.id)).map((h) => h.office)
      : [asked.office];
  const fitting = held.filter(
    (h) =>
      (asked.country === null || h.country === asked.country) &&
      !others.includes(h.participant.id) &&
      offices.some((office) => officeFits(office, h.office)),
  );
  const holders = new Map(fitting.map((h) => [h.participant.id, h.participant]));
  if (holders.size > 1 && others.length > 0) {
    for (const id of holders.keys()) {
      if (!encounters.some((e) => isIn(e, id) && others.some((other) => isIn(e, other))))
        holders.delete(id);
    }
  }
  const [only = null] = holders.values();
  return holders.size > 1 ? "several" : only;
}

function isIn(encounter: Encounter, id: PersonId): boolean {
  return encounter.participants.some((p) => p.id === id);
}

const read = new WeakMap<readonly Encounter[], readonly HeldFunction[]>();

/** Read once per list of records, when first asked for. */
function functionsHeld(encounters: readonly Encounter[]): readonly HeldFunction[] {
  const known = read.get(encounters);
  if (known !== undefined) return known;
  const held = encounters.flatMap((e) => [...statedIn(e), ...onRecord(e)]);
  read.set(encounters, held);
  return held;
}

/** What the proving sentence says: "le ministre turc Mevlut Cavusoglu". */
function statedIn({ evidence, participants }: Encounter): HeldFunction[] {
  const held: HeldFunction[] = [];
  const counterparts: Omit<HeldFunction, "office">[] = [];
  for (const mention of scanMentions(tokenize(evidence))) {
    if (mention.kind !== "named" || mention.role === null || mention.role.former) continue;
    const { names, role } = mention;
    for (const [i, name] of names.entries()) {
      const participant = participants.find((p) => isNamed(p, name.words));
      if (participant === undefined) continue;
      const country = role.countries[i] ?? role.countries[0] ?? null;
      if (role.counterpart) counterparts.push({ participant, country });
      else held.push({ participant, country, office: role.office });
    }
  }
  const offices = held.map((h) => h.office);
  return [...held, ...counterparts.flatMap((c) => offices.map((office) => ({ ...c, office })))];
}

function isNamed({ name }: Participant, asked: readonly string[]): boolean {
  const words = foldName(name).split(" ");
  return asked.length === 1 ? familyName(words) === asked[0] : sameFullName(words, asked);
}

/** Offices of public record on the day of the encounter; without a day, all that this name has held. */
function onRecord({ participants, date }: Encounter): HeldFunction[] {
  const day = date?.iso ?? null;
  return participants.flatMap((participant) => {
    const words = foldName(participant.name).split(" ");
    return holdersNamed(familyName(words))
      .filter((h) => sameFullName(h.words, words))
      .filter(
        ({ from, to }) =>
          day === null || (from.slice(0, day.length) <= day && (to === null || day <= to)),
      )
      .map(({ office, country }) => ({ participant, office, country }));
  });
}
