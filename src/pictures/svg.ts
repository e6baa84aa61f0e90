/** SVG as a tree of calls: every attribute and text is escaped here and nowhere else. */

/** Finished markup. Only `svg()` makes it. */
export interface Svg {
  readonly markup: string;
}

type Attributes = Readonly<Record<string, string | number | null>>;

/** An element. Null attributes and null children are left out; strings become text. */
export function svg(
  name: string,
  attributes: Attributes,
  ...children: readonly (Svg | string | null)[]
): Svg {
  const inner = children
    .map((child) => (typeof child === "string" ? escapeText(child) : (child?.markup ?? "")))
    .join("");
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escapeText(attributeText(value))}"`)
    .join("");
  return { markup: `<${name}${written}>${inner}</${name}>` };
}

/** A tenth of a pixel is finer than anybody sees, and keeps the file small. */
function attributeText(value: string | number | null): string {
  return typeof value === "number" ? String(Math.round(value * 10) / 10) : (value ?? "");
}

function escapeText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
