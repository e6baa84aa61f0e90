// Which of a sentence's triggers a place or date belongs to: the nearest; one stated before all of
// them ("Mardi à Paris, X a vu Y puis Z") belongs to each.

/** Positions may be counted in words or in characters, as long as all are counted alike. */
export function belongsTo(at: number, trigger: number, rivals: readonly number[]): boolean {
  if (rivals.every((rival) => at < rival) && at < trigger) return true;
  return rivals.every((rival) => Math.abs(at - trigger) <= Math.abs(at - rival));
}
