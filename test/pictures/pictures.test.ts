import { describe, expect, it } from "vitest";
import type { PersonId } from "../../src/encounters/encounter.ts";
import { createPictures } from "../../src/pictures/create-pictures.ts";
import { drawEncounterGraph } from "../../src/pictures/draw-encounter-graph.ts";
import { drawEncounterTimeline } from "../../src/pictures/draw-encounter-timeline.ts";
import { sortForTimeline } from "../../src/pictures/timeline-rows.ts";
import { manyEncounters } from "../support/many-encounters.ts";
import { parsePage } from "../support/parse-page.ts";

const pictures = createPictures();

function wordsOf(markup: string | undefined): string[] {
  const root = parsePage(`<html><body>${markup ?? ""}</body></html>`);
  return [...root.querySelectorAll("text")].map((text) => text.textContent);
}

/** Width and height of a PNG, from its header. */
function sizeOf(png: Uint8Array | null) {
  const bytes = Buffer.from(png!);
  expect(bytes.toString("latin1", 1, 4)).toBe("PNG");
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

describe("createPictures()", () => {
  it.each([
    [2, 1],
    [7, 9],
    [60, 150],
  ])("draws %i people within what Telegram takes as a photo", async (people, count) => {
    const request = {
      encounters: manyEncounters(people, count),
      person: null,
      lang: "fr",
    } as const;
    for (const png of [await pictures.drawGraph(request), await pictures.drawTimeline(request)]) {
      const { width, height } = sizeOf(png);
      expect(width).toBe(1520);
      expect(width + height).toBeLessThan(10_000);
      expect(Math.max(width / height, height / width)).toBeLessThan(20);
      expect(png!.byteLength).toBeLessThan(1_000_000);
    }
  });

  it("has nothing to draw without encounters", async () => {
    const request = { encounters: [], person: null, lang: "en" } as const;
    expect(await pictures.drawGraph(request)).toBeNull();
    expect(await pictures.drawTimeline(request)).toBeNull();
  });

  it("tells an encounter once that two articles tell", async () => {
    const [one] = manyEncounters(2, 1);
    const twice = [
      { ...one!, id: "a", sameAs: ["b"] },
      { ...one!, id: "b", sameAs: ["a"] },
    ];
    const request = { person: null, lang: "fr" } as const;
    const once = await pictures.drawGraph({ ...request, encounters: [twice[0]!] });
    expect(await pictures.drawGraph({ ...request, encounters: twice })).toEqual(once);
  });
});

describe("drawEncounterGraph()", () => {
  const request = { person: null, lang: "fr", theme: "light" } as const;

  it("is the same for the same encounters in any order", () => {
    const encounters = manyEncounters(12, 20);
    const graph = drawEncounterGraph({ ...request, encounters });
    expect(drawEncounterGraph({ ...request, encounters: encounters.toReversed() })).toEqual(graph);
  });

  it("names everybody, Turkish and Cyrillic too, and explains only what occurs", () => {
    const [held] = manyEncounters(2, 1);
    const participants = [
      { id: "a" as PersonId, name: "Сергей Шойгу" },
      { id: "b" as PersonId, name: "Şükrü Ğ" },
    ];
    const encounters = [{ ...held!, participants, status: "held", mode: "phone" } as const];
    const words = wordsOf(drawEncounterGraph({ ...request, encounters })?.markup);
    expect(words).toEqual([
      "Qui a rencontré qui",
      "2 personnes · 1 rencontre",
      "СШ",
      "Сергей Шойгу",
      "ŞĞ",
      "Şükrü Ğ",
      "a eu lieu",
      "par téléphone",
    ]);
  });

  it("says how many people it leaves out", () => {
    const encounters = manyEncounters(60, 150);
    const words = wordsOf(drawEncounterGraph({ ...request, encounters, lang: "en" })?.markup);
    expect(words.at(-1)).toMatch(/^and \d+ more people$/);
  });

  it("is about one person when asked", () => {
    const encounters = manyEncounters(12, 20);
    const { id, name } = encounters[0]!.participants[0]!;
    const drawing = drawEncounterGraph({ ...request, encounters, person: id });
    expect(wordsOf(drawing?.markup)[0]).toBe(`Autour de ${name}`);
  });

  it("takes names of any length and kind", () => {
    const [one, other] = manyEncounters(2, 2);
    const names = ["", "x".repeat(5000), "مروان", "🌍", "\u202eevil</text><script>"];
    for (const name of names) {
      const participants = [{ id: "p" as PersonId, name }, one!.participants[0]!];
      const drawing = drawEncounterGraph({ ...request, encounters: [{ ...other!, participants }] });
      expect(drawing?.markup).not.toContain("<script");
      expect(drawing!.markup.length).toBeLessThan(20_000);
    }
  });
});

describe("sortForTimeline()", () => {
  it("goes from the oldest to the newest, year by year, the undated last", () => {
    const { groups } = sortForTimeline(manyEncounters(9, 40), 100, "fr");
    const labels = groups.map(({ label }) => label);
    expect(labels.at(-1)).toBe("Sans date");
    expect(labels.slice(0, -1)).toEqual(labels.slice(0, -1).toSorted());
    for (const { rows } of groups.slice(0, -1)) {
      const days = rows.map(({ encounter }) => encounter.date!.iso!);
      expect(days).toEqual(days.toSorted());
    }
  });

  it("leaves out the oldest when there are too many, and counts them", () => {
    const encounters = manyEncounters(9, 40);
    const { groups, hidden } = sortForTimeline(encounters, 10, "fr");
    expect(hidden).toBe(30);
    const newest = encounters
      .map(({ date }) => date?.iso ?? "")
      .toSorted()
      .at(-1);
    expect(groups.at(-1)!.rows.at(-1)!.encounter.date!.iso).toBe(newest);
  });

  it("never tells a meeting as held that was only planned", () => {
    const [one] = manyEncounters(2, 1);
    for (const [status, word] of [
      ["planned", "prévue"],
      ["called-for", "souhaitée"],
      ["denied", "démentie"],
      ["cancelled", "annulée"],
      ["hypothetical", "non confirmée"],
    ] as const) {
      const { groups } = sortForTimeline([{ ...one!, status }], 10, "fr");
      expect(groups[0]!.rows[0]!.details).toContain(word);
      const drawing = drawEncounterTimeline({
        encounters: [{ ...one!, status }],
        person: null,
        lang: "fr",
        theme: "light",
      });
      expect(wordsOf(drawing?.markup)).not.toContain("a eu lieu");
    }
  });

  it("writes days as people do", () => {
    const [one] = manyEncounters(2, 1);
    const dateOf = (iso: string | null, lang: "fr" | "en") =>
      sortForTimeline([{ ...one!, date: { text: "jeudi", iso } }], 9, lang).groups[0]!.rows[0]!
        .date;
    expect(dateOf("2017-06-01", "fr")).toBe("1er juin");
    expect(dateOf("2017-06-20", "en")).toBe("20 Jun");
    expect(dateOf("2017-06", "fr")).toBe("juin");
    expect(dateOf("2017", "fr")).toBe("");
    expect(dateOf(null, "fr")).toBe("« jeudi »");
  });
});
