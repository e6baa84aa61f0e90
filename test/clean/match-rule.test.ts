import { describe, expect, it } from "vitest";
import { BOILERPLATE_RULES } from "../../src/clean/boilerplate-rules.ts";
import { matchRule } from "../../src/clean/match-rule.ts";
import { BOILERPLATE_EXAMPLES } from "../support/boilerplate-examples.ts";

describe("matchRule()", () => {
  for (const [name, { dropped, kept }] of Object.entries(BOILERPLATE_EXAMPLES)) {
    for (const line of dropped) {
      it(`drops "${line.slice(0, 60)}" as ${name}`, () => {
        expect(matchRule(line, "middle")).not.toBeNull();
      });
    }
    for (const line of kept) {
      it(`keeps "${line.slice(0, 60)}" in the middle of an article`, () => {
        expect(matchRule(line, "middle")).toBeNull();
      });
    }
  }

  it("drops menus and counters at the edges of a page only", () => {
    for (const line of [
      "Accueil International Politique Économie",
      "72",
      "Accueil > Monde > Europe",
    ]) {
      expect(matchRule(line, "head")).not.toBeNull();
    }
    expect(matchRule("72", "middle")).toBeNull();
  });

  it("has an example of every class of the table, and a reason for each rule", () => {
    const classes = new Set(BOILERPLATE_RULES.map((rule) => rule.name));
    expect(new Set(Object.keys(BOILERPLATE_EXAMPLES))).toEqual(classes);
    for (const rule of BOILERPLATE_RULES) expect(rule.reason.length).toBeGreaterThan(15);
  });

  it("takes bounded time on lines made to slow patterns down", () => {
    const started = performance.now();
    for (const unit of [
      "a lire aussi ",
      "> ",
      "A. ",
      "© ",
      "par ",
      "Abc/",
      "«",
      "1 ",
      "> a|",
      "A",
    ]) {
      for (const length of [400, 499, 5000, 200_000]) {
        matchRule(unit.repeat(Math.ceil(length / unit.length)).slice(0, length), "head");
      }
    }
    matchRule(`Photo ${"A".repeat(490)}!`, "head");
    matchRule(`Photo : ${"a. ".repeat(45)}Non. Fin`, "head");
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
