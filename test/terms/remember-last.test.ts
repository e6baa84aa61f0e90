import { describe, expect, it } from "vitest";
import { rememberLast } from "../../src/terms/remember-last.ts";

describe("rememberLast()", () => {
  it("works once for a text asked for again and again, and anew for another", () => {
    const worked: string[] = [];
    const count = rememberLast((text) => {
      worked.push(text);
      return text.length;
    });
    expect(["", "", "abc", "abc", "ab", "abc"].map(count)).toEqual([0, 0, 3, 3, 2, 3]);
    expect(worked).toEqual(["", "abc", "ab", "abc"]);
  });
});
