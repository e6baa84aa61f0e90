import { isCountryOrPeople } from "../terms/countries.ts";
import { splitWords } from "../terms/split-words.ts";
import { findNames, isAcronym } from "./find-names.ts";
import type { WantedKind } from "./wanted-kind.ts";

/**
 * Whether a sentence holds an answer of the wanted kind: 1 it clearly does, 0 it does not, in between
 * when only its form suggests so. Patterns, no dictionary: they know dates, durations, figures, names
 * after a preposition, reasons and quotation marks.
 */

const month =
  "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre";
const smallNumber =
  "un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|cents|mille|plusieurs|quelques";
const countedNumber =
  "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cents?|mille|millions?|milliards?|dizaines?|centaines?|milliers?|moitié|tiers|quart|double|triple|unique|seule?";

const fullDate = new RegExp(`\\b\\d{1,2}(?:er)? (?:${month})\\b|\\b(?:${month}) \\d{4}\\b`, "iu");
const year = /(?<![\d.,])(?:1\d{3}|20\d{2})(?![\d.,]\d|\d| ?%| ?€)/u;
const looseDate = new RegExp(
  `\\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|avant-hier|demain|aujourd.hui|siècle|${month})\\b|la (?:veille|semaine (?:dernière|prochaine))|le (?:lendemain|mois dernier)|l.(?:an|année) (?:dernier|dernière|prochain|prochaine)`,
  "iu",
);
const duration = new RegExp(
  `(?:\\d|\\b(?:${smallNumber}))(?: à \\d+)? ?(?:longs? |longues? |bonnes? )?(?:secondes?|minutes?|min|heures?|h|jours?|journées?|nuits?|semaines?|mois|ans?|années?|décennies?|siècles?)\\b`,
  "iu",
);
const looseDuration =
  /\b(?:une heure|demi-heure|journée|toute la|depuis|pendant|durant|jusqu.)\b/iu;
const figure = /\d/u;
const numberWord = new RegExp(`\\b(?:${countedNumber})\\b`, "iu");
const strongReason =
  /(?<!\p{L})(?:parce qu|car(?!\p{L})|en raison d|à cause d|grâce (?:à|aux?)|puisqu|du fait d|faute d|par manque|afin d|afin qu|pour que|dans le but|c.est pourquoi|suite (?:à|aux?)|étant donné|sous prétexte|au motif|pour cause|motivée? par|s.explique par|due? (?:à|aux?)|dus (?:à|aux?))/iu;
const looseReason = /\b(?:pour|afin|ainsi|donc|permet|permettant|en effet|vise|visant)\b/iu;
const age = /\d+ ans\b|(?<!\p{L})âgée?s?|\bage of\b/iu;
const amount =
  /(?:\d|millions?|milliards?|milliers?|cents?|mille)(?: d[’'e])? ?(?:euros?|dollars?|francs?|livres?|roubles?|yens?|yuans?|lires?|pesos?|€|\$|£)|[€$£] ?\d|\d ?(?:€|\$|£)/iu;
const quotationMark = /[«»“”"]/u;
const speech =
  /\b(?:déclar|affirm|assur|indiqu|précis|expliqu|soulign|annonc|estim|répond|rappel|ajout|affirm|dit|selon)/iu;
const placeName =
  /(?:^|[\s(])(?:à|au|aux|en|dans|vers|depuis|de|du|des|sur|près de|rue|place|région|ville|province) (?:l[ae'’] ?|les )?(\p{Lu}[\p{L}-]+)/gu;
const quotedTitle = /[«“"] ?\p{Lu}[^»”"]{2,60}[»”"]/gu;

function dateEvidence(sentence: string): number {
  if (fullDate.test(sentence)) return 1;
  if (year.test(sentence)) return 0.9;
  return looseDate.test(sentence) ? 0.6 : 0;
}

function durationEvidence(sentence: string): number {
  if (duration.test(sentence)) return 1;
  return looseDuration.test(sentence) ? 0.2 : 0;
}

function numberEvidence(sentence: string): number {
  const withoutDates = sentence.replace(fullDate, " ").replace(year, " ");
  if (figure.test(withoutDates)) return 1;
  if (numberWord.test(sentence)) return 0.7;
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
  const places = Array.from(sentence.matchAll(placeName), ([, name = ""]) => name);
  const names = [...places, ...findNames(sentence).filter(isCountryOrPeople)].map(wordsOf);
  return (asked) => (freshWords(names, asked) > 0 ? 1 : 0);
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
