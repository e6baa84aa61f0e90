// Sentences -> the encounters they tell, written as one line each, for tests of what the rules read.

import type { Encounter } from "../../src/encounters/encounter.ts";
import { findEncounters } from "../../src/encounters/find-encounters.ts";
import { articleOf } from "./score-encounters.ts";

/** A Thursday. */
const PUBLISHED = "2024-03-14";

/** The encounters of an article of these paragraphs. */
export function tell(...paragraphs: string[]): readonly Encounter[] {
  return findEncounters(articleOf({ id: "t", paragraphs, published: PUBLISHED }));
}

export function names(encounter: Encounter | undefined): string[] {
  return (encounter?.participants ?? []).map((p) => p.name).sort();
}

/** "Ana Ruiz + Bo Lind": who met in each encounter, in the order of the text. */
export function met(...paragraphs: string[]): string[] {
  return tell(...paragraphs).map((e) => names(e).join(" + "));
}

/** The status of each encounter, in the order of the text. */
export function statuses(...paragraphs: string[]): string[] {
  return tell(...paragraphs).map((e) => e.status);
}
