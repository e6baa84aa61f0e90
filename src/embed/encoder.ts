// The only file that knows @xenova/transformers: it loads a sentence encoder of the e5 family and
// turns texts into unit vectors. It runs inside the worker thread (encoder-worker.ts), because
// the runtime blocks the thread that calls it.

import { join } from "node:path";
import { AutoModel, AutoTokenizer, env } from "@xenova/transformers";
import { collectGarbage } from "./collect-garbage.ts";
import { weightsFile } from "./model-files.ts";
import { openModelSession, type Numbers } from "./model-session.ts";

/** Longest input of the e5 family, in tokens, prefix and special tokens included. */
const MAX_TOKENS = 512;

/** `<s>`, `</s>` and the prefix `passage: ` with a margin for pieces that merge across a cut. */
const RESERVED_TOKENS = 16;

export interface EncoderOptions {
  /** Folder that holds one folder per model. */
  readonly modelsDir: string;
  /** Name of the model's folder. */
  readonly model: string;
  /** Host that models are downloaded from; null: nothing is ever downloaded. */
  readonly remoteHost: string | null;
  /** Threads to begin with. */
  readonly threads: number;
}

export interface Encoder {
  readonly dimensions: number;
  /** Numbers of tokens, in order. The tokens are kept until their text is encoded, so that none is split twice. */
  countTokens(prefix: string, texts: readonly string[]): readonly number[];
  /** One unit vector per text, in order. The texts carry no prefix yet. */
  encode(prefix: string, texts: readonly string[]): Promise<Float32Array[]>;
  /** From now on encodes with so many threads. Where they are others than before this takes about 100 ms. */
  useThreads(count: number): Promise<void>;
}

// The library's own types are open here; these say what this file uses of it.
interface Tokenizer {
  (
    texts: readonly string[],
    options: { padding: false; truncation: false; return_tensor: false },
  ): { readonly input_ids: readonly (readonly number[])[] };
  readonly pad_token_id: number;
}
interface ModelInput {
  readonly input_ids: Numbers<BigInt64Array>;
  readonly attention_mask: Numbers<BigInt64Array>;
}

/** Loads the model. The library looks below `modelsDir` first and goes to the network only when allowed. */
export async function loadEncoder(options: EncoderOptions): Promise<Encoder> {
  env.localModelPath = options.modelsDir;
  env.cacheDir = options.modelsDir;
  env.allowRemoteModels = options.remoteHost !== null;
  if (options.remoteHost !== null) env.remoteHost = options.remoteHost;
  const tokenizer = (await AutoTokenizer.from_pretrained(options.model)) as unknown as Tokenizer;
  // Only to fetch the weights' file; its session knows no threads, see model-session.ts.
  if (options.remoteHost !== null) await AutoModel.from_pretrained(options.model);
  const weights = join(options.modelsDir, options.model, weightsFile);
  let session = await openModelSession(weights, options.threads);

  const counted = new Map<string, readonly number[]>();
  const tokenize = (texts: readonly string[]) =>
    tokenizer(texts, { padding: false, truncation: false, return_tensor: false }).input_ids;
  const tokensOf = (text: string): readonly number[] => {
    const tokens = counted.get(text) ?? tokenize([text])[0] ?? [];
    counted.delete(text);
    return tokens;
  };
  const run = async (ids: readonly (readonly number[])[]): Promise<Float32Array[]> => {
    const states = await session.run({ ...padToLongest(ids, tokenizer.pad_token_id) });
    return ids.map(({ length }, row) => normalize(meanState(states, row, length)));
  };
  const encodeLong = async (prefix: string, text: string): Promise<Float32Array> => {
    const windows = splitIntoWindows(text, (part) => tokenize([part])[0]?.length ?? 0);
    const sum = new Float32Array(dimensions);
    for (const window of windows) {
      const [vector] = await run(tokenize([prefix + window]));
      vector?.forEach((value, index) => (sum[index] = (sum[index] ?? 0) + value));
    }
    return normalize(sum);
  };
  const encode = async (prefix: string, texts: readonly string[]): Promise<Float32Array[]> => {
    const ids = texts.map((text) => tokensOf(prefix + text));
    if (ids.every(({ length }) => length <= MAX_TOKENS)) return await run(ids);
    const vectors: Float32Array[] = [];
    for (const [index, text] of texts.entries()) {
      const own = ids[index] ?? [];
      if (own.length > MAX_TOKENS) vectors.push(await encodeLong(prefix, text));
      else vectors.push(...(await run([own])));
    }
    return vectors;
  };
  const countTokens = (prefix: string, texts: readonly string[]) =>
    texts.map((text) => {
      const tokens = tokensOf(prefix + text);
      counted.set(prefix + text, tokens);
      return tokens.length;
    });
  const useThreads = async (count: number): Promise<void> => {
    if (count === session.threads) return;
    session = await openModelSession(weights, count);
    await collectGarbage(); // the other session, 50 MB
  };
  const dimensions = (await encode("query: ", ["?"]))[0]?.length ?? 0;
  return { dimensions, countTokens, encode, useThreads };
}

function padToLongest(ids: readonly (readonly number[])[], padId: number): ModelInput {
  const longest = Math.max(...ids.map(({ length }) => length));
  const dims = [ids.length, longest];
  const padded = new BigInt64Array(ids.length * longest).fill(BigInt(padId));
  const mask = new BigInt64Array(ids.length * longest);
  for (const [row, tokens] of ids.entries()) {
    for (const [column, token] of tokens.entries()) {
      padded[row * longest + column] = BigInt(token);
      mask[row * longest + column] = 1n;
    }
  }
  return {
    input_ids: { data: padded, dims },
    attention_mask: { data: mask, dims },
  };
}

/**
 * The mean of the hidden states of a row's tokens, padding left out. The library's own mean goes through a mask of
 * big integers: 28 ms for eight passages, as long as encoding them takes; this takes a tenth of one.
 */
function meanState(
  { data, dims }: Numbers<Float32Array>,
  row: number,
  tokens: number,
): Float32Array {
  const [, longest = 0, dimensions = 0] = dims;
  const sums = new Float64Array(dimensions);
  const first = row * longest * dimensions;
  for (let at = 0; at < tokens * dimensions; at += dimensions) {
    for (let i = 0; i < dimensions; i++) sums[i] = (sums[i] ?? 0) + (data[first + at + i] ?? 0);
  }
  return Float32Array.from(sums, (sum) => sum / tokens);
}

/**
 * Cuts a text that is too long into halves, at white space where there is some, until each fits.
 * Nothing is left out: the windows joined are the text.
 */
export function splitIntoWindows(text: string, countTokens: (part: string) => number): string[] {
  if (text.length <= 1 || countTokens(text) <= MAX_TOKENS - RESERVED_TOKENS) return [text];
  const middle = Math.floor(text.length / 2);
  const space = text.lastIndexOf(" ", middle);
  const cut = space > text.length / 4 ? space : middle;
  return [
    ...splitIntoWindows(text.slice(0, cut), countTokens),
    ...splitIntoWindows(text.slice(cut), countTokens),
  ];
}

/** Scales to length 1, so that a dot product is a cosine. */
function normalize(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
