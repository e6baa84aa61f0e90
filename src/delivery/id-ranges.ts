/**
 * A set of whole numbers kept as ranges. Telegram numbers updates one after the other, so a day of
 * them is a handful of ranges instead of millions of entries.
 */
export interface IdRanges {
  has(id: number): boolean;
  add(id: number): void;
  /** How many numbers are in the set. */
  readonly size: number;
  /** How many ranges hold them: the memory it takes. */
  readonly ranges: number;
}

interface Range {
  first: number;
  last: number;
}

export function createIdRanges(): IdRanges {
  const ranges: Range[] = [];
  let size = 0;

  /** Position of the first range that ends at or after `id`. */
  function positionOf(id: number): number {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const range = ranges[middle];
      if (range !== undefined && range.last < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function has(id: number): boolean {
    const range = ranges[positionOf(id)];
    return range !== undefined && range.first <= id;
  }

  function add(id: number): void {
    if (has(id)) return;
    size += 1;
    const position = positionOf(id);
    const before = ranges[position - 1];
    const after = ranges[position];
    const joinsBefore = before?.last === id - 1;
    const joinsAfter = after?.first === id + 1;
    if (joinsBefore && joinsAfter) {
      before.last = after.last;
      ranges.splice(position, 1);
    } else if (joinsBefore) before.last = id;
    else if (joinsAfter) after.first = id;
    else ranges.splice(position, 0, { first: id, last: id });
  }

  return {
    has,
    add,
    get size() {
      return size;
    },
    get ranges() {
      return ranges.length;
    },
  };
}
