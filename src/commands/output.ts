// What a command writes to standard output: the first line that cannot be written ends the command.

import type { Writable } from "node:stream";
import { errorCode } from "../errors.ts";

/** A line could not be written: nobody reads any more (`closed`), or the place refuses (`failed`). */
export class OutputError extends Error {
  override readonly name = "OutputError";
  constructor(
    readonly reason: "closed" | "failed",
    cause: Error,
  ) {
    super(`The output cannot be written: ${cause.message}`, { cause });
  }
}

export interface Output {
  /** @throws {OutputError} when an earlier line could not be written: a stream tells only afterwards */
  readonly print: (line: string) => void;
  /** Resolves when everything is written. @throws {OutputError} */
  readonly finish: () => Promise<void>;
}

/** @param stream whoever else writes to it is looked after too */
export function openOutput(stream: Writable): Output {
  let failure: OutputError | null = null;
  stream.on("error", (error: Error) => {
    const isClosed = errorCode(error) === "EPIPE";
    failure ??= new OutputError(isClosed ? "closed" : "failed", error);
  });
  const assertWritable = () => {
    if (failure !== null) throw failure;
  };
  return {
    print: (line) => {
      assertWritable();
      stream.write(`${line}\n`);
    },
    finish: async () => {
      // A stream calls back first and tells its listeners of the error a moment later.
      await new Promise((resolve) => stream.write("", () => setImmediate(resolve)));
      assertWritable();
    },
  };
}
