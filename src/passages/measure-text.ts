/*
 * A text in, a running estimate of what it costs the encoder out. The encoder reads 512 tokens; counting
 * them exactly needs its tokenizer, which this folder does not load. The estimate errs on the high side:
 * a test compares it with the real tokenizer on French, other scripts and noise.
 */

/** Cost of a whole passage that surely fits 512 tokens with the encoder's prefix and marks: 500 tokens. */
export const MAX_PASSAGE_COST = 5000;
/** Cost allowed to one sentence, about 1,250 characters of French: leaves room for a subheading before it. */
export const MAX_SENTENCE_COST = 4200;

/** Tenths of a token. Lower-case words take some 4 characters a token, capitals 2, other signs 1. */
const COST_LOWER = 3;
const COST_UPPER = 6;
const COST_DIGIT = 7;
const COST_OTHER = 10;
/** A run of letters longer than any French word is noise, and noise costs a token a character. */
const LONGEST_WORD_CHARS = 28;

/** Returns `costs` with `costs[i]` the cost, in tenths of a token, of `text.slice(0, i)`. */
export function measureText(text: string): Uint32Array {
  const costs = new Uint32Array(text.length + 1);
  let total = 0;
  let wordChars = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    const isLatin = isLatinLetter(unit);
    wordChars = isLatin ? wordChars + 1 : 0;
    // The space goes with the word after it; the word's first letter pays for both.
    if (isLatin) total += letterCost(unit, wordChars);
    else if (unit >= 0x30 && unit <= 0x39) total += COST_DIGIT;
    else if (unit > 0x20 && unit !== 0xa0) total += COST_OTHER;
    costs[i + 1] = total;
  }
  return costs;
}

function letterCost(unit: number, wordChars: number): number {
  if (wordChars > LONGEST_WORD_CHARS) return COST_OTHER;
  if (wordChars === 1) return COST_UPPER;
  return isUpper(unit) ? COST_UPPER : COST_LOWER;
}

function isLatinLetter(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0xc0 && unit <= 0x17f && unit !== 0xd7 && unit !== 0xf7)
  );
}

function isUpper(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0xc0 && unit <= 0xde);
}
