// A sentence as the trigger rules see it: words, with every mention of persons folded into one unit,
// and lists ("Lavrov, Kerry et Cavusoglu") into one group.

import type { Token } from "../tokens.ts";
import type { Reference } from "./article-people.ts";
import type { Person } from "./person.ts";
import type { RawMention } from "./scan-mentions.ts";

export interface Word {
  readonly kind: "word";
  readonly token: Token;
  /** Lower case with accents: verb forms need them ("rencontre", "rencontré"). */
  readonly lower: string;
  readonly fold: string;
}

export interface Group {
  readonly kind: "group";
  readonly persons: readonly Person[];
  /** Somebody is meant whom the article does not name. */
  readonly unnamed: boolean;
  readonly pronoun: boolean;
  /** How many mentions it joins: "la présidente moldave et son homologue roumain" are two. */
  readonly size: number;
  /** Preposition in front ("avec", "de", "à", "par"), also the one hidden in "du", "au". */
  readonly preposition: string | null;
  readonly start: number;
  readonly end: number;
}

export type Unit = Word | Group;

interface Mentioned {
  readonly raw: RawMention;
  readonly reference: Reference;
}

const PREPOSITIONS =
  /^(?:de|d'|du|des|a|au|aux|avec|par|pour|contre|selon|chez|sur|sous|entre|vers|dans|en|sans|envers|devant|aupres|malgre|via|d'apres|apres|avant)$/;
const HIDDEN: ReadonlyMap<string, string> = new Map([
  ["du", "de"],
  ["des", "de"],
  ["au", "a"],
  ["aux", "a"],
  ["d'", "de"],
]);
const SINGULAR_VERB =
  /^(?:a|est|avait|était|sera|va|doit|devait|devrait|aura|aurait|pourrait|peut|veut)$/;
const CLITIC = /^(?:s['’]|se|n['’]|ne|y|en|l['’]|le|la|les|lui|leur)$/;

/** Words and groups in the order of the sentence. */
export function viewSentence(tokens: readonly Token[], mentioned: readonly Mentioned[]): Unit[] {
  const units: Unit[] = [];
  const joints = mentioned.map((a, m) => jointBetween(tokens, a, mentioned[m + 1]));
  const ends = endsOfLists(joints);
  let index = 0;
  for (let m = 0; m < mentioned.length;) {
    const splits = joints[m] === "et" && startsNewClause(tokens, mentioned[m], mentioned[m + 1]);
    const end = splits ? m : (ends[m] ?? m);
    const first = mentioned[m];
    const last = mentioned[end];
    if (first === undefined || last === undefined) break;
    pushWords(units, tokens, index, first.raw.first);
    units.push(groupOf(tokens, mentioned.slice(m, end + 1)));
    index = last.raw.next;
    m = end + 1;
  }
  pushWords(units, tokens, index, tokens.length);
  return units;
}

function pushWords(units: Unit[], tokens: readonly Token[], from: number, to: number): void {
  for (let i = from; i < to; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    const { text, fold, isWord } = token;
    const lower = isWord ? text.toLowerCase().replace("’", "'") : fold;
    units.push({ kind: "word", token, lower, fold });
  }
}

/** What joins a mention to the next one of a list. */
type Joint = "et" | ",";

/** For each mention the last of the list that it begins: commas lead to an "et", or it is no list. */
function endsOfLists(joints: readonly (Joint | null)[]): number[] {
  const ends = joints.map((_, m) => m);
  for (let m = joints.length - 1; m >= 0; m -= 1) {
    const next = ends[m + 1] ?? m;
    if (joints[m] === "et") ends[m] = m + 1;
    else if (joints[m] === "," && next > m + 1) ends[m] = next;
  }
  return ends;
}

/** ", ni avec" */
const MAX_JOINT_TOKENS = 3;

function jointBetween(
  tokens: readonly Token[],
  a: Mentioned | undefined,
  b: Mentioned | undefined,
): Joint | null {
  if (a === undefined || b === undefined || a.raw.kind === "pronoun" || b.raw.kind === "pronoun")
    return null;
  if (b.raw.first > a.raw.next + MAX_JOINT_TOKENS) return null;
  const apposed = tokens[a.raw.next - 1]?.text === ",";
  const between = tokens.slice(a.raw.next, b.raw.first).map((t) => t.fold);
  // "ni X ni Y" lists them like "X et Y".
  const text = between.join(" ").replace(/^(?:, )?ni\b/, "et");
  const preposition = tokens[a.raw.first - 1]?.fold ?? "";
  if (
    text === "et" ||
    text === "ainsi que" ||
    text === "ainsi qu'" ||
    text === "et de" ||
    text === "et d'"
  )
    return "et";
  if (text === `et ${preposition}` && PREPOSITIONS.test(preposition)) return "et";
  if (text === ", et" && tokens.slice(a.raw.first, a.raw.next).some((t) => t.text === ","))
    return "et";
  if (text === ",") return ",";
  return apposed && text === "" ? "," : null;
}

/** "A a vu B et C a dit…": what follows C is a verb in the singular, so B and C are no list. */
function startsNewClause(
  tokens: readonly Token[],
  a: Mentioned | undefined,
  b: Mentioned | undefined,
): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.raw.first === 0 || tokens[a.raw.first - 1]?.fold === "entre") return false;
  let index = b.raw.next;
  while (index < b.raw.next + 3 && CLITIC.test(tokens[index]?.text ?? "")) index += 1;
  return SINGULAR_VERB.test(tokens[index]?.text ?? "");
}

function personsOf(list: readonly Mentioned[]): readonly Person[] {
  return [...new Set(list.flatMap((m) => m.reference.persons))];
}

function groupOf(tokens: readonly Token[], list: readonly Mentioned[]): Group {
  const first = list[0];
  const last = list.at(-1);
  if (first === undefined || last === undefined) throw new RangeError("A group needs a mention.");
  const at = first.raw.first;
  const own = tokens[at]?.fold ?? "";
  const before = tokens[at - 1]?.fold ?? "";
  return {
    kind: "group",
    persons: list.length === 1 ? first.reference.persons : personsOf(list),
    unnamed: list.some((m) => m.reference.unnamed),
    size: list.length,
    pronoun: first.raw.kind === "pronoun" && first.raw.count !== 2,
    preposition:
      HIDDEN.get(own) ?? (PREPOSITIONS.test(before) ? (HIDDEN.get(before) ?? before) : null),
    start: tokens[at]?.start ?? 0,
    end: tokens[last.raw.next - 1]?.end ?? 0,
  };
}

/** Whether the unit is a word of that folded form. */
export function isWord(unit: Unit | undefined, pattern: RegExp): unit is Word {
  return unit?.kind === "word" && pattern.test(unit.fold);
}
