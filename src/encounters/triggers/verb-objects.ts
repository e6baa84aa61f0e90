// Whom the subject of a verb met: its object, "avec" or "à" somebody, the agent of a passive, a clitic.
// Only what stands between verb and person in French news is skipped: times, places, adverbs.

import { FRENCH_MONTHS } from "../../corpus/months.ts";
import type { Group, Unit, Word } from "../people/sentence-view.ts";
import { wordsBetween } from "./sentence-text.ts";
import { isGroup, isSign, isWordUnit, type Discourse } from "./telling.ts";
import { verbForms } from "./verb-forms.ts";
import { chainBefore, isChainWord, isInfinitive, type VerbHit } from "./verb-hit.ts";
import { verbTriggers } from "./verb-triggers.ts";

/** Whom the subject met; "everybody" when the plural subject is all; "none" when this is no encounter. */
export function othersOf(
  units: readonly Unit[],
  hit: VerbHit,
  objects: ReadonlySet<Group>,
  discourse: Discourse,
): Group | "everybody" | "none" {
  const { trigger, at } = hit;
  if (hit.passive && trigger.passive === true) {
    return groupAfter(units, at, "par", 25) ?? "none";
  }
  const withSomebody = groupAfter(units, at, "avec", 25) ?? relativePartner(units, at, "avec");
  if (trigger.frame === "object") {
    if (hit.reflexive && hit.form.lemma === "retrouver") return "everybody";
    if (hit.reflexive) return trigger.reciprocal ? (withSomebody ?? "everybody") : "none";
    return (
      objectAfter(units, hit) ??
      relativeObject(units, at, objects) ??
      cliticObject(units, hit, discourse) ??
      "none"
    );
  }
  if (trigger.frame === "with") {
    const addressed = hit.form.lemma === "parler" ? groupAfter(units, at, "a", 12) : null;
    return (
      withSomebody ??
      addressed ??
      (trigger.reciprocal || hit.reflexive || spokeTogether(units, at) ? "everybody" : "none")
    );
  }
  return (
    groupAfter(units, at, "a", 12) ??
    relativePartner(units, at, "à") ??
    whoseHand(units, hit) ??
    (hit.reflexive ? "everybody" : (cliticObject(units, hit, discourse) ?? "none"))
  );
}

/** "a serré la main de Y" */
function whoseHand(units: readonly Unit[], { form, at }: VerbHit): Group | null {
  const owner = form.lemma === "serrer" ? groupAfter(units, at, "de", 6) : null;
  if (owner === null) return null;
  const leads = wordsBetween(units, at + 1, units.indexOf(owner));
  return /\bla main(?: de| d')?$/.test(leads) ? owner : null;
}

/** "ont parlé ensemble", "ont parlé au téléphone" */
function spokeTogether(units: readonly Unit[], at: number): boolean {
  return /\b(?:ensemble|au telephone|par telephone|en tete-a-tete)\b/.test(
    wordsBetween(units, at + 1, at + 8),
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
    // "… pour parler », a affirmé X": the quotation is over.
    if (isSign(unit, '»”"') && isSign(units[i + 1], ",")) return null;
    if (isGroup(unit) && unit.preposition === preposition)
      return belongsToNoun(units, i) ? null : unit;
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
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain|aujourd'hui|matin|soir|midi|apres-midi|nuit|semaine|mois|an|annee|dernier|derniere|prochain|prochaine|passe|passee|\d+|1er|fois|reprises|heure|heures|ce|cette|week-end|jour|donc|pourtant|toutefois|plutot|surtout|peut-etre|alors|chaque|aussitot|la-bas|longuement|brievement|ensuite|egalement|aussi|deja|enfin|puis|notamment|seul|seule|tour|tot|tard|ici|meme|ainsi|bientot|toujours|encore)$|ment$/;

const OPENS_PHRASE =
  /^(?:à|au|aux|en|dans|sur|lors|pendant|durant|pour|chez|pres|sous|depuis|apres|avant|jusqu'|le|l')$/;

const MAX_TO_OBJECT = 16;

/** The object after the verb; a time or a place may stand between ("a reçu mardi à l'Elysée le président X"). */
function objectAfter(units: readonly Unit[], hit: VerbHit): Group | null {
  let inPhrase = false;
  for (let i = hit.at + 1; i < Math.min(units.length, hit.at + MAX_TO_OBJECT); i += 1) {
    const unit = units[i];
    if (isGroup(unit)) {
      if (unit.pronoun && i === hit.at + 1) continue;
      if (unit.preposition === null) return isAppealedTo(units, i, hit) ? null : unit;
      if (unit.preposition !== "de" || !inPhrase) return null;
      continue;
    }
    if (!isWordUnit(unit)) break;
    if (/^[,]$/.test(unit.token.text)) {
      inPhrase = false;
      continue;
    }
    if (unit.token.text === "«") {
      const closing = closingQuote(units, i);
      if (closing === null) break;
      i = closing;
      continue;
    }
    if (/^[;:.!?»()]$/.test(unit.token.text)) break;
    if (unit.fold === "ni" && isGroup(units[i + 1])) continue;
    if (/^(?:et|mais|ou|qui|que|qu'|ni|par|avec|dont)$/.test(unit.fold)) break;
    if (unit.lower === "à" && isInfinitive(units[i + 1])) {
      if (!isMeal(units[i + 1])) return null;
      i += 1;
      continue;
    }
    if (OPENS_PHRASE.test(unit.lower)) {
      if (/^(?:le|l')$/.test(unit.fold) && !inPhrase && !isTimeWord(units[i + 1])) break;
      inPhrase = true;
    } else if (!inPhrase && !isTimeWord(unit) && !/^(?:la|pas|plus|jamais)$/.test(unit.fold)) break;
    else if (!inPhrase && unit.fold === "la" && !isTimeWord(units[i + 1])) break;
  }
  return null;
}

/** "a reçu à dîner Scholz et Tusk" */
function isMeal(unit: Unit | undefined): boolean {
  return isWordUnit(unit) && /^(?:diner|dejeuner|souper)$/.test(unit.fold);
}

/** "rencontrer « n'importe où » le président": a short quotation may stand before the object. */
function closingQuote(units: readonly Unit[], opening: number): number | null {
  const at = units.findIndex((u, i) => i > opening && isWordUnit(u) && u.token.text === "»");
  return at === -1 || at > opening + 8 || units.slice(opening, at).some(isGroup) ? null : at;
}

function isTimeWord(unit: Unit | undefined): boolean {
  return isWordUnit(unit) && (TIME_WORDS.test(unit.fold) || FRENCH_MONTHS.includes(unit.fold));
}

/** Words between two met in turn: "X lundi à Lomé, puis avec Y" has six. */
const MAX_BETWEEN = 8;
const FOLLOWS_OBJECT = /^(?:[,;.:!?»)]|à|au|aux|en|dans|sur|avant|apres|lors|pour|puis|et)$/;

/** "a rencontré X, puis Y", "a reçu X lundi et Y mardi": the next object, where no verb of its own follows it. */
export function nextInTurn(units: readonly Unit[], object: Group): Group | null {
  const from = units.indexOf(object) + 1;
  const at = units.findIndex((u, i) => i >= from && isGroup(u));
  const next = units[at];
  if (!isGroup(next) || at > from + MAX_BETWEEN) return null;
  if (next.preposition !== null && next.preposition !== object.preposition) return null;
  const between = units.slice(from, next.preposition === null ? at : at - 1);
  const joint = between.at(-1);
  if (!isWordUnit(joint) || !/^(?:puis|et)$/.test(joint.fold)) return null;
  const after = units[at + 1];
  const endsThere =
    after === undefined ||
    isTimeWord(after) ||
    (isWordUnit(after) && FOLLOWS_OBJECT.test(after.lower));
  return endsThere && between.slice(0, -1).every(isTimeOrPlace) ? next : null;
}

/** What may stand between two persons of one verb: "lundi, à Lomé". */
export function isTimeOrPlace(unit: Unit): boolean {
  return (
    isTimeWord(unit) ||
    (isWordUnit(unit) && (/^(?:,|à|au|aux|en)$/.test(unit.lower) || unit.token.isCapitalized))
  );
}

/** "appelle Poutine à cesser", "voit Poutine comme": no encounter. */
function isAppealedTo(units: readonly Unit[], at: number, hit: VerbHit): boolean {
  const next = wordsBetween(units, at + 1, at + 4);
  if (hit.form.lemma === "appeler") return isRequest(units, at);
  if (hit.trigger.invitation === true) return isToldToMeet(units, at) || isToldToAct(units, at);
  if (/^(?:voir|revoir|retrouver|croiser)$/.test(hit.form.lemma))
    return /^(?:comme|en (?:favori|heros|tueur)|\S+(?:er|ir|re)\b|etre|mort|morte|aux|tres|plus|moins|si)\b/.test(
      next,
    );
  return false;
}

/** "invite A et B à se retrouver": the two meet each other. */
function isToldToMeet(units: readonly Unit[], at: number): boolean {
  const group = units[at];
  return (
    isGroup(group) &&
    group.persons.length >= 2 &&
    /^à (?:se |s')/.test(wordsBetween(units, at + 1, at + 4))
  );
}

/** What a guest is asked to do. Folded. */
const AS_GUEST =
  /^à (?:l'|le |la |les |y |s'y |se |s'|lui )?(?:diner|dejeuner|souper|venir|revenir|rendre|joindre|participer|assister|visiter|rencontrer|voir|revoir|retrouver|rejoindre|accompagner|entretenir|discuter|dialoguer|echanger|prendre (?:le|un)|partager|passer|sejourner|loger|celebrer|monter|asseoir|reunir)\b/;

const ACTS = /^à (?:(?:ne pas|ne plus|l'|le|la|les|y|en|se|s'|lui) ?){0,2}\S+(?:er|ir|re)\b/;

/** "invite X à démissionner", "à prendre ses responsabilités": advice, and no visit. */
function isToldToAct(units: readonly Unit[], at: number): boolean {
  const next = wordsBetween(units, at + 1, at + 6);
  return ACTS.test(next) && !AS_GUEST.test(next);
}

/** "appelle X à agir", "appelle les gouverneurs des 50 Etats à…": a request, not a call. */
function isRequest(units: readonly Unit[], at: number): boolean {
  const next = wordsBetween(units, at + 1, at + 9).split(/ [,;:.«»]/, 1)[0] ?? "";
  return (
    /(?:^| )(?:à|au|aux)(?: |$)/.test(next) &&
    !/(?:^| )(?:à|au) (?:\S+ )?(?:telephone|\d)/.test(next)
  );
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
    const before = isSign(comma, ",") ? units[i - 2] : comma;
    return isGroup(before) && !objects.has(before) ? before : null;
  }
  return null;
}

/** Units between "avec qui" and its verb: a subject with its aside. */
const MAX_FROM_RELATIVE = 10;

/** "Fidan, avec qui Blinken s'est entretenu", "Mikati, à qui Macron a téléphoné" */
function relativePartner(units: readonly Unit[], at: number, preposition: string): Group | null {
  for (let i = at - 1; i > Math.max(1, at - MAX_FROM_RELATIVE); i -= 1) {
    const unit = units[i];
    if (isGroup(unit)) continue;
    if (!isWordUnit(unit) || isSign(unit, ";:.«»")) return null;
    if (!/^(?:qui|lequel|laquelle|lesquels|lesquelles)$/.test(unit.fold)) continue;
    const [comma, before] = [units[i - 2], units[i - 1]];
    const antecedent = isSign(comma, ",") ? units[i - 3] : comma;
    const fits = isWordUnit(before) && before.lower === preposition;
    return fits && isGroup(antecedent) && antecedent.persons.length > 0 ? antecedent : null;
  }
  return null;
}

/** "ne l'a pas rencontré", "lui a téléphoné": the last person named before who is not the subject. */
function cliticObject(units: readonly Unit[], hit: VerbHit, discourse: Discourse): Group | null {
  const chain = chainBefore(units, hit.at);
  const clitic = hit.trigger.frame === "to" ? /^(?:lui|leur)$/ : /^(?:l'|le|la|les)$/;
  if (!chain.some((word) => clitic.test(word.fold))) return null;
  const groups = units.slice(0, hit.at).filter(isGroup);
  const subject = groups.findLast((group) => group.preposition === null);
  const named = groups.findLast(
    (group) =>
      group !== subject &&
      group.persons.length > 0 &&
      group.persons.every((p) => subject?.persons.includes(p) !== true),
  );
  if (named !== undefined) return named;
  const others = discourse.previousSubject.filter((p) => subject?.persons.includes(p) !== true);
  if (others.length !== 1 || subject === undefined) return null;
  return { ...subject, persons: others, unnamed: false };
}
