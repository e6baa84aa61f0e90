/**
 * Fits the weights of search's second look and prints them with figures over unseen folds.
 *
 *   node --import tsx test/long/fit-ranking.ts DATA_SET_FOLDER [VECTOR_CACHE_FILE]
 *
 * Folds share no document. Seed 7.
 */
import { join } from "node:path";
import { tmpdir } from "node:os";
import { createEmbedder } from "../../src/embed/create-embedder.ts";
import { rankingWeights } from "../../src/search/ranking-weights.ts";
import { cachedEmbedder } from "../support/cached-embedder.ts";
import { applyLinear, fitListwise, type LinearModel } from "../support/fit-linear.ts";
import { readTrainingExamples, type TrainingExample } from "../support/training-examples.ts";

const seed = 7;
const folds = 5;
const candidateNames = Object.keys(rankingWeights);
const signs = Object.fromEntries(
  candidateNames.map((name) => [name, name === "missingNames" ? -1 : 1] as const),
);

function foldOf(group: string): number {
  let hash = 0;
  for (const character of group) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return hash % folds;
}

function weightOf({ setting, part }: TrainingExample): number {
  if (setting !== "graded") return setting === "small" ? 0.7 : 1;
  return part === "dev" ? 3 : 0;
}

function fit(examples: readonly TrainingExample[]): LinearModel {
  const lists = examples
    .filter((example) => example.answerable && weightOf(example) > 0)
    .map((example) => ({
      weight: weightOf(example),
      candidates: example.candidates.map(({ features, right }) => ({
        features: { ...features },
        right,
      })),
    }));
  return fitListwise(lists, { names: candidateNames, l2: 0.002, epochs: 200, signs });
}

function rankUnder(model: LinearModel, { candidates }: TrainingExample): number {
  return candidates
    .map(({ features, right }) => ({ score: applyLinear(model, { ...features }), right }))
    .sort((a, b) => b.score - a.score)
    .findIndex(({ right }) => right);
}

function figures(ranks: readonly number[]): string {
  const share = (at: number) =>
    ranks.filter((rank) => rank >= 0 && rank < at).length / ranks.length;
  const mrr = ranks.reduce((sum, rank) => sum + (rank >= 0 && rank < 10 ? 1 / (rank + 1) : 0), 0);
  return `MRR@10 ${(mrr / ranks.length).toFixed(4)}  R@1 ${share(1).toFixed(3)}  R@3 ${share(3).toFixed(3)}  R@5 ${share(5).toFixed(3)}  (${ranks.length})`;
}

function report(label: string, examples: readonly TrainingExample[], model: LinearModel): void {
  console.log(label.padEnd(34), figures(examples.map((one) => rankUnder(model, one))));
}

const [folder, cache = join(tmpdir(), "sourcier-vectors.bin")] = process.argv.slice(2);
if (folder === undefined) throw new Error("Wanted the folder of a BEIR data set");
const encoder = await createEmbedder({ modelsDir: "models", model: "sourcier-e5-small" });
const examples = await readTrainingExamples(folder, cachedEmbedder(encoder, cache), seed);
await encoder.close();

const plainSum = { bias: 0, weights: { passage: 0.3, sentence: 0.4, terms: 0.3 } };
for (const setting of ["whole", "small"] as const) {
  const asked = examples.filter((one) => one.setting === setting && one.answerable);
  report(`${setting}: plain sum`, asked, plainSum);
  const ranks = Array.from({ length: folds }, (_, fold) => {
    const model = fit(examples.filter(({ group }) => foldOf(group) !== fold));
    return asked.filter(({ group }) => foldOf(group) === fold).map((one) => rankUnder(model, one));
  });
  console.log(`${setting}: fitted, unseen folds`.padEnd(34), figures(ranks.flat()));
}
const model = fit(examples);
for (const part of ["dev", "held"] as const) {
  for (const grade of ["literal", "paraphrase", "noisy"]) {
    const asked = examples.filter((one) => one.grade === grade && one.part === part);
    report(
      `graded ${part}, ${grade}`,
      asked.filter(({ answerable }) => answerable),
      model,
    );
  }
}
console.log(model.weights);
