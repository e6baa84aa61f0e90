/**
 * A process that updates an index again and again until it is killed:
 * `node --import tsx test/support/indexing-child.ts FOLDER [STEP]`. Prints `ready`, then each state it has published.
 * With STEP it kills itself the way kill -9 does when it comes to that step of its second update.
 */
import { beginFilesUpdate } from "../../src/store/files-update.ts";
import { advance, stateOptions } from "./index-states.ts";

const [indexDir = "", fatalStep] = process.argv.slice(2);
process.stdout.write("ready\n");
for (let round = 0; ; round++) {
  const onStep = (step: string): void => {
    if (round > 0 && step === fatalStep) process.kill(process.pid, "SIGKILL");
  };
  const update = await beginFilesUpdate(indexDir, { ...stateOptions, onStep });
  const state = await advance(update);
  onStep("articles put");
  await update.publish();
  process.stdout.write(`${state}\n`);
}
