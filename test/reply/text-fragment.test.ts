import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkToPassage, safeUrl } from "../../src/reply/text-fragment.ts";

const url = "https://example.org/a";
const text =
  "Un titre, deux fois. Un titre, deux fois.\n\nLe porte-parole a dit « non », puis oui & peut-être. La suite de l'histoire est longue, très longue, bien plus longue que ce que personne n'attendait d'elle ce jour-là.";

function fragmentOf(part: string, from = 0): string | undefined {
  const start = text.indexOf(part, from);
  const link = linkToPassage(url, text, { start, end: start + part.length });
  return link?.split("#:~:text=")[1];
}

describe("linkToPassage()", () => {
  it("encodes what the syntax uses: hyphen, comma and ampersand", () => {
    const fragment = fragmentOf("Le porte-parole a dit « non », puis oui & peut-être.");
    expect(fragment).toBe(
      "Le%20porte%2Dparole%20a%20dit%20%C2%AB%20non%20%C2%BB%2C%20puis%20oui%20%26%20peut%2D%C3%AAtre",
    );
  });

  it("gives long targets by their first and last words", () => {
    const part = text.slice(text.indexOf("La suite"));
    const [start, end] = (fragmentOf(part) ?? "").split(",").map(decodeURIComponent);
    expect(start).toBe("La suite de l'histoire est");
    expect(end).toBe("personne n'attendait d'elle ce jour-là");
  });

  it("tells repeated words apart by their neighbours", () => {
    expect(fragmentOf("Un titre, deux fois.")).toBe(
      "Un%20titre%2C%20deux%20fois,-.%20Un%20titre%2C%20deux",
    );
    expect(fragmentOf("Un titre, deux fois.", 5)).toBe(
      "titre%2C%20deux%20fois.-,Un%20titre%2C%20deux%20fois",
    );
  });

  it("keeps a fragment the address already has", () => {
    expect(linkToPassage(`${url}#top`, "Bonjour.", { start: 0, end: 8 })).toBe(
      `${url}#top:~:text=Bonjour`,
    );
  });

  it("makes a valid address of any text, whose parts are found in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 300 }), (any) => {
        const link = linkToPassage(url, any, { start: 0, end: any.length });
        expect(link).not.toBeNull();
        expect(URL.canParse(link ?? "")).toBe(true);
        expect(link?.length).toBeLessThanOrEqual(2000);
        const fragment = link?.split("#:~:text=")[1] ?? "";
        expect(fragment).not.toMatch(/[&\s]/);
        const parts = fragment
          .split(",")
          .map((part) => decodeURIComponent(part.replace(/-$|^-/, "")));
        const readable = any.replace(/\p{Surrogate}/gu, "\uFFFD");
        for (const part of parts) expect(readable).toContain(part);
      }),
      { numRuns: 500 },
    );
  });
});

describe("safeUrl()", () => {
  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "https://bank.example@evil.example/",
    "/relative",
    "",
    `https://example.org/${"a".repeat(3000)}`,
  ])("refuses %s", (unsafe) => {
    expect(safeUrl(unsafe)).toBeNull();
  });

  it("shows a host as what it is: punycode stays visible", () => {
    expect(safeUrl("https://exаmple.org/")).toBe("https://xn--exmple-4nf.org/");
  });
});
