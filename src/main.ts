// Where the program starts. The encoder begins to load, in its thread, before the rest of the program
// is even read: a start takes as long as the slower of the two, not both.

import { type Config, readConfig } from "./config.ts";
import { createEmbedder } from "./embed/create-embedder.ts";
import { ConfigError, messageOf } from "./errors.ts";
import { readEnvironment } from "./read-environment.ts";

async function main(config: Config): Promise<void> {
  const { modelsDir, embeddingModel: model, allowRemoteModels } = config;
  const embedder = createEmbedder({ modelsDir, model, allowRemoteModels });
  embedder.catch(() => undefined); // told by whoever waits for it
  const { runBot } = await import("./run-bot.ts");
  await runBot(config, embedder);
}

// At a prompt people read; the log speaks up only when something is wrong.
const usual = process.stdin.isTTY ? { LOG_LEVEL: "warn" } : {};
try {
  await main(readConfig(readEnvironment(), usual));
} catch (error) {
  process.exitCode = error instanceof ConfigError ? 2 : 1;
  process.stderr.write(`sourcier: ${messageOf(error)}\n`);
}
