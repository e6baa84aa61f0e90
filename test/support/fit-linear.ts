/**
 * Two small fits by Adam on the full batch: a listwise softmax that learns to put the right candidate
 * first, and a weighted logistic regression. Both with L2, deterministic, features standardised inside.
 */
export type Features = Readonly<Record<string, number>>;

export interface FitOptions {
  readonly names: readonly string[];
  readonly l2: number;
  readonly epochs: number;
  /** Signs that a weight may not lose: 1 or -1. */
  readonly signs?: Readonly<Record<string, 1 | -1>>;
}

export interface LinearModel {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

const rate = 0.05;

class Adam {
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  #step = 0;

  constructor(readonly weights: Float64Array) {
    this.#first = new Float64Array(weights.length);
    this.#second = new Float64Array(weights.length);
  }

  descend(gradient: Float64Array): void {
    this.#step++;
    for (let j = 0; j < gradient.length; j++) {
      const slope = gradient[j]!;
      this.#first[j] = 0.9 * this.#first[j]! + 0.1 * slope;
      this.#second[j] = 0.999 * this.#second[j]! + 0.001 * slope * slope;
      const mean = this.#first[j]! / (1 - 0.9 ** this.#step);
      const variance = this.#second[j]! / (1 - 0.999 ** this.#step);
      this.weights[j]! -= (rate * mean) / (Math.sqrt(variance) + 1e-8);
    }
  }
}

function scaleOf(rows: readonly Features[], name: string): { mean: number; deviation: number } {
  const mean = rows.reduce((sum, row) => sum + row[name]!, 0) / rows.length;
  const variance = rows.reduce((sum, row) => sum + (row[name]! - mean) ** 2, 0) / rows.length;
  return { mean, deviation: Math.sqrt(variance) + 1e-6 };
}

function keepSigns(weights: Float64Array, { names, signs = {} }: FitOptions): void {
  names.forEach((name, j) => {
    const sign = signs[name];
    if (sign !== undefined && weights[j]! * sign < 0) weights[j] = 0;
  });
}

export interface CandidateList {
  readonly weight: number;
  readonly candidates: readonly { readonly features: Features; readonly right: boolean }[];
}

/** Weights of a score by which the right candidates come first. */
export function fitListwise(lists: readonly CandidateList[], options: FitOptions): LinearModel {
  const { names, l2, epochs } = options;
  const usable = lists.filter(({ candidates }) => candidates.some(({ right }) => right));
  const all = usable.flatMap(({ candidates }) => candidates.map(({ features }) => features));
  const scales = names.map((name) => scaleOf(all, name).deviation);
  const data = usable.map(({ weight, candidates }) => ({
    weight,
    right: candidates.map(({ right }) => right),
    rows: candidates.map(({ features }) => names.map((name, j) => features[name]! / scales[j]!)),
  }));
  const adam = new Adam(new Float64Array(names.length).fill(0.1));
  for (let epoch = 0; epoch < epochs; epoch++) {
    const gradient = Float64Array.from(adam.weights, (weight) => l2 * weight);
    for (const { weight, right, rows } of data) {
      const scores = rows.map((row) => row.reduce((sum, x, j) => sum + x * adam.weights[j]!, 0));
      const most = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - most));
      const total = shares.reduce((sum, share) => sum + share, 0);
      const rightTotal = shares.reduce((sum, share, i) => sum + (right[i] ? share : 0), 0);
      rows.forEach((row, i) => {
        const pull = shares[i]! / total - (right[i] ? shares[i]! / rightTotal : 0);
        row.forEach((x, j) => (gradient[j]! += (weight * pull * x) / data.length));
      });
    }
    adam.descend(gradient);
    keepSigns(adam.weights, options);
  }
  const weights = Object.fromEntries(names.map((name, j) => [name, adam.weights[j]! / scales[j]!]));
  return { bias: 0, weights };
}

export interface LabelledRow {
  readonly features: Features;
  readonly label: boolean;
  readonly weight: number;
}

/** A calibrated probability of the label. */
export function fitLogistic(rows: readonly LabelledRow[], options: FitOptions): LinearModel {
  const { names, l2, epochs } = options;
  const scales = names.map((name) =>
    scaleOf(
      rows.map(({ features }) => features),
      name,
    ),
  );
  const data = rows.map(({ features }) =>
    names.map((name, j) => (features[name]! - scales[j]!.mean) / scales[j]!.deviation),
  );
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const last = names.length;
  const adam = new Adam(new Float64Array(last + 1));
  for (let epoch = 0; epoch < epochs; epoch++) {
    const gradient = Float64Array.from(adam.weights, (weight, j) => (j < last ? l2 * weight : 0));
    data.forEach((row, i) => {
      const score = row.reduce((sum, x, j) => sum + x * adam.weights[j]!, adam.weights[last]!);
      const error = 1 / (1 + Math.exp(-score)) - (rows[i]!.label ? 1 : 0);
      const pull = (error * rows[i]!.weight) / total;
      row.forEach((x, j) => (gradient[j]! += pull * x));
      gradient[last]! += pull;
    });
    adam.descend(gradient);
    keepSigns(adam.weights, options);
  }
  const weights = names.map((name, j) => [name, adam.weights[j]! / scales[j]!.deviation] as const);
  const shift = weights.reduce((sum, [, weight], j) => sum + weight * scales[j]!.mean, 0);
  return { bias: adam.weights[last]! - shift, weights: Object.fromEntries(weights) };
}

export function applyLinear({ bias, weights }: LinearModel, features: Features): number {
  return Object.entries(weights).reduce(
    (sum, [name, weight]) => sum + weight * features[name]!,
    bias,
  );
}

/** Which of so many folds a group belongs to: always the same one. */
export function foldOf(group: string, folds: number): number {
  let hash = 0;
  for (const character of group) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return hash % folds;
}
