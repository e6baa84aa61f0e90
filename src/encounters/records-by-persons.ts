// The records of one article by whom they are about, so that a telling is compared with those of its own
// persons and not with all: a long list of encounters would cost the square of its length.

import type { Person } from "./people/person.ts";

interface Recorded {
  /** May become more, never fewer. */
  readonly persons: readonly Person[];
  /** Its place among the records of the article. */
  readonly order: number;
}

/** So many records of the same persons are compared, the last ones. */
const MAX_COMPARED = 50;

export class RecordsByPersons<Kept extends Recorded> {
  readonly #numbers = new Map<Person, number>();
  /** By all of its persons together. */
  readonly #ofThese = new Map<string, Kept[]>();
  /** By each of its persons. */
  readonly #with = new Map<Person, Kept[]>();

  /** Enters a new record, or one whose persons have become more. */
  add(record: Kept): void {
    push(this.#ofThese, this.#keyOf(record.persons), record);
    for (const person of record.persons) push(this.#with, person, record);
  }

  /** The last record that `fits`, of the same persons or, when one side names only one, of that one among others. */
  findLast(persons: readonly Person[], fits: (record: Kept) => boolean): Kept | undefined {
    let last: Kept | undefined;
    for (const record of this.#candidates(persons)) {
      if ((last === undefined || record.order > last.order) && fits(record)) last = record;
    }
    return last;
  }

  #candidates(persons: readonly Person[]): Kept[] {
    const [only] = persons;
    if (only !== undefined && persons.length === 1) return lastOf(this.#with.get(only));
    return [
      ...this.#of(persons),
      // One of them alone, with somebody whom the article had not named yet.
      ...persons.flatMap((person) => this.#of([person])),
    ];
  }

  #of(persons: readonly Person[]): Kept[] {
    const records = lastOf(this.#ofThese.get(this.#keyOf(persons)));
    return records.filter((record) => record.persons.length === persons.length);
  }

  #keyOf(persons: readonly Person[]): string {
    const numbers = persons.map((person) => this.#numberOf(person));
    return numbers.sort((a, b) => a - b).join(" ");
  }

  #numberOf(person: Person): number {
    const known = this.#numbers.get(person) ?? this.#numbers.size;
    this.#numbers.set(person, known);
    return known;
  }
}

function lastOf<Kept>(records: readonly Kept[] = []): Kept[] {
  return records.slice(-MAX_COMPARED);
}

function push<Key, Kept>(lists: Map<Key, Kept[]>, key: Key, record: Kept): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [record]);
  else list.push(record);
}
