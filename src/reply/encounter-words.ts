/** Encounters -> the first lines of an answer: who, with whom, where, when, how, and whether it is sure. */
import type { Citation, EncounterQuery, EncountersAnswer, Language } from "../answer/answer.ts";
import type { Encounter, EncounterMode } from "../encounters/encounter.ts";
import { dateInWords } from "./date-in-words.ts";
import { shorten } from "./shorten.ts";
import { textsOf } from "./texts/texts-of.ts";
import type { EncounterWords, Texts } from "./texts/texts.ts";

/** Longest list of encounters in one message; the rest is counted. */
const maxLines = 8;
/** Keeps room in the message for the quotations that prove it. */
const maxListChars = 1200;
const maxFirstLineChars = 700;
const maxNameChars = 60;
const maxDetailChars = 110;
const maxNames = 8;

/** The head of an answer about encounters, as lines. */
export function encounterLines(answer: EncountersAnswer, lang: Language): readonly string[] {
  const texts = textsOf(lang);
  const encounters = bestFirst(distinctEncounters(answer.encounters), answer.query);
  if (encounters.length === 0) return [notStatedLine(answer.query, texts)];
  const first = firstLine(answer, encounters, lang);
  const head = shorten(first.line, maxFirstLineChars);
  if (first.tellsAll) return [head];
  const lines: string[] = [];
  for (const one of encounters.slice(0, maxLines)) {
    const line = `• ${describeEncounter(one, lang, answer.query)}${references(one, answer)}`;
    if (lines.join("\n").length + line.length > maxListChars) break;
    lines.push(line);
  }
  const left = encounters.length - lines.length;
  return [head, ...lines, ...(left > 0 ? [texts.encounters.more(left)] : [])];
}

/** One encounter as a sentence that starts with a capital and has no full stop. */
export function describeEncounter(
  encounter: Encounter,
  lang: Language,
  query: EncounterQuery | null = null,
): string {
  return capitalized(sentenceOf(encounter, lang, query), lang);
}

/** "The articles do not say that A met B." */
export function notStatedLine(query: EncounterQuery, texts: Texts): string {
  const { person, other } = query;
  const unknown = [person, other].find((one) => one?.id === null);
  if (unknown) return texts.encounters.unknownPerson(shorten(unknown.name, maxNameChars));
  const details = [
    query.place,
    query.period?.text ?? null,
    query.mode === null ? null : texts.encounters.mode[query.mode],
  ];
  return texts.encounters.notStated({
    person: person === null ? null : shorten(person.name, maxNameChars),
    other: other === null ? null : shorten(other.name, maxNameChars),
    details: details.filter((detail) => detail !== null).map((d) => shorten(d, maxDetailChars)),
  });
}

/** Without the records of an encounter that another article already told. */
export function distinctEncounters(encounters: readonly Encounter[]): readonly Encounter[] {
  const told = new Set<string>();
  return encounters.filter(({ id, sameAs }) => {
    const isNew = !told.has(id);
    for (const same of [id, ...sameAs]) told.add(same);
    return isNew;
  });
}

interface FirstLine {
  readonly line: string;
  /** No list is needed below it. */
  readonly tellsAll: boolean;
}

function firstLine(
  { verdict, query }: EncountersAnswer,
  encounters: readonly Encounter[],
  lang: Language,
): FirstLine {
  const texts = textsOf(lang);
  const [best] = encounters;
  if (best === undefined) return { line: notStatedLine(query, texts), tellsAll: true };
  const sentence = sentenceOf(best, lang, query);
  const single = encounters.length === 1;
  if (verdict === "yes") {
    // "Did they meet?" is not answered by a bare yes when all that is told is a call.
    const { yes, yesRemotely } = texts.encounters;
    const isUnexpected = query.mode === null && isRemote(best);
    return { line: isUnexpected ? yesRemotely(sentence) : yes(sentence), tellsAll: single };
  }
  if (verdict !== null) {
    // "Will they meet?" is answered by a plan, "did they meet?" is not; nor by one called off or only spoken of.
    const { notHeld, plannedAsAsked } = texts.encounters;
    const isAsked = verdict === "planned" && query.status === "planned";
    return { line: isAsked ? plannedAsAsked(sentence) : notHeld(sentence), tellsAll: single };
  }
  if (query.wants === "how-many") {
    const held = encounters.filter(({ status }) => status === "held").length;
    return { line: texts.encounters.howMany(held), tellsAll: false };
  }
  if (query.wants === "when" || query.wants === "where") {
    return { line: whenOrWhere(best, query, lang), tellsAll: single };
  }
  if (single) return { line: `${capitalized(sentence, lang)}.`, tellsAll: true };
  return { line: summary(encounters, query, lang), tellsAll: false };
}

function summary(encounters: readonly Encounter[], query: EncounterQuery, lang: Language): string {
  const { encounters: texts } = textsOf(lang);
  const held = encounters.filter(({ status }) => status === "held");
  if (held.length === 0) return texts.notConfirmed;
  const subject = query.person;
  const isAbout = (one: Encounter) => one.participants.some(({ id }) => id === subject?.id);
  if (query.wants !== "who" || subject === null || !held.every(isAbout)) {
    return texts.list(encounters.length);
  }
  const told = new Set<string>();
  const met = (mode: EncounterMode) => {
    const people = held
      .filter((one) => one.mode === mode)
      .flatMap(({ participants }) => participants.filter(({ id }) => id !== subject.id))
      // "had talks with" adds nothing about somebody already named with a more precise word.
      .filter(({ id }) => mode !== "unknown" || !told.has(id));
    for (const { id } of people) told.add(id);
    return namesOf(people, lang);
  };
  const byMode = {
    "in-person": met("in-person"),
    phone: met("phone"),
    video: met("video"),
    unknown: met("unknown"),
  };
  if (Object.values(byMode).every((names) => names === null)) return texts.list(encounters.length);
  const name = held.flatMap((one) => one.participants).find(({ id }) => id === subject.id)?.name;
  return texts.met(shorten(name ?? subject.name, maxNameChars), byMode);
}

/** The date or place that was asked for, then the sentence without it. */
function whenOrWhere(best: Encounter, query: EncounterQuery, lang: Language): string {
  const { encounters: texts } = textsOf(lang);
  const isWhen = query.wants === "when";
  const value = isWhen ? dateOf(best, lang) : best.place;
  const rest = isWhen ? { ...best, date: null } : { ...best, place: null };
  const sentence = sentenceOf(rest, lang, query);
  if (value !== null) {
    return texts.stated(capitalized(shorten(value, maxDetailChars), lang), sentence);
  }
  return isWhen ? texts.dateUnknown(sentence) : texts.placeUnknown(sentence);
}

function isRemote({ mode }: Encounter): boolean {
  return mode === "phone" || mode === "video";
}

/** Those that took place first, then those that state what was asked; otherwise in the order given. */
function bestFirst(
  encounters: readonly Encounter[],
  { wants, mode }: EncounterQuery,
): readonly Encounter[] {
  const penalty = (one: Encounter) => {
    const lacks =
      (wants === "when" && one.date === null) ||
      (wants === "where" && one.place === null) ||
      (wants === "whether" && mode === null && isRemote(one));
    return (lacks ? 1 : 0) + (one.status === "held" ? 0 : 2);
  };
  return encounters.toSorted((a, b) => penalty(a) - penalty(b));
}

function sentenceOf(encounter: Encounter, lang: Language, query: EncounterQuery | null): string {
  return textsOf(lang).encounters.encounter(wordsOf(encounter, lang, query));
}

function wordsOf(
  encounter: Encounter,
  lang: Language,
  query: EncounterQuery | null,
): EncounterWords {
  const { participants, mode, status } = encounter;
  const subject =
    participants.find(({ id }) => id === query?.person?.id) ??
    (participants.length === 1 || status === "held" ? participants[0] : undefined);
  const { place, setting } = encounter;
  // Shortened before they are quoted: a quotation keeps its closing mark.
  const details = [
    place === null ? null : shorten(place, maxDetailChars),
    dateOf(encounter, lang),
    setting === null ? null : textsOf(lang).encounters.setting(settingWords(setting)),
  ];
  return {
    subject: subject ? shorten(subject.name, maxNameChars) : null,
    others: namesOf(
      participants.filter((one) => one !== subject),
      lang,
    ),
    mode,
    status,
    details: details.filter((detail) => detail !== null),
  };
}

/** In the words of the article up to the initials of a name in full: "(OSCE)" would stand in brackets twice. */
function settingWords(setting: string): string {
  return shorten(setting.replace(/ \([^()]*\)$/, ""), maxDetailChars);
}

/** The words of the article where they are no date by themselves ("dimanche"), and the date in words where it is known. */
function dateOf({ date }: Encounter, lang: Language): string | null {
  if (date === null) return null;
  const known = date.iso === null ? null : dateInWords(date.iso, lang);
  if (known !== null && /\d/.test(date.text)) return known;
  const quoted = textsOf(lang).encounters.quotedDate(shorten(date.text, maxDetailChars));
  return known === null ? quoted : `${quoted}, ${known}`;
}

function namesOf(people: readonly { readonly name: string }[], lang: Language): string | null {
  const names = [...new Set(people.map(({ name }) => shorten(name, maxNameChars)))];
  const shown = names.slice(0, maxNames);
  if (shown.length === 0) return null;
  return textsOf(lang).join(names.length > shown.length ? [...shown, "…"] : shown);
}

/** Whether a quotation holds the sentence that one of the encounters rests on. */
export function isProof(citation: Citation, encounters: readonly Encounter[]): boolean {
  return encounters.some((encounter) => proves(citation, encounter));
}

/** " [1] [3]": the quotations that hold the proof. */
function references(encounter: Encounter, { citations }: EncountersAnswer): string {
  const numbers = citations.filter((one) => proves(one, encounter)).map(({ n }) => ` [${n}]`);
  return citations.length > 1 ? numbers.join("") : "";
}

function proves(citation: Citation, encounter: Encounter): boolean {
  return (
    citation.articleId === encounter.articleId &&
    citation.start < encounter.end &&
    encounter.start < citation.end
  );
}

function capitalized(text: string, lang: Language): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  return first.toLocaleUpperCase(lang) + text.slice(first.length);
}
