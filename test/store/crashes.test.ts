import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { flipBits } from "../support/flip-bits.ts";
import { publishState } from "../support/index-states.ts";
import { killIndexing } from "../support/kill-indexing.ts";
import { reloadUnderSearch } from "../support/reload-store.ts";

let indexDir: string;
beforeEach(async () => {
  indexDir = await mkdtemp(join(tmpdir(), "sourcier-crash-"));
});
afterEach(() => rm(indexDir, { recursive: true, force: true }));

// The long forms, with hundreds of trials, are in test/long.
describe("the index under kills, damage and reloads", () => {
  it("is whole and up to date after kill -9, at named steps and at random", async () => {
    const steps = ["writing vectors.bin", "build named", "pointer switched"];
    const { unreadable, mixed, lost, notTakenOver } = await killIndexing({
      steps,
      random: 2,
      seed: 5,
    });
    expect({ unreadable, mixed, lost, notTakenOver }).toEqual({
      unreadable: 0,
      mixed: 0,
      lost: 0,
      notTakenOver: 0,
    });
  });

  it("refuses every flipped bit with a sentence", async () => {
    await publishState(indexDir, 2);
    const counts = await flipBits(indexDir, 150, 3);
    expect(counts).toMatchObject({
      refused: 150,
      unnoticed: 0,
      differentAnswers: 0,
      otherErrors: 0,
    });
  });

  it("answers through reloads, half of them of damaged files", async () => {
    const counts = await reloadUnderSearch(indexDir, 8, 3);
    expect(counts).toMatchObject({
      swapped: 4,
      refused: 4,
      failedAnswers: 0,
      wrongAnswers: 0,
      errors: [],
    });
  });
});
