// `sourcier eval`: retrieval quality on BEIR files, over an index in a temporary folder.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Config } from "../config.ts";
import { createEmbedder } from "../embed/create-embedder.ts";
import { type EvalReport, runEval } from "../eval/run-eval.ts";
import type { Progress } from "./progress.ts";

export interface EvalFiles {
  readonly corpus: string;
  readonly queries: string;
  readonly qrels: string;
}

export async function evaluate(
  { modelsDir, embeddingModel: model, allowRemoteModels }: Config,
  files: EvalFiles,
  progress: Progress,
): Promise<EvalReport> {
  const workDir = await mkdtemp(join(tmpdir(), "sourcier-eval-"));
  const embedder = await createEmbedder({ modelsDir, model, allowRemoteModels });
  try {
    return await runEval({
      ...files,
      embedder,
      workDir,
      onProgress: ({ stage, done, total, etaMs }) =>
        progress.show({ label: stage === "indexing" ? "Indexing" : "Asking", done, total, etaMs }),
    });
  } finally {
    progress.end();
    await embedder.close();
    await rm(workDir, { recursive: true, force: true });
  }
}

/** The figures under the names that the field gives them, then everything else that was measured. */
export function evalJson(report: EvalReport): object {
  const { ndcg10, mrr10, recall1, recall5, recall10 } = report.figures.sourcier;
  const { highlights, separation } = report;
  return {
    "nDCG@10": ndcg10,
    "MRR@10": mrr10,
    "recall@1": recall1,
    "recall@5": recall5,
    "recall@10": recall10,
    highlightAccuracy: highlights === null ? null : highlights.right / highlights.counted,
    AUROC: separation?.auroc ?? null,
    ...report,
  };
}
