import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakLabel, breakLines, cutToWidth } from "../../src/pictures/fit-text.ts";
import { measureText, rasterize, textFont } from "../../src/pictures/rasterizer.ts";
import { svg } from "../../src/pictures/svg.ts";
import { parsePage } from "../support/parse-page.ts";

const style = { size: 15, weight: 600 } as const;

function drawText(text: string) {
  const line = svg("text", { x: 10, y: 40, ...textFont(30, 600), fill: "#000" }, text);
  return svg("svg", { xmlns: "http://www.w3.org/2000/svg", width: 60, height: 60 }, line);
}

describe("svg()", () => {
  it("keeps any words as words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { markup } = svg("text", { title: text }, text);
        const root = parsePage(`<html><body>${markup}</body></html>`).querySelector("text")!;
        expect([...root.querySelectorAll("*")]).toEqual([]);
        expect(root.textContent).toBe(text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, " "));
      }),
    );
  });

  it("is always a drawing that can be drawn", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 20 }), async (text) => {
        expect((await rasterize(drawText(text), 1)).width).toBe(60);
      }),
      { numRuns: 30 },
    );
  });
});

describe("rasterize()", () => {
  it.each(["Ş", "ğ", "ı", "Ш", "é", "Ω", "א", "ش"])("has a letter for %s", async (letter) => {
    const [drawn, missing] = await Promise.all([
      rasterize(drawText(letter), 1),
      rasterize(drawText("\u0378"), 1),
    ]);
    expect(Buffer.compare(drawn.png, missing.png)).not.toBe(0);
  });
});

describe("cutToWidth()", () => {
  it("gives the beginning of the text, never wider than asked", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 }),
        fc.integer({ min: 40, max: 400 }),
        (text, width) => {
          const cut = cutToWidth(text, width, style);
          if (cut === text) return;
          expect(cut.endsWith("…")).toBe(true);
          expect(text.startsWith(cut.slice(0, -1))).toBe(true);
          expect(measureText(cut, style.size, style.weight)).toBeLessThanOrEqual(width);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is quick with a text of 60,000 characters", () => {
    const started = performance.now();
    expect(cutToWidth("Мария ".repeat(10_000), 200, style)).toMatch(/^Мария.*…$/);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe("breakLabel()", () => {
  it.each([
    ["John Kerry", ["John Kerry"]],
    ["Jean-Yves Le Drian de la Tour", ["Jean-Yves Le Drian", "de la Tour"]],
    ["Recep Tayyip Erdoğan", ["Recep Tayyip", "Erdoğan"]],
  ])("lays %s in lines of about the same length", (name, lines) => {
    expect(breakLabel(name, 150, style)).toEqual(lines);
  });
});

describe("breakLines()", () => {
  it("keeps all the words, in order, when there are lines enough", () => {
    const text =
      "en marge de la conférence des ministres des Affaires étrangères de l’OSCE à Belgrade";
    const lines = breakLines(text, 240, style, 9);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(" ")).toBe(text);
  });
});
