import { describe, expect, it } from "vitest";
import { rememberLast } from "../../src/terms/remember-last.ts";

describe("rememberLast()", () => {
  it("works once for a text asked for again and again, and anew for another", () => {
    const worked: string[] = [];
    const count = rememberLast((text: string) => {
      worked.push(text);
      return text.length;
    });
    expect(["", "", "abc", "abc", "ab", "abc"].map((text) => count(text))).toEqual([
      0, 0, 3, 3, 2, 3,
    ]);
    expect(worked).toEqual(["", "abc", "ab", "abc"]);
  });

  it("keeps as many as it is told, by all that was given", () => {
    let worked = 0;
    const join = rememberLast((left: string, right: number) => {
      worked += 1;
      return `${left}${right}`;
    }, 2);
    expect([join("a", 1), join("a", 2), join("a", 1), join("b", 1), join("a", 1)]).toEqual([
      "a1",
      "a2",
      "a1",
      "b1",
      "a1",
    ]);
    expect(worked).toBe(4);
  });
});
