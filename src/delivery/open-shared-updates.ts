/**
 * Which updates are handled, remembered for a day in PostgreSQL by all processes of a bot: each update is claimed by
 * one of them, and what a dead process had claimed is free again. While the database is away each process goes on
 * with what it remembers itself, so that people hear of the trouble, and writes it down afterwards.
 *
 * Whoever takes over from a process that was killed has to know whether its answer had left. Marked before sending, the
 * answer of a process killed in between would be lost; marked when Telegram has confirmed it, it would be given
 * twice. So `seen` is written in the moment after the first message's last byte was handed to the system
 * (request-departure.ts), without waiting for the database:
 *  - The system delivers both when the process is gone. A kill in the microseconds between the two, or while the
 *    database is away, has the answer given twice; in no moment has it none given.
 *  - What a dead process had claimed counts as handled when it is marked `seen`, and is free again when not.
 *  - The mark is taken back when the message is refused (429, 5xx), and when the process lives on and hears nothing of
 *    Telegram for two seconds: the message may hang before it, and an answer twice is better than none.
 *  - Once Telegram has taken one message of an answer, the mark stays, however the others fare.
 * No clock is compared but the database's with itself. One silence remains: a message lost beyond the system, on the
 * network or at Telegram, whose process was killed within two seconds.
 */
import { randomUUID } from "node:crypto";
import { IndexError } from "../errors.ts";
import type { Logger } from "../logger.ts";
import type { Database, SqlValue } from "../store/postgres/database.ts";
import { migrate } from "../store/postgres/migrate.ts";
import type { Claim, HandledUpdates } from "./handled-updates.ts";
import { createIdRanges } from "./id-ranges.ts";

export interface SharedUpdatesOptions {
  readonly database: Database;
  /** The public part of the bot's token: numbers of updates are a bot's own. */
  readonly botId: string;
  readonly logger: Logger;
  /** How long a process counts as alive after its last sign. @default 10000 */
  readonly aliveMs?: number;
}

const defaultAliveMs = 10_000;
const keptHours = 24;
const forgetEveryMs = 3_600_000;

/** @throws {IndexError} when the database cannot be reached or its schema does not fit */
export async function openSharedUpdates(options: SharedUpdatesOptions): Promise<HandledUpdates> {
  await migrate(options.database);
  const record = createRecord(options);
  await record.giveSign();
  return rememberAside(record, options);
}

/** The record in the database; every method but `assumeSeen` fails while the database is away. */
interface SharedRecord {
  claim(updateId: number): Promise<Claim>;
  release(updateId: number): Promise<void>;
  readonly assumeSeen: HandledUpdates["assumeSeen"];
  done(updateId: number): Promise<void>;
  giveSign(): Promise<void>;
  forgetOld(): Promise<void>;
  leave(): Promise<void>;
}

function createRecord(options: SharedUpdatesOptions): SharedRecord {
  const { database, botId, logger, aliveMs = defaultAliveMs } = options;
  const { query, schema } = database;
  const process = randomUUID();
  const sql = statements(schema);
  const run = async (text: string, values: readonly SqlValue[]): Promise<void> => {
    await query(text, values);
  };
  return {
    async claim(updateId) {
      const [claimed] = await query<{ attempts: number }>(sql.claim, [botId, updateId, process]);
      if (claimed) return claimed.attempts;
      const [found] = await query<{ known: boolean }>(sql.isKnown, [botId, updateId]);
      return found?.known === true ? "known" : "elsewhere";
    },
    release: (updateId) => run(sql.release, [botId, updateId, process]),
    async assumeSeen(updateId, isSeen) {
      try {
        await query(sql.assumeSeen, [botId, updateId, process, isSeen]);
      } catch (error) {
        const facts = { err: error, updateId };
        logger.warn(facts, "should this process die now, the answer may be given twice");
      }
    },
    done: (updateId) => run(sql.done, [botId, updateId, process]),
    giveSign: () => run(sql.giveSign, [process, aliveMs]),
    async forgetOld() {
      await run(sql.forgetUpdates, [botId, keptHours]);
      await run(sql.forgetProcesses, [keptHours]);
    },
    leave: () => run(sql.leave, [process]),
  };
}

/** Goes on with what this process remembers while the database is away, and writes it down afterwards. */
function rememberAside(
  record: SharedRecord,
  { logger, aliveMs = defaultAliveMs }: SharedUpdatesOptions,
): HandledUpdates {
  const doneHere = createIdRanges();
  const attemptsHere = new Map<number, number>();
  const unwritten = new Set<number>();
  const unlessAway = createFallback(logger);
  const claimHere = (updateId: number): Claim => {
    const attempt = (attemptsHere.get(updateId) ?? 0) + 1;
    attemptsHere.set(updateId, attempt);
    return attempt;
  };
  const giveSign = async (): Promise<void> => {
    await record.giveSign();
    for (const updateId of unwritten) {
      await record.done(updateId);
      unwritten.delete(updateId);
    }
  };
  const nothing = () => undefined;
  const timers = [
    repeat(giveSign, aliveMs / 3, logger),
    repeat(() => record.forgetOld(), forgetEveryMs, logger),
  ];
  return {
    has: (updateId) => doneHere.has(updateId),
    claim: (updateId) =>
      unlessAway(
        () => record.claim(updateId),
        () => claimHere(updateId),
      ),
    async release(updateId) {
      attemptsHere.delete(updateId);
      await unlessAway(() => record.release(updateId), nothing);
    },
    assumeSeen: record.assumeSeen,
    async done(updateId) {
      doneHere.add(updateId);
      attemptsHere.delete(updateId);
      await unlessAway(
        () => record.done(updateId),
        () => void unwritten.add(updateId),
      );
    },
    // Telegram keeps what nobody confirmed and sends it again.
    unfinished: () => [...attemptsHere.keys()],
    async close() {
      for (const timer of timers) clearInterval(timer);
      await unlessAway(giveSign, nothing);
      await unlessAway(() => record.leave(), nothing);
    },
  };
}

/** For work that goes another way while the database is away. */
function createFallback(logger: Logger) {
  return async <T>(work: () => Promise<T>, otherwise: () => T): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof IndexError)) throw error;
      logger.warn({ err: error }, "handled updates are remembered in this process only");
      return otherwise();
    }
  };
}

/** Does it again and again; a failure ends nothing. */
function repeat(work: () => Promise<void>, everyMs: number, logger: Logger): NodeJS.Timeout {
  const timer = setInterval(() => {
    work().catch((error: unknown) => {
      logger.warn({ err: error }, "the shared record of updates could not be kept up");
    });
  }, everyMs);
  return timer.unref();
}

function statements(schema: string) {
  const updates = `${schema}.handled_updates`;
  const processes = `${schema}.bot_processes`;
  const holderLives = `exists (select from ${processes} holder
    where holder.process = known.process and holder.alive_until > clock_timestamp())`;
  return {
    giveSign: `insert into ${processes} (process, alive_until)
      values ($1, clock_timestamp() + $2 * interval '1 millisecond')
      on conflict (process) do update set alive_until = excluded.alive_until`,
    leave: `delete from ${processes} where process = $1`,
    claim: `insert into ${updates} as known (bot, update_id, process) values ($1, $2, $3)
      on conflict (bot, update_id) do update
      set attempts = known.attempts + 1, process = excluded.process, seen = false,
        touched_at = clock_timestamp()
      where not known.done
        and (known.process = excluded.process or not (known.seen or ${holderLives}))
      returning attempts`,
    isKnown: `select done or (seen and not ${holderLives}) as known from ${updates} known
      where bot = $1 and update_id = $2`,
    release: `update ${updates} set attempts = greatest(attempts - 1, 0), process = '', seen = false
      where bot = $1 and update_id = $2 and process = $3 and not done`,
    assumeSeen: `update ${updates} set seen = $4
      where bot = $1 and update_id = $2 and process = $3 and not done`,
    done: `insert into ${updates} (bot, update_id, process, done) values ($1, $2, $3, true)
      on conflict (bot, update_id) do update set done = true, touched_at = clock_timestamp()`,
    forgetUpdates: `delete from ${updates}
      where bot = $1 and touched_at < clock_timestamp() - $2 * interval '1 hour'`,
    forgetProcesses: `delete from ${processes}
      where alive_until < clock_timestamp() - $1 * interval '1 hour'`,
  };
}
