/** Figures of retrieval over the questions of a run, each 0..1. */
export interface RetrievalFigures {
  readonly ndcg10: number;
  readonly mrr10: number;
  readonly recall1: number;
  readonly recall5: number;
  readonly recall10: number;
}

type Grades = ReadonlyMap<string, number>;

const cut = 10;

/** Järvelin and Kekäläinen 2002, gains as graded (as trec_eval does). */
function ndcg(ranking: readonly string[], grades: Grades): number {
  const discount = (rank: number) => 1 / Math.log2(rank + 2);
  const gained = ranking
    .slice(0, cut)
    .reduce((sum, id, rank) => sum + (grades.get(id) ?? 0) * discount(rank), 0);
  const ideal = [...grades.values()]
    .sort((a, b) => b - a)
    .slice(0, cut)
    .reduce((sum, grade, rank) => sum + grade * discount(rank), 0);
  return ideal === 0 ? 0 : gained / ideal;
}

function reciprocalRank(ranking: readonly string[], grades: Grades): number {
  const rank = ranking.slice(0, cut).findIndex((id) => grades.has(id));
  return rank < 0 ? 0 : 1 / (rank + 1);
}

function recall(ranking: readonly string[], grades: Grades, at: number): number {
  const found = ranking.slice(0, at).filter((id) => grades.has(id)).length;
  return found / grades.size;
}

/** The figures of one question: documents best first, against their grades. */
export function judgeRanking(ranking: readonly string[], grades: Grades): RetrievalFigures {
  return {
    ndcg10: ndcg(ranking, grades),
    mrr10: reciprocalRank(ranking, grades),
    recall1: recall(ranking, grades, 1),
    recall5: recall(ranking, grades, 5),
    recall10: recall(ranking, grades, 10),
  };
}

/** Means over questions; zeros when there is none. */
export function meanFigures(figures: readonly RetrievalFigures[]): RetrievalFigures {
  const mean = (name: keyof RetrievalFigures) =>
    figures.reduce((sum, one) => sum + one[name], 0) / Math.max(1, figures.length);
  return {
    ndcg10: mean("ndcg10"),
    mrr10: mean("mrr10"),
    recall1: mean("recall1"),
    recall5: mean("recall5"),
    recall10: mean("recall10"),
  };
}
