import { describe, expect, it } from "vitest";
import { findSupport } from "../../src/search/find-support.ts";
import type { Row } from "../../src/store/store.ts";

const port = {};
const vaccine = {};
const supportOf = findSupport([
  { row: 1 as Row, article: port, passage: 2 },
  { row: 2 as Row, article: port, passage: 3 },
  { row: 3 as Row, article: port, passage: -1 },
  { row: 4 as Row, article: vaccine, passage: 5 },
]);

describe("findSupport()", () => {
  it("is the best other passage of the article, at most the candidate's own", () => {
    expect(supportOf(1 as Row)).toBe(2);
    expect(supportOf(2 as Row)).toBe(2);
  });

  it("neither lifts nor lowers what is alone or far from the question", () => {
    expect(supportOf(3 as Row)).toBe(0);
    expect(supportOf(4 as Row)).toBe(0);
  });
});
