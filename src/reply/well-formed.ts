/**
 * Replaces lone surrogates, which no UTF-8 message can carry, by U+FFFD. Every offset stays where it
 * is; nothing else changes.
 */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
