/**
 * Several processes of one bot on one database behind one webhook address, while people ask and another process
 * brings the index up to date. This plays Telegram's side of the webhook: each update goes to the next process, and
 * again to another one until somebody says that it is handled. On the way one process is killed.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { beginPostgresUpdate } from "../../src/store/postgres/begin-postgres-update.ts";
import type { Database } from "../../src/store/postgres/database.ts";
import { echoOf } from "./echo-bot.ts";
import { startFaultTelegram, type FaultTelegram } from "./fault-telegram.ts";
import { createRandom } from "./random.ts";
import { sampleArticle } from "./sample-articles.ts";

export interface ShareOptions {
  readonly databaseUrl: string;
  /** In the schema that the processes use; empty before. */
  readonly database: Database;
  readonly questions: number;
  readonly signal: "SIGKILL" | "SIGTERM";
  readonly seed: number;
}

export interface ShareReport {
  readonly questions: number;
  readonly unanswered: number;
  /** Questions answered more than once. */
  readonly duplicates: number;
  /** Deliveries that had to be repeated. */
  readonly repeated: number;
  /** Times the index was published anew meanwhile. */
  readonly publications: number;
  readonly seconds: number;
}

const secret = "s3cret_S3CRET-s3cret";
const processes = 3;
const atOnce = 24;
/** Each asks once in a thousand questions: whoever asks a lot while others wait is told to wait. */
const users = 1_000;

export async function shareWebhook(options: ShareOptions): Promise<ShareReport> {
  const telegram = await startFaultTelegram();
  await publish(options.database, 0);
  const bots = await Promise.all(
    Array.from({ length: processes }, () => startBot(telegram, options)),
  );
  try {
    const questions = Array.from({ length: options.questions }, (_, i) => `question ${i + 1}`);
    const started = performance.now();
    const ingesting = keepPublishing(options.database);
    const repeated = await deliverAll({ telegram, bots, questions, options });
    const publications = await ingesting.stop();
    const seconds = (performance.now() - started) / 1000;
    return { ...count(telegram, questions), repeated, publications, seconds };
  } finally {
    for (const { child } of bots) child.kill("SIGTERM");
    await Promise.all(bots.map(({ child }) => exited(child)));
    await telegram.close();
  }
}

interface RunningBot {
  readonly child: ChildProcess;
  readonly url: string;
}

async function startBot(telegram: FaultTelegram, options: ShareOptions): Promise<RunningBot> {
  const child = spawn(process.execPath, ["--import", "tsx", "test/support/webhook-bot.ts"], {
    env: {
      PATH: process.env["PATH"],
      DATABASE_URL: options.databaseUrl,
      SCHEMA: options.database.schema,
      API_ROOT: telegram.url,
      TOKEN: telegram.token,
      SECRET: secret,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  return { child, url: `http://127.0.0.1:${port.toString().trim()}/telegram` };
}

function exited(child: ChildProcess): Promise<unknown> {
  const isOver = child.exitCode !== null || child.signalCode !== null;
  return isOver ? Promise.resolve() : once(child, "exit");
}

async function publish(database: Database, revision: number): Promise<void> {
  const update = await beginPostgresUpdate(database, {
    embedderFingerprint: "fake-1",
    dimensions: 32,
  });
  for (let i = 0; i < 10; i++) await update.put(sampleArticle(i, revision));
  await update.publish();
}

/** One process ingests while the others answer. */
function keepPublishing(database: Database): { stop(): Promise<number> } {
  const stopping = new AbortController();
  let publications = 0;
  const working = (async () => {
    while (!stopping.signal.aborted) {
      await publish(database, ++publications);
      await sleep(200);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await working;
      return publications;
    },
  };
}

interface Delivering {
  readonly telegram: FaultTelegram;
  readonly bots: readonly RunningBot[];
  readonly questions: readonly string[];
  readonly options: ShareOptions;
}

/** @returns how many deliveries had to be repeated */
async function deliverAll(run: Delivering): Promise<number> {
  const { bots, questions, options } = run;
  const random = createRandom(options.seed);
  const killAfter = Math.floor(questions.length * (0.3 + 0.4 * random()));
  let next = 0;
  let turn = 0;
  let repeated = 0;
  const deliver = async (number: number): Promise<void> => {
    const question = questions[number] ?? "";
    const user = 1 + (number % users);
    const update = updateOf(run.telegram.say(user, question), user, question);
    for (;;) {
      const bot = turn++ % bots.length;
      if (await post(bots[bot]?.url ?? "", update)) return;
      repeated++;
      await sleep(50 + random() * 100);
    }
  };
  const work = async (): Promise<void> => {
    while (next < questions.length) {
      const number = next++;
      if (number === killAfter) bots[0]?.child.kill(options.signal);
      await deliver(number);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return repeated;
}

function updateOf(updateId: number, id: number, text: string): object {
  const from = { id, is_bot: false, first_name: "Ada" };
  const chat = { id, type: "private", first_name: "Ada" };
  const message = { message_id: updateId, date: Math.floor(Date.now() / 1000), chat, from, text };
  return { update_id: updateId, message };
}

async function post(url: string, update: object): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: "POST",
      body: JSON.stringify(update),
      headers: { "x-telegram-bot-api-secret-token": secret, "content-type": "application/json" },
    });
    return response.status === 200;
  } catch (error) {
    if (error instanceof TypeError) return false; // the process is gone
    throw error;
  }
}

function count(
  telegram: FaultTelegram,
  questions: readonly string[],
): Pick<ShareReport, "questions" | "unanswered" | "duplicates"> {
  const counts = new Map<string, number>();
  for (const { text } of telegram.messages()) counts.set(text, (counts.get(text) ?? 0) + 1);
  const timesOf = (question: string) => counts.get(echoOf(question)) ?? 0;
  return {
    questions: questions.length,
    unanswered: questions.filter((question) => timesOf(question) === 0).length,
    duplicates: questions.filter((question) => timesOf(question) > 1).length,
  };
}
