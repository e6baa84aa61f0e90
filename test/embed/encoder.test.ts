import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitIntoWindows } from "../../src/embed/encoder.ts";

describe("splitIntoWindows()", () => {
  const tokensOf = (text: string) => text.length;

  it("loses nothing and keeps every window within the encoder's bound", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5_000 }), (text) => {
        const windows = splitIntoWindows(text, tokensOf);
        expect(windows.join("")).toBe(text);
        for (const window of windows) expect(window.length).toBeLessThanOrEqual(496);
      }),
      { numRuns: 200 },
    );
  });

  it("cuts at white space where there is some", () => {
    const windows = splitIntoWindows("mot ".repeat(300), tokensOf);
    expect(windows.length).toBeGreaterThan(2);
    for (const window of windows.slice(1)) expect(window.startsWith(" ")).toBe(true);
  });
});
