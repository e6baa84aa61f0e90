/** Keeps the k best of many scored rows: a bounded heap, so that ranking a million rows needs no sort. */

export interface ScoredRow {
  readonly row: number;
  readonly score: number;
}

export interface TopRows {
  offer(row: number, score: number): void;
  /** Where rows are offered in ascending order, only a greater score still finds a place. */
  least(): number;
  /** Best first; equal scores in the order of their rows. */
  ranked(): readonly ScoredRow[];
}

export function createTopRows(k: number): TopRows {
  return new BoundedHeap(k);
}

/** The worst of the kept rows lies on top. A class, so that V8 compiles its methods once for all questions. */
class BoundedHeap implements TopRows {
  private readonly k: number;
  private readonly rows: Uint32Array;
  private readonly scores: Float64Array;
  private size = 0;

  constructor(k: number) {
    this.k = k;
    this.rows = new Uint32Array(k);
    this.scores = new Float64Array(k);
  }

  offer(row: number, score: number): void {
    if (this.size < this.k) {
      this.put(this.size++, row, score);
      this.rise(this.size - 1);
    } else if (this.k > 0 && this.isBetterThanWorst(row, score)) {
      this.put(0, row, score);
      this.sink();
    }
  }

  least(): number {
    return this.size < this.k ? -Infinity : (this.scores[0] ?? Infinity);
  }

  ranked(): readonly ScoredRow[] {
    const found = Array.from({ length: this.size }, (_, i) => ({
      row: this.rows[i] ?? 0,
      score: this.scores[i] ?? 0,
    }));
    return found.sort((a, b) => b.score - a.score || a.row - b.row);
  }

  private isBetterThanWorst(row: number, score: number): boolean {
    const worst = this.scores[0] ?? 0;
    return score > worst || (score === worst && row < (this.rows[0] ?? 0));
  }

  private put(at: number, row: number, score: number): void {
    this.rows[at] = row;
    this.scores[at] = score;
  }

  private isWorse(a: number, b: number): boolean {
    const difference = (this.scores[a] ?? 0) - (this.scores[b] ?? 0);
    return difference < 0 || (difference === 0 && (this.rows[a] ?? 0) > (this.rows[b] ?? 0));
  }

  private swap(a: number, b: number): void {
    const [row, score] = [this.rows[a] ?? 0, this.scores[a] ?? 0];
    this.put(a, this.rows[b] ?? 0, this.scores[b] ?? 0);
    this.put(b, row, score);
  }

  private rise(start: number): void {
    for (let child = start; child > 0;) {
      const parent = (child - 1) >> 1;
      if (!this.isWorse(child, parent)) return;
      this.swap(child, parent);
      child = parent;
    }
  }

  private sink(): void {
    for (let parent = 0; ;) {
      const [left, right] = [2 * parent + 1, 2 * parent + 2];
      let worst = parent;
      if (left < this.size && this.isWorse(left, worst)) worst = left;
      if (right < this.size && this.isWorse(right, worst)) worst = right;
      if (worst === parent) return;
      this.swap(parent, worst);
      parent = worst;
    }
  }
}
