// Where an encounter took place, as its sentence says: "à Belgrade", "au Kremlin", "dans la capitale serbe".
// A place that belongs to something else ("la situation en Syrie") is none.

import { FRENCH_MONTHS } from "../../corpus/months.ts";
import { capitalOf, countryOfDemonym, isCountry } from "../people/countries.ts";
import { isFirstName } from "../people/first-names.ts";
import { belongsTo } from "./belongs-to.ts";
import { institutionWords, isPlacePhrase } from "../people/not-people.ts";
import { foldName } from "../tokens.ts";
import type { Unit } from "../people/sentence-view.ts";
import { nounTrigger } from "../triggers/noun-triggers.ts";
import { wordsBetween } from "../triggers/sentence-text.ts";
import { isGroup, isSign, isWordUnit } from "../triggers/telling.ts";
import { verbForms } from "../triggers/verb-forms.ts";

interface Candidate {
  readonly name: string;
  readonly at: number;
  readonly score: number;
}

/** Buildings, their parts and settlements whose name follows "de": "l'aéroport d'Alger", "le perron de l'Elysée". Folded. */
const SITES =
  /^(?:ville|capitale|cite|port|aeroport|palais|chateau|residence|villa|hotel|siege|ile|village|base|station|ambassade|gare|universite|camp|region|banlieue|quartier|salons?|ranch|domaine|fort|station balneaire|festival|faubourg|perron|cour|jardins?|parvis|marches|couloirs|bureaux?|salles?|terrasse|pavillon|tarmac)$/;
/** Nouns a place belongs to: "la guerre en Ukraine". Folded. */
const OWNERS =
  /^(?:consulat|mort|situation|guerre|crise|crises|conflit|conflits|aide|paix|elections?|troupes|forces|armee|offensive|operations?|invasion|intervention|combats?|frappes|sejour|ambassadeur|ambassade|violences|stabilite|processus|developpements?|evenements|treve|cessez-le-feu|trouve|droits|regime|soldats|base|bases|vivre|ne|nee|exil|refugie|refugiee|investissements?|entreprises|exportations|livraisons|livraison|liberation|coup|attentats?|presence|retour|chaos|hostilites|escalade|progres|reformes?|democratie|demission|deplacement prevu|retrait)$/;
/** Institutions one meets at. */
const SEATS =
  /^(?:Kremlin|[EÉ]lysée|Matignon|Vatican|Pentagone|Maison Blanche|Quai|Palais|Bercy|Saint-Siège|Normandie|Crimée)/u;
const TO = /^(?:a|au|aux|en)$/;
const FAR = 32;
/** "République démocratique du Congo" */
const MAX_KNOWN_WORDS = 4;

/** The place stated for the trigger at `at`, nearest first, or null. */
export function findPlace(
  units: readonly Unit[],
  at: number,
  rivals: readonly number[],
): string | null {
  const candidates: Candidate[] = [];
  for (let i = Math.max(0, at - FAR); i < Math.min(units.length, at + FAR); i += 1) {
    const found = readPlace(units, i);
    if (found !== null && belongsTo(i, at, rivals))
      candidates.push({ name: found, at: i, score: distance(units, i, at) });
  }
  const best = candidates.sort((a, b) => a.score - b.score)[0];
  return best === undefined || best.score > FAR ? null : best.name;
}

/** Steps between trigger and place; another clause or quotation in between counts much. */
function distance(units: readonly Unit[], place: number, trigger: number): number {
  const [from, to] = place < trigger ? [place, trigger] : [trigger, place];
  let steps = to - from + (place < trigger ? 4 : 0);
  for (const unit of units.slice(from, to)) {
    if (!isWordUnit(unit)) continue;
    if (/^[;:«»]$/.test(unit.token.text)) steps += 50;
    else if (/^(?:que|qu'|puis|mais)$/.test(unit.fold)) steps += 15;
    else if (/^(?:a|ont|est|sont)$/.test(unit.lower)) steps += 6;
    else if (unit.token.text === ",") steps += 3;
  }
  return steps;
}

function readPlace(units: readonly Unit[], at: number): string | null {
  const word = units[at];
  if (!isWordUnit(word)) return null;
  if (word.fold === "dans" || word.fold === "sur") return readSite(units, at);
  // "A Berlin, X a rencontré": of an "à" that opens the sentence the press leaves out the accent.
  const isVerb = word.lower === "a" && word.token.text !== "A";
  if (!TO.test(word.fold) || isVerb || ownsPlace(units, at)) return null;
  return readNamedPlace(units, at) ?? readSite(units, at);
}

/**
 * "la situation en Syrie": a noun in front owns the place. What may stand in front of a place of its
 * own: a person, a sign, a time, a verb, an adverb, or the encounter's own noun.
 */
function ownsPlace(units: readonly Unit[], at: number): boolean {
  const before = units[at - 1];
  if (!isWordUnit(before)) return false;
  const { lower, fold } = before;
  if (OWNERS.test(fold)) return true;
  if (!before.token.isWord) return false;
  if (/^\p{Lu}/u.test(before.token.text)) return wordsBetween(units, at, at + 1) === "en";
  return !(
    FREE.test(fold) ||
    FRENCH_MONTHS.includes(fold) ||
    VERB_ENDING.test(lower) ||
    nounTrigger(fold) !== null ||
    verbForms.has(lower)
  );
}

/** Times, adverbs and words that own nothing. */
const FREE =
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain|matin|soir|midi|nuit|jour|apres-midi|semaine|mois|an|annee|ans|jours|heures?|minutes|reprises|fois|dernier|derniere|derniers|prochain|prochaine|passe|\d+|lieu|visite|deplacement|voyage|tete-a-tete|priv\w+|officiel\w*|bilateral\w*|trilateral\w*|inform\w+|historique|secret\w*|discret\w*|courtois\w*|franche?|et|ou|mais|puis|ici|la|bas|ensemble|aussi|encore|deja|tard|tot|alors|ensuite|enfin|notamment|sommet|escale|passage|place|etape|tournee|personne|huis|clos|prive|main|est|sont|etait|marge|table|jeune|cote)$|ment$/;
const VERB_ENDING =
  /(?:é|ée|és|ées|er|ir|oir|ait|aient|ent|ra|ront|u|ue|us|ues|i|ie|is|ies|it|ite)$/;

function readNamedPlace(units: readonly Unit[], at: number): string | null {
  const preposition = units[at];
  const masculine = isWordUnit(preposition) && preposition.fold === "au";
  const name = namedFrom(units, at + 1);
  if (name === null) return null;
  if (masculine && isPlacePhrase(`le ${name.toLowerCase()}`)) return `Le ${name}`;
  return name;
}

/** Behind an article or a house number: "l'Elysée", "10, Downing Street". */
function namedFrom(units: readonly Unit[], at: number): string | null {
  const first = units[at];
  const isNumber = isWordUnit(first) && /^\d+$/.test(first.fold);
  const afterNumber = isSign(units[at + 1], ",") ? at + 2 : at + 1;
  const from = isArticle(first) ? at + 1 : isNumber ? afterNumber : at;
  return knownPhrase(units, from) ?? capitalsFrom(units, from);
}

/** "New York", "Saint-Pétersbourg", "Elysée"; not an institution's initials nor a month. */
function capitalsFrom(units: readonly Unit[], from: number): string | null {
  const parts: string[] = [];
  for (let i = from; i < Math.min(units.length, from + 4); i += 1) {
    const unit = units[i];
    if (!isWordUnit(unit) || !/^\p{Lu}/u.test(unit.token.text)) break;
    if (
      parts.length > 0 &&
      isFirstName(unit.fold) &&
      !isPlacePhrase(`${parts.join(" ")} ${unit.fold}`.toLowerCase())
    )
      break;
    parts.push(unit.token.text);
  }
  const name = parts.join(" ");
  if (name === "" || /^\p{Lu}{2,}(?: |$)/u.test(name) || NOT_PLACES.test(name)) return null;
  if (institutionWords.has(foldName(parts[0] ?? "")) && !SEATS.test(name)) return null;
  return name;
}

const NOT_PLACES =
  /^(?:Daesh|Daech|Etat islamique|Otan|Union|Union européenne|Conseil|Assemblée|Parlement|Sénat|Congrès|Affaires|Intérieur|Défense|Economie|Allemands|Français|Russes|Facebook|Twitter|Premier|Président|Nations|Figaro|Monde|Parisien|Point|Hamas|Hezbollah|Bourse|Constitution|République|Réunion d|Noël|Pâques|Etat|État|PS|Parti|Dieu|Internet|Républicains|Jeux|Coupe|Forum|Groupe|Fonds|Banque|Commission|Organisation|Sommet)\b/u;

/** "dans la capitale serbe", "à l'aéroport d'Alger", "dans un hôtel de Genève". */
function readSite(units: readonly Unit[], at: number): string | null {
  const known = knownPhrase(units, isArticle(units[at + 1]) ? at + 2 : at + 1);
  if (known !== null) return known;
  for (let i = at + 1; i < Math.min(units.length, at + 5); i += 1) {
    const noun = units[i];
    if (isGroup(noun)) return null;
    if (!isWordUnit(noun)) return null;
    if (i > at + 1 && /^[,;:.]$/.test(noun.token.text)) return null;
    if (!SITES.test(noun.fold)) continue;
    const next = units[i + 1];
    if (noun.fold === "capitale" && isWordUnit(next)) {
      const country = countryOfDemonym(next.fold);
      if (country !== null) return capitalOf(country);
    }
    // "dans la cour du palais de l'Elysée"
    return placeAfterOf(units, i + 1) ?? readSite(units, i);
  }
  return knownCountry(units[at + 1]);
}

function knownCountry(unit: Unit | undefined): string | null {
  return isWordUnit(unit) && isCountry(unit.fold) ? unit.token.text : null;
}

/** "Corée du Sud", "Bureau ovale": a place known by its words, of which not all have a capital. */
function knownPhrase(units: readonly Unit[], from: number): string | null {
  const first = units[from];
  if (!isWordUnit(first) || !first.token.isCapitalized) return null;
  for (let size = MAX_KNOWN_WORDS; size > 1; size -= 1) {
    const words = units.slice(from, from + size).filter(isWordUnit);
    if (words.length === size && isPlacePhrase(wordsBetween(units, from, from + size)))
      return words
        .reduce((text, { token }) => `${text}${/[’']$/.test(text) ? "" : " "}${token.text}`, "")
        .trim();
  }
  return null;
}

function isArticle(unit: Unit | undefined): boolean {
  return isWordUnit(unit) && /^(?:le|la|l')$/.test(unit.lower);
}

function placeAfterOf(units: readonly Unit[], from: number): string | null {
  for (let i = from; i < Math.min(units.length, from + 4); i += 1) {
    const unit = units[i];
    if (!isWordUnit(unit)) return null;
    if (/^(?:de|d'|du)$/.test(unit.fold)) {
      const name = namedFrom(units, i + 1);
      // "au palais de la Renaissance": the last word alone is no place.
      const isOneItself =
        !isArticle(units[i + 1]) || (name !== null && isPlacePhrase(foldName(name)));
      return isOneItself ? name : null;
    }
    if (/^\p{Lu}/u.test(unit.token.text)) return capitalsFrom(units, i);
  }
  return null;
}
