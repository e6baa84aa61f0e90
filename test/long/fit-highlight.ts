/**
 * Fits the weights by which the sentences of a passage compete for being the answer, and prints how often
 * the marked part holds it, over unseen folds, for several worths of a second sentence.
 *
 *   node --import tsx test/long/fit-highlight.ts DATA_SET_FOLDER [VECTOR_CACHE_FILE]
 *
 * Every question whose right passage was found teaches; those where it came first are counted. Folds share
 * no document. Seed 7.
 */
import { join } from "node:path";
import { tmpdir } from "node:os";
import { createEmbedder } from "../../src/embed/create-embedder.ts";
import { answerShares, chooseRun } from "../../src/search/mark-answer.ts";
import type { SentenceFeatures } from "../../src/search/sentence-features.ts";
import { sentenceWeights } from "../../src/search/sentence-weights.ts";
import { cachedEmbedder } from "../support/cached-embedder.ts";
import { fitListwise } from "../support/fit-linear.ts";
import { readTrainingExamples, type TrainingExample } from "../support/training-examples.ts";

const seed = 7;
const folds = 5;
const gains = [0.04, 0.05, 0.06, 0.08, 0.1, 0.15, 1];
const names = Object.keys(sentenceWeights) as (keyof SentenceFeatures)[];

function foldOf(group: string): number {
  let hash = 0;
  for (const character of group) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return hash % folds;
}

function fit(examples: readonly TrainingExample[]): typeof sentenceWeights {
  const lists = examples.map(({ sentences }) => ({
    weight: 1,
    candidates: sentences.map(({ features, right }) => ({ features: { ...features }, right })),
  }));
  const { weights } = fitListwise(lists, { names, l2: 0.003, epochs: 200 });
  return weights;
}

interface Judged {
  readonly right: boolean;
  readonly ofTwo: boolean;
}

function judge(
  { sentences }: TrainingExample,
  weights: typeof sentenceWeights,
  gain: number,
): Judged {
  const shares = answerShares(
    sentences.map(({ features }) => features),
    weights,
  );
  const { first, sentences: count } = chooseRun(shares, gain);
  const marked = sentences.slice(first, first + count);
  return { right: marked.some(({ right }) => right), ofTwo: count === 2 };
}

const [folder, cache = join(tmpdir(), "sourcier-vectors.bin")] = process.argv.slice(2);
if (folder === undefined) throw new Error("Wanted the folder of a BEIR data set");
const encoder = await createEmbedder({ modelsDir: "models", model: "sourcier-e5-small" });
const all = await readTrainingExamples(folder, cachedEmbedder(encoder, cache), seed);
await encoder.close();

const whole = all.filter(({ setting, sentences }) => setting === "whole" && sentences.length > 0);
const models = Array.from({ length: folds }, (_, fold) =>
  fit(whole.filter(({ group }) => foldOf(group) !== fold)),
);
const first = whole.filter(({ rank }) => rank === 0);
const percent = (count: number) => `${((100 * count) / first.length).toFixed(1)} %`;
for (const gain of gains) {
  const judged = first.map((one) => judge(one, models[foldOf(one.group)]!, gain));
  const right = judged.filter((one) => one.right).length;
  const ofTwo = judged.filter((one) => one.ofTwo).length;
  console.log(
    `second sentence from ${gain}: ${percent(right)} of ${first.length} right, ${percent(ofTwo)} of two`,
  );
}
const weights = fit(whole);
for (const grade of ["literal", "paraphrase", "noisy"]) {
  const asked = all.filter(
    (one) => one.grade === grade && one.rank === 0 && one.sentences.length > 0,
  );
  const alone = asked.filter((one) => judge(one, weights, 1).right).length;
  console.log(`graded, ${grade}: ${alone} of ${asked.length} by one sentence`);
}
console.log(weights);
