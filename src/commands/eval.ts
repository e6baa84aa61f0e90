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
