import type { Row } from "../store/store.ts";

/** A candidate, the article it stands in (by identity), and its similarity in deviations. */
export interface ArticleMember {
  readonly row: Row;
  readonly article: object | undefined;
  readonly passage: number;
}

/**
 * How much the rest of its article speaks for a candidate: the similarity of the best other candidate of
 * the same article, at most its own; 0 where there is none. A paragraph on the subject asked about
 * stands in an article on that subject, although it need not name it again.
 */
export function findSupport(members: readonly ArticleMember[]): (row: Row) => number {
  const supports = new Map<Row, number>();
  for (const { row, article, passage } of members) {
    let support = 0;
    for (const other of members) {
      if (other.row === row || other.article !== article) continue;
      support = Math.max(support, Math.min(passage, other.passage));
    }
    supports.set(row, support);
  }
  return (row) => supports.get(row) ?? 0;
}
