/**
 * Template tag for French sentences: puts no-break spaces inside « » and before : ; ? ! in the words
 * of the template. Values put into it (titles, names, quotations) stay as they are.
 */
export function fr(words: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return words.map((part, i) => frenchSpaces(part) + String(values[i] ?? "")).join("");
}

const noBreak = "\u00a0";
const narrowNoBreak = "\u202f";

function frenchSpaces(text: string): string {
  return text
    .replace(/« /g, `«${noBreak}`)
    .replace(/ »/g, `${noBreak}»`)
    .replace(/ :/g, `${noBreak}:`)
    .replace(/ %/g, `${narrowNoBreak}%`)
    .replace(/ ([;?!])/g, `${narrowNoBreak}$1`);
}
