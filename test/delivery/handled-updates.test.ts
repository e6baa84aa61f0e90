import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openHandledUpdates } from "../../src/delivery/handled-updates.ts";
import { createJournalWriter } from "../../src/delivery/journal-writer.ts";
import { renderJournalLine } from "../../src/delivery/update-journal.ts";
import { createLogger } from "../../src/logger.ts";

const hourMs = 3_600_000;
const logger = createLogger({ level: "silent", secrets: [] });

describe("openHandledUpdates()", () => {
  let directory: string;
  let nowMs: number;
  const clock = { now: () => nowMs, sleep: () => Promise.resolve() };
  const open = () => openHandledUpdates(directory, { clock, logger });
  const onlyFile = async () => join(directory, (await readdir(directory))[0]!);

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "sourcier-handled-"));
    nowMs = Date.UTC(2026, 10, 22);
  });
  afterEach(async () => rm(directory, { recursive: true }));

  it("knows after a restart what was done, and what was only begun", async () => {
    const before = await open();
    for (let id = 1; id <= 50; id += 1) await before.claim(id);
    for (let id = 1; id <= 50; id += 2) await before.done(id);
    // No close: the process was killed.
    const after = await open();
    expect(after.has(49)).toBe(true);
    expect(after.has(50)).toBe(false);
    expect(after.unfinished()).toHaveLength(25);
    expect(await after.claim(50)).toBe(2);
  });

  it("does not count an attempt that was put off", async () => {
    const before = await open();
    await before.claim(7);
    await before.release(7);
    const after = await open();
    expect(after.unfinished()).toEqual([]);
    expect(await after.claim(7)).toBe(1);
  });

  it("survives a last line cut at any length", async () => {
    const before = await open();
    await before.done(700_000_001);
    await before.done(700_000_002);
    const path = await onlyFile();
    const whole = await readFile(path);
    for (let length = 0; length <= whole.length; length += 1) {
      await writeFile(path, whole.subarray(0, length));
      const after = await open();
      const lines = whole.subarray(0, length).toString().split("\n");
      expect(after.has(700_000_001)).toBe(lines[0]!.length === whole.indexOf("\n"));
      expect(after.has(700_000_002)).toBe(length >= whole.length - 1);
    }
  });

  it("leaves out a line with a flipped bit and keeps the others", async () => {
    const before = await open();
    for (let id = 1; id <= 20; id += 1) await before.done(700_000_000 + id);
    const path = await onlyFile();
    const whole = await readFile(path);
    for (let byte = 0; byte < whole.length; byte += 7) {
      const damaged = Buffer.from(whole);
      damaged[byte] = whole[byte]! ^ (1 << (byte % 8));
      await writeFile(path, damaged);
      const after = await open();
      const known = Array.from({ length: 20 }, (_, i) => after.has(700_000_001 + i));
      // A flipped line end joins two lines; nothing else is lost and nothing is made up.
      expect(known.filter(Boolean).length).toBeGreaterThanOrEqual(18);
      expect(after.has(700_000_021)).toBe(false);
    }
  });

  it("keeps a day and forgets what is older, in memory and on disk", async () => {
    const handled = await open();
    await handled.done(1);
    nowMs += 24 * hourMs;
    await handled.done(2);
    expect(handled.has(1)).toBe(true);
    nowMs += 2 * hourMs;
    await handled.done(3);
    expect([1, 2, 3].map((id) => handled.has(id))).toEqual([false, true, true]);
    expect(await readdir(directory)).toHaveLength(2);
  });

  it("writes every line when many updates end at once, over a change of files", async () => {
    const before = await open();
    await Promise.all(Array.from({ length: 500 }, (_, id) => before.done(id)));
    nowMs += 2 * hourMs;
    await Promise.all(Array.from({ length: 500 }, (_, id) => before.done(500 + id)));
    const after = await open();
    expect(Array.from({ length: 1_000 }, (_, id) => after.has(id)).every(Boolean)).toBe(true);
  });

  it("writes nothing but verbs, numbers and checksums", async () => {
    const handled = await open();
    await handled.claim(700_000_001);
    await handled.done(700_000_001);
    const text = await readFile(await onlyFile(), "utf8");
    expect(text).toMatch(/^(?:(?:claim|done) \d+ [\da-f]{8}\n)+$/);
  });

  it("leaves files alone that are not its own", async () => {
    await writeFile(join(directory, "notes.txt"), "mine");
    await appendFile(join(directory, "12-x.log"), "done 1 00000000\n");
    const handled = await open();
    expect(handled.has(1)).toBe(false);
    nowMs += 48 * hourMs;
    await handled.done(5);
    expect((await readdir(directory)).toSorted()).toContain("notes.txt");
  });

  it("goes on in memory when the folder can no longer be written to", async () => {
    const handled = await open();
    await handled.done(1);
    await rm(directory, { recursive: true });
    await writeFile(directory, "a file in its place");
    nowMs += 2 * hourMs; // time for a new file
    await handled.done(2);
    expect([1, 2].map((id) => handled.has(id))).toEqual([true, true]);
  });

  it("goes on in memory when the disk is full, and says so in the log", async () => {
    const lines: string[] = [];
    const writer = createJournalWriter(
      createLogger({ level: "error", secrets: [], destination: { write: (l) => lines.push(l) } }),
    );
    await writer.switchTo("/dev/full");
    await writer.append(renderJournalLine("done", 1));
    await writer.close();
    expect(lines.join("")).toContain("ENOSPC");
  });
});
