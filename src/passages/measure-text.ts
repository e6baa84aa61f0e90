/*
 * A text in, a running estimate of what it costs the encoder out. The encoder reads 512 tokens; counting
 * them exactly needs its tokenizer, which this folder does not load. The estimate errs on the high side:
 * a test compares it with the real tokenizer on French, other scripts and noise.
 */

/** Cost of a whole passage that surely fits 512 tokens with the encoder's prefix and marks: 500 tokens. */
export const MAX_PASSAGE_COST = 5000;
/** Cost allowed to one sentence, about 1,250 characters of French: leaves room for a subheading before it. */
export const MAX_SENTENCE_COST = 4200;

/** A run of letters longer than any French word is noise, and noise costs a token a character. */
const LONGEST_WORD_CHARS = 28;
/** So is a letter after this many consonants. */
const LONGEST_CONSONANT_RUN = 3;

/** Costs in tenths of a token. */
const COST = { wordStart: 10, lower: 3, upper: 6, accented: 8, digit: 7, other: 10, oddStart: 20 };

type Kind = "space" | "lower" | "upper" | "accented" | "digit" | "other";

/** Returns `costs` with `costs[i]` the cost, in tenths of a token, of `text.slice(0, i)`. */
export function measureText(text: string): Uint32Array {
  const costs = new Uint32Array(text.length + 1);
  let total = 0;
  let previous: Kind = "space";
  let letters = 0;
  let consonants = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    const kind = KINDS[unit] ?? kindOf(unit);
    const isLetter = kind === "lower" || kind === "upper" || kind === "accented";
    letters = isLetter ? letters + 1 : 0;
    consonants = isLetter && !isVowel(unit) ? consonants + 1 : 0;
    const isNoise = letters > LONGEST_WORD_CHARS || consonants > LONGEST_CONSONANT_RUN;
    total += isNoise ? COST.other : costOf(kind, previous);
    previous = kind;
    costs[i + 1] = total;
  }
  return costs;
}

function costOf(kind: Kind, previous: Kind): number {
  if (kind === "space") return 0;
  const startsWord = previous === "space" || previous === "other" || previous === "digit";
  // Two accents in a row are rare in French ("créée") and rare to the encoder.
  if (kind === "accented" && previous === "accented") return COST.other;
  // A space before anything but a plain letter is a token of its own.
  if (kind === "accented" || kind === "other")
    return previous === "space" ? COST.oddStart : COST[kind];
  if (startsWord && kind !== "digit") return COST.wordStart;
  return kind === "upper" && previous === "lower" ? COST.other : COST[kind];
}

function kindOf(unit: number): Kind {
  if (unit <= 0x20 || unit === 0xa0 || unit === 0x202f) return "space";
  if (unit >= 0x61 && unit <= 0x7a) return "lower";
  if (unit >= 0x41 && unit <= 0x5a) return "upper";
  if (unit >= 0x30 && unit <= 0x39) return "digit";
  const isWesternLetter = unit >= 0xc0 && unit <= 0xff && unit !== 0xd7 && unit !== 0xf7;
  return isWesternLetter || unit === 0x152 || unit === 0x153 ? "accented" : "other";
}

/** The kinds of the code units that most texts are made of. */
const KINDS: readonly Kind[] = Array.from({ length: 0x180 }, (_, unit) => kindOf(unit));

const ARE_VOWELS: readonly boolean[] = Array.from({ length: 0xc0 }, (_, unit) =>
  "aeiouyAEIOUY".includes(String.fromCharCode(unit)),
);

/** a, e, i, o, u, y in either case, and every accented letter. */
function isVowel(unit: number): boolean {
  return ARE_VOWELS[unit] ?? true;
}
