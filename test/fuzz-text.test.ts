/** The short form of test/long/fuzz-text.ts, which takes a million texts. */
import { describe, expect, it } from "vitest";
import { checkEverything, fragments, fuzzText, stages } from "./support/fuzz-text.ts";
import { createRandom } from "./support/random.ts";

describe("text that no journalist wrote", () => {
  it("passes through cleaning, sentences, passages, encounters and rendering, and keeps every promise", () => {
    const random = createRandom(20261122);
    for (let n = 0; n < 400; n += 1) {
      const text = fuzzText(random, 12);
      expect(() => checkEverything(text, n % 2 === 0 ? "scrape" : "extracted"), text).not.toThrow();
    }
  });

  it.for(Object.entries(stages))("costs time in proportion to its length: %s", ([, run]) => {
    const random = createRandom(7);
    const shapes = [
      fragments[0]!,
      "M. ",
      "« ",
      "( ",
      "a",
      "Lire aussi : ",
      "e\u0301",
      fuzzText(random, 30),
      fuzzText(random, 30),
    ];
    for (const shape of shapes) {
      const textOf = (length: number) =>
        shape.repeat(Math.ceil(length / shape.length)).slice(0, length);
      run(textOf(1_000));
      const short = Math.min(costMs(run, textOf(5_000)), costMs(run, textOf(5_000)));
      const long = costMs(run, textOf(40_000));
      // Eight times the text; a quadratic stage would take sixty-four times as long.
      expect(long, JSON.stringify(shape)).toBeLessThan(Math.max(100, 25 * short));
    }
  });
});

/** Processor time, so that other programs on the machine do not count. */
function costMs(run: (text: string) => unknown, text: string): number {
  const before = process.cpuUsage();
  run(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
