// Embedder over the local encoder: checks its files, starts the worker thread, feeds it one request
// at a time (questions first) and hands the vectors back in order.

import { mkdtemp, mkdir, rename, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import type { Worker } from "node:worker_threads";
import { EmbedderError } from "../errors.ts";
import type { Embedder } from "./embedder.ts";
import type { EncoderOptions } from "./encoder.ts";
import type { EncodeRequest, WorkerMessage, WorkerStart } from "./encoder-messages.ts";
import { checkModelName, findMissingFiles, fingerprintModel } from "./model-files.ts";
import { type Priority, RequestQueue } from "./request-queue.ts";
import { bulkEndsAfterMs, createThreadChoice, type ThreadChoice } from "./thread-choice.ts";
import { startTypeScriptWorker } from "./typescript-worker.ts";

/** The e5 family wants these in every language (Wang et al., arXiv 2402.05672). */
const QUESTION_PREFIX = "query: ";
const PASSAGE_PREFIX = "passage: ";

/** Texts per call of the encoder: eight sorted by length run a third faster than one at a time. */
const BATCH_SIZE = 8;

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
  const reason = error instanceof Error ? error.message : String(error);
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

interface PendingRequest extends Omit<EncodeRequest, "threads"> {
  readonly priority: Priority;
  readonly resolve: (vectors: readonly Float32Array[]) => void;
  readonly reject: (error: EmbedderError) => void;
}

interface RequestLine {
  readonly request: (
    priority: Priority,
    prefix: string,
    texts: readonly string[],
  ) => Promise<readonly Float32Array[]>;
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
    const { id, prefix, texts, priority } = running;
    const chosen = threads.choose(priority, queue.waiting("passage"));
    thread.postMessage({ id, prefix, texts, threads: chosen } satisfies EncodeRequest);
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
  const request: RequestLine["request"] = (priority, prefix, texts) =>
    new Promise((resolve, reject) => {
      if (stopped !== undefined) {
        reject(stopped);
        return;
      }
      queue.add(priority, { id: ++lastId, priority, prefix, texts, resolve, reject });
      if (running === undefined) runNext();
    });
  const endBulk = () => {
    threads.endBulk();
    // Changes the threads now, so that no question waits for that. Stopped meanwhile: nothing is lost.
    request("passage", PASSAGE_PREFIX, []).catch(() => undefined);
  };
  thread.on("message", (message: WorkerMessage) => {
    if (message.kind === "encoded") running?.resolve(message.vectors);
    else if (message.kind === "failed")
      running?.reject(new EmbedderError(model, `The encoder "${model}" failed: ${message.reason}`));
    runNext();
  });
  return { request, stop };
}

function embedderOver(worker: ReadyWorker, fingerprint: string): Embedder {
  const { thread, dimensions, model } = worker;
  const { request, stop } = lineBefore(worker);
  thread.on("error", (error) => stop(`The encoder "${model}" stopped: ${error.message}; restart`));
  thread.on("exit", () => stop(`The encoder "${model}" has stopped; restart`));
  thread.unref();
  return {
    fingerprint,
    dimensions,
    embedQuestion: async (question) => {
      const [vector] = await request("question", QUESTION_PREFIX, [question]);
      if (vector === undefined) throw new EmbedderError(model, "The encoder returned no vector");
      return vector;
    },
    embedPassages: async (texts) =>
      await inBatches(texts, (batch) => request("passage", PASSAGE_PREFIX, batch)),
    close: async () => {
      stop(`The encoder "${model}" is closed`);
      await thread.terminate();
    },
  };
}

/** Runs texts of like length together, because a batch is padded to its longest text, and restores their order. */
async function inBatches(
  texts: readonly string[],
  encode: (batch: readonly string[]) => Promise<readonly Float32Array[]>,
): Promise<readonly Float32Array[]> {
  const byLength = texts
    .map((text, position) => ({ text, position }))
    .sort((left, right) => left.text.length - right.text.length);
  const batches = Array.from({ length: Math.ceil(byLength.length / BATCH_SIZE) }, (_, n) =>
    byLength.slice(n * BATCH_SIZE, (n + 1) * BATCH_SIZE),
  );
  const vectors = new Array<Float32Array>(texts.length);
  await Promise.all(
    batches.map(async (batch) => {
      const encoded = await encode(batch.map(({ text }) => text));
      batch.forEach(({ position }, index) => {
        const vector = encoded[index];
        if (vector !== undefined) vectors[position] = vector;
      });
    }),
  );
  return vectors;
}
