/** Cuts a label (a title, a name; never a quotation) to `limit` UTF-16 units, "…" included. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, safeCut(text, limit - 1)).trimEnd()}…`;
}

/** The last position at or before `at` that splits neither a surrogate pair nor a letter from its accent. */
export function safeCut(text: string, at: number): number {
  let cut = Math.min(at, text.length);
  // 32 bounds the walk: longer runs of combining marks are noise, not letters.
  for (let steps = 0; cut > 0 && steps < 32 && joinsWithPrevious(text, cut); steps += 1) cut -= 1;
  return cut;
}

const joining = /^[\p{Mark}\p{Emoji_Modifier}\u200d]/u;

function joinsWithPrevious(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0xdc00 && unit <= 0xdfff) return true;
  return text.charCodeAt(at - 1) === 0x200d || joining.test(text.slice(at, at + 2));
}
