/**
 * Which updates are handled, remembered for a day in append-only files, one per hour and start.
 *
 * A line is in the kernel's hands before `claim` and `done` resolve, so a killed process forgets
 * nothing. The disk is asked to keep it (fdatasync) at most once a second: after a power cut the last
 * second may be forgotten, and then an unconfirmed update is answered twice, never lost. Waiting for
 * the disk at every update would cost each answer milliseconds to spare that.
 * A disk that refuses to write does not stop the answers: the record lives on in memory.
 */
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "../logger.ts";
import type { Clock } from "./clock.ts";
import { createIdRanges, type IdRanges } from "./id-ranges.ts";
import { createJournalWriter } from "./journal-writer.ts";
import { parseJournal, renderJournalLine, type JournalVerb } from "./update-journal.ts";

/**
 * The number of the attempt that begins: more than 1 when an earlier one was cut off. Where processes share their
 * record: `known` when one of them has handled the update, `elsewhere` when one of them is about to.
 */
export type Claim = number | "known" | "elsewhere";

export interface HandledUpdates {
  /** Whether this process knows already that the update is handled. */
  has(updateId: number): boolean;
  /** Records that an attempt begins. */
  claim(updateId: number): Promise<Claim>;
  /** Takes the last claim back: the attempt was put off through no fault of the update. */
  release(updateId: number): Promise<void>;
  /**
   * Records whether people are taken to have seen the answer, or its beginning: whoever takes over from this process,
   * should it die, does not begin such an answer again. Never rejects: it must not keep an answer from being sent.
   */
  assumeSeen(updateId: number, isSeen: boolean): Promise<void>;
  /** Records that the update never needs to be handled again. */
  done(updateId: number): Promise<void>;
  /** Numbers of updates that were begun and not finished, by this process or one before it. */
  unfinished(): readonly number[];
  close(): Promise<void>;
}

const keptMs = 24 * 3_600_000;
const segmentMs = 3_600_000;

interface Segment {
  readonly startedAt: number;
  readonly done: IdRanges;
  /** Attempts begun less those taken back, by update, as far as not done. */
  readonly claims: Map<number, number>;
}

/** Opens the record in `directory`, made when missing. @throws {Error} when the directory cannot be read. */
export async function openHandledUpdates(
  directory: string,
  options: { readonly clock: Clock; readonly logger: Logger },
): Promise<HandledUpdates> {
  const { clock, logger } = options;
  await mkdir(directory, { recursive: true });
  const segments = await readSegments(directory, clock.now(), logger);
  const writer = createJournalWriter(logger);
  let current: { readonly segment: Segment; readonly opened: Promise<void> } | null = null;

  async function beginSegment(now: number): Promise<void> {
    await writer.switchTo(join(directory, segmentName(now)));
    try {
      await forgetOldSegments(directory, segments, now);
    } catch (error) {
      logger.error({ err: error }, "cannot remove old records of handled updates");
    }
  }

  async function record(verb: JournalVerb, updateId: number): Promise<Segment> {
    const now = clock.now();
    if (current === null || now - current.segment.startedAt >= segmentMs) {
      const segment = newSegment(now);
      segments.push(segment);
      current = { segment, opened: beginSegment(now) };
    }
    const { segment, opened } = current;
    await opened;
    await writer.append(renderJournalLine(verb, updateId));
    return segment;
  }

  return {
    has: (updateId) => segments.some((segment) => segment.done.has(updateId)),
    claim: async (updateId) => {
      count(await record("claim", updateId), updateId, 1);
      return attemptsOf(segments, updateId);
    },
    release: async (updateId) => count(await record("release", updateId), updateId, -1),
    // A process that polls is taken over from by the next start only, which answers again what may not have arrived.
    assumeSeen: () => Promise.resolve(),
    done: async (updateId) => {
      const segment = await record("done", updateId);
      segment.done.add(updateId);
      for (const { claims } of segments) claims.delete(updateId);
    },
    unfinished: () => {
      const claimed = new Set(segments.flatMap(({ claims }) => [...claims.keys()]));
      return [...claimed].filter((updateId) => attemptsOf(segments, updateId) > 0);
    },
    close: () => writer.close(),
  };
}

function count(segment: Segment, updateId: number, attempts: number): void {
  segment.claims.set(updateId, (segment.claims.get(updateId) ?? 0) + attempts);
}

function attemptsOf(segments: readonly Segment[], updateId: number): number {
  return segments.reduce((sum, { claims }) => sum + (claims.get(updateId) ?? 0), 0);
}

function newSegment(startedAt: number): Segment {
  return { startedAt, done: createIdRanges(), claims: new Map() };
}

/** Every process writes files of its own, so a line cut short never runs into the next one. */
function segmentName(startedAt: number): string {
  return `${startedAt}-${process.pid}.log`;
}

/** When a file was begun, or null for a name that is not ours. */
function startOf(name: string): number | null {
  const match = /^(\d{1,15})-\d{1,10}\.log$/.exec(name);
  return match === null ? null : Number(match[1]);
}

async function readSegments(directory: string, now: number, logger: Logger): Promise<Segment[]> {
  const segments: Segment[] = [];
  const damaged: string[] = [];
  for (const name of await readdir(directory)) {
    const startedAt = startOf(name);
    if (startedAt === null || isOld(startedAt, now)) continue;
    const { entries, damagedLines } = parseJournal(await readFile(join(directory, name), "utf8"));
    if (damagedLines > 0) damaged.push(name);
    const segment = newSegment(startedAt);
    for (const { verb, updateId } of entries) {
      if (verb === "done") segment.done.add(updateId);
      else count(segment, updateId, verb === "claim" ? 1 : -1);
    }
    segments.push(segment);
  }
  for (const { claims } of segments) {
    for (const updateId of claims.keys()) {
      if (segments.some((segment) => segment.done.has(updateId))) claims.delete(updateId);
    }
  }
  if (damaged.length > 0) logger.info({ files: damaged.length }, "left out incomplete records");
  return segments;
}

/** A segment is kept until its last possible entry is a day old. */
function isOld(startedAt: number, now: number): boolean {
  return now - startedAt > keptMs + segmentMs;
}

async function forgetOldSegments(directory: string, segments: Segment[], now: number) {
  const kept = segments.filter(({ startedAt }) => !isOld(startedAt, now));
  segments.splice(0, segments.length, ...kept);
  for (const name of await readdir(directory)) {
    const startedAt = startOf(name);
    if (startedAt !== null && isOld(startedAt, now))
      await rm(join(directory, name), { force: true });
  }
}
