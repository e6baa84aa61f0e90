/*
 * Several patterns in, one test for all of them out. A regular expression of a hundred alternatives refuses
 * a text about as quickly as one of them would, for it looks at the first characters of all of them together.
 */

/** Returns whether any of `patterns` (stateless, without back references) matches a text. */
export function createPatternSet(patterns: readonly RegExp[]): (text: string) => boolean {
  const kinds = new Map<string, RegExp[]>();
  for (const pattern of patterns) {
    // One pattern that may begin anywhere would let all of them be tried everywhere.
    const kind = `${pattern.flags} ${pattern.source.startsWith("^") ? "at the start" : "anywhere"}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), pattern]);
  }
  const joined = [...kinds.values()].map(join);
  return (text) => joined.some((pattern) => pattern.test(text));
}

function join(patterns: readonly RegExp[]): RegExp {
  const alternatives = patterns.map(({ source }) => `(?:${source})`);
  return new RegExp(alternatives.join("|"), patterns[0]?.flags);
}
