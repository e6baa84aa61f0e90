import { describe, expect, it } from "vitest";
import { killIngest } from "../support/kill-ingest.ts";

// The long form, with 200 kills, is test/long/kill-ingest.ts.
describe("ingest() under kill -9", () => {
  it("embeds nothing again but the batch it was killed at", async () => {
    const counts = await killIngest({ kills: 3, seed: 2 });
    expect(counts.kills).toBe(3);
    expect(counts.largestLoss).toBeLessThanOrEqual(counts.batchTexts);
    expect(counts.unsoundIndexes).toBe(0);
  });
});
