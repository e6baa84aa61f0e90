/**
 * Articles, titles, names and questions nobody would write: markup, right to left, emoji, zero width,
 * lone surrogates, one character and sixty thousand. Whatever they are, a reply keeps Telegram's limits
 * and quotes word for word. `test/long/hostile-text.ts` runs the same checks many times over.
 */
import fc from "fast-check";
import { describe, it } from "vitest";
import { checkReply, hostileReply } from "../support/hostile-text.ts";

describe("renderReply() on hostile text", () => {
  it("round-trips quotations, keeps entities in bounds and messages within limits", () => {
    fc.assert(fc.property(hostileReply, checkReply), { numRuns: 120, seed: 20261122 });
  }, 60_000);
});
