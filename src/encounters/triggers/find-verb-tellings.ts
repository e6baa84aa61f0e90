// Encounters told by verbs: "X a rencontré Y", "X et Y se sont entretenus", "Y a été reçu par X".
// In: the units of a sentence. Out: who met whom, with mode and status. Places and dates come later.

import type { Person } from "../people/article-people.ts";
import type { Group, Unit, Word } from "../people/sentence-view.ts";
import { falseFriend } from "./false-friends.ts";
import { verbStatusRules } from "./status-rules.ts";
import {
  clauseEnd,
  clauseStart,
  isGroup,
  isWordUnit,
  modeAround,
  speakerAround,
  subjectAfter,
  subjectBefore,
  wordsOf,
  type Discourse,
  type Telling,
} from "./telling.ts";
import { verbForms, type VerbForm } from "./verb-forms.ts";
import { verbTriggers, type VerbTrigger } from "./verb-triggers.ts";

const CLITIC_OR_ADVERB =
  /^(?:se|s'|le|la|l'|les|lui|leur|y|en|n'|ne|nous|me|m'|pas|jamais|plus|deja|aussi|egalement|encore|ensuite|toujours|bientot|enfin|donc|ainsi|meme|puis|tous|toutes|ete|t'|te|a nouveau|hier|alors|tout|bien|ici|notamment|seulement|depuis|point|guere|vite)$|ment$/;
const TO_BE =
  /^(?:est|sont|etait|etaient|fut|furent|sera|seront|serait|seraient|ete|etre|etant|soit)$/;
const TO_HAVE =
  /^(?:a|ont|ai|avait|avaient|avons|eut|eurent|aura|auront|aurait|auraient|avoir|ayant|ait|aient)$/;
const NOUN_MARKERS =
  /^(?:la|une|cette|sa|ma|leur|chaque|toute|aucune|premiere|derniere|prochaine|de|d'|seconde|nouvelle|breve|l'|un|cet|le|du|en|meme|les|des|ces|simple|grande|longue|ultime|unique|future|par|sans|apres)$/;

interface Hit {
  readonly at: number;
  readonly word: Word;
  readonly form: VerbForm;
  readonly trigger: VerbTrigger;
  readonly reflexive: boolean;
  readonly passive: boolean;
}

/** Every encounter a verb of the sentence tells. */
export function findVerbTellings(units: readonly Unit[], discourse: Discourse): Telling[] {
  const tellings: Telling[] = [];
  const objects = new Set<Group>();
  const sentence = wordsOf(units);
  for (let at = 0; at < units.length; at += 1) {
    const hit = readHit(units, at);
    if (hit === null || isFalseFriend(units, hit, sentence)) continue;
    const telling = tellHit(units, hit, objects, discourse);
    if (telling !== null) tellings.push(telling);
  }
  return tellings;
}

function readHit(units: readonly Unit[], at: number): Hit | null {
  const word = units[at];
  if (!isWordUnit(word)) return null;
  const form = verbForms.get(word.lower);
  if (form === undefined) return null;
  const trigger = triggerOf(units, at, form);
  if (trigger === null || isNounUse(units, at, form)) return null;
  const chain = chainBefore(units, at);
  const reflexive = chain.some((w) => /^(?:se|s')$/.test(w.fold));
  if (form.lemma === "échanger" && exchangesThings(units, at)) return null;
  if (form.lemma === "appeler" && chain.some((w) => /^(?:me|m'|te|t'|s'|se)$/.test(w.fold))) return null;
  if (trigger.onlyReflexive === true && !reflexive && !isBareParticiple(form, chain)) return null;
  const passive = form.tense === "participle" && !reflexive && isPassive(form, chain, trigger);
  return { at, word, form, trigger, reflexive, passive };
}

/** "serrer" and "rendre" tell of an encounter only as "serrer la main", "rendre visite". */
function triggerOf(units: readonly Unit[], at: number, form: VerbForm): VerbTrigger | null {
  const next = wordsOf(units.slice(at + 1, at + 4));
  if (form.lemma === "serrer") {
    return /^(?:\S+ )?la main/.test(next)
      ? { frame: "to", mode: "in-person", reciprocal: true, example: "ils se sont serré la main" }
      : null;
  }
  if (form.lemma === "rendre") {
    return /^(?:\S+ )?visite\b/.test(next)
      ? {
          frame: "to",
          mode: "in-person",
          reciprocal: false,
          example: "Orban a rendu visite à Trump",
        }
      : null;
  }
  if (form.lemma === "rappeler") return null;
  return verbTriggers[form.lemma] ?? null;
}

/** "échanger quelques pas de danse"; but "échanger des propos", "échanger longuement". */
function exchangesThings(units: readonly Unit[], at: number): boolean {
  const next = wordsOf(units.slice(at + 1, at + 4));
  return /^(?:un|une|des|de|leurs?|quelques|les|la|le|l'|son|sa)\s?/.test(next) && !/\b(?:mots?|propos|vues|idees|points? de vue|opinions?)\b/.test(next);
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

/** "un dîner", "du déjeuner" */
function isNounAfterArticle(before: Unit | undefined): boolean {
  return isWordUnit(before) && /^(?:un|le|du|ce|au|ces|des|son|leur|dernier|premier|prochain)$/.test(before.fold);
}

function isCapitalWord(unit: Unit | undefined): boolean {
  return isWordUnit(unit) && /^\p{Lu}/u.test(unit.token.text);
}

/** Clitics, adverbs and auxiliaries right before the verb, nearest first. */
function chainBefore(units: readonly Unit[], at: number): Word[] {
  const chain: Word[] = [];
  for (let i = at - 1; i >= 0 && chain.length < 9; i -= 1) {
    const unit = units[i];
    if (isGroup(unit) && unit.pronoun) continue;
    if (!isWordUnit(unit)) break;
    if (!CLITIC_OR_ADVERB.test(unit.fold) && !TO_BE.test(unit.fold) && !TO_HAVE.test(unit.fold))
      break;
    chain.push(unit);
  }
  return chain;
}

function isBareParticiple(form: VerbForm, chain: readonly Word[]): boolean {
  return (
    form.tense === "participle" && !chain.some((w) => TO_BE.test(w.fold) || TO_HAVE.test(w.fold))
  );
}

function isPassive(form: VerbForm, chain: readonly Word[], trigger: VerbTrigger): boolean {
  if (trigger.passive !== true && form.lemma !== "réunir") return false;
  return isBareParticiple(form, chain) || chain.some((w) => TO_BE.test(w.fold));
}

function isFalseFriend(units: readonly Unit[], hit: Hit, sentence: string): boolean {
  const before = wordsOf(units.slice(0, hit.at));
  const after = ` ${wordsOf(units.slice(hit.at + 1, hit.at + 8))}`;
  return falseFriend(hit.form.lemma, sentence, before, after) !== null;
}

function tellHit(
  units: readonly Unit[],
  hit: Hit,
  objects: Set<Group>,
  discourse: Discourse,
): Telling | null {
  const others = othersOf(units, hit, objects);
  if (others === "none") return null;
  const subject = subjectOf(units, hit, objects, discourse);
  const other = others === "everybody" ? null : others;
  if (other !== null) objects.add(other);
  const persons = unique([...(subject?.persons ?? []), ...(other?.persons ?? [])]).filter(
    (p) => !p.observer,
  );
  const unnamed = (subject?.unnamed ?? false) || (other?.unnamed ?? false);
  if (!areEnough(persons, unnamed, hit, other)) return null;
  const status = statusOf(units, hit);
  return {
    persons,
    unnamed,
    mode: modeAround(units, hit.at, hit.trigger.mode, hit.trigger.mode !== "in-person"),
    status,
    anaphoric: false,
    triggerIndex: hit.at,
    start: hit.word.token.start,
    end: hit.word.token.end,
  };
}

function areEnough(
  persons: readonly Person[],
  unnamed: boolean,
  hit: Hit,
  other: Group | null,
): boolean {
  if (
    persons.some((p) => p.doubtful) &&
    hit.trigger.strict === true &&
    persons.every((p) => p.doubtful)
  )
    return false;
  if (persons.length >= 2) return true;
  if (/^(?:voir|revoir|croiser|retrouver|consulter|contacter|appeler|joindre)$/.test(hit.form.lemma)) return false;
  return persons.length === 1 && unnamed && other !== null && persons[0]?.doubtful === false;
}

/** Whom the subject met; "everybody" when the plural subject is all; "none" when this is no encounter. */
function othersOf(
  units: readonly Unit[],
  hit: Hit,
  objects: ReadonlySet<Group>,
): Group | "everybody" | "none" {
  const { trigger, at } = hit;
  if (hit.passive && hit.form.lemma !== "réunir") {
    return groupAfter(units, at, "par", 25) ?? "none";
  }
  const withSomebody = groupAfter(units, at, "avec", 25);
  if (trigger.frame === "object") {
    if (hit.reflexive) return trigger.reciprocal ? (withSomebody ?? "everybody") : "none";
    return objectAfter(units, hit) ?? relativeObject(units, at, objects) ?? "none";
  }
  if (trigger.frame === "with") {
    const addressed = hit.form.lemma === "parler" ? groupAfter(units, at, "a", 12) : null;
    return (
      withSomebody ??
      addressed ??
      (trigger.reciprocal || hit.reflexive || spokeTogether(units, at) ? "everybody" : "none")
    );
  }
  return groupAfter(units, at, "a", 12) ?? (hit.reflexive ? "everybody" : "none");
}

/** "ont parlé ensemble", "ont parlé au téléphone" */
function spokeTogether(units: readonly Unit[], at: number): boolean {
  return /\b(?:ensemble|au telephone|par telephone|en tete-a-tete)\b/.test(
    wordsOf(units.slice(at + 1, at + 8)),
  );
}

function groupAfter(
  units: readonly Unit[],
  at: number,
  preposition: string,
  reach: number,
): Group | null {
  for (let i = at + 1; i < Math.min(units.length, at + reach); i += 1) {
    const unit = units[i];
    if (isWordUnit(unit) && (/^[;:]$/.test(unit.token.text) || (i > at + 1 && isTriggerVerb(unit))))
      return null;
    if (isGroup(unit) && unit.preposition === preposition) return belongsToNoun(units, i) ? null : unit;
    if (isGroup(unit) && unit.preposition === null && preposition !== "par") {
      const before = units[i - 1];
      if (isWordUnit(before) && before.token.text !== ",") return null;
    }
  }
  return null;
}

/** "parle de ses relations avec X": the partner belongs to the noun, not to the verb. */
function belongsToNoun(units: readonly Unit[], at: number): boolean {
  const noun = units[at - 2];
  return isWordUnit(noun) && RELATIONAL.test(noun.fold);
}

const RELATIONAL =
  /^(?:relations?|accords?|liens?|differends?|conflits?|guerres?|ruptures?|alliances?|cooperation|partenariats?|contrats?|frontieres?|amitie|desaccords?|tensions?|commerce|echanges|lien|contacts?|paix|pacte|traite|rivalite|ressemblance|comparaison|brouille|querelle|divergences?|bras|propos|film|photo|dossier|livre|duo|couple|mariage|vie|fils|fille)$/;

function isTriggerVerb(word: Word): boolean {
  const form = verbForms.get(word.lower);
  return form !== undefined && form.tense !== "present" && Object.hasOwn(verbTriggers, form.lemma);
}

const TIME_WORDS =
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain|aujourd'hui|matin|soir|midi|apres-midi|nuit|semaine|mois|an|annee|dernier|derniere|prochain|prochaine|passe|passee|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|\d+|1er|fois|reprises|heure|heures|ce|cette|week-end|jour|alors|chaque|aussitot|la-bas|longuement|brievement|ensuite|egalement|aussi|deja|enfin|puis|notamment|seul|seule|tot|tard|ici|meme|ainsi|bientot|toujours|encore)$|ment$/;
const OPENS_PHRASE =
  /^(?:à|au|aux|en|dans|sur|lors|pendant|durant|pour|chez|pres|sous|depuis|apres|avant|jusqu'|le|l')$/;
const MAX_TO_OBJECT = 16;

/** The object after the verb; a time or a place may stand between ("a reçu mardi à l'Elysée le président X"). */
function objectAfter(units: readonly Unit[], hit: Hit): Group | null {
  let inPhrase = false;
  for (let i = hit.at + 1; i < Math.min(units.length, hit.at + MAX_TO_OBJECT); i += 1) {
    const unit = units[i];
    if (isGroup(unit)) {
      if (unit.preposition === null) return isAppealedTo(units, i, hit) ? null : unit;
      if (unit.preposition !== "de" || !inPhrase) return null;
      continue;
    }
    if (!isWordUnit(unit)) break;
    if (/^[,]$/.test(unit.token.text)) {
      inPhrase = false;
      continue;
    }
    if (/^[;:.!?«»()]$/.test(unit.token.text)) break;
    if (/^(?:et|mais|ou|qui|que|qu'|ni|par|avec|dont)$/.test(unit.fold)) break;
    if (unit.lower === "à" && isInfinitive(units[i + 1])) return null;
    if (OPENS_PHRASE.test(unit.lower)) {
      if (/^(?:le|l')$/.test(unit.fold) && !inPhrase && !isTimeWord(units[i + 1])) break;
      inPhrase = true;
    } else if (
      !inPhrase &&
      !TIME_WORDS.test(unit.fold) &&
      !/^(?:la|pas|plus|jamais)$/.test(unit.fold)
    )
      break;
    else if (!inPhrase && unit.fold === "la" && !isTimeWord(units[i + 1])) break;
  }
  return null;
}

function isInfinitive(unit: Unit | undefined): boolean {
  return isWordUnit(unit) && /(?:er|ir|re|oir)$/.test(unit.lower) && /^\p{Ll}/u.test(unit.token.text);
}

function isTimeWord(unit: Unit | undefined): boolean {
  return isWordUnit(unit) && TIME_WORDS.test(unit.fold);
}

/** "appelle Poutine à cesser", "voit Poutine comme": no encounter. */
function isAppealedTo(units: readonly Unit[], at: number, hit: Hit): boolean {
  const next = wordsOf(units.slice(at + 1, at + 4));
  if (hit.form.lemma === "appeler") return isRequest(units, at);
  if (/^(?:voir|revoir|retrouver|croiser)$/.test(hit.form.lemma))
    return /^(?:comme|en (?:favori|heros|tueur)|\S+(?:er|ir|re)\b|etre|mort|morte|aux|tres|plus|moins|si)\b/.test(
      next,
    );
  return false;
}

/** "appelle X à agir", "appelle les gouverneurs des 50 Etats à…": a request, not a call. */
function isRequest(units: readonly Unit[], at: number): boolean {
  const next = wordsOf(units.slice(at + 1, at + 9)).split(/ [,;:.«»]/, 1)[0] ?? "";
  return /(?:^| )(?:à|au|aux)(?: |$)/.test(next) && !/(?:^| )(?:à|au) (?:\S+ )?(?:telephone|\d)/.test(next);
}

/** "Assad, que MBS a rencontré à Djeddah" */
function relativeObject(
  units: readonly Unit[],
  at: number,
  objects: ReadonlySet<Group>,
): Group | null {
  for (let i = at - 1; i > 0; i -= 1) {
    const unit = units[i];
    if (isGroup(unit) || isChainWord(unit)) continue;
    if (!isWordUnit(unit) || !/^(?:que|qu')$/.test(unit.fold)) return null;
    const comma = units[i - 1];
    const before = isWordUnit(comma) && comma.token.text === "," ? units[i - 2] : comma;
    return isGroup(before) && !objects.has(before) ? before : null;
  }
  return null;
}

interface Side {
  readonly persons: readonly Person[];
  readonly unnamed: boolean;
}

function subjectOf(
  units: readonly Unit[],
  hit: Hit,
  objects: ReadonlySet<Group>,
  discourse: Discourse,
): Side | null {
  if (saysWe(units, hit.at))
    return { persons: speakerAround(units, hit.at, discourse), unnamed: false };
  const near = nearSubject(units, hit);
  if (near !== null) return near;
  const before = subjectBefore(units, hit.at, objects);
  const opening =
    hit.passive ||
    hit.form.tense === "gerund" ||
    hit.form.tense === "infinitive" ||
    hit.form.tense === "participle";
  if (before !== null && !(opening && before.persons.length === 0 && !before.unnamed)) {
    return before;
  }
  if (!opening) return null;
  const comma = units.findIndex((u, i) => i > hit.at && isWordUnit(u) && u.token.text === ",");
  const plural = units
    .slice(hit.at + 1)
    .find((u): u is Group => isGroup(u) && u.preposition === null && !objects.has(u));
  return comma === -1 ? (plural ?? null) : subjectAfter(units, comma);
}

/**
 * Subjects that stand right in front and may carry any preposition: "la visite de Poutine, reçu par…",
 * "X, qui a rencontré…", "demande à X de recevoir…", "exhorte X à rencontrer…".
 */
function nearSubject(units: readonly Unit[], hit: Hit): Group | null {
  let at = hit.at - 1;
  while (at >= 0 && isChainWord(units[at])) at -= 1;
  const unit = units[at];
  if (!isWordUnit(unit)) return null;
  const before = units[at - 1];
  if (unit.fold === "qui") return antecedent(units, at);
  if (
    unit.token.text === "," &&
    hit.passive &&
    isBareParticiple(hit.form, chainBefore(units, hit.at))
  ) {
    return isGroup(before) ? before : null;
  }
  const controlled =
    hit.form.tense === "infinitive" && /^(?:de|d'|à)$/.test(unit.lower) && isGroup(before);
  if (!controlled || !isGroup(before)) return null;
  const verb = wordsOf(units.slice(Math.max(0, at - 5), at - 1));
  return /\b(?:promis|promet|jure|garanti)\b/.test(verb) ||
    (before.preposition !== null && before.preposition !== "a")
    ? null
    : isObject(units, at - 1, before)
      ? before
      : null;
}

function isChainWord(unit: Unit | undefined): boolean {
  return (
    isWordUnit(unit) &&
    unit.lower !== "à" &&
    (CLITIC_OR_ADVERB.test(unit.fold) || TO_BE.test(unit.fold) || TO_HAVE.test(unit.fold))
  );
}

/** The group after a verb, or after "à". */
function isObject(units: readonly Unit[], at: number, group: Group): boolean {
  return group.preposition === "a" || isWordUnit(units[at - 1]);
}

function antecedent(units: readonly Unit[], relative: number): Group | null {
  for (let i = relative - 1; i >= Math.max(0, relative - 3); i -= 1) {
    const unit = units[i];
    if (isGroup(unit)) return unit;
    if (isWordUnit(unit) && unit.token.text !== ",") return null;
  }
  return null;
}

/** "nous avons discuté", "j'ai rencontré" */
function saysWe(units: readonly Unit[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 6); i -= 1) {
    const unit = units[i];
    if (!isWordUnit(unit)) return false;
    if (/^(?:nous|je|j')$/.test(unit.fold)) return true;
    if (/^[,;:«]$/.test(unit.token.text)) return false;
  }
  return false;
}

function statusOf(units: readonly Unit[], hit: Hit): Telling["status"] {
  const from = Math.max(clauseStart(units, hit.at), hit.at - 24);
  const before = wordsOf(units.slice(from, hit.at));
  const after = wordsOf(units.slice(hit.at + 1, Math.min(clauseEnd(units, hit.at), hit.at + 24)));
  const text = `${before} ¤${hit.form.tense} ${after}`;
  if (hit.trigger.invitation === true)
    return /¤(?:future|infinitive|conditional)/.test(text) ? "called-for" : "planned";
  return verbStatusRules.find((rule) => rule.pattern.test(text))?.status ?? "held";
}

function unique(persons: readonly Person[]): Person[] {
  return [...new Set(persons)];
}
