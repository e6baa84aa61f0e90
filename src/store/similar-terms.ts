/**
 * Known terms within a small edit distance of an unknown one. Two letters' worth of edits change at most two
 * letters of each word's set, so comparing 32-bit letter sets first leaves few terms to measure:
 * 200,000 terms take about 2 ms.
 */
import { editDistance } from "../terms/edit-distance.ts";
import type { TermDictionary } from "./term-dictionary.ts";

export interface SimilarTerms {
  find(term: string, limit: number): readonly string[];
}

/** Edits allowed: none below four letters (too many words are that near), one below eight, then two. */
function allowedEdits(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** @param frequencies passages per term; terms of no passage are not offered */
export function createSimilarTerms(
  dictionary: TermDictionary,
  frequencies: Uint32Array,
): SimilarTerms {
  let sets: Uint32Array | null = null;
  return {
    find(term, limit) {
      const edits = allowedEdits(term.length);
      if (edits === 0) return [];
      sets ??= letterSets(dictionary);
      const wanted = letterSet(term);
      const bytes = Buffer.byteLength(term);
      const found: { term: string; edits: number; frequency: number }[] = [];
      for (let number = 0; number < dictionary.size; number++) {
        if ((frequencies[number] ?? 0) === 0) continue;
        if (countBits((sets[number] ?? 0) ^ wanted) > 2 * edits) continue;
        if (Math.abs(dictionary.byteLength(number) - bytes) > 4 * edits) continue;
        const known = dictionary.term(number);
        const measured = editDistance(term, known);
        if (measured > 0 && measured <= edits)
          found.push({ term: known, edits: measured, frequency: frequencies[number] ?? 0 });
      }
      found.sort(
        (a, b) => a.edits - b.edits || b.frequency - a.frequency || compare(a.term, b.term),
      );
      return found.slice(0, limit).map((one) => one.term);
    },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function letterSets(dictionary: TermDictionary): Uint32Array {
  return Uint32Array.from({ length: dictionary.size }, (_, number) =>
    letterSet(dictionary.term(number)),
  );
}

/** One bit per letter, modulo 32: a-z each have their own. */
function letterSet(term: string): number {
  let set = 0;
  for (let i = 0; i < term.length; i++) set |= 1 << (term.charCodeAt(i) & 31);
  return set >>> 0;
}

/** Bits set in a 32-bit number (Warren, Hacker's Delight, 5-1). */
function countBits(bits: number): number {
  let sum = bits - ((bits >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
