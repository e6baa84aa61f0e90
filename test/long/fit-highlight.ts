/**
 * Fits the weights by which the sentences of a passage compete for being the answer, and prints how often
 * the likeliest one holds it, over unseen folds.
 *
 *   node --import tsx test/long/fit-highlight.ts DATA_FOLDER [VECTOR_CACHE_FILE]
 *
 * Every question whose right passage was found and whose answer stands in one place teaches; those where it
 * came first are counted. Folds share no document. Seed 7.
 */
import { join } from "node:path";
import { tmpdir } from "node:os";
import { createEmbedder } from "../../src/embed/create-embedder.ts";
import { likeliestSentence } from "../../src/search/mark-answer.ts";
import type { SentenceFeatures } from "../../src/search/sentence-features.ts";
import { sentenceWeights } from "../../src/search/sentence-weights.ts";
import { cachedEmbedder } from "../support/cached-embedder.ts";
import { fitListwise, foldOf } from "../support/fit-linear.ts";
import { readTrainingExamples, type TrainingExample } from "../support/training-examples.ts";

const seed = 7;
const folds = 5;
const names = Object.keys(sentenceWeights) as (keyof SentenceFeatures)[];

/** Annotators' questions teach twice what the written ones do; what was kept aside teaches nothing. */
function weightOf({ setting, part }: TrainingExample): number {
  if (part === "held") return 0;
  return setting === "whole" ? 2 : setting === "written" || setting === "five" ? 1 : 0;
}

function fit(examples: readonly TrainingExample[]): typeof sentenceWeights {
  const lists = examples.map((one) => ({
    weight: weightOf(one),
    candidates: one.sentences.map(({ features, right }) => ({ features: { ...features }, right })),
  }));
  const { weights } = fitListwise(lists, { names, l2: 0.003, epochs: 200 });
  return weights;
}

function isRight({ sentences }: TrainingExample, weights: typeof sentenceWeights): boolean {
  const features = sentences.map((sentence) => sentence.features);
  return sentences[likeliestSentence(features, weights)]?.right === true;
}

const [folder, cache = join(tmpdir(), "sourcier-vectors.bin")] = process.argv.slice(2);
if (folder === undefined)
  throw new Error("Wanted the folder of the development data, with piaf and orange in it");
const encoder = await createEmbedder({ modelsDir: "models", model: "sourcier-e5-small" });
const all = await readTrainingExamples(folder, cachedEmbedder(encoder, cache), seed);
await encoder.close();

const taught = all.filter((one) => weightOf(one) > 0 && one.sentences.length > 0);
const models = Array.from({ length: folds }, (_, fold) =>
  fit(taught.filter(({ group }) => foldOf(group, folds) !== fold)),
);
for (const [setting, grade] of [
  ["whole", null],
  ["written", "plain"],
  ["written", "paraphrase"],
  ["five", "plain"],
  ["five", "paraphrase"],
] as const) {
  const first = all.filter(
    (one) => one.setting === setting && one.grade === grade && one.rank === 0,
  );
  const judged = first.filter(({ sentences }) => sentences.length > 0);
  const right = judged.filter((one) => isRight(one, models[foldOf(one.group, folds)]!)).length;
  const share = ((100 * right) / judged.length).toFixed(1);
  console.log(`${setting} ${grade ?? ""}: ${share} % of ${judged.length} right`);
}
const weights = fit(taught);
for (const grade of ["literal", "paraphrase", "noisy"]) {
  const asked = all.filter(
    (one) =>
      one.setting === "graded" && one.grade === grade && one.rank === 0 && one.sentences.length > 0,
  );
  const marked = asked.filter((one) => isRight(one, weights)).length;
  console.log(`graded, ${grade}: ${marked} of ${asked.length}`);
}
console.log(weights);
