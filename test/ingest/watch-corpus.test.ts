import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchCorpus } from "../../src/ingest/watch-corpus.ts";

let folder: string;
let stop: AbortController;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sourcier-watch-"));
  stop = new AbortController();
});
afterEach(async () => {
  stop.abort();
  await rm(folder, { recursive: true, force: true });
});

const onError = (error: unknown): void => {
  throw error;
};

describe("watchCorpus()", () => {
  it("reports many changes in a row once, those of new folders included", async () => {
    const onChange = vi.fn(() => Promise.resolve());
    await watchCorpus([folder], { onChange, onError, settleMs: 200, signal: stop.signal });
    await mkdir(join(folder, "new"));
    for (let i = 0; i < 10; i++) {
      await writeFile(join(folder, "new", `${i}.txt`), "texte");
      await sleep(10);
    }
    await vi.waitFor(() => expect(onChange).toHaveBeenCalled(), 5_000);
    await rm(join(folder, "new", "3.txt"));
    await vi.waitFor(() => expect(onChange.mock.calls.length).toBeGreaterThan(1), 5_000);
    expect(onChange.mock.calls.length).toBeLessThanOrEqual(3);
  });

  it("never runs two at a time, and reports what changed meanwhile", async () => {
    let running = 0;
    let most = 0;
    const onChange = vi.fn(async () => {
      most = Math.max(most, ++running);
      await sleep(300);
      running--;
    });
    await watchCorpus([folder], { onChange, onError, settleMs: 50, signal: stop.signal });
    await writeFile(join(folder, "a.txt"), "texte");
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1), 5_000);
    await writeFile(join(folder, "b.txt"), "texte");
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2), 5_000);
    expect(most).toBe(1);
  });

  it.each([
    [
      "moved away and another put in its place",
      async (path: string) => {
        await mkdir(`${path}-new`);
        await rename(path, `${path}-old`);
        await rename(`${path}-new`, path);
      },
    ],
    [
      "removed and made anew",
      async (path: string) => {
        await rm(path, { recursive: true });
        await mkdir(path);
      },
    ],
    [
      "away for a while",
      async (path: string) => {
        await rename(path, `${path}-old`);
        await sleep(500);
        await rename(`${path}-old`, path);
      },
    ],
  ])("goes on with a folder that was %s", async (_, replace) => {
    const path = join(folder, "corpus");
    await mkdir(path);
    const onChange = vi.fn(() => Promise.resolve());
    const times = { settleMs: 50, lookMs: 100 };
    await watchCorpus([path], { onChange, onError, ...times, signal: stop.signal });
    await replace(path);
    await vi.waitFor(() => expect(onChange).toHaveBeenCalled(), 5_000);
    await sleep(1_000); // whatever the replacing itself causes
    onChange.mockClear();
    await writeFile(join(path, "a.txt"), "texte");
    await vi.waitFor(() => expect(onChange).toHaveBeenCalled(), 5_000);
  });

  it("ends with its signal", async () => {
    const onChange = vi.fn(() => Promise.resolve());
    await watchCorpus([folder], { onChange, onError, settleMs: 20, signal: stop.signal });
    stop.abort();
    await writeFile(join(folder, "a.txt"), "texte");
    await sleep(200);
    expect(onChange).not.toHaveBeenCalled();
  });
});
