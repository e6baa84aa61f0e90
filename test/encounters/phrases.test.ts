import { describe, expect, it } from "vitest";
import { met, statuses, tell } from "../support/tell-encounters.ts";

describe("a call", () => {
  it.each([
    ["Ali Kamau a eu Paul Okello au téléphone dimanche."],
    ["Ali Kamau a eu au téléphone Paul Okello."],
    ["Ali Kamau avait longuement eu Paul Okello au bout du fil."],
    ["Ali Kamau et Paul Okello se sont appelés dimanche."],
  ])("is told by %s", (text) => {
    const [only, ...more] = tell(text);
    expect(met(text)).toEqual(["Ali Kamau + Paul Okello"]);
    expect([only?.mode, only?.status]).toEqual(["phone", "held"]);
    expect(more).toEqual([]);
  });

  it("may not have been had", () => {
    expect(statuses("Ali Kamau n'a pas eu Paul Okello au téléphone.")).toEqual(["denied"]);
    expect(statuses("Ali Kamau aurait eu Paul Okello au téléphone.")).toEqual(["hypothetical"]);
  });

  it.each([
    ["Ali Kamau a eu une pensée pour Paul Okello au téléphone."],
    ["Ali Kamau s'appelle en fait Paul Okello."],
  ])("is not told by %s", (text) => {
    expect(met(text)).toEqual([]);
  });
});

describe("going to see somebody", () => {
  it.each([
    ["Ali Kamau est allé voir Paul Okello à Lomé."],
    ["Ali Kamau est venu rencontrer Paul Okello à Lomé."],
    ["Ali Kamau est allé à Lomé rencontrer Paul Okello."],
    ["Ali Kamau s'est rendu à Lomé rencontrer Paul Okello."],
  ])("is an encounter held: %s", (text) => {
    expect(met(text)).toEqual(["Ali Kamau + Paul Okello"]);
    expect(statuses(text)).toEqual(["held"]);
    expect(tell(text)[0]?.place).toBe("Lomé");
  });

  it("may be denied or only an aim", () => {
    expect(statuses("Ali Kamau n'est pas allé voir Paul Okello.")).toEqual(["denied"]);
    expect(statuses("Ali Kamau est allé à Lomé pour rencontrer Paul Okello.")).toEqual(["planned"]);
    expect(statuses("Ali Kamau est venu à Lomé afin de rencontrer Paul Okello.")).toEqual([
      "planned",
    ]);
  });
});
