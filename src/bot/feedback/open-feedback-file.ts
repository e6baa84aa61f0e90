/**
 * Feedback in one file of encrypted lines (AES-256-GCM): appended when somebody judges an answer,
 * rewritten when they judge it again or ask to be forgotten. Nothing readable is ever on the disk.
 */
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode } from "../../errors.ts";
import type { FeedbackConsent, FeedbackEntry, FeedbackStore } from "../bot-dependencies.ts";
import {
  assertConsented,
  entryRecord,
  feedbackKey,
  isReplacedBy,
  sealRecord,
  unsealRecord,
  type FeedbackRecord,
} from "./feedback-record.ts";

export interface FeedbackFileOptions {
  /** Something secret and lasting, such as the bot's token; another one cannot read the file. */
  readonly secret: string;
}

/** Opens or begins the file. @throws {ConfigError} when it cannot be read with this secret. */
export async function openFeedbackFile(
  path: string,
  { secret }: FeedbackFileOptions,
): Promise<FeedbackStore> {
  const key = feedbackKey(secret);
  await mkdir(dirname(path), { recursive: true });
  return new FeedbackFile(path, key, await readRecords(path, key));
}

class FeedbackFile implements FeedbackStore {
  #records: readonly FeedbackRecord[];
  /** One change at a time, in the order asked for. */
  #lastChange: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly path: string,
    private readonly key: Buffer,
    records: readonly FeedbackRecord[],
  ) {
    this.#records = records;
  }

  consent(userId: number): Promise<FeedbackConsent> {
    const last = this.#records.findLast(
      (record) => record.kind === "consent" && record.userId === userId,
    );
    return Promise.resolve(last?.kind === "consent" ? last.consent : "unknown");
  }

  setConsent(userId: number, consent: "granted" | "refused"): Promise<void> {
    return this.#change(() => this.#append({ kind: "consent", userId, consent }));
  }

  add(userId: number, entry: FeedbackEntry): Promise<void> {
    const record = entryRecord(userId, entry);
    return this.#change(async () => {
      // Asked when its turn comes: consent may be withdrawn by a change that is still waiting.
      assertConsented(await this.consent(userId));
      const rest = this.#records.filter((one) => !isReplacedBy(one, record));
      if (rest.length === this.#records.length) await this.#append(record);
      else await this.#replace([...rest, record]);
    });
  }

  forget(userId: number): Promise<number> {
    return this.#change(async () => {
      const theirs = this.#records.filter((record) => record.userId === userId);
      if (theirs.length === 0) return 0;
      await this.#replace(this.#records.filter((record) => record.userId !== userId));
      return theirs.filter(({ kind }) => kind === "entry").length;
    });
  }

  entries(): Promise<readonly FeedbackEntry[]> {
    return Promise.resolve(
      this.#records.flatMap((record) => (record.kind === "entry" ? [record.entry] : [])),
    );
  }

  async #append(record: FeedbackRecord): Promise<void> {
    const file = await open(this.path, "a", 0o600);
    try {
      await file.appendFile(encryptLine(record, this.key));
      await file.sync();
    } finally {
      await file.close();
    }
    this.#records = [...this.#records, record];
  }

  async #replace(records: readonly FeedbackRecord[]): Promise<void> {
    await replaceFile(this.path, records.map((record) => encryptLine(record, this.key)).join(""));
    this.#records = records;
  }

  #change<T>(work: () => Promise<T>): Promise<T> {
    const change = this.#lastChange.then(work, work);
    this.#lastChange = change;
    return change;
  }
}

async function readRecords(path: string, key: Buffer): Promise<readonly FeedbackRecord[]> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
  const lines = text.split("\n");
  // What follows the last line end is empty, or a line that a crash cut short: it was never confirmed.
  const torn = lines.pop() ?? "";
  const records = lines.map((line) => decryptLine(line, path, key));
  if (torn !== "") await replaceFile(path, lines.map((line) => `${line}\n`).join(""));
  return records;
}

function encryptLine(record: FeedbackRecord, key: Buffer): string {
  return `${sealRecord(record, key).toString("base64")}\n`;
}

function decryptLine(line: string, path: string, key: Buffer): FeedbackRecord {
  return unsealRecord(Buffer.from(line, "base64"), key, { kind: "file", name: path });
}

async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.new`;
  const file = await open(temporary, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}
