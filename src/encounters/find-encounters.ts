// Who met whom: one article -> its encounters, each with the sentence that proves it.
// Two readings: the first learns the article's people, the second finds what is told of them.
// It never reads other articles: see link-encounters.ts.

import type { Article, Span } from "../clean/article.ts";
import { splitSentences } from "../passages/split-sentences.ts";
import { findDate, type DateContext } from "./circumstances/find-date.ts";
import { findPlace } from "./circumstances/find-place.ts";
import { findSettings, settingOf, type Setting } from "./circumstances/find-setting.ts";
import { clauseBeforeThere, eventStatedIn, placeStatedIn } from "./circumstances/meant-by-there.ts";
import type { Encounter, EncounterMode, Participant, StatedDate } from "./encounter.ts";
import { mergeTellings, type MergedEncounter, type ToldEncounter } from "./merge-tellings.ts";
import { ArticlePeople } from "./people/article-people.ts";
import { isNamedPlace } from "./people/named-place.ts";
import type { Person } from "./people/person.ts";
import { personId } from "./people/person-id.ts";
import { scanMentions, type RawMention } from "./people/scan-mentions.ts";
import { viewSentence, type Group, type Unit } from "./people/sentence-view.ts";
import { tokenize, type Token } from "./tokens.ts";
import { findNounTellings } from "./triggers/find-noun-tellings.ts";
import { findVerbTellings } from "./triggers/find-verb-tellings.ts";
import { verbForms } from "./triggers/verb-forms.ts";
import { isGroup, type Discourse, type Telling } from "./triggers/telling.ts";

/** Changes whenever the same article may give other encounters, or these other links: an index then links anew. */
export const encountersVersion = "6";

interface ReadSentence {
  readonly span: Span;
  readonly tokens: readonly Token[];
  readonly mentions: readonly RawMention[];
}

/** Every encounter the article tells, in the order of the text. */
export function findEncounters(article: Article): readonly Encounter[] {
  const sentences = readSentences(article);
  const context: DateContext = { published: article.published, year: onlyYear(article.text) };
  const people = new ArticlePeople(article.published, latestYear(article.text));
  const title = readSentence(article.title, { start: 0, end: article.title.length });
  for (const { mentions } of sentences) people.learn(mentions);
  people.learn(title.mentions);
  openWithTitle(title, people);
  const merged = mergeTellings(tellAll(article, sentences, people, context));
  return merged.map((encounter) => toEncounter(article, encounter));
}

function readSentences(article: Article): ReadSentence[] {
  const sentences: ReadSentence[] = [];
  for (const paragraph of article.paragraphs) {
    const text = article.text.slice(paragraph.start, paragraph.end);
    for (const { start, end } of splitSentences(text)) {
      const span = { start: paragraph.start + start, end: paragraph.start + end };
      sentences.push(readSentence(article.text, span));
    }
  }
  return sentences;
}

function readSentence(text: string, span: Span): ReadSentence {
  const tokens = tokenize(text, span.start, span.end);
  const mentions = scanMentions(tokens).filter((mention) => !isNamedPlace(tokens, mention));
  return { span, tokens, mentions };
}

/** The title proves nothing, but "les deux présidents" of the first sentence may be named in it alone. */
function openWithTitle(title: ReadSentence, people: ArticlePeople): void {
  const persons: Person[] = [];
  for (const mention of title.mentions) {
    if (mention.kind === "named") persons.push(...people.resolve(mention, persons).persons);
  }
  const sure = [...new Set(persons)].filter((p) => !p.doubtful);
  if (sure.length === 2) people.noteTogether(sure);
}

function tellAll(
  article: Article,
  sentences: readonly ReadSentence[],
  people: ArticlePeople,
  context: DateContext,
): ToldEncounter[] {
  const told: ToldEncounter[] = [];
  let previousSubject: readonly Person[] = [];
  let previousUnits: readonly Unit[] = [];
  for (const sentence of sentences) {
    const { span } = sentence;
    people.beginSentence();
    const units = resolveSentence(sentence, people, previousSubject);
    const discourse: Discourse = { previousSubject, lastTogether: people.lastTogether };
    const tellings = tellSentence(units, discourse);
    told.push(...withCircumstances(article, { span, units, previousUnits, tellings }, context));
    for (const { persons } of tellings) people.noteTogether(persons);
    const subject = units.find(
      (u) => isGroup(u) && u.preposition === null && u.persons.some((p) => !p.doubtful),
    );
    if (isGroup(subject)) previousSubject = subject.persons.filter((p) => !p.doubtful);
    people.noteTopic(isGroup(subject) ? previousSubject : []);
    previousUnits = units;
    noteGroup(units, people);
  }
  return told;
}

function tellSentence(units: readonly Unit[], discourse: Discourse): Telling[] {
  return [...findVerbTellings(units, discourse), ...findNounTellings(units, discourse)].sort(
    (a, b) => a.start - b.start,
  );
}

/** Two persons named together ("Lavrov et Kerry") may be "les deux hommes" of the next sentence. */
function noteGroup(units: readonly Unit[], people: ArticlePeople): void {
  const pair = units.find((u) => isGroup(u) && u.persons.length === 2 && !u.pronoun);
  if (isGroup(pair)) people.noteTogether(pair.persons);
}

function resolveSentence(
  sentence: ReadSentence,
  people: ArticlePeople,
  previousSubject: readonly Person[],
): Unit[] {
  const earlier: Person[] = [];
  const mentioned = sentence.mentions.map((raw) => {
    const before = raw.kind === "pronoun" && earlier.length === 0 ? previousSubject : earlier;
    const reference = people.resolve(raw, before);
    earlier.push(...reference.persons);
    return { raw, reference };
  });
  const units = viewSentence(
    sentence.tokens,
    mentioned.filter(({ raw, reference }) => !isPlaceLike(sentence.tokens, raw, reference.persons)),
  );
  return units.some(isNamelessPair)
    ? units.map((unit) => (isNamelessPair(unit) ? asPair(unit, people.lastTogether) : unit))
    : units;
}

/** "La présidente moldave et son homologue roumain": nobody names them here. */
function isNamelessPair(unit: Unit): unit is Group {
  return isGroup(unit) && unit.size === 2 && unit.persons.length === 0 && unit.unnamed;
}

function asPair(unit: Group, lastTogether: readonly Person[]): Group {
  return lastTogether.length === 2 ? { ...unit, persons: lastTogether, unnamed: false } : unit;
}

/** "Paris Match", whom nobody is called; "à Woodside": one unknown word after "à" is a place, unless it is telephoned. */
function isPlaceLike(
  tokens: readonly Token[],
  raw: RawMention,
  persons: readonly Person[],
): boolean {
  if (persons.length === 0) return raw.kind === "named";
  const before = tokens[raw.first - 1]?.text.toLowerCase() ?? "";
  const isCalled = verbForms.get(tokens[raw.first - 2]?.text ?? "")?.lemma === "téléphoner";
  if (isCalled || !/^(?:à|dans|vers|depuis|via|en)$/.test(before)) return false;
  return persons.every((p) => p.doubtful);
}

interface SentenceContext {
  readonly span: Span;
  readonly units: readonly Unit[];
  readonly previousUnits: readonly Unit[];
  readonly tellings: readonly Telling[];
}

/** What is the same for all encounters of a sentence. */
interface SentenceFacts {
  readonly text: string;
  readonly isClosed: boolean;
  readonly settings: readonly Setting[];
  readonly dates: DateContext;
}

function withCircumstances(
  article: Article,
  context: SentenceContext,
  dates: DateContext,
): ToldEncounter[] {
  const { span, units, tellings } = context;
  if (tellings.length === 0) return [];
  const text = article.text.slice(span.start, span.end);
  const settings = findSettings(article.text, units);
  const isClosed = /[.!?…»"]$/.test(text.trimEnd());
  const facts = {
    text,
    isClosed,
    settings,
    dates: { ...dates, year: onlyYear(text) ?? dates.year },
  };
  return tellings.map((telling) => toTold(context, facts, telling));
}

function toTold(context: SentenceContext, facts: SentenceFacts, telling: Telling): ToldEncounter {
  const { span, tellings } = context;
  const rivals = tellings.filter((t) => !t.anaphoric && t.triggerIndex !== telling.triggerIndex);
  const remote = telling.mode === "phone" || telling.mode === "video";
  const place = remote ? null : placeOf(context, telling, rivals);
  const setting = settingOf(facts.settings, telling.triggerIndex);
  const question = {
    sentence: facts.text,
    trigger: telling.start - span.start,
    rivals: rivals.map((t) => t.start - span.start),
    status: telling.status,
  };
  const date = findDate(question, facts.dates) ?? dateOfEvent(context, facts, telling);
  return {
    persons: telling.persons,
    unnamed: telling.unnamed,
    mode: modeWithPlace(telling.mode, place, setting),
    status: telling.status,
    place,
    setting,
    date,
    sentence: span,
    anaphoric: telling.anaphoric,
    weight: weigh(facts, telling, [place, date]),
  };
}

/** "Elle y a rencontré…": the place of the clause or of the sentence before. */
function placeOf(
  { units, previousUnits }: SentenceContext,
  telling: Telling,
  rivals: readonly Telling[],
): string | null {
  const at = telling.triggerIndex;
  const place = findPlace(
    units,
    at,
    rivals.map((t) => t.triggerIndex),
  );
  if (place !== null) return place;
  const clause = clauseBeforeThere(units, at);
  return clause === null ? null : (placeStatedIn(clause) ?? placeStatedIn(previousUnits));
}

/** "Une réunion se tient le 3 mars; X y retrouvera Y": the day of the event that "y" means. */
function dateOfEvent(
  { span, units }: SentenceContext,
  { text, dates }: SentenceFacts,
  telling: Telling,
): StatedDate | null {
  const clause = clauseBeforeThere(units, telling.triggerIndex) ?? [];
  const event = eventStatedIn(clause);
  const last = clause.at(-1);
  if (event === null || last === undefined) return null;
  const end = last.kind === "group" ? last.end : last.token.end;
  const sentence = text.slice(0, end - span.start);
  const question = { sentence, trigger: event - span.start, rivals: [], status: telling.status };
  return findDate(question, dates);
}

/** How well a sentence proves the encounter: who, how, where and when it says; headings prove little. */
function weigh(
  { text, isClosed }: SentenceFacts,
  telling: Telling,
  stated: readonly unknown[],
): number {
  const named = telling.persons.filter((p) => text.includes(p.name.split(" ").at(-1) ?? p.name));
  const remote = telling.mode === "phone" || telling.mode === "video";
  return (
    named.length * 4 +
    stated.filter((fact) => fact !== null).length +
    (remote ? 3 : 0) -
    (telling.anaphoric ? 8 : 0) -
    (isClosed ? 0 : 6)
  );
}

/** Whoever talks at a place or on the margins of an event talks face to face, unless a telephone is named. */
function modeWithPlace(
  mode: EncounterMode,
  place: string | null,
  setting: string | null,
): EncounterMode {
  return mode === "unknown" && (place !== null || setting !== null) ? "in-person" : mode;
}

function toEncounter(article: Article, merged: MergedEncounter): Encounter {
  const { best } = merged;
  const participants: Participant[] = merged.persons.map((p) => ({
    id: personId(p.name),
    name: p.name,
  }));
  const sentences = new Map(merged.told.map(({ sentence }) => [sentence.start, sentence]));
  sentences.delete(best.sentence.start);
  const names = participants
    .map((p) => p.id)
    .sort()
    .join("+");
  return {
    id: `${article.articleId}:${best.sentence.start}:${merged.status}:${merged.mode}:${names}`,
    participants,
    mode: merged.mode,
    status: merged.status,
    place: merged.place,
    setting: merged.setting,
    date: merged.date,
    articleId: article.articleId,
    evidence: article.text.slice(best.sentence.start, best.sentence.end),
    start: best.sentence.start,
    end: best.sentence.end,
    alsoAt: [...sentences.values()],
    sameAs: [],
  };
}

/** What stands before is looked at last: a figure is found sooner. */
const YEARS = /(?:19|20)\d\d(?<!(?:\p{L}|\d)\d{4})(?![\p{L}\d])/gu;

/** The only year the text states, or null: a date without year is read in it. */
function onlyYear(text: string): string | null {
  const years = new Set(text.match(YEARS));
  const [only] = years;
  return years.size === 1 ? (only ?? null) : null;
}

/** The latest year the text states, or null: who held an office is read at its end. */
function latestYear(text: string): string | null {
  const years: readonly string[] = text.match(YEARS) ?? [];
  return years.reduce<string | null>(
    (latest, year) => (latest === null || year > latest ? year : latest),
    null,
  );
}
