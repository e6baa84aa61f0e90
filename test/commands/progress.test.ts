import { describe, expect, it } from "vitest";
import { createProgress } from "../../src/commands/progress.ts";

/** A terminal or a file with a clock of its own. */
function watch(isTTY: boolean) {
  const written: string[] = [];
  let time = 0;
  const progress = createProgress({ isTTY, write: (text) => written.push(text) }, () => time);
  const at = (ms: number, done: number) => {
    time = ms;
    progress.show({ label: "Indexing", done, total: 200, etaMs: 100_000 });
  };
  return { written, at, progress };
}

describe("createProgress()", () => {
  it("keeps silent when the work ends within a second of its first sign", () => {
    const { written, at, progress } = watch(true);
    at(0, 0);
    at(999, 200);
    progress.end();
    expect(written).toEqual([]);
  });

  it("redraws one line on a terminal and clears it at the end", () => {
    const { written, at, progress } = watch(true);
    at(0, 0);
    at(1_000, 50);
    at(1_050, 51);
    at(1_200, 60);
    progress.end();
    expect(written).toEqual([
      "\r\x1b[2KIndexing 25 % (50/200, 2 min left)",
      "\r\x1b[2KIndexing 30 % (60/200, 2 min left)",
      "\r\x1b[2K",
    ]);
  });

  it("writes a plain line every five seconds to a file", () => {
    const { written, at, progress } = watch(false);
    for (let ms = 0; ms <= 11_000; ms += 500) at(ms, ms / 100);
    progress.end();
    expect(written).toEqual([
      "Indexing 5 % (10/200, 2 min left)\n",
      "Indexing 30 % (60/200, 2 min left)\n",
      "Indexing 55 % (110/200, 2 min left)\n",
    ]);
  });
});
