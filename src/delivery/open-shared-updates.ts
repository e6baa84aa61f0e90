/**
 * Which updates are handled, remembered for a day in PostgreSQL by all processes of a bot: each update is claimed by
 * one of them, and what a dead process had claimed is free again. While the database is away each process goes on
 * with what it remembers itself, so that people hear of the trouble, and writes it down afterwards.
 */
import { randomUUID } from "node:crypto";
import { IndexError } from "../errors.ts";
import type { Logger } from "../logger.ts";
import type { Database } from "../store/postgres/database.ts";
import { migrate } from "../store/postgres/migrate.ts";
import type { Claim, HandledUpdates } from "./handled-updates.ts";
import { createIdRanges } from "./id-ranges.ts";

export interface SharedUpdatesOptions {
  readonly database: Database;
  /** The public part of the bot's token: numbers of updates are a bot's own. */
  readonly botId: string;
  readonly logger: Logger;
  /** How long a process counts as alive after its last sign, in milliseconds. @default 10000 */
  readonly aliveMs?: number;
}

const keptHours = 24;
const forgetEveryMs = 3_600_000;

/** @throws {IndexError} when the database cannot be reached or its schema does not fit */
export async function openSharedUpdates(options: SharedUpdatesOptions): Promise<HandledUpdates> {
  const { database, botId, logger, aliveMs = 10_000 } = options;
  await migrate(database);
  const { query, schema } = database;
  const process = randomUUID();
  const doneHere = createIdRanges();
  const unwritten = new Set<number>();
  const attemptsHere = new Map<number, number>();
  const sql = statements(schema);

  async function giveSign(): Promise<void> {
    await query(sql.giveSign, [process, aliveMs]);
    for (const updateId of unwritten) {
      await query(sql.done, [botId, updateId, process]);
      unwritten.delete(updateId);
    }
  }
  async function forgetOld(): Promise<void> {
    await query(sql.forgetUpdates, [botId, keptHours]);
    await query(sql.forgetProcesses, [keptHours]);
  }
  /** What a database that is away keeps from being written is not worth an answer. */
  async function unlessAway<T>(work: () => Promise<T>, otherwise: () => T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof IndexError)) throw error;
      logger.warn({ err: error }, "handled updates are remembered in this process only");
      return otherwise();
    }
  }
  function claimHere(updateId: number): number {
    const attempt = (attemptsHere.get(updateId) ?? 0) + 1;
    attemptsHere.set(updateId, attempt);
    return attempt;
  }
  async function claim(updateId: number): Promise<Claim> {
    const values = [botId, updateId, process];
    const [claimed] = await query<{ attempts: number }>(sql.claim, values);
    if (claimed) return claimed.attempts;
    const [found] = await query<{ done: boolean }>(sql.isDone, values.slice(0, 2));
    return found?.done === true ? "known" : "elsewhere";
  }
  const nothing = () => undefined;
  await giveSign();
  const signs = setInterval(() => void unlessAway(giveSign, nothing), aliveMs / 3);
  const forgetting = setInterval(() => void unlessAway(forgetOld, nothing), forgetEveryMs);
  for (const timer of [signs, forgetting]) timer.unref();

  return {
    has: (updateId) => doneHere.has(updateId),
    claim: (updateId) =>
      unlessAway<Claim>(
        () => claim(updateId),
        () => claimHere(updateId),
      ),
    release: async (updateId) => {
      attemptsHere.delete(updateId);
      await unlessAway(() => query(sql.release, [botId, updateId, process]), nothing);
    },
    done: async (updateId) => {
      doneHere.add(updateId);
      attemptsHere.delete(updateId);
      await unlessAway(
        () => query(sql.done, [botId, updateId, process]),
        () => void unwritten.add(updateId),
      );
    },
    // Telegram keeps what nobody confirmed and sends it again.
    unfinished: () => [...attemptsHere.keys()],
    close: async () => {
      for (const timer of [signs, forgetting]) clearInterval(timer);
      await unlessAway(giveSign, nothing);
      await unlessAway(() => query(sql.leave, [process]), nothing);
    },
  };
}

function statements(schema: string) {
  const updates = `${schema}.handled_updates`;
  const processes = `${schema}.bot_processes`;
  return {
    giveSign: `insert into ${processes} (process, alive_until)
      values ($1, clock_timestamp() + $2 * interval '1 millisecond')
      on conflict (process) do update set alive_until = excluded.alive_until`,
    leave: `delete from ${processes} where process = $1`,
    claim: `insert into ${updates} as known (bot, update_id, process) values ($1, $2, $3)
      on conflict (bot, update_id) do update
      set attempts = known.attempts + 1, process = excluded.process, touched_at = clock_timestamp()
      where not known.done and (known.process = excluded.process or not exists (
        select from ${processes} holder
        where holder.process = known.process and holder.alive_until > clock_timestamp()))
      returning attempts`,
    isDone: `select done from ${updates} where bot = $1 and update_id = $2`,
    release: `update ${updates} set attempts = greatest(attempts - 1, 0), process = ''
      where bot = $1 and update_id = $2 and process = $3 and not done`,
    done: `insert into ${updates} (bot, update_id, process, done) values ($1, $2, $3, true)
      on conflict (bot, update_id) do update set done = true, touched_at = clock_timestamp()`,
    forgetUpdates: `delete from ${updates}
      where bot = $1 and touched_at < clock_timestamp() - $2 * interval '1 hour'`,
    forgetProcesses: `delete from ${processes}
      where alive_until < clock_timestamp() - $1 * interval '1 hour'`,
  };
}
