// The command line: reads arguments and environment, runs one command, exits with 0 done, 1 failed,
// 2 wrong use, 141 nobody reads the output any more. Data goes to stdout; progress, warnings and logs
// go to stderr.

import { createInterface } from "node:readline";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { listArticles } from "./commands/articles.ts";
import { askLines, askOnce, parseCount } from "./commands/ask.ts";
import { benchTable, runBench } from "./commands/bench.ts";
import { encounterTable, filterEncounters, type EncounterFilter } from "./commands/encounters.ts";
import { evalJson, evaluate, type EvalFiles } from "./commands/eval.ts";
import { writeFeedback } from "./commands/feedback.ts";
import { printIngestReport } from "./commands/ingest.ts";
import { openOutput, OutputError } from "./commands/output.ts";
import { createProgress } from "./commands/progress.ts";
import { verifyIndex } from "./commands/verify.ts";
import { type Config, readConfig } from "./config.ts";
import { readCorpus } from "./corpus/read-corpus.ts";
import type { Language } from "./answer/answer.ts";
import { ConfigError, IndexError, messageOf, UsageError } from "./errors.ts";
import { renderEval } from "./eval/render-eval.ts";
import { corpusPathsOf } from "./ingest/corpus-paths.ts";
import { createLogger } from "./logger.ts";
import { openFeedback } from "./open-feedback.ts";
import { openSourcier, type OpenOptions, type Sourcier } from "./open-sourcier.ts";
import { readEnvironment } from "./read-environment.ts";
import { indexPlace } from "./store/index-place.ts";
import { type Database, openDatabase } from "./store/postgres/database.ts";

interface CommonFlags {
  readonly corpus?: string;
  readonly index?: string;
  readonly json?: boolean;
  /** False with --no-update. */
  readonly update?: boolean;
}

const output = openOutput(process.stdout);
const stdout = output.print;
process.stderr.on("error", () => undefined); // there is no other place to tell it
const stderr = (line: string) => void process.stderr.write(`${line}\n`);

/** Whether a command did its work and found something wrong. */
let hasFoundFault = false;

function configOf({ corpus, index }: CommonFlags): Config {
  const named = {
    ...(corpus === undefined ? {} : { SEEDS_DIR: corpus }),
    ...(index === undefined ? {} : { INDEX_DIR: index }),
  };
  return readConfig({ ...readEnvironment(), ...named }, { LOG_LEVEL: "warn" });
}

function databaseOf({ databaseUrl }: Config): Database | null {
  return databaseUrl === null ? null : openDatabase(databaseUrl);
}

/** Opens everything, waits until the index holds the corpus, and closes whatever happens. */
async function withSourcier(
  config: Config,
  work: (sourcier: Sourcier) => Promise<void>,
  options: Omit<OpenOptions, "logger" | "onProgress"> = {},
): Promise<void> {
  const progress = createProgress(process.stderr);
  const database = databaseOf(config);
  const sourcier = openSourcier(config, {
    database,
    logger: createLogger({ level: config.logLevel, secrets: [config.databaseUrl ?? ""] }),
    onProgress: (state) => progress.show(state),
    ...options,
  });
  const interrupt = () => void sourcier.close();
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    await sourcier.upToDate.catch((error: unknown) => {
      progress.end();
      warnOfOldIndex(error, sourcier, options);
    });
    progress.end();
    await work(sourcier);
  } finally {
    progress.end();
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    await sourcier.close();
    await database?.close();
  }
}

/** A shell's variable that is not set: the folder of the settings is not what was meant. */
function folderOf(path: string): string {
  if (path.trim() === "") throw new InvalidArgumentError("It names no folder.");
  return path;
}

/** A command with `--no-update` also goes on with an index that cannot be written. @throws the error in any other case */
function warnOfOldIndex(
  error: unknown,
  { readiness }: Sourcier,
  { updates }: Pick<OpenOptions, "updates">,
): void {
  const canDoWithout = updates !== undefined && readiness().state === "ready";
  if (!canDoWithout || !(error instanceof IndexError) || error.reason !== "unwritable") throw error;
  stderr(`sourcier: ${error.message}. The index is used as it is; --no-update does so in silence`);
}

function createProgram(): Command {
  const program = new Command("sourcier");
  program.description("Answers questions about news articles by quoting them.").exitOverride();
  const add = (signature: string, description: string) =>
    program
      .command(signature)
      .description(description)
      .option("--corpus <folder>", "folder of the articles (default: SEEDS_DIR)", folderOf)
      .option("--index <folder>", "folder of the index (default: INDEX_DIR)", folderOf);
  addAsk(add("ask [question...]", "answer one question, or with --jsonl one a line"));
  addIngest(add("ingest", "bring the index up to date with the corpus"));
  addArticles(add("articles", "the clean articles and what cleaning dropped"));
  addEncounters(add("encounters", "who met whom"));
  addEval(program.command("eval").description("retrieval quality on BEIR files"));
  addFeedback(add("feedback <folder>", "what readers judged, as files for eval (needs BOT_TOKEN)"));
  addVerify(add("verify", "check the index against its manifest and the corpus"));
  addBench(add("bench", "measure the speed figures of the README on this machine"));
  return program;
}

interface AskFlags extends CommonFlags {
  readonly jsonl?: boolean;
  readonly lang?: Language;
  readonly k: string;
}

function addAsk(command: Command): void {
  command
    .option("--json", "print the answer as JSON")
    .option("--jsonl", 'read {"id","question"} lines from standard input, print an answer a line')
    .addOption(new Option("--lang <language>", "language of the reply").choices(["fr", "en"]))
    .option("-k <count>", "how many passages", "3")
    .option("--no-update", "answer from the index as it is")
    .action(async (words: string[], flags: AskFlags) => {
      const question = words.join(" ");
      const isMany = flags.jsonl === true;
      if (!isMany && words.length === 0)
        throw new UsageError('ask needs a question, as in: ask "Qui a rencontré Lavrov ?"');
      if (isMany && words.length > 0)
        throw new UsageError(
          "ask --jsonl reads its questions from standard input, not from arguments",
        );
      const options = {
        json: flags.json === true,
        k: parseCount(flags.k),
        ...(flags.lang === undefined ? {} : { lang: flags.lang }),
      };
      await withSourcier(
        configOf(flags),
        async ({ ask, render }) => {
          const context = { ask, render, styled: process.stdout.isTTY, print: stdout };
          if (!isMany) {
            await askOnce(context, question, options);
            return;
          }
          const lines = createInterface({ input: process.stdin, terminal: false });
          const unreadable = await askLines(context, lines, options).finally(
            () => process.stdin.destroy(), // one that is still open would keep the process
          );
          if (unreadable > 0) hasFoundFault = true;
        },
        { updates: flags.update !== false },
      );
    });
}

interface IngestFlags extends CommonFlags {
  readonly allowPrivate?: boolean;
}

function addIngest(command: Command): void {
  command
    .argument("[paths...]", "folders, files, or addresses of pages, feeds, sitemaps")
    .option("--json", "print the report as JSON")
    .option("--allow-private", "read pages of this machine and its network too")
    .action(async (paths: string[], flags: IngestFlags) => {
      if (paths.length > 0 && flags.corpus !== undefined)
        throw new UsageError(
          "ingest reads either --corpus or the paths: name all of them without --corpus",
        );
      const options = {
        allowPrivateAddresses: flags.allowPrivate === true,
        ...(paths.length > 0 ? { paths } : {}),
      };
      await withSourcier(
        configOf(flags),
        async ({ upToDate }) => {
          const report = await upToDate;
          if (report === null) return;
          printIngestReport(report, { print: stdout, warn: stderr }, flags.json === true);
        },
        options,
      );
    });
}

function addArticles(command: Command): void {
  command.option("--json", "print them as JSON").action(async (flags: CommonFlags) => {
    const items = readCorpus(await corpusPathsOf(configOf(flags)));
    const context = { print: stdout, warn: stderr };
    await listArticles(context, items, { json: flags.json === true });
  });
}

function addEncounters(command: Command): void {
  command
    .option("--json", "print them as JSON")
    .option("--person <name>", "only those of this person")
    .option("--place <name>", "only those at this place")
    .option("--no-update", "list from the index as it is")
    .action(async (flags: CommonFlags & EncounterFilter) => {
      await withSourcier(
        configOf(flags),
        async ({ corpus }) => {
          const found = filterEncounters(await corpus.encounters(), flags);
          stdout(flags.json === true ? JSON.stringify(found, null, 2) : encounterTable(found));
        },
        { updates: flags.update !== false },
      );
    });
}

function addVerify(command: Command): void {
  command.option("--json", "print the result as JSON").action(async (flags: CommonFlags) => {
    const config = configOf(flags);
    const database = databaseOf(config);
    const place = indexPlace(config.indexDir, database);
    const result = await verifyIndex(place, config).finally(() => database?.close());
    stdout(flags.json === true ? JSON.stringify(result, null, 2) : result.message);
    if (!result.ok) hasFoundFault = true;
  });
}

function addFeedback(command: Command): void {
  command.action(async (folder: string, flags: CommonFlags) => {
    const config = configOf(flags);
    const token = config.telegram?.token;
    if (token === undefined)
      throw new UsageError("feedback needs BOT_TOKEN: what readers judged is encrypted with it");
    const database = databaseOf(config);
    const feedback = await openFeedback(token, config, database);
    await withSourcier(config, async ({ corpus }) => {
      const count = await writeFeedback(feedback, corpus, folder);
      stdout(`${count} judged answers written to ${folder}`);
    }).finally(() => database?.close());
  });
}

function addEval(command: Command): void {
  command
    .requiredOption("--corpus <file>", 'documents: {"_id","title","text"} lines')
    .requiredOption("--queries <file>", 'questions: {"_id","text"} lines')
    .requiredOption("--qrels <file>", "query, document and grade, separated by tabs")
    .option("--json", "print the figures as JSON")
    .action(async (flags: EvalFiles & { readonly json?: boolean }) => {
      const figures = await evaluate(configOf({}), flags, createProgress(process.stderr));
      stdout(
        flags.json === true ? JSON.stringify(evalJson(figures), null, 2) : renderEval(figures),
      );
    });
}

function addBench(command: Command): void {
  command.option("--json", "print the figures as JSON").action(async (flags: CommonFlags) => {
    const logger = createLogger({ level: "warn", secrets: [] });
    const figures = await runBench(configOf(flags), {
      open: (config) => openSourcier(config, { logger }),
      environment: process.env,
    });
    stdout(flags.json === true ? JSON.stringify(figures, null, 2) : benchTable(figures));
  });
}

/** As of a program that SIGPIPE ends: 128 and the signal's number. */
const CLOSED_OUTPUT = 141;

/** @returns the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return 2;
  if (error instanceof OutputError && error.reason === "closed") return CLOSED_OUTPUT;
  const isInterrupted = error instanceof Error && error.name === "AbortError";
  const message = messageOf(error);
  stderr(
    `sourcier: ${isInterrupted ? "interrupted; the next run goes on where this one stopped" : message}`,
  );
  return error instanceof UsageError || error instanceof ConfigError ? 2 : 1;
}

/** Help that was asked for comes as an error too. */
function unlessHelp(error: unknown): void {
  if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error;
}

/** @returns the exit code. */
async function run(): Promise<number> {
  try {
    await createProgram().parseAsync(process.argv).catch(unlessHelp);
    await output.finish();
    return hasFoundFault ? 1 : 0;
  } catch (error) {
    return report(error);
  }
}

// Node also ends when it has nothing left to wait for, whatever is still to be done: never a success.
const onNothingLeft = () => stderr("sourcier: the program ended before its work was done");
process.exitCode = 1;
process.once("beforeExit", onNothingLeft);
process.exitCode = await run();
process.off("beforeExit", onNothingLeft);
