/**
 * Posting lists: for one term, the rows of the passages that hold it, ascending, each with the term's frequency.
 * A posting is the difference to the row before as a variable-length number (7 bits a byte, lowest first) and one
 * byte of frequency in sixteenths, about 2.2 bytes in all. Lists are read at the question, from the page cache.
 */

/** Frequencies are kept in sixteenths, 1..255: a term in a title may count for a part; above 15.9 BM25 is flat. */
export function quantizeFrequency(frequency: number): number {
  return Math.max(1, Math.min(255, Math.round(frequency * 16)));
}

export const frequencyUnit = 1 / 16;

/** Calls back for every posting of one list. A callback costs less here than building objects. */
export function decodePostings(
  bytes: Uint8Array,
  visit: (row: number, frequency: number) => void,
): void {
  let row = -1;
  for (let i = 0; i < bytes.length;) {
    let step = 0;
    let shift = 0;
    for (;;) {
      const byte = bytes[i++] ?? 0;
      step |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
      shift += 7;
    }
    row += step + 1;
    visit(row, bytes[i++] ?? 0);
  }
}

export interface PostingEncoder {
  /** Adds to the current list; rows must ascend. */
  add(row: number, frequency: number): void;
  /** Ends the list: its bytes (valid until the next `add`) and how many postings it has. */
  finish(): { readonly bytes: Uint8Array; readonly count: number };
}

export function createPostingEncoder(): PostingEncoder {
  let buffer = new Uint8Array(1 << 16);
  let used = 0;
  let count = 0;
  let last = -1;
  return {
    add(row, frequency) {
      if (used + 6 > buffer.length) {
        const larger = new Uint8Array(buffer.length * 2);
        larger.set(buffer);
        buffer = larger;
      }
      let step = row - last - 1;
      for (; step >= 0x80; step >>>= 7) buffer[used++] = (step & 0x7f) | 0x80;
      buffer[used++] = step;
      buffer[used++] = frequency;
      last = row;
      count++;
    },
    finish() {
      const list = { bytes: buffer.subarray(0, used), count };
      used = count = 0;
      last = -1;
      return list;
    },
  };
}
