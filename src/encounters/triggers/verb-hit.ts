// Recognises a verb that may tell of an encounter: which verb, active, passive or pronominal, and
// that it is no noun ("la rencontre") and no idiom ("se voir refuser"). Who met whom is read elsewhere.

import type { Unit, Word } from "../people/sentence-view.ts";
import { wordsBetween, wordsOf } from "./sentence-text.ts";
import { isGroup, isSign, isWordUnit } from "./telling.ts";
import { verbForms, type VerbForm } from "./verb-forms.ts";
import { gathering, verbTriggers, type VerbTrigger } from "./verb-triggers.ts";

const CLITIC_OR_ADVERB =
  /^(?:se|s'|le|la|l'|les|lui|leur|y|en|n'|ne|nous|me|m'|pas|jamais|plus|deja|aussi|egalement|encore|ensuite|toujours|bientot|enfin|donc|ainsi|meme|puis|tous|toutes|ete|t'|te|a nouveau|hier|alors|tout|bien|ici|notamment|seulement|depuis|point|guere|vite)$|ment$/;

const TO_BE =
  /^(?:est|sont|etait|etaient|fut|furent|sera|seront|serait|seraient|ete|etre|etant|soit)$/;

const TO_HAVE =
  /^(?:a|ont|ai|avait|avaient|avons|eut|eurent|aura|auront|aurait|auraient|avoir|ayant|ait|aient)$/;

const NOUN_MARKERS =
  /^(?:la|une|cette|sa|ma|leur|chaque|toute|aucune|premiere|derniere|prochaine|de|d'|seconde|nouvelle|breve|l'|un|cet|le|du|en|meme|les|des|ces|simple|grande|longue|ultime|unique|future|par|sans|apres)$/;

export interface VerbHit {
  readonly at: number;
  readonly word: Word;
  readonly form: VerbForm;
  readonly trigger: VerbTrigger;
  readonly reflexive: boolean;
  readonly passive: boolean;
}

export function readHit(units: readonly Unit[], at: number): VerbHit | null {
  const word = units[at];
  if (!isWordUnit(word)) return null;
  const form = verbForms.get(word.lower);
  if (form === undefined) return null;
  const own = triggerOf(units, at, form);
  if (own === null || isNounUse(units, at, form)) return null;
  const chain = chainBefore(units, at);
  const reflexive = chain.some((w) => /^(?:se|s')$/.test(w.fold));
  if (form.lemma === "voir" && reflexive && isSeenDoing(units, at)) return null;
  if (form.lemma === "échanger" && exchangesThings(units, at)) return null;
  if (MEETS.test(form.lemma) && isCastIn(units, at)) return null;
  if (form.lemma === "appeler" && (isNaming(form, chain) || isNamed(units[at + 1]))) return null;
  const needsReflexive = own.onlyReflexive === true && !reflexive && !isBareParticiple(form, chain);
  if (needsReflexive && form.lemma !== "réunir") return null;
  const trigger = needsReflexive ? gathering : own;
  const passive = form.tense === "participle" && !reflexive && isPassive(form, chain, trigger);
  return { at, word, form, trigger, reflexive, passive };
}

/** Words between "avoir eu" and its "au téléphone": a name with a function is one. */
const MAX_TO_PHONE = 6;

/** Words from "visite" to its verb: "la visite qu'il devait finalement rendre à Y". */
const MAX_TO_RENDER = 8;

/** "serrer", "rendre", "avoir" tell of an encounter only as "serrer la main", "rendre visite", "avoir au téléphone". */
function triggerOf(units: readonly Unit[], at: number, form: VerbForm): VerbTrigger | null {
  const next = wordsBetween(units, at + 1, at + 4);
  if (form.lemma === "serrer") {
    return /^(?:\S+ )?la main/.test(next)
      ? { frame: "to", mode: "in-person", reciprocal: true, example: "ils se sont serré la main" }
      : null;
  }
  if (form.lemma === "donner") {
    return /^(?:l'|une )accolade|^une (?:\S+ )?poignee de main/.test(next)
      ? {
          frame: "to",
          mode: "in-person",
          reciprocal: true,
          example: "ils se sont donné l'accolade",
        }
      : null;
  }
  if (form.lemma === "rendre") {
    const visited = /\bvisite (?:que |qu')/.test(
      wordsBetween(units, Math.max(0, at - MAX_TO_RENDER), at),
    );
    return visited || /^(?:\S+ )?visite\b/.test(next)
      ? {
          frame: "to",
          mode: "in-person",
          reciprocal: false,
          example: "Orban a rendu visite à Trump",
        }
      : null;
  }
  if (form.lemma === "prendre" || form.lemma === "partager") {
    return /^(?:un|le|leur) (?:\S+ )?(?:cafe|the|verre|repas|petit-dejeuner)\b/.test(next)
      ? {
          frame: "with",
          mode: "in-person",
          reciprocal: true,
          example: "Attal a pris un café avec Borne",
        }
      : null;
  }
  if (form.lemma === "avoir") {
    const phone = /\b(?:au telephone|au bout du fil)\b/;
    return phone.test(wordsBetween(units, at + 1, at + 1 + MAX_TO_PHONE))
      ? {
          frame: "object",
          mode: "phone",
          reciprocal: false,
          strict: true,
          example: "Macron a eu Meloni au téléphone",
        }
      : null;
  }
  if (form.lemma === "rappeler") return null;
  return verbTriggers[form.lemma] ?? null;
}

/** "se verront présenter une copie", "s'est vu refuser": no meeting. */
function isSeenDoing(units: readonly Unit[], at: number): boolean {
  const next = units.slice(at + 1, at + 3);
  return (
    next.some(
      (unit, i) => isInfinitive(unit) && (i === 0 || wordsOf(next.slice(0, 1)).endsWith("ment")),
    ) || wordsOf(next).startsWith("comme")
  );
}

const MEETS = /^(?:rencontrer|croiser|retrouver|revoir)$/;
/** Words from the verb to a title. */
const MAX_TO_TITLE = 8;

/** "retrouve Y dans « Titre »": a story; but "a rencontré Y, a-t-il dit dans « Titre »". */
function isCastIn(units: readonly Unit[], at: number): boolean {
  for (let i = at + 1; i < at + MAX_TO_TITLE; i += 1) {
    const unit = units[i];
    if (isSign(unit, ",;:.")) return false;
    if (!isWordUnit(unit) || unit.fold !== "dans") continue;
    const title = units[i + 2];
    return isSign(units[i + 1], '«“"') && (isGroup(title) || isCapitalWord(title));
  }
  return false;
}

/** "échanger quelques pas de danse", "plusieurs lettres"; but "échanger des propos", "quelques minutes". */
function exchangesThings(units: readonly Unit[], at: number): boolean {
  const next = wordsBetween(units, at + 1, at + 4);
  return (
    /^(?:un|une|des|de|leurs?|quelques|plusieurs|ses|les|la|le|l'|son|sa)\s?/.test(next) &&
    !/\b(?:quelques mots|propos|vues|idees|points? de vue|opinions?|fois|minutes?|heures?|instants?)\b/.test(
      next,
    )
  );
}

/** "il s'appelle Paul", "je m'appelle"; but "ils se sont appelés". */
function isNaming({ tense }: VerbForm, chain: readonly Word[]): boolean {
  const calledEachOther = tense === "participle" && chain.some((w) => TO_BE.test(w.fold));
  return !calledEachOther && chain.some((w) => /^(?:me|m'|te|t'|s'|se)$/.test(w.fold));
}

/** "appelé MADECH", "appelé « le Sage »": a name that is no person's follows. */
function isNamed(next: Unit | undefined): boolean {
  return isSign(next, '«“"') || isCapitalWord(next);
}

function isNounUse(units: readonly Unit[], at: number, form: VerbForm): boolean {
  if (form.tense === "infinitive") return isNounAfterArticle(units[at - 1]);
  if (form.tense !== "present" && form.tense !== "participle") return false;
  const before = units[at - 1];
  if (before === undefined) return form.tense === "present" && isCapitalWord(units[at]);
  if (!isWordUnit(before) || !NOUN_MARKERS.test(before.fold)) {
    return (
      isWordUnit(before) &&
      form.tense === "present" &&
      /^[«":,.]$/.test(before.token.text) &&
      isCapitalWord(units[at])
    );
  }
  const second = units[at - 2];
  const clitic =
    /^(?:la|l'|le|les)$/.test(before.fold) &&
    (isGroup(second) || (isWordUnit(second) && /^(?:qui|il|elle|ne)$/.test(second.fold)));
  return form.tense === "present" && !clitic;
}

/** "un dîner", "du déjeuner"; but "a dû rencontrer" */
function isNounAfterArticle(before: Unit | undefined): boolean {
  return (
    isWordUnit(before) &&
    /^(?:un|le|du|ce|au|ces|des|son|leur|dernier|premier|prochain)$/.test(before.lower)
  );
}

function isCapitalWord(unit: Unit | undefined): boolean {
  return isWordUnit(unit) && /^\p{Lu}/u.test(unit.token.text);
}

const ASIDES =
  /^(?:pour (?:sa|leur) part|de (?:son|leur) cote|à (?:son|leur) tour|quant à (?:lui|elle|eux)|par ailleurs|en outre|en effet|à nouveau|de nouveau|dans la foulee|d'ailleurs|tout d'abord|en personne|(?:lui|elle|eux) aussi|une nouvelle fois)$/;
/** The words that end one. */
const ASIDE_ENDS = new Set(
  "part cote tour lui elle eux ailleurs outre effet nouveau foulee abord personne aussi fois".split(
    " ",
  ),
);
const MAX_ASIDE = 8;

/** How many units up to `at` stand between auxiliary and participle: "a pour sa part appelé", "a, mardi matin, reçu". */
export function asideBefore(units: readonly Unit[], at: number): number {
  const last = units[at];
  const longest = isWordUnit(last) && ASIDE_ENDS.has(last.fold) ? 4 : 0;
  for (let size = 2; size <= longest; size += 1) {
    if (ASIDES.test(wordsBetween(units, Math.max(0, at - size + 1), at + 1))) return size;
  }
  if (!isSign(units[at], ",")) return 0;
  for (let i = at - 1; i > Math.max(0, at - MAX_ASIDE); i -= 1) {
    const unit = units[i];
    if (!isWordUnit(unit)) return 0;
    if (!isSign(unit, ",")) continue;
    const helper = units[i - 1];
    const splits = isWordUnit(helper) && (TO_HAVE.test(helper.lower) || TO_BE.test(helper.lower));
    return splits ? at - i + 1 : 0;
  }
  return 0;
}

/** Clitics, adverbs and auxiliaries right before the verb, nearest first. */
export function chainBefore(units: readonly Unit[], at: number): Word[] {
  const chain: Word[] = [];
  for (let i = at - 1; i >= 0 && chain.length < 9; i -= 1) {
    i -= asideBefore(units, i);
    const unit = units[i];
    if (isGroup(unit) && unit.pronoun) continue;
    if (!isWordUnit(unit)) break;
    if (!CLITIC_OR_ADVERB.test(unit.fold) && !TO_BE.test(unit.fold) && !TO_HAVE.test(unit.fold))
      break;
    chain.push(unit);
  }
  return chain;
}

export function isChainWord(unit: Unit | undefined): boolean {
  return (
    isWordUnit(unit) &&
    unit.lower !== "à" &&
    (CLITIC_OR_ADVERB.test(unit.fold) || TO_BE.test(unit.fold) || TO_HAVE.test(unit.fold))
  );
}

export function isBareParticiple(form: VerbForm, chain: readonly Word[]): boolean {
  return (
    form.tense === "participle" && !chain.some((w) => TO_BE.test(w.fold) || TO_HAVE.test(w.fold))
  );
}

function isPassive(form: VerbForm, chain: readonly Word[], trigger: VerbTrigger): boolean {
  if (trigger.passive !== true && form.lemma !== "réunir") return false;
  return isBareParticiple(form, chain) || chain.some((w) => TO_BE.test(w.fold));
}

export function isInfinitive(unit: Unit | undefined): boolean {
  return (
    isWordUnit(unit) && /(?:er|ir|re|oir)$/.test(unit.lower) && /^\p{Ll}/u.test(unit.token.text)
  );
}
