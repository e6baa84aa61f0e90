// The worker thread that holds the encoder: one request in, one message out, in order.

import { parentPort, workerData } from "node:worker_threads";
import { messageOf } from "../errors.ts";
import { collectGarbage } from "./collect-garbage.ts";
import { type Encoder, loadEncoder } from "./encoder.ts";
import type { EncoderRequest, WorkerMessage, WorkerStart } from "./encoder-messages.ts";

async function main(): Promise<void> {
  if (parentPort === null) throw new Error("encoder-worker.ts runs in a worker thread only");
  const port = parentPort;
  const send = (message: WorkerMessage, transfer: ArrayBuffer[] = []) =>
    port.postMessage(message, transfer);
  let encoder: Encoder;
  try {
    encoder = await loadEncoder(workerData as WorkerStart);
  } catch (error) {
    send({ kind: "failed-to-load", reason: messageOf(error) });
    return;
  }
  const answer = async ({ id, task, prefix, texts, threads }: EncoderRequest): Promise<void> => {
    try {
      if (task === "count") {
        send({ kind: "counted", id, tokens: encoder.countTokens(prefix, texts) });
        return;
      }
      await encoder.useThreads(threads);
      const vectors = texts.length === 0 ? [] : await encoder.encode(prefix, texts);
      send(
        { kind: "encoded", id, vectors },
        vectors.map((vector) => vector.buffer as ArrayBuffer),
      );
    } catch (error) {
      send({ kind: "failed", id, reason: messageOf(error) });
    }
  };
  port.on("message", (request: EncoderRequest) => void answer(request));
  await collectGarbage();
  send({ kind: "ready", dimensions: encoder.dimensions });
}

await main();
