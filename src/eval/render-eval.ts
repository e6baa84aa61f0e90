import type { EvalReport, EvalSystem } from "./run-eval.ts";

const names: Readonly<Record<EvalSystem, string>> = {
  sourcier: "Sourcier",
  bm25: "BM25 alone",
  vectors: "passage vectors alone",
};

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const figure = (value: number) => value.toFixed(3);

function retrievalTable({ figures }: EvalReport): string[] {
  const systems = Object.keys(names) as EvalSystem[];
  return [
    "| | nDCG@10 | MRR@10 | R@1 | R@5 | R@10 |",
    "|---|---|---|---|---|---|",
    ...systems.map((system) => {
      const { ndcg10, mrr10, recall1, recall5, recall10 } = figures[system];
      const cells = [ndcg10, mrr10, recall1, recall5, recall10].map(figure).join(" | ");
      return `| ${names[system]} | ${cells} |`;
    }),
  ];
}

function confidenceLines({ separation, confidence, queries }: EvalReport): string[] {
  if (separation === null) return [];
  const levels = (["high", "low", "none"] as const).map(
    (level) =>
      `| ${level} | ${percent(confidence.answerable[level] / queries)} | ${percent(confidence.unanswerable[level] / queries)} |`,
  );
  const tradeOff = separation.tradeOff.map(
    ({ falseAnswers, falseRefusals }) =>
      `${percent(falseRefusals)} false refusals at ${percent(falseAnswers)} false answers`,
  );
  return [
    "",
    `Answerable against unanswerable (relevant documents, and those of the same title, taken out): AUROC ${figure(separation.auroc)}; ${tradeOff.join(", ")}.`,
    "",
    "| confidence | answerable | unanswerable |",
    "|---|---|---|",
    ...levels,
  ];
}

function highlightLines(highlights: EvalReport["highlights"]): string[] {
  if (highlights === null) return [];
  const { counted, right } = highlights;
  const share = (count: number) => percent(count / counted);
  return [
    "",
    `Highlight holds the answer: ${share(right)} of the ${counted} questions whose document came first.`,
  ];
}

/** The report as a table in Markdown, for a terminal or a README. */
export function renderEval(report: EvalReport): string {
  const { documents, passages, queries, highlights, speed } = report;
  return [
    `${documents} documents, ${passages} passages, ${queries} questions.`,
    "",
    ...retrievalTable(report),
    ...highlightLines(highlights),
    ...confidenceLines(report),
    "",
    `Indexing ${speed.textsPerSecond.toFixed(0)} texts/s (passages and sentences); a question takes ${speed.questionP50Ms.toFixed(1)} ms (p50), ${speed.questionP95Ms.toFixed(1)} ms (p95), its encoding ${speed.embedP50Ms.toFixed(1)} ms.`,
  ].join("\n");
}
