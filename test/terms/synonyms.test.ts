import { describe, expect, it } from "vitest";
import { equivalentLexicon } from "../../src/terms/equivalents.ts";
import { generalSynonyms } from "../../src/terms/synonyms/general.ts";
import { publicLifeSynonyms } from "../../src/terms/synonyms/public-life.ts";
import { societySynonyms } from "../../src/terms/synonyms/society.ts";
import { tokenize } from "../../src/terms/tokenize.ts";

const groups = [...publicLifeSynonyms, ...societySynonyms, ...generalSynonyms];

/** What may stand for a word, as index terms. */
function equivalentsOf(phrase: string): readonly string[] {
  const found = equivalentLexicon().find(tokenize(phrase)) ?? [];
  return found.map(({ terms }) => terms.join(" "));
}

describe("the synonym tables", () => {
  it("have at least two different notions' words in every group", () => {
    const lone = groups.filter(
      (group) => new Set(group.split(", ").map((member) => tokenize(member).join(" "))).size < 2,
    );
    expect(lone).toEqual([]);
  });

  it("say no group twice", () => {
    expect(groups.filter((group, i) => groups.indexOf(group) !== i)).toEqual([]);
  });

  it("have no empty member and no other separator", () => {
    const odd = groups.filter((group) => /[|;/]|, ,|^,|,$|\s{2}/u.test(group));
    expect(odd).toEqual([]);
  });

  it.each([
    ["missive", "lettre"],
    ["lettre", "missive"],
    ["froisser", "vexer"],
    ["emprisonner", "incarcérer"],
    ["jeter l'éponge", "renoncer"],
  ])("let %s stand for %s", (asked, written) => {
    expect(equivalentsOf(asked)).toContain(tokenize(written).join(" "));
  });

  it("never lets a word stand for itself", () => {
    for (const group of groups.slice(0, 200))
      for (const member of group.split(", "))
        expect(equivalentsOf(member)).not.toContain(tokenize(member).join(" "));
  });
});
