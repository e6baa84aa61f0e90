/**
 * Fits the weights of search's second look and prints them with figures over unseen folds.
 *
 *   node --import tsx test/long/fit-ranking.ts DATA_FOLDER [VECTOR_CACHE_FILE]
 *
 * Folds share no document. Seed 7.
 */
import { join } from "node:path";
import { tmpdir } from "node:os";
import { createEmbedder } from "../../src/embed/create-embedder.ts";
import { rankingWeights } from "../../src/search/ranking-weights.ts";
import { cachedEmbedder } from "../support/cached-embedder.ts";
import { applyLinear, fitListwise, type LinearModel, foldOf } from "../support/fit-linear.ts";
import { readTrainingExamples, type TrainingExample } from "../support/training-examples.ts";

const seed = 7;
const folds = 5;
const candidateNames = Object.keys(rankingWeights);
const signs = Object.fromEntries(
  candidateNames.map((name) => [name, name === "missingNames" ? -1 : 1] as const),
);

function weightOf({ setting, part, grade }: TrainingExample): number {
  if (part === "held") return 0;
  if (setting === "graded") return 3;
  if (setting === "small") return 0.7;
  const paraphrased = grade === "paraphrase" ? 2 : 1;
  return setting === "written" ? 0.5 * paraphrased : paraphrased;
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
if (folder === undefined)
  throw new Error("Wanted the folder of the development data, with piaf and orange in it");
const encoder = await createEmbedder({ modelsDir: "models", model: "sourcier-e5-small" });
const examples = await readTrainingExamples(folder, cachedEmbedder(encoder, cache), seed);
await encoder.close();

const inUse: Record<string, number> = { ...rankingWeights };
const plainSum = { bias: 0, weights: { passage: 0.3, sentence: 0.4, terms: 0.3 } };
const asked = (setting: TrainingExample["setting"], grade: string | null) =>
  examples.filter((one) => one.setting === setting && one.grade === grade && one.answerable);
for (const [setting, grade] of [
  ["whole", null],
  ["small", null],
  ["written", "plain"],
  ["written", "paraphrase"],
  ["five", "plain"],
  ["five", "paraphrase"],
] as const) {
  const questions = asked(setting, grade);
  const label = `${setting}${grade === null ? "" : `, ${grade}`}`;
  report(`${label}: plain sum`, questions, plainSum);
  report(`${label}: weights in use`, questions, { bias: 0, weights: inUse });
  const ranks = Array.from({ length: folds }, (_, fold) => {
    const model = fit(examples.filter(({ group }) => foldOf(group, folds) !== fold));
    const unseen = questions.filter(({ group }) => foldOf(group, folds) === fold);
    return unseen.map((one) => rankUnder(model, one));
  });
  console.log(`${label}: fitted, unseen folds`.padEnd(34), figures(ranks.flat()));
}
const model = fit(examples);
for (const part of ["dev", "held"] as const) {
  for (const grade of ["literal", "paraphrase", "noisy"]) {
    const graded = asked("graded", grade).filter((one) => one.part === part);
    report(`graded ${part}, ${grade}`, graded, model);
  }
}
console.log(model.weights);
