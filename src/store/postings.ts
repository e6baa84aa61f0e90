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

/** One decoded list: the first `count` numbers of each column, valid until the next list is decoded. */
export interface DecodedPostings {
  readonly count: number;
  /** Signed, because V8 computes with 32 unsigned bits as with fractions: five times as slow. */
  readonly rows: Int32Array;
  readonly frequencies: Uint8Array;
}

/** Decodes lists into columns that it keeps: 2 ns a posting, and nothing to collect afterwards. */
export function createPostingDecoder(): (bytes: Uint8Array) => DecodedPostings {
  let rows = new Int32Array(1 << 10);
  let frequencies = new Uint8Array(1 << 10);
  return (bytes) => {
    const most = bytes.length >> 1;
    if (most > rows.length) {
      rows = new Int32Array(2 * most);
      frequencies = new Uint8Array(2 * most);
    }
    return { count: decodeInto(rows, frequencies, bytes), rows, frequencies };
  };
}

function decodeInto(rows: Int32Array, frequencies: Uint8Array, bytes: Uint8Array): number {
  let row = -1;
  let count = 0;
  for (let i = 0; i < bytes.length;) {
    let byte = bytes[i++] ?? 0;
    let step = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[i++] ?? 0;
      step |= (byte & 0x7f) << shift;
    }
    row += step + 1;
    rows[count] = row;
    frequencies[count++] = bytes[i++] ?? 0;
  }
  return count;
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
