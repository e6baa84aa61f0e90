/** Text that fits a width: cut with an ellipsis, or broken into lines between words. */
import { measureText, type FontWeight } from "./rasterizer.ts";

export interface TextStyle {
  readonly size: number;
  readonly weight: FontWeight;
}

/** No name is longer than this many characters once shortened; spares measuring endless ones. */
const maxCharacters = 90;

/** The longest beginning that fits, with an ellipsis when something is missing. */
export function cutToWidth(text: string, width: number, { size, weight }: TextStyle): string {
  const characters = splitCharacters(text);
  if (characters.length <= maxCharacters && measureText(text, size, weight) <= width) return text;
  let fits = 0;
  let tooLong = Math.min(characters.length, maxCharacters);
  while (fits + 1 < tooLong) {
    const middle = Math.floor((fits + tooLong) / 2);
    const candidate = withEllipsis(characters, middle);
    if (measureText(candidate, size, weight) <= width) fits = middle;
    else tooLong = middle;
  }
  return withEllipsis(characters, fits);
}

/** A label in one line if it fits, else in two of about the same length. */
export function breakLabel(text: string, width: number, style: TextStyle): readonly string[] {
  if (fits(text, width, style)) return [text];
  const words = text.split(" ").filter((word) => word !== "");
  const splits = words.slice(1).map((_, index) => {
    const lines = [words.slice(0, index + 1).join(" "), words.slice(index + 1).join(" ")];
    const longest = Math.max(...lines.map((line) => line.length));
    // "Le", "de", "ben" belong to the word that follows.
    const endsInParticle = (words[index] ?? "").length <= 3;
    return { lines, cost: longest + (endsInParticle ? 4 : 0) };
  });
  const [best] = splits.toSorted((one, other) => one.cost - other.cost);
  return (best?.lines ?? [text]).map((line) => cutToWidth(line, width, style));
}

/** Lines of at most `width`, at most `maxLines` of them; the last is cut when there would be more. */
export function breakLines(
  text: string,
  width: number,
  style: TextStyle,
  maxLines: number,
): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && lines.length < maxLines - 1 && !fits(longer, width, style)) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  return lines.map((one) => cutToWidth(one, width, style));
}

function fits(text: string, width: number, { size, weight }: TextStyle): boolean {
  return text.length <= 2 * maxCharacters && measureText(text, size, weight) <= width;
}

function withEllipsis(characters: readonly string[], count: number): string {
  return `${characters.slice(0, count).join("").trimEnd()}…`;
}

/** Characters as people see them, as many as could ever be shown. */
function splitCharacters(text: string): readonly string[] {
  const segments = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return [...segments.segment(text.slice(0, 4 * maxCharacters))].map(({ segment }) => segment);
}
