/*
 * Decoded text in, text that is safe to store, show and compare out: NFC, `\n` line ends, no control,
 * invisible or direction-changing characters. Words, punctuation and no-break spaces stay as they are.
 */

/** Other spellings of a line end: `\r\n`, `\r`, vertical tab, form feed, NEL, line and paragraph separator. */
const LINE_ENDS = /\r\n?|\v|\f|\u0085|\u2028|\u2029/g;

/** C0 and C1 controls except tab and line feed. */
const CONTROLS = /(?![\t\n])\p{Cc}/gu;

/**
 * Characters that draw nothing or change the direction of what follows (soft hyphen, zero-width space,
 * bidi marks, overrides and isolates, tags, BOM), and private-use ones, which are icon fonts.
 */
const INVISIBLE =
  /(?!\u200c|\u200d|\ufe0e|\ufe0f)[\p{Default_Ignorable_Code_Point}\p{Co}\ufff9-\ufffb]/gu;

/** Joiners and emoji selectors belong inside an emoji or between letters that join; elsewhere they only hide. */
const STRAY_JOINERS =
  /(?<!\p{Emoji}|\p{Emoji_Modifier}|\ufe0f|\p{Script=Arabic}|\p{Script=Devanagari})(?:\u200c|\u200d|\ufe0e|\ufe0f)/gu;

/** As much of a wrong value as tells which one it is. */
const MAX_SHOWN_CHARS = 80;

const LONE_SURROGATES = /\p{Surrogate}/gu;

/** Returns `text` in its stored form. Idempotent; linear in the length of `text`. */
export function normalizeText(text: string): string {
  return text
    .replace(LINE_ENDS, "\n")
    .replace(LONE_SURROGATES, "\ufffd")
    .replace(CONTROLS, "")
    .replace(INVISIBLE, "")
    .replace(STRAY_JOINERS, "")
    .normalize("NFC");
}

/** Returns `text` as one line: normalised, every run of white space a single space, trimmed. */
export function normalizeLine(text: string): string {
  return normalizeText(text)
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim();
}

/** Returns `text` with its letters as they are without accents, for comparing. */
export function withoutAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "");
}

/** Returns `value` as a message shows it: JSON, of which a line is shown. */
export function showValue(value: unknown): string {
  const line = normalizeLine(JSON.stringify(value));
  return line.length > MAX_SHOWN_CHARS ? `${line.slice(0, MAX_SHOWN_CHARS)}…` : line;
}

/** Returns `text` as one line, or null when nothing of it is left. */
export function lineOrNull(text: string): string | null {
  const line = normalizeLine(text);
  return line === "" ? null : line;
}
