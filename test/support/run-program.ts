/** The whole program as a child process on a fault server, with a record of what it costs. */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FaultTelegram } from "./fault-telegram.ts";
import type { Measure } from "./measure-process.ts";

export interface RunningProgram {
  /** Everything printed so far. */
  output(): string;
  /** One measure a second since the start. */
  measures(): Promise<readonly Measure[]>;
  /** Sends SIGTERM; resolves to the exit code, and removes the program's files. */
  stop(): Promise<number | null>;
}

/** Resolves when the index is ready. @throws {Error} when it is not within two minutes */
export async function runProgram(telegram: FaultTelegram): Promise<RunningProgram> {
  const directory = await mkdtemp(join(tmpdir(), "sourcier-program-"));
  const measuresFile = join(directory, "measures.jsonl");
  const preloads = [
    "--max-semi-space-size=4",
    "--import",
    "tsx",
    "--import",
    "./test/support/measure-process.ts",
  ];
  const child = spawn(process.execPath, [...preloads, "src/main.ts"], {
    env: {
      PATH: process.env["PATH"],
      BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.url,
      INDEX_DIR: join(directory, "index"),
      STATE_DIR: join(directory, "state"),
      PORT: "0",
      MEASURES_FILE: measuresFile,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    const code = await ended;
    await rm(directory, { recursive: true, force: true });
    return code;
  };
  try {
    const isUp = () => output.includes("index up to date");
    await telegram.until(() => isUp() || child.exitCode !== null, 120_000);
    if (!isUp()) throw new Error(`it ended with code ${child.exitCode}`);
  } catch (error) {
    child.kill("SIGKILL");
    await stop();
    throw new Error(`the program is not ready: ${output}`, { cause: error });
  }
  return {
    output: () => output,
    measures: async () => {
      const lines = (await readFile(measuresFile, "utf8")).split("\n").filter(Boolean);
      return lines.map((line) => JSON.parse(line) as Measure);
    },
    stop,
  };
}
