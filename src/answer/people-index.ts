// Everybody known, by the words of their names, so that a question is not compared with each of them.

import type { Participant } from "../encounters/encounter.ts";
import { oncePerList } from "../terms/once-per-list.ts";
import { rememberWords } from "../terms/remember-words.ts";
import { spellingKey } from "../encounters/people/spelling-key.ts";
import { foldName } from "../encounters/tokens.ts";

export interface KnownPerson {
  readonly participant: Participant;
  /** Of the name, folded. */
  readonly words: readonly string[];
}

/** Those who may be meant by a word, in the order they were given; whether they are is for the caller to compare. */
export interface PeopleIndex {
  /** Whose first or last name is the word, or is spelt like it. */
  readonly named: (word: string) => readonly KnownPerson[];
  /** Whose first or last name begins with the same letter and is as long, give or take two letters; a short one as it is. */
  readonly nearlyNamed: (word: string) => readonly KnownPerson[];
}

const mostLettersMore = 2;
/** Shorter words are right or another name. */
const shortestForgiven = 5;
const mostRemembered = 1_000;

class Shelf {
  readonly #people = new Map<string, Set<number>>();

  put(key: string, person: number): void {
    const there = this.#people.get(key);
    if (there === undefined) this.#people.set(key, new Set([person]));
    else there.add(person);
  }

  take(keys: readonly string[], people: readonly KnownPerson[]): readonly KnownPerson[] {
    const found = new Set(keys.flatMap((key) => [...(this.#people.get(key) ?? [])]));
    return [...found].sort((a, b) => a - b).flatMap((person) => people[person] ?? []);
  }
}

/** The index of these people; made once for each list. */
export const peopleIndex = oncePerList(createPeopleIndex);

function createPeopleIndex(participants: readonly Participant[]): PeopleIndex {
  const people = participants.map((participant) => ({
    participant,
    words: foldName(participant.name).split(" "),
  }));
  const bySpelling = new Shelf();
  const byShape = new Shelf();
  people.forEach(({ words }, person) => {
    for (const word of new Set([words[0] ?? "", words.at(-1) ?? ""])) {
      bySpelling.put(word, person);
      bySpelling.put(`~${spellingKey(word)}`, person);
      byShape.put(shape(word.charAt(0), word.length), person);
    }
  });
  const named = (word: string) => bySpelling.take([word, `~${spellingKey(word)}`], people);
  const nearlyNamed = (word: string) => {
    if (word.length < shortestForgiven) return named(word);
    const keys: string[] = [];
    for (let more = -mostLettersMore; more <= mostLettersMore; more++)
      keys.push(shape(word.charAt(0), word.length + more));
    return byShape.take(keys, people);
  };
  return {
    named: rememberWords(named, mostRemembered),
    nearlyNamed: rememberWords(nearlyNamed, mostRemembered),
  };
}

function shape(letter: string, length: number): string {
  return `${letter}${length}`;
}
