import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { cleanArticle } from "../../src/clean/clean-article.ts";
import { readCorpus } from "../../src/corpus/read-corpus.ts";
import type { Encounter } from "../../src/encounters/encounter.ts";
import { findEncounters } from "../../src/encounters/find-encounters.ts";
import { linkEncounters } from "../../src/encounters/link-encounters.ts";
import { articleOf } from "../support/score-encounters.ts";
import { names, tell } from "../support/tell-encounters.ts";

const seeds = fileURLToPath(new URL("../../seeds", import.meta.url));

describe("findEncounters() on the seeds", () => {
  let told: string[] = [];
  let all: readonly Encounter[] = [];

  beforeAll(async () => {
    const found: Encounter[] = [];
    for await (const item of readCorpus([seeds])) {
      if (item.kind !== "article") continue;
      const article = cleanArticle(item.article);
      const encounters = findEncounters(article);
      for (const e of encounters) expect(article.text.slice(e.start, e.end)).toBe(e.evidence);
      found.push(...encounters);
    }
    all = linkEncounters(found);
    told = all.map((e) =>
      [
        e.articleId.slice(0, 3),
        names(e).join(" + "),
        e.mode,
        e.status,
        e.place ?? "-",
        e.date?.iso ?? "-",
      ].join(", "),
    );
  });

  it("finds every encounter a careful reader finds, and no other", () => {
    expect([...told].sort()).toEqual(
      [
        "000, Mevlut Cavusoglu + Sergueï Lavrov, in-person, held, Belgrade, -",
        "000, John Kerry + Sergueï Lavrov, unknown, held, -, -",
        "000, Mevlut Cavusoglu + Sergueï Lavrov, in-person, hypothetical, -, -",
        "001, Recep Tayyip Erdogan + Vladimir Poutine, in-person, hypothetical, Moscou, 2020-03",
        "001, Recep Tayyip Erdogan + Vladimir Poutine, phone, held, -, -",
        "002, John Kerry + Sergueï Lavrov, phone, held, -, -",
        "003, Jean-Yves Le Drian + Sergueï Lavrov, in-person, held, Moscou, 2017-06-20",
        "003, Jean-Yves Le Drian + Sergueï Lavrov, in-person, held, Paris, -",
        "003, Emmanuel Macron + Vladimir Poutine, in-person, held, Versailles, 2017-05-29",
        "004, Joe Biden + Vladimir Poutine, phone, held, -, -",
        "004, Recep Tayyip Erdogan + Vladimir Poutine, unknown, held, -, -",
      ].sort(),
    );
  });

  it("tells one encounter of several sentences once, with the others beside it", () => {
    const belgrade = all.find((e) => e.place === "Belgrade");
    expect(belgrade?.evidence).toContain("rencontre à Belgrade");
    expect(belgrade?.setting).toContain("en marge de la conférence des ministres");
    expect(belgrade?.alsoAt.length).toBeGreaterThan(0);
    const call = all.find((e) => names(e).includes("Joe Biden"));
    expect(call?.evidence).toContain("au téléphone");
  });
});

describe("findEncounters()", () => {
  it("puts three persons of a list in one record", () => {
    const [only, ...more] = tell(
      "Sergueï Lavrov, John Kerry et Mevlut Cavusoglu se sont réunis à Vienne.",
    );
    expect(names(only)).toEqual(["John Kerry", "Mevlut Cavusoglu", "Sergueï Lavrov"]);
    expect(more).toEqual([]);
  });

  it("finds several encounters in one sentence", () => {
    const told = tell(
      "Awa Diarra a téléphoné à Paul Arnoux puis a rencontré Lise Courtois à Lomé.",
    );
    expect(told.map((e) => [names(e).join(" + "), e.mode, e.place])).toEqual([
      ["Awa Diarra + Paul Arnoux", "phone", null],
      ["Awa Diarra + Lise Courtois", "in-person", "Lomé"],
    ]);
  });

  it.each([
    ["son homologue", "Le ministre kényan Ali Kamau a reçu son homologue ougandais Sam Okello."],
    [
      "a function later in the article",
      "Ali Kamau, ministre kényan, et Sam Okello, ministre ougandais, étaient à Goma.¶Le ministre ougandais a rencontré le ministre kényan.",
    ],
    [
      "les deux hommes",
      "Ali Kamau a reçu Sam Okello jeudi.¶Les deux hommes se sont entretenus deux heures.",
    ],
    ["il", "Ali Kamau est arrivé à Goma.¶Il y a rencontré Sam Okello."],
    ["MM.", "Ali Kamau a parlé. Sam Okello aussi.¶MM. Kamau et Okello se sont vus à Goma."],
    ["a relative clause", "Ali Kamau, qui a rencontré Sam Okello à Goma, est optimiste."],
    ["reported speech", "Selon Jean Bosco, Ali Kamau a rencontré Sam Okello."],
    ["nous in a quotation", "« Nous avons discuté avec Sam Okello du budget », a dit Ali Kamau."],
    ["a passive in apposition", "Ali Kamau, reçu à Goma par Sam Okello, est optimiste."],
    ["a clitic", "Ali Kamau a salué Sam Okello, mais il ne l'a pas rencontré."],
  ])("knows who is meant by %s", (_, text) => {
    expect(names(tell(...text.split("¶"))[0])).toEqual(["Ali Kamau", "Sam Okello"]);
  });

  it("takes the office holder of the day when the article names none", () => {
    const [met] = findEncounters(
      articleOf({
        id: "t",
        published: "2015-02-11",
        paragraphs: ["François Hollande et la chancelière allemande se sont entretenus à Minsk."],
      }),
    );
    expect(names(met)).toEqual(["Angela Merkel", "François Hollande"]);
  });

  it("resolves days only where the day of publication is known", () => {
    const undated = {
      id: "t",
      published: null,
      paragraphs: ["Ana Ruiz a rencontré Bo Lind mardi à Oslo."],
    };
    expect(findEncounters(articleOf(undated))[0]?.date).toEqual({ text: "mardi", iso: null });
    expect(tell(...undated.paragraphs)[0]?.date).toEqual({ text: "mardi", iso: "2024-03-12" });
  });

  it("gives ids that stay when the article stays", () => {
    const text = "Ana Ruiz a rencontré Bo Lind mardi à Oslo avant de téléphoner à Cyr Obo.";
    expect(tell(text).map((e) => e.id)).toEqual(tell(text).map((e) => e.id));
    expect(new Set(tell(text).map((e) => e.id)).size).toBe(tell(text).length);
  });
});

describe("findEncounters() on any text", () => {
  const words = fc.constantFrom(
    ..."Ana Ruiz a rencontré , et le ministre russe de la Défense à Oslo se sont entretenus « nous » il . qui par reçu avec mardi prochain les deux hommes X-Y d' l' (".split(
      " ",
    ),
  );

  it("returns spans of the text, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 60 }), (parts) => {
        const article = articleOf({
          id: "t",
          published: null,
          paragraphs: [parts.join(" ").replaceAll("\n", " ")],
        });
        for (const e of findEncounters(article)) {
          expect(article.text.slice(e.start, e.end)).toBe(e.evidence);
          expect(e.participants.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  const hostile: readonly (readonly [string, string])[] = [
    ["one endless word", "a".repeat(20)],
    ["capitals", "Ana "],
    ["capitals and particles", "Ana de la "],
    ["functions", "le ministre des Affaires étrangères de la "],
    ["a list of names", "Ana Ruiz, "],
    ["verbs", "a rencontré "],
    ["nouns", "la rencontre entre "],
    ["status words", "ne devrait pas pouvoir annuler "],
    ["quotation marks", "« "],
    ["hyphens", "Ana-"],
    ["apostrophes", "l'"],
    ["dates", "mardi 12 "],
    ["whole sentences without an end", "Ana Ruiz a rencontré Bo Lind mardi à Oslo et "],
  ];

  it.each(hostile)("stays linear on %s", (_, unit) => {
    const timeOf = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
      const article = articleOf({ id: "t", published: "2024-03-14", paragraphs: [text] });
      const start = performance.now();
      findEncounters(article);
      return performance.now() - start;
    };
    timeOf(2_000);
    const [short, long] = [timeOf(10_000), timeOf(80_000)];
    // Eight times the text may take eight times as long; quadratic cost would take 64 times.
    expect(long).toBeLessThan(Math.max(30 * short, 1500));
  });
});
