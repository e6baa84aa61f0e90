// Loading the encoder leaves about 100 MB of garbage (the file's buffer, the parsed tokenizer) that
// V8 would keep for as long as nothing presses it. One explicit collection gives it back.

import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Collects this thread's garbage now. Buffers are freed by a second pass, a moment after their owners. */
export async function collectGarbage(): Promise<void> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  await sleep(50);
  collect();
}
