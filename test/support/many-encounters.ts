/** Plausible encounters in any number, the same ones for the same seed. */
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import type {
  Encounter,
  EncounterMode,
  EncounterStatus,
  Participant,
  PersonId,
} from "../../src/encounters/encounter.ts";

const names = [
  "Sergueï Lavrov",
  "John Kerry",
  "Mevlüt Çavuşoğlu",
  "Jean-Yves Le Drian",
  "Vladimir Poutine",
  "Recep Tayyip Erdoğan",
  "Emmanuel Macron",
  "Joe Biden",
  "Сергей Шойгу",
  "Angela Merkel",
  "Xi Jinping",
  "Şükrü Güneş-Yıldırım",
  "Mohammed ben Salmane ben Abdelaziz Al Saoud",
  "Ali",
];
const places = ["Antalya", "Paris", "Genève", "Moscou", null];
const modes: readonly EncounterMode[] = ["in-person", "in-person", "phone", "video", "unknown"];
const statuses: readonly EncounterStatus[] = [
  "held",
  "held",
  "held",
  "planned",
  "cancelled",
  "denied",
  "hypothetical",
  "called-for",
];

/** @param people how many different ones take part, at least 2 */
export function manyEncounters(people: number, count: number, seed = 1): readonly Encounter[] {
  const random = mulberry32(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  return Array.from({ length: count }, (_, index): Encounter => {
    // The square makes a few people busy and most of them not, as in the news.
    const first = Math.floor(random() ** 2 * people);
    const second = (first + 1 + Math.floor(random() * (people - 1))) % people;
    const year = 2015 + Math.floor(random() * 6);
    const month = String(1 + Math.floor(random() * 12)).padStart(2, "0");
    const iso = pick([
      `${year}-${month}-0${1 + Math.floor(random() * 9)}`,
      `${year}-${month}`,
      null,
    ]);
    return {
      id: `e${index}`,
      participants: [person(first), person(second)],
      mode: pick(modes),
      status: pick(statuses),
      place: pick(places),
      setting: random() < 0.2 ? "en marge de la conférence des ministres de l’OSCE" : null,
      date: random() < 0.8 ? { text: "jeudi dernier", iso } : null,
      articleId: `00${index % 7}_article` as ArticleId,
      evidence: "Ils se sont rencontrés.",
      start: 0,
      end: 23,
      alsoAt: [],
      sameAs: [],
    };
  });
}

function person(index: number): Participant {
  const name = names[index] ?? `Personne Numéro-${index}`;
  return { id: `person-${index}` as PersonId, name };
}

/** A small seeded generator of numbers in [0, 1). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
