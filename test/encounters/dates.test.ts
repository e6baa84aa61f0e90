import { describe, expect, it } from "vitest";
import { tell } from "../support/tell-encounters.ts";

describe("the date of an encounter", () => {
  it.each([
    ["Ali Kamau a rencontré, vendredi, Paul Okello.", "vendredi", "2024-03-08"],
    ["Ali Kamau a reçu Paul Okello lundi, mais rien n'a filtré.", "lundi", "2024-03-11"],
    ["Ali Kamau rencontrera Paul Okello le 22 mars à Mar-a-Lago.", "22 mars", "2024-03-22"],
    ["Ali Kamau rencontrera Paul Okello le 22 mars à Marseille.", "22 mars", "2024-03-22"],
    ["Ali Kamau rencontrera Paul Okello mardi, à Samarcande.", "mardi", "2024-03-19"],
  ])("is read without what only stands beside it: %s", (text, day, iso) => {
    expect(tell(text).map((e) => e.date)).toEqual([{ text: day, iso }]);
  });

  it.each([
    ["La rencontre prévue vendredi entre Ali Kamau et Paul Okello a été annulée.", "2024-03-15"],
    ["La rencontre prévue mercredi entre Ali Kamau et Paul Okello a été annulée.", "2024-03-13"],
    ["La visite d'Ali Kamau à Paul Okello, prévue le 22 mars, a été reportée.", "2024-03-22"],
  ])("is the nearest such day when it was called off: %s", (text, iso) => {
    expect(tell(text).map((e) => e.date?.iso)).toEqual([iso]);
  });

  it.each([
    ["Le Kremlin a salué mardi la conversation la veille entre Ali Kamau et Paul Okello.", "11"],
    ["Ali Kamau a dit le 3 mars avoir reçu la veille au soir Paul Okello.", "02"],
    ["Ali Kamau a dit avoir rencontré la veille Paul Okello.", "13"],
  ])("is on the eve of the day that is told of: %s", (text, day) => {
    expect(tell(text).map((e) => e.date?.iso)).toEqual([`2024-03-${day}`]);
  });

  it("is not on the eve of something else", () => {
    const text = "Lundi 11 mars, la veille de la reprise, Ali Kamau a appelé Paul Okello.";
    expect(tell(text).map((e) => e.date?.iso)).toEqual(["2024-03-11"]);
  });

  it("is not read in the name of a person", () => {
    expect(tell("Ali Kamau a rencontré Sam Okello.").map((e) => e.date)).toEqual([null]);
    expect(tell("Ali Kamau a rencontré Jan Biko.").map((e) => e.date)).toEqual([null]);
  });

  it("is not read in the name of a place", () => {
    expect(tell("Ali Kamau a rencontré Paul Okello à Mar-a-Lago.").map((e) => e.date)).toEqual([
      null,
    ]);
  });
});
