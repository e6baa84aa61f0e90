import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PersonId } from "../../src/encounters/encounter.ts";
import { buildEncounterGraph } from "../../src/pictures/encounter-graph.ts";
import { manyEncounters } from "../support/many-encounters.ts";

const encounters = fc
  .record({
    people: fc.integer({ min: 2, max: 60 }),
    count: fc.integer({ min: 0, max: 120 }),
    seed: fc.integer(),
  })
  .map(({ people, count, seed }) => manyEncounters(people, count, seed));

describe("buildEncounterGraph()", () => {
  it("keeps to the limit, and tells how many people it left out", () => {
    fc.assert(
      fc.property(encounters, fc.integer({ min: 2, max: 30 }), (all, limit) => {
        const { people, hiddenPeople } = buildEncounterGraph(all, limit);
        const everybody = new Set(
          all.flatMap(({ participants }) => participants.map(({ id }) => id)),
        );
        expect(people.length).toBeLessThanOrEqual(limit);
        expect(people.length + hiddenPeople).toBe(everybody.size);
      }),
    );
  });

  it("leaves nobody unjoined", () => {
    fc.assert(
      fc.property(encounters, (all) => {
        const { people, links } = buildEncounterGraph(all, 20);
        const joined = new Set(links.flatMap(({ a, b }) => [a, b]));
        expect(people.filter(({ id }) => !joined.has(id))).toEqual([]);
      }),
    );
  });

  it("is the same for the same encounters in any order", () => {
    fc.assert(
      fc.property(encounters, (all) => {
        const names = (graph: ReturnType<typeof buildEncounterGraph>) =>
          JSON.stringify([
            graph.people,
            graph.links.map(({ a, b, certainty }) => [a, b, certainty]),
          ]);
        expect(names(buildEncounterGraph(all.toReversed(), 60))).toBe(
          names(buildEncounterGraph(all, 60)),
        );
      }),
    );
  });

  it("joins two people once for each degree of certainty", () => {
    const [first] = manyEncounters(2, 1);
    const { links } = buildEncounterGraph(
      [
        { ...first!, id: "a", status: "held" },
        { ...first!, id: "b", status: "held" },
        { ...first!, id: "c", status: "planned" },
        { ...first!, id: "d", status: "denied" },
      ],
      10,
    );
    const counts = links.map(({ certainty, encounters: all }) => [certainty, all.length] as const);
    expect(Object.fromEntries(counts)).toEqual({ held: 2, planned: 1, unsure: 1 });
  });

  it("joins everybody at a meeting of three", () => {
    const [first] = manyEncounters(2, 1);
    const third = { id: "third" as PersonId, name: "Le troisième" };
    const participants = [...first!.participants, third];
    expect(buildEncounterGraph([{ ...first!, participants }], 10).links).toHaveLength(3);
  });
});
