// Embedder over the local encoder: checks its files, starts the worker thread, feeds it one request
// at a time (questions first) and hands the vectors back in order.

import { mkdtemp, mkdir, rename, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import type { Worker } from "node:worker_threads";
import { EmbedderError, messageOf } from "../errors.ts";
import type { Embedder } from "./embedder.ts";
import type { EncoderOptions } from "./encoder.ts";
import type { EncoderRequest, WorkerMessage, WorkerStart } from "./encoder-messages.ts";
import { checkModelName, findMissingFiles, fingerprintModel } from "./model-files.ts";
import { type Priority, RequestQueue } from "./request-queue.ts";
import { bulkEndsAfterMs, createThreadChoice, type ThreadChoice } from "./thread-choice.ts";
import { startTypeScriptWorker } from "./typescript-worker.ts";

/** The e5 family wants these in every language (Wang et al., arXiv 2402.05672). */
const prefixes: Readonly<Record<Priority, string>> = { question: "query: ", passage: "passage: " };

/** Texts per call of the encoder: eight of like length run a third faster than one at a time. */
const batchSize = 8;

/** Texts whose tokens are counted at once: some 30 ms, for which a question may have to wait. */
const countedTogether = 64;

export interface EmbedderOptions {
  readonly modelsDir: string;
  readonly model: string;
  /** Download a model that is not there. @default false */
  readonly allowRemoteModels?: boolean;
  /** Where models are downloaded from. @default "https://huggingface.co/" */
  readonly remoteHost?: string;
}

/**
 * Loads the encoder in a worker thread. One per process: its native addon loads in a single thread.
 * @throws {EmbedderError} when the model is missing, damaged or cannot be loaded.
 */
export async function createEmbedder(options: EmbedderOptions): Promise<Embedder> {
  const { modelsDir, model, allowRemoteModels = false } = options;
  checkModelName(model);
  const missing = await findMissingFiles(modelsDir, model);
  if (missing.length > 0) {
    if (!allowRemoteModels) {
      throw new EmbedderError(
        model,
        `Cannot load the encoder "${model}": ${missing.join(", ")} not found in ${join(modelsDir, model)}; ` +
          "set MODELS_DIR to the folder that holds it, or ALLOW_REMOTE_MODELS=true to download it",
      );
    }
    return await downloadAndStart(options);
  }
  return await startAndFingerprint({
    modelsDir,
    model,
    remoteHost: null,
  });
}

/** Hashes the files while they load. A worker whose files turn out to be damaged does not stay. */
async function startAndFingerprint(start: Omit<EncoderOptions, "threads">): Promise<Embedder> {
  const [worker, fingerprint] = await Promise.allSettled([
    startWorker(start),
    fingerprintModel(start.modelsDir, start.model),
  ]);
  if (fingerprint.status === "rejected") {
    if (worker.status === "fulfilled") await worker.value.thread.terminate();
    throw asEmbedderError(start.model, fingerprint.reason);
  }
  if (worker.status === "rejected") throw asEmbedderError(start.model, worker.reason);
  return embedderOver(worker.value, `${start.model}@${fingerprint.value}`);
}

/**
 * Downloads beside the models' folder and moves the model into place when it is whole, so that
 * a download cut short is never taken for a model.
 */
async function downloadAndStart(options: EmbedderOptions): Promise<Embedder> {
  const { modelsDir, model, remoteHost = "https://huggingface.co/" } = options;
  await mkdir(modelsDir, { recursive: true });
  const temporary = await mkdtemp(join(modelsDir, ".download-"));
  try {
    const worker = await startWorker({
      modelsDir: temporary,
      model,
      remoteHost,
    });
    const fingerprint = await fingerprintModel(temporary, model);
    const target = join(modelsDir, model);
    await mkdir(dirname(target), { recursive: true });
    await rm(target, { recursive: true, force: true });
    await rename(join(temporary, model), target);
    return embedderOver(worker, `${model}@${fingerprint}`);
  } catch (error) {
    throw asEmbedderError(model, error);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function asEmbedderError(model: string, error: unknown): EmbedderError {
  if (error instanceof EmbedderError) return error;
  const reason = messageOf(error);
  return new EmbedderError(model, `Cannot load the encoder "${model}": ${reason}`, {
    cause: error,
  });
}

interface ReadyWorker {
  readonly thread: Worker;
  readonly threads: ThreadChoice;
  readonly dimensions: number;
  readonly model: string;
}

async function startWorker(options: Omit<EncoderOptions, "threads">): Promise<ReadyWorker> {
  const file = new URL("./encoder-worker.ts", import.meta.url);
  const threads = createThreadChoice(availableParallelism());
  const start: WorkerStart = { ...options, threads: threads.now };
  const thread = startTypeScriptWorker(file, start);
  return await new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      void thread.terminate();
      reject(new EmbedderError(start.model, `Cannot load the encoder "${start.model}": ${reason}`));
    };
    thread.once("error", (error) => fail(error.message));
    thread.once("message", (message: WorkerMessage) => {
      thread.removeAllListeners("error");
      if (message.kind === "ready") {
        resolve({ thread, threads, dimensions: message.dimensions, model: start.model });
      } else fail("reason" in message ? message.reason : `unexpected message "${message.kind}"`);
    });
  });
}

interface PendingRequest extends Omit<EncoderRequest, "threads" | "prefix"> {
  readonly priority: Priority;
  readonly resolve: (answer: WorkerMessage) => void;
  readonly reject: (error: EmbedderError) => void;
}

interface RequestLine {
  /** One vector per text, in order. */
  readonly encode: (
    priority: Priority,
    texts: readonly string[],
  ) => Promise<readonly Float32Array[]>;
  /** How many tokens each passage has. */
  readonly count: (texts: readonly string[]) => Promise<readonly number[]>;
  /** Refuses what waits and what comes. */
  readonly stop: (reason: string) => void;
}

/** Hands the worker one request at a time, questions first, each with the threads that suit what waits. */
function lineBefore({ thread, threads, model }: ReadyWorker): RequestLine {
  const queue = new RequestQueue<PendingRequest>();
  let running: PendingRequest | undefined;
  let lastId = 0;
  let stopped: EmbedderError | undefined;
  let bulkEnd: NodeJS.Timeout | undefined;

  const runNext = () => {
    running = queue.next();
    if (running === undefined) {
      thread.unref();
      return;
    }
    thread.ref();
    const { id, task, texts, priority } = running;
    const chosen = threads.choose(priority, queue.waiting("passage"));
    const prefix = prefixes[priority];
    thread.postMessage({ id, task, prefix, texts, threads: chosen } satisfies EncoderRequest);
    if (priority === "question" || !threads.isBulk) return;
    clearTimeout(bulkEnd);
    bulkEnd = setTimeout(endBulk, bulkEndsAfterMs).unref();
  };
  const stop = (reason: string) => {
    clearTimeout(bulkEnd);
    stopped ??= new EmbedderError(model, reason);
    for (const request of [...(running ? [running] : []), ...queue.drain()])
      request.reject(stopped);
    running = undefined;
  };
  const request = (priority: Priority, task: EncoderRequest["task"], texts: readonly string[]) =>
    new Promise<WorkerMessage>((resolve, reject) => {
      if (stopped !== undefined) {
        reject(stopped);
        return;
      }
      queue.add(priority, { id: ++lastId, priority, task, texts, resolve, reject });
      if (running === undefined) runNext();
    });
  const encode: RequestLine["encode"] = async (priority, texts) => {
    const answer = await request(priority, "encode", texts);
    return answer.kind === "encoded" ? answer.vectors : [];
  };
  const count: RequestLine["count"] = async (texts) => {
    const answer = await request("passage", "count", texts);
    return answer.kind === "counted" ? answer.tokens : [];
  };
  const endBulk = () => {
    threads.endBulk();
    // Changes the threads now, so that no question waits for that. Stopped meanwhile: nothing is lost.
    encode("passage", []).catch(() => undefined);
  };
  thread.on("message", (message: WorkerMessage) => {
    if (message.kind === "failed")
      running?.reject(new EmbedderError(model, `The encoder "${model}" failed: ${message.reason}`));
    else running?.resolve(message);
    runNext();
  });
  return { encode, count, stop };
}

function embedderOver(worker: ReadyWorker, fingerprint: string): Embedder {
  const { thread, dimensions, model } = worker;
  const { encode, count, stop } = lineBefore(worker);
  thread.on("error", (error) => stop(`The encoder "${model}" stopped: ${error.message}; restart`));
  thread.on("exit", () => stop(`The encoder "${model}" has stopped; restart`));
  thread.unref();
  return {
    fingerprint,
    dimensions,
    embedQuestion: async (question) => {
      const [vector] = await encode("question", [question]);
      if (vector === undefined) throw new EmbedderError(model, "The encoder returned no vector");
      return vector;
    },
    embedPassages: async (texts) => {
      const tokens = await inParts(texts, countedTogether, count);
      return await inBatches(texts, tokens, (batch) => encode("passage", batch));
    },
    close: async () => {
      stop(`The encoder "${model}" is closed`);
      await thread.terminate();
    },
  };
}

/** Gives a part at a time to `work` and joins what comes back. */
async function inParts<In, Out>(
  all: readonly In[],
  size: number,
  work: (part: readonly In[]) => Promise<readonly Out[]>,
): Promise<readonly Out[]> {
  const parts = Array.from({ length: Math.ceil(all.length / size) }, (_, n) =>
    all.slice(n * size, (n + 1) * size),
  );
  return (await Promise.all(parts.map(work))).flat();
}

/** Runs texts of like length together, because a batch is padded to its longest text, and restores their order. */
async function inBatches(
  texts: readonly string[],
  tokens: readonly number[],
  encode: (batch: readonly string[]) => Promise<readonly Float32Array[]>,
): Promise<readonly Float32Array[]> {
  const byLength = texts
    .map((text, position) => ({ text, position, length: tokens[position] ?? 0 }))
    .sort((left, right) => left.length - right.length);
  const sorted = await inParts(byLength, batchSize, async (batch) => {
    const encoded = await encode(batch.map(({ text }) => text));
    return batch.map(({ position }, index) => ({ position, vector: encoded[index] }));
  });
  const vectors = new Array<Float32Array>(texts.length);
  for (const { position, vector } of sorted) if (vector !== undefined) vectors[position] = vector;
  return vectors;
}
