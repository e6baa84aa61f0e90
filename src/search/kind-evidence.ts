import { ENGLISH_MONTHS, FRENCH_MONTH_PATTERN } from "../corpus/months.ts";
import { isCountryOrPeople } from "../terms/countries.ts";
import { splitWords } from "../terms/split-words.ts";
import { findNames, isAcronym } from "./find-names.ts";
import type { WantedKind } from "./wanted-kind.ts";

/**
 * Whether a sentence holds an answer of the wanted kind: 1 it clearly does, 0 it does not, in between
 * when only its form suggests so. Patterns, no dictionary: they know dates, durations, figures, names
 * after a preposition, reasons and quotation marks. French and English.
 */

/** Without "march" and "may", which are verbs too. */
const englishMonth = ENGLISH_MONTHS.filter((name) => name !== "march" && name !== "may").join("|");
const month = `${FRENCH_MONTH_PATTERN}|${englishMonth}`;
const numeral =
  "un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cents?|mille|two|three|four|five|seven|eight|nine|ten|eleven|twelve|hundred|thousand";
const about =
  "dizaines?|douzaines?|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaines?|milliers?|dozens|hundreds|thousands";
const foldedNumeral = new RegExp(
  `^(?:\\d.*|${numeral}|${about}|millions?|milliards?|billions?|moitie|half|tiers|quart|aucune?|seule?)$`,
  "u",
);
const manyNumeral = numeral.replace("un|une|", "");
const timeSpan =
  "secondes?|minutes?|min|heures?|h|jours?|journées?|nuits?|semaines?|mois|ans?|années?|saisons?|décennies?|siècles?|hours?|days?|weeks?|months?|years?";
const currency =
  "euros?|dollars?|pounds|francs?|livres? (?:sterling|turques?|libanaises?|syriennes?|égyptiennes?)|roubles?|yens?|yuans?|lires?|pesos?";

/** Whole words: \b takes an accented letter for a word's end. */
const words = (alternatives: string): string => `(?<!\\p{L})(?:${alternatives})(?!\\p{L})`;

const fullDate = new RegExp(
  words(`\\d{1,2}(?:er)? (?:${month})|(?:${month}) \\d{4}|(?:${englishMonth}|march|may) \\d{1,2}`),
  "iu",
);
/** "2017", but not "2000 intérimaires". */
const year =
  /(?<![\d.,])(?:1\d{3}|20\d{2})(?![\d.,]\d|\d| ?%| ?€| (?!plusieurs|certain|depuis|toujours|jamais|alors|quelques)\p{Ll}{3,}[sx](?!\p{L}))/u;
/** "à 3h40", "20 h 30", "dès 10 heures", "midi"; not "10 heures de train". */
const clock =
  /(?<![\d.,])(?:[01]?\d|2[0-4]) ?h(?: ?[0-5]\d)?(?![\p{L}\d])|(?:à|dès|vers|avant|après|jusqu.à|peu avant) \d{1,2} heures?(?! d[e’'])|(?<!\p{L})(?:midi|minuit|noon|midnight|\d ?[ap]\.?m)(?!\p{L})/iu;
const looseDate = new RegExp(
  `${words(`lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|avant-hier|demain|aujourd.hui|siècle|week-end|printemps|automne|hiver|cet été|ce (?:matin|soir|mois)|${month}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|tomorrow`)}|la (?:veille|semaine (?:dernière|prochaine))|le (?:lendemain|mois dernier)|l.(?:an|année) (?:dernier|dernière|prochain|prochaine)|il y a [^,.]{1,30}(?:ans|mois|semaines|jours|siècles)|(?:jours?|semaines?|mois|ans?|heures) plus tard`,
  "iu",
);
const duration = new RegExp(
  `(?:\\d|(?<!\\p{L})(?:${numeral}|plusieurs|quelques|(?:${about}) d(?:e |[’'])))(?: à \\d+)? ?(?:longs? |longues? |bonnes? )?(?:${timeSpan})(?!\\p{L})|demi-heure|quarts? d[’']heure`,
  "iu",
);
/** "Jean Petit, 59 ans," and "âgé de 59 ans" say no duration. */
const statedAge = /(?:âgée?s? de|,) \d{1,3} ans(?=[,.;)]| et )/giu;
/** Figures that are no count: "une femme de 71 ans", "à 17h", "pendant douze jours". */
const measuredTime = new RegExp(
  words(`(?:\\d[\\d.,]*|${manyNumeral})(?:[ -](?:${timeSpan})(?:-old)?| ?h(?: ?[0-5]\\d)?)`),
  "giu",
);
const looseDuration = new RegExp(
  words("une heure|demi-heure|journée|toute la|depuis|pendant|durant|jusqu[’'](?:à|au|aux|en)"),
  "iu",
);
const figure = /\d/u;
const numberWord = new RegExp(
  words(
    `${manyNumeral}|millions?|milliards?|${about}|moitié|half|tiers|quart|double|triple|unique|seule?|aucune?`,
  ),
  "iu",
);
const strongReason =
  /(?<!\p{L})(?:parce qu|car(?!\p{L})|en raison d|à cause d|grâce (?:à|aux?)|puisqu|du fait d|faute d|par manque|afin d|afin qu|pour que|dans le but|c.est pourquoi|(?:à la )?suites? (?:à|aux?|d)|emportée?s? par|atteinte?s? d|(?:lutte|combat|bataille) contre (?:la|le|un|une|sa|son) (?:maladie|cancer)|because|(?:due|owing) to(?!\p{L})|étant donné|compte tenu d|sous prétexte|au motif|pour cause|motivée?s? par|provoquée?s? par|causée?s? par|entraînée?s? par|s.explique par|par (?:crainte|peur) d|victimes? d|succombé|due?s? (?:à|aux?))/iu;
/** "pour Rennes" is no reason. */
const looseReason =
  /(?<!\p{L})(?:pour(?! \p{Lu}| \d)|afin|ainsi|donc|permet|permettant|en effet|vise|visant|liée?s? (?:à|aux?))(?!\p{L})/u;
/** "5 ans de prison", "il y a 5 ans" say no age. */
const age = new RegExp(
  `(?<!(?:il y a|depuis|pendant|durant|en|dans|après|quelque) )\\d+ ans(?! d[e’']| ferme| avec sursis| plus (?:tard|tôt)| après)(?!\\p{L})|(?<!\\p{L})âgée?s?|\\bage of\\b|\\d-year-old|\\baged \\d`,
  "iu",
);
const amount = new RegExp(
  `(?:\\d|${words(`millions?|milliards?|${manyNumeral}|${about}`)})(?: d[’'e])? ?(?:${currency}|€|\\$|£)(?!\\p{L})|[€$£] ?\\d|\\d ?[MkK](?:d|rd)?s? ?(?:€|\\$|£)|(?:millions?|milliards?) de livres`,
  "iu",
);
const quotationMark = /[«»“”"]/u;
const speech =
  /(?<!\p{L})(?:déclar|affirm|assur|indiqu|précis|expliqu|soulign|annonc|estim|répond|rappel|ajout|dit(?!\p{L})|selon|dénonc|prom(?:et|is)|préven|plaid|contest|réclam|regrett|souhait|demand|martel|confi[ée]|racont|réagi|exclu|fait (?:valoir|savoir)|said(?!\p{L})|told(?!\p{L}))/iu;
/** Where something is. */
const locative =
  /(?:^|[\s(])(?:à|au|aux|en|dans|vers|depuis|sur|près de|in|at|near|from|rue|place|région|ville de|village de|commune de|province de) (?:l[ae'’] ?|les |the )?(\p{Lu}[\p{L}-]+)/gu;
/** Where it is ("le maire de Lens"), or whose it is. */
const likelyPlace = 0.7;
const genitive = /(?:^|[\s(])(?:de|du|des) (?:l[ae'’] ?|les )?(\p{Lu}[\p{L}-]+)/gu;
const quotedTitle = /[«“"] ?\p{Lu}[^»”"]{2,60}[»”"]/gu;

/** Whether a folded word counts: "870", "douze", "dizaines". */
export function isNumeral(folded: string): boolean {
  return foldedNumeral.test(folded);
}

function dateEvidence(sentence: string): number {
  if (fullDate.test(sentence)) return 1;
  if (year.test(sentence) || clock.test(sentence)) return 0.9;
  return looseDate.test(sentence) ? 0.6 : 0;
}

function durationEvidence(sentence: string): number {
  if (duration.test(sentence.replace(statedAge, " "))) return 1;
  return looseDuration.test(sentence) ? 0.2 : 0;
}

function numberEvidence(sentence: string): number {
  const counts = sentence.replace(measuredTime, " ").replace(fullDate, " ").replace(year, " ");
  if (figure.test(counts)) return 1;
  if (numberWord.test(counts)) return 0.7;
  return figure.test(sentence) ? 0.3 : 0;
}

/** Tells the folded words of the question: its own names are no answer to it. */
export type Asked = (folded: string) => boolean;

/** What a sentence holds of a kind, to be judged in the light of a question: 0..1. */
export type KindReading = (asked: Asked) => number;

/** The folded words of a name, those with a capital. */
function wordsOf(name: string): readonly string[] {
  return splitWords(name).flatMap(({ folded, marked }) => (marked ? [folded] : []));
}

/** How many words of the freshest name the question did not say itself. */
function freshWords(names: readonly (readonly string[])[], asked: Asked): number {
  let most = 0;
  for (const words of names) {
    let fresh = 0;
    for (const word of words) if (!asked(word)) fresh++;
    most = Math.max(most, fresh);
  }
  return most;
}

/** Surer of a person of several fresh words. */
function readPersons(sentence: string): KindReading {
  const names = findNames(sentence)
    .filter((name) => !isAcronym(name))
    .map(wordsOf);
  return (asked) => [0, 0.7][freshWords(names, asked)] ?? 1;
}

/** A name of any kind, or a title in quotation marks. */
function readNames(sentence: string): KindReading {
  const titles = Array.from(sentence.matchAll(quotedTitle), ([title]) => title);
  const names = [...findNames(sentence), ...titles].map(wordsOf);
  return (asked) => (freshWords(names, asked) > 0 ? 1 : 0);
}

/** A place after its preposition, or a country (its people too). */
function readPlaces(sentence: string): KindReading {
  const namedAfter = (preposition: RegExp) =>
    Array.from(sentence.matchAll(preposition), ([, name = ""]) => wordsOf(name));
  const countries = findNames(sentence).filter(isCountryOrPeople).map(wordsOf);
  const sure = [...namedAfter(locative), ...countries];
  const likely = namedAfter(genitive);
  return (asked) =>
    freshWords(sure, asked) > 0 ? 1 : freshWords(likely, asked) > 0 ? likelyPlace : 0;
}

const always =
  (evidence: number): KindReading =>
  () =>
    evidence;

/** Reads a sentence for a kind of answer: how well its form fits. Worth remembering; judging is cheap. */
export function readKind(kind: WantedKind, sentence: string): KindReading {
  switch (kind) {
    case "date":
      return always(dateEvidence(sentence));
    case "duration":
      return always(durationEvidence(sentence));
    case "age":
      return always(age.test(sentence) ? 1 : 0);
    case "amount":
      return always(amount.test(sentence) ? 1 : figure.test(sentence) ? 0.3 : 0);
    case "number":
      return always(numberEvidence(sentence));
    case "person":
      return readPersons(sentence);
    case "place":
      return readPlaces(sentence);
    case "name":
      return readNames(sentence);
    case "reason":
      return always(strongReason.test(sentence) ? 1 : looseReason.test(sentence) ? 0.4 : 0);
    case "quotation":
      return always(quotationMark.test(sentence) ? 1 : speech.test(sentence) ? 0.5 : 0);
  }
}
