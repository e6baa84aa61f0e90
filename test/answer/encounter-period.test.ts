import { afterEach, describe, expect, it, vi } from "vitest";
import { localDay } from "../../src/answer/create-ask.ts";
import { readPeriod } from "../../src/answer/encounter-period.ts";

const today = "2022-03-02";

describe("readPeriod()", () => {
  it.each([
    ["depuis 2017", "2017", today],
    ["a partir de 2017", "2017", today],
    ["since 2017", "2017", today],
    ["apres 2017", "2018", "9999"],
    ["after 2017", "2018", "9999"],
    ["avant 2017", "0001", "2016"],
    ["before 2017", "0001", "2016"],
    ["jusqu'en 2017", "0001", "2017"],
    ["until 2017", "0001", "2017"],
    ["depuis l'annee 2017", "2017", today],
    ["depuis juin 2017", "2017-06", today],
    ["apres decembre 2017", "2018-01", "9999"],
    ["avant janvier 2018", "0001", "2017-12"],
    ["jusqu'en juin 2017", "0001", "2017-06"],
    ["apres le 31 decembre 2017", "2018-01-01", "9999"],
    ["avant le 1er mars 2020", "0001", "2020-02-29"],
    ["jusqu'au 20 juin 2017", "0001", "2017-06-20"],
    ["until june 20, 2017", "0001", "2017-06-20"],
    ["depuis juin", "2021-06", today],
    ["before february", "0001", "2022-01"],
    ["depuis hier", "2022-03-01", today],
    ["avant la semaine derniere", "0001", "2022-02-20"],
    ["depuis l'an dernier", "2021", today],
  ])("%s", (folded, from, to) => {
    expect(readPeriod(`qui a-t-il vu ${folded} ?`, today)).toEqual({ from, to, text: folded });
  });

  it.each([
    ["en 2017", "2017", "2017"],
    ["entre 2015 et 2017", "2015", "2017"],
    ["en juin", "2021-06", "2021-06"],
    ["avant-hier", "2022-02-28", "2022-02-28"],
    ["apres-demain", "2022-03-04", "2022-03-04"],
    ["cette semaine", "2022-02-28", "2022-03-06"],
    ["le mois dernier", "2022-02", "2022-02"],
    ["next year", "2023", "2023"],
  ])("%s", (folded, from, to) => {
    expect(readPeriod(`qui a-t-il vu ${folded} ?`, today)).toMatchObject({ from, to });
  });
});

describe("localDay()", () => {
  afterEach(() => void vi.unstubAllEnvs());

  it.each([
    ["Europe/Paris", "2022-07-02"],
    ["UTC", "2022-07-01"],
    ["America/New_York", "2022-07-01"],
  ])("is the day of the machine: %s", (zone, day) => {
    vi.stubEnv("TZ", zone);
    expect(localDay(new Date("2022-07-01T22:30:00Z"))).toBe(day);
  });
});
