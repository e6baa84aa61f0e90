import { describe, expect, it } from "vitest";
import { goldFiles, readGold, scoreGold, type Rate } from "../support/score-encounters.ts";

function share({ right, of }: Rate): number {
  return of === 0 ? 1 : right / of;
}

describe.each(goldFiles)("the gold sentences of %s", (file) => {
  const score = scoreGold(readGold(file));

  it("are found with their participants", () => {
    expect(share(score.participantsPrecision)).toBeGreaterThanOrEqual(0.9);
    expect(share(score.participantsRecall)).toBeGreaterThanOrEqual(0.8);
  });

  it("are told with the right mode and status", () => {
    expect(share(score.mode)).toBeGreaterThanOrEqual(0.9);
    expect(share(score.status)).toBeGreaterThanOrEqual(0.92);
  });

  it("never tell as held what was planned, cancelled, denied, called for or only possible", () => {
    expect(score.plannedToldAsHeld).toBe(0);
  });

  it("have their place and date", () => {
    expect(share(score.place)).toBeGreaterThanOrEqual(0.85);
    expect(share(score.date)).toBeGreaterThanOrEqual(0.85);
  });
});
