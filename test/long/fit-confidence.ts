/**
 * Fits the two models of confidence and prints them with figures over unseen folds.
 *
 *   node --import tsx test/long/fit-confidence.ts DATA_FOLDER [VECTOR_CACHE_FILE]
 *
 * Positives whose passage was not among the first three teach nothing and are left out of the fit, not
 * of the figures. Folds share no document. Seed 7.
 */
import { join } from "node:path";
import { tmpdir } from "node:os";
import { answerableModel, statedModel } from "../../src/answer/confidence-weights.ts";
import { createEmbedder } from "../../src/embed/create-embedder.ts";
import { separationOf } from "../../src/eval/separation.ts";
import { cachedEmbedder } from "../support/cached-embedder.ts";
import { applyLinear, fitLogistic, type LinearModel, foldOf } from "../support/fit-linear.ts";
import { readTrainingExamples, type TrainingExample } from "../support/training-examples.ts";

const seed = 7;
const folds = 3;
const goesDown = new Set([
  "namesOnly",
  "focusMissing",
  "unknown",
  "unknownNames",
  "kindMissing",
  "missing",
]);
const free = new Set(["size", "brevity"]);

/** Whose levels are told. */
const groups: readonly (readonly [TrainingExample["setting"], string | null])[] = [
  ["whole", null],
  ["title", null],
  ["five", "plain"],
  ["five", "paraphrase"],
  ["five", "near-miss"],
  ["written", "plain"],
  ["written", "near-miss"],
  ["graded", "literal"],
  ["graded", "paraphrase"],
  ["graded", "noisy"],
  ["graded", "near-miss"],
  ["graded", "out-of-corpus"],
];

type Weigh = (example: TrainingExample) => number;

/** Is the subject there: near misses and passages whose neighbours stayed say nothing about that. */
const answerableWeight: Weigh = ({ setting, grade, answerable, part }) => {
  if (setting === "graded") return part === "held" || grade === "near-miss" ? 0 : 2;
  if (setting === "written" || setting === "five") return 0;
  if (setting === "small") return 0.5;
  return setting === "document" && !answerable ? 0 : 1;
};

/** Paraphrases share few words with the text and near misses many: as many of both would teach to trust the stranger. */
const statedWeights: Readonly<Record<string, number>> = {
  plain: 1,
  paraphrase: 0.1,
  "near-miss": 2,
};

/** Is the fact there: near misses and passages whose neighbours stayed say most. */
const statedWeight: Weigh = ({ setting, grade, part }) => {
  if (part === "held") return 0;
  if (setting === "written" || setting === "five") return statedWeights[grade ?? ""] ?? 0;
  if (grade === "near-miss") return 8;
  if (grade === "literal") return 10;
  if (setting === "graded") return 4;
  return setting === "title" || setting === "stranger" ? 0.2 : 0.4;
};

function fit(
  examples: readonly TrainingExample[],
  names: readonly string[],
  weigh: Weigh,
): LinearModel {
  const rows = examples
    .filter(({ answerable, rank }) => !answerable || (rank >= 0 && rank < 3))
    .map((one) => ({
      features: { ...one.confidence },
      label: one.answerable,
      weight: weigh(one),
    }));
  const signs = Object.fromEntries(
    names
      .filter((name) => !free.has(name))
      .map((name) => [name, goesDown.has(name) ? -1 : 1] as const),
  );
  return fitLogistic(rows, { names, l2: 0.001, epochs: 400, signs });
}

const [folder, cache = join(tmpdir(), "sourcier-vectors.bin")] = process.argv.slice(2);
if (folder === undefined)
  throw new Error("Wanted the folder of the development data, with piaf and orange in it");
const encoder = await createEmbedder({ modelsDir: "models", model: "sourcier-e5-small" });
const examples = await readTrainingExamples(folder, cachedEmbedder(encoder, cache), seed);
await encoder.close();

const answerableNames = Object.keys(answerableModel.weights);
const statedNames = Object.keys(statedModel.weights);
const scores = new Map<TrainingExample, number>();
for (let fold = 0; fold < folds; fold++) {
  const seen = examples.filter(({ group }) => foldOf(group, folds) !== fold);
  const model = fit(seen, answerableNames, answerableWeight);
  for (const one of examples.filter(({ group }) => foldOf(group, folds) === fold)) {
    scores.set(one, applyLinear(model, { ...one.confidence }));
  }
}
const scoresOf = (setting: TrainingExample["setting"]) =>
  examples.filter((one) => one.setting === setting).map((one) => scores.get(one) ?? 0);
for (const setting of ["title", "document"] as const) {
  const found = separationOf(scoresOf("whole"), scoresOf(setting));
  console.log(`answerable against ${setting} removed, unseen folds:`, JSON.stringify(found));
}
const answerable = fit(examples, answerableNames, answerableWeight);
const stated = fit(examples, statedNames, statedWeight);
console.log("answerable", answerable);
console.log("stated", stated);

const stateds = new Map<TrainingExample, number>();
for (let fold = 0; fold < folds; fold++) {
  const model = fit(
    examples.filter(({ group }) => foldOf(group, folds) !== fold),
    statedNames,
    statedWeight,
  );
  for (const one of examples.filter(({ group }) => foldOf(group, folds) === fold)) {
    const odds = applyLinear(model, { ...one.confidence });
    stateds.set(one, (1 - one.doubt) / (1 + Math.exp(-odds)));
  }
}
const isHigh = (one: TrainingExample, threshold: number) =>
  applyLinear(answerable, { ...one.confidence }) >= 0 && (stateds.get(one) ?? 0) >= threshold;
console.log("share that is told as high, unseen folds, by the threshold of `stated`");
for (const threshold of [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85]) {
  const shares = groups.map(([setting, grade]) => {
    const asked = examples.filter((one) => one.setting === setting && one.grade === grade);
    const high = asked.filter((one) => isHigh(one, threshold));
    return `${setting} ${grade ?? ""} ${((100 * high.length) / asked.length).toFixed(1)} %`;
  });
  console.log(`${threshold}: ${shares.join(", ")}`);
}
