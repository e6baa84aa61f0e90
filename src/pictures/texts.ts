/** Every word of the pictures and of their descriptions, in French and English. */
import type { Language } from "../answer/answer.ts";
import type { EncounterMode, EncounterStatus } from "../encounters/encounter.ts";

export interface PictureTexts {
  readonly graphTitle: string;
  readonly timelineTitle: string;
  readonly aroundPerson: (person: string) => string;
  readonly subtitle: (people: number, encounters: number) => string;
  readonly morePeople: (count: number) => string;
  readonly moreEncounters: (count: number) => string;
  readonly undated: string;
  /** The article's own words for a date that could not be placed in the calendar. */
  readonly quoted: (words: string) => string;
  readonly status: Readonly<Record<EncounterStatus, string>>;
  readonly mode: Readonly<Record<EncounterMode, string>>;
  /** The other side of an encounter of which the text names one side only. */
  readonly somebody: string;
}

const fr: PictureTexts = {
  graphTitle: "Qui a rencontré qui",
  timelineTitle: "Les rencontres dans le temps",
  aroundPerson: (person) => `Autour de ${person}`,
  subtitle: (people, encounters) =>
    `${people} ${people === 1 ? "personne" : "personnes"} · ${encounters} ${encounters === 1 ? "rencontre" : "rencontres"}`,
  morePeople: (count) => (count === 1 ? "et une autre personne" : `et ${count} autres personnes`),
  moreEncounters: (count) =>
    count === 1 ? "et une autre rencontre" : `et ${count} autres rencontres`,
  undated: "Sans date",
  quoted: (words) => `« ${words} »`,
  status: {
    held: "a eu lieu",
    planned: "prévue",
    cancelled: "annulée",
    denied: "démentie",
    hypothetical: "non confirmée",
    "called-for": "souhaitée",
  },
  mode: {
    "in-person": "en personne",
    phone: "par téléphone",
    video: "par visioconférence",
    unknown: "forme non précisée",
  },
  somebody: "interlocuteur non nommé",
};

const en: PictureTexts = {
  graphTitle: "Who met whom",
  timelineTitle: "Encounters over time",
  aroundPerson: (person) => `Around ${person}`,
  subtitle: (people, encounters) =>
    `${people} ${people === 1 ? "person" : "people"} · ${encounters} ${encounters === 1 ? "encounter" : "encounters"}`,
  morePeople: (count) => (count === 1 ? "and one more person" : `and ${count} more people`),
  moreEncounters: (count) =>
    count === 1 ? "and one more encounter" : `and ${count} more encounters`,
  undated: "No date",
  quoted: (words) => `“${words}”`,
  status: {
    held: "took place",
    planned: "planned",
    cancelled: "cancelled",
    denied: "denied",
    hypothetical: "unconfirmed",
    "called-for": "called for",
  },
  mode: {
    "in-person": "in person",
    phone: "by phone",
    video: "by video call",
    unknown: "form not stated",
  },
  somebody: "someone not named",
};

export const pictureTexts: Readonly<Record<Language, PictureTexts>> = { fr, en };
