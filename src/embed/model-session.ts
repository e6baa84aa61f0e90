// The only file that knows onnxruntime-node: opens an encoder's weights for a number of threads. By their
// path, because this version heeds no option for weights that are handed over in memory, as
// @xenova/transformers does: it would take every core for every question.

import { createRequire } from "node:module";
import type * as OnnxRuntime from "onnxruntime-node";

/** Numbers row by row, and the size of each dimension. */
export interface Numbers<Data> {
  readonly data: Data;
  readonly dims: readonly number[];
}

export interface ModelSession {
  readonly threads: number;
  /** Numbers of tokens in, the hidden state of each out. Blocks the thread that calls it. */
  run(input: Readonly<Record<string, Numbers<BigInt64Array>>>): Promise<Numbers<Float32Array>>;
}

/** @param threads of this session, the caller's among them. @throws what the runtime says of a file that is no model */
export async function openModelSession(weights: string, threads: number): Promise<ModelSession> {
  const onnx = createRequire(import.meta.url)("onnxruntime-node") as typeof OnnxRuntime;
  const session = await onnx.InferenceSession.create(weights, {
    executionProviders: ["cpu"],
    intraOpNumThreads: threads,
  });
  return {
    threads,
    async run(input) {
      const feeds = Object.entries(input).map(
        ([name, { data, dims }]) => [name, new onnx.Tensor("int64", data, dims)] as const,
      );
      const { last_hidden_state: states } = await session.run(Object.fromEntries(feeds));
      if (states === undefined) throw new Error(`${weights} gives no "last_hidden_state"`);
      return { data: states.data as Float32Array, dims: states.dims };
    },
  };
}
