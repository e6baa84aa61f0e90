/**
 * The weighted bag of index terms of a passage: term -> frequency. Frequencies may be fractional
 * (a term that only stands in the title counts for less); the store keeps them to 1/16.
 */
export type PassageTerms = ReadonlyMap<string, number>;
