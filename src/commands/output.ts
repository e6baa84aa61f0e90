// What is written to standard output: the first text that cannot be written ends the command or the prompt.

import type { Writable } from "node:stream";
import { errorCode } from "../errors.ts";

/** A text could not be written: nobody reads any more (`closed`), or the place refuses (`failed`). */
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
  /** @throws {OutputError} when an earlier text could not be written: a stream tells only afterwards */
  readonly write: (text: string) => void;
  /** Writes a line. @throws {OutputError} */
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
  const write = (text: string) => {
    assertWritable();
    stream.write(text);
  };
  return {
    write,
    print: (line) => write(`${line}\n`),
    finish: async () => {
      // A stream calls back first and tells its listeners of the error a moment later.
      await new Promise((resolve) => stream.write("", () => setImmediate(resolve)));
      assertWritable();
    },
  };
}
