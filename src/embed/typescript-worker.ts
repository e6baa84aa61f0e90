// Starts a worker thread whose file is TypeScript. Node 20 does not hand the main thread's loader on
// to a worker, so a first line of JavaScript registers it there and then imports the file.

import { Worker } from "node:worker_threads";

export function startTypeScriptWorker(file: URL, workerData: unknown): Worker {
  const loader = import.meta.resolve("tsx/esm/api");
  const bootstrap =
    `import { register } from ${JSON.stringify(loader)};` +
    `register(); await import(${JSON.stringify(file.href)});`;
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(bootstrap)}`), {
    workerData,
    execArgv: [],
    // A small young generation: the load makes much short-lived garbage, later work hardly any.
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
}
