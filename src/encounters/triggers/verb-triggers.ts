// Verbs that tell of an encounter: how they take their persons, and what kind of encounter it is.

import type { EncounterMode } from "../encounter.ts";

export interface VerbTrigger {
  /** object: "X rencontre Y"; with: "X s'entretient avec Y"; to: "X téléphone à Y". */
  readonly frame: "object" | "with" | "to";
  readonly mode: EncounterMode;
  /** "X et Y se rencontrent": the plural subject is everybody. */
  readonly reciprocal: boolean;
  /** Only the pronominal use tells of an encounter: "s'entretenir", not "entretenir". */
  readonly onlyReflexive?: true;
  /** "recevoir", "voir": an encounter only with a person right after it. */
  readonly strict?: true;
  /** "être reçu par" is usual. */
  readonly passive?: true;
  /** "inviter", "convier": what is asked for has not taken place. */
  readonly invitation?: true;
  readonly example: string;
}

/** "réunir" without "se": the host meets those gathered. */
export const gathering: VerbTrigger = {
  frame: "object",
  mode: "in-person",
  reciprocal: false,
  strict: true,
  passive: true,
  example: "Macron a réuni Merkel et Poutine à Paris",
};

export const verbTriggers: Readonly<Record<string, VerbTrigger>> = {
  rencontrer: {
    frame: "object",
    mode: "in-person",
    reciprocal: true,
    passive: true,
    example: "Macron a rencontré Scholz à Berlin",
  },
  croiser: {
    frame: "object",
    mode: "in-person",
    reciprocal: true,
    strict: true,
    example: "elle a croisé Viktor Orban dans les couloirs",
  },
  retrouver: {
    frame: "object",
    mode: "in-person",
    reciprocal: true,
    strict: true,
    example: "Biden retrouve Xi à Woodside",
  },
  voir: {
    frame: "object",
    mode: "in-person",
    reciprocal: true,
    strict: true,
    example: "les deux hommes se sont vus à Paris",
  },
  revoir: {
    frame: "object",
    mode: "in-person",
    reciprocal: true,
    strict: true,
    example: "ils ont convenu de se revoir",
  },
  recevoir: {
    frame: "object",
    mode: "in-person",
    reciprocal: false,
    strict: true,
    passive: true,
    example: "Macron reçoit Xi à l'Elysée",
  },
  accueillir: {
    frame: "object",
    mode: "in-person",
    reciprocal: false,
    strict: true,
    passive: true,
    example: "Modi a été accueilli par Albanese",
  },
  inviter: {
    frame: "object",
    mode: "in-person",
    reciprocal: false,
    strict: true,
    passive: true,
    invitation: true,
    example: "Trump a invité Kim à Washington",
  },
  convier: {
    frame: "object",
    mode: "in-person",
    reciprocal: false,
    strict: true,
    passive: true,
    invitation: true,
    example: "il a convié son homologue à dîner",
  },
  consulter: {
    frame: "object",
    mode: "unknown",
    reciprocal: false,
    strict: true,
    passive: true,
    example: "Macron a consulté Gérard Larcher",
  },
  contacter: {
    frame: "object",
    mode: "unknown",
    reciprocal: false,
    strict: true,
    passive: true,
    example: "Le Drian a contacté Zarif",
  },
  appeler: {
    frame: "object",
    mode: "phone",
    reciprocal: true,
    strict: true,
    passive: true,
    example: "Quintana a appelé Rojas",
  },
  joindre: {
    frame: "object",
    mode: "phone",
    reciprocal: false,
    strict: true,
    passive: true,
    example: "joint par téléphone par Catherine Colonna",
  },
  entretenir: {
    frame: "with",
    mode: "unknown",
    reciprocal: true,
    onlyReflexive: true,
    example: "Blinken s'est entretenu avec Wang Yi",
  },
  réunir: {
    frame: "with",
    mode: "in-person",
    reciprocal: true,
    onlyReflexive: true,
    example: "Meloni, Sanchez et Tusk se sont réunis à Rome",
  },
  concerter: {
    frame: "with",
    mode: "unknown",
    reciprocal: true,
    onlyReflexive: true,
    example: "Scholz et Macron se sont concertés",
  },
  discuter: {
    frame: "with",
    mode: "unknown",
    reciprocal: true,
    example: "Kallas a discuté avec Zelensky",
  },
  débattre: {
    frame: "with",
    mode: "unknown",
    reciprocal: true,
    example: "Tsipras a débattu avec Schulz",
  },
  dialoguer: {
    frame: "with",
    mode: "unknown",
    reciprocal: true,
    example: "Scholz a dialogué avec Macron",
  },
  échanger: {
    frame: "with",
    mode: "unknown",
    reciprocal: true,
    example: "il a échangé avec Thierry Breton",
  },
  converser: {
    frame: "with",
    mode: "unknown",
    reciprocal: true,
    example: "Draghi a conversé avec Lagarde",
  },
  deviser: {
    frame: "with",
    mode: "unknown",
    reciprocal: true,
    example: "ils ont devisé dans le jardin",
  },
  bavarder: {
    frame: "with",
    mode: "in-person",
    reciprocal: true,
    example: "Bush a bavardé avec Poutine",
  },
  parler: {
    frame: "with",
    mode: "unknown",
    reciprocal: false,
    example: "Poutine a parlé avec Biden",
  },
  négocier: {
    frame: "with",
    mode: "unknown",
    reciprocal: false,
    example: "Vance a négocié avec Araghchi",
  },
  dîner: {
    frame: "with",
    mode: "in-person",
    reciprocal: true,
    example: "Obama a dîné avec Hollande",
  },
  déjeuner: {
    frame: "with",
    mode: "in-person",
    reciprocal: true,
    example: "Le Maire a déjeuné avec Lindner",
  },
  asseoir: {
    frame: "with",
    mode: "in-person",
    reciprocal: false,
    onlyReflexive: true,
    example: "il s'est assis avec Kim",
  },
  téléphoner: {
    frame: "to",
    mode: "phone",
    reciprocal: true,
    example: "Austin a téléphoné à Belooussov",
  },
};
