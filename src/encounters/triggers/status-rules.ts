// Whether an encounter took place, as tables: words before and after the trigger -> status.
// Rules are tried in order; the first that fits decides. Groups of persons stand as "§",
// the trigger itself as "¤". Everything is folded, so "a démenti" reads "a dementi".

import type { EncounterStatus } from "../encounter.ts";

export interface StatusRule {
  readonly status: EncounterStatus;
  readonly pattern: RegExp;
  readonly example: string;
}
