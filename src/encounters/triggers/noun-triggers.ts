// Nouns that tell of an encounter, with what each needs around it to count as one.

import type { EncounterMode } from "../encounter.ts";

export interface NounTrigger {
  readonly mode: EncounterMode;
  /** strong-arguments: at least one participant must surely be a person, for the noun has other uses. */
  readonly needs: "arguments" | "strong-arguments";
  /** The visitor is owner, the place or host follows "à". */
  readonly visit?: true;
  /** Planned by its nature: "rendez-vous". */
  readonly ahead?: true;
  readonly example: string;
}

/** Keyed by the folded form; plurals in -s (-x) are found without listing. */
export const nounTriggers: Readonly<Record<string, NounTrigger>> = {
  rencontre: {
    mode: "in-person",
    needs: "arguments",
    example: "la rencontre entre Poutine et Biden",
  },
  recontre: {
    mode: "in-person",
    needs: "arguments",
    example: "une recontre (frequent misspelling)",
  },
  entretien: { mode: "unknown", needs: "arguments", example: "l'entretien de Lavrov avec Kerry" },
  entrevue: { mode: "in-person", needs: "arguments", example: "son entrevue avec Adenauer" },
  "tete-a-tete": {
    mode: "in-person",
    needs: "arguments",
    example: "un tête-à-tête avec Netanyahu",
  },
  "face-a-face": {
    mode: "in-person",
    needs: "arguments",
    example: "un face-à-face entre Trump et Xi",
  },
  reunion: {
    mode: "in-person",
    needs: "strong-arguments",
    example: "une réunion avec Manuel Valls",
  },
  sommet: { mode: "in-person", needs: "strong-arguments", example: "le sommet entre Kim et Moon" },
  "mini-sommet": {
    mode: "in-person",
    needs: "strong-arguments",
    example: "un mini-sommet avec Tusk",
  },
  pourparlers: {
    mode: "unknown",
    needs: "strong-arguments",
    example: "des pourparlers avec Pachinian",
  },
  negociations: {
    mode: "unknown",
    needs: "strong-arguments",
    example: "des négociations entre Kerry et Zarif",
  },
  discussion: {
    mode: "unknown",
    needs: "strong-arguments",
    example: "discussion entre Poutine et Erdogan",
  },
  conversation: {
    mode: "unknown",
    needs: "strong-arguments",
    example: "une conversation avec Trump",
  },
  echange: { mode: "unknown", needs: "strong-arguments", example: "un échange avec Zelensky" },
  appel: { mode: "phone", needs: "strong-arguments", example: "lors d'un appel avec Bazoum" },
  "coup de fil": {
    mode: "phone",
    needs: "arguments",
    example: "le coup de fil de Trump à Zelensky",
  },
  "coup de telephone": {
    mode: "phone",
    needs: "arguments",
    example: "un coup de téléphone à Bush",
  },
  telephone: {
    mode: "phone",
    needs: "strong-arguments",
    example: "Poutine au téléphone avec Macron",
  },
  visioconference: {
    mode: "video",
    needs: "strong-arguments",
    example: "une visioconférence avec Michel",
  },
  videoconference: {
    mode: "video",
    needs: "strong-arguments",
    example: "une vidéoconférence entre Xi et Biden",
  },
  audience: {
    mode: "in-person",
    needs: "strong-arguments",
    example: "l'audience accordée par Mbaye à Roux",
  },
  diner: { mode: "in-person", needs: "strong-arguments", example: "un dîner avec Hollande" },
  dejeuner: {
    mode: "in-person",
    needs: "strong-arguments",
    example: "un déjeuner entre Chirac et Blair",
  },
  "petit-dejeuner": {
    mode: "in-person",
    needs: "strong-arguments",
    example: "un petit-déjeuner avec Barroso",
  },
  "poignee de main": {
    mode: "in-person",
    needs: "strong-arguments",
    example: "la poignée de main entre Rabin et Arafat",
  },
  consultations: {
    mode: "unknown",
    needs: "strong-arguments",
    example: "des consultations avec Berri",
  },
  retrouvailles: {
    mode: "in-person",
    needs: "strong-arguments",
    example: "les retrouvailles entre Bush et Clinton",
  },
  concertation: {
    mode: "unknown",
    needs: "strong-arguments",
    example: "une concertation avec Schäuble",
  },
  "rendez-vous": {
    mode: "in-person",
    needs: "strong-arguments",
    ahead: true,
    example: "son rendez-vous avec Castex",
  },
  visite: {
    mode: "in-person",
    needs: "strong-arguments",
    visit: true,
    example: "la visite de Sadate à Begin",
  },
  aparte: { mode: "in-person", needs: "arguments", example: "un aparté avec Obama" },
  conciliabule: {
    mode: "in-person",
    needs: "strong-arguments",
    example: "un conciliabule avec Merkel",
  },
};

const byForm: ReadonlyMap<string, NounTrigger> = new Map(
  Object.entries(nounTriggers).flatMap(([noun, trigger]) => [
    [noun, trigger] as const,
    [`${noun}s`, trigger] as const,
  ]),
);

/** First words of triggers of three words: "coup de fil". */
const firstOfThree = new Set(["coup", "coups", "poignee", "poignees", "tete"]);

/** The trigger of a folded noun, singular or plural. */
export function nounTrigger(fold: string): NounTrigger | null {
  return byForm.get(fold) ?? null;
}

/** Whether a trigger of several words may start with this one. */
export function startsLongTrigger(fold: string): boolean {
  return firstOfThree.has(fold);
}
