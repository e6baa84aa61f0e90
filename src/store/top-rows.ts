/** Keeps the k best of many scored rows: a bounded heap, so that ranking a million rows needs no sort. */

export interface ScoredRow {
  readonly row: number;
  readonly score: number;
}

export interface TopRows {
  offer(row: number, score: number): void;
  /** Best first; equal scores in the order of their rows. */
  ranked(): readonly ScoredRow[];
}

export function createTopRows(k: number): TopRows {
  const rows = new Uint32Array(k);
  const scores = new Float64Array(k);
  let size = 0;
  const worse = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference < 0 || (difference === 0 && (rows[a] ?? 0) > (rows[b] ?? 0));
  };
  const swap = (a: number, b: number): void => {
    const [row, score] = [rows[a] ?? 0, scores[a] ?? 0];
    rows[a] = rows[b] ?? 0;
    scores[a] = scores[b] ?? 0;
    rows[b] = row;
    scores[b] = score;
  };
  const rise = (start: number): void => {
    for (let child = start; child > 0;) {
      const parent = (child - 1) >> 1;
      if (!worse(child, parent)) return;
      swap(child, parent);
      child = parent;
    }
  };
  const sink = (): void => {
    for (let parent = 0; ;) {
      let worst = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2])
        if (child < size && worse(child, worst)) worst = child;
      if (worst === parent) return;
      swap(parent, worst);
      parent = worst;
    }
  };
  return {
    offer(row, score) {
      if (size < k) {
        rows[size] = row;
        scores[size] = score;
        rise(size++);
      } else if (
        k > 0 &&
        (score > (scores[0] ?? 0) || (score === scores[0] && row < (rows[0] ?? 0)))
      ) {
        rows[0] = row;
        scores[0] = score;
        sink();
      }
    },
    ranked() {
      const found = Array.from({ length: size }, (_, i) => ({
        row: rows[i] ?? 0,
        score: scores[i] ?? 0,
      }));
      return found.sort((a, b) => b.score - a.score || a.row - b.row);
    },
  };
}
