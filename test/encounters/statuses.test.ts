import { describe, expect, it } from "vitest";
import { statuses } from "../support/tell-encounters.ts";

describe("the status of a call", () => {
  it.each([
    ["Ali Kamau n'a pas parlé au téléphone avec Sam Okello.", "denied"],
    ["Ali Kamau dément avoir parlé au téléphone avec Sam Okello.", "denied"],
    ["Ali Kamau refuse de parler au téléphone avec Sam Okello.", "denied"],
    ["Ali Kamau aurait parlé au téléphone avec Sam Okello.", "hypothetical"],
    ["Si Ali Kamau parlait au téléphone avec Sam Okello, tout changerait.", "hypothetical"],
    [
      "Ali Kamau devait s'entretenir en visioconférence avec Sam Okello, mais il a renoncé.",
      "cancelled",
    ],
    ["Ali Kamau est au téléphone avec Sam Okello.", "held"],
  ])("is that of the verb: %s", (text, status) => {
    expect(statuses(text)).toEqual([status]);
  });
});
