/*
 * An address somebody wrote in, an address that is safe to show as a link out, or null. Nothing is
 * repaired: an address that needs guessing is no address.
 */

/** Longest address kept, in characters; beyond it browsers and chat buttons give up. */
const MAX_URL_CHARS = 2048;

/** What messages call an address that `parseUrl` takes. */
export const WANTED_URL = "an http or https address without user name";

/**
 * Returns the absolute http(s) address in `text`, without credentials or fragment, or null when it is
 * anything else (`javascript:`, `file:`, `user:password@host`, a relative path, control characters).
 */
export function parseUrl(text: string): string | null {
  const trimmed = text.trim();
  // The parser would silently drop tabs and line feeds and accept backslashes; an honest link has none.
  if (trimmed.length > MAX_URL_CHARS || /[\s\p{Cc}\p{Cf}\\]/u.test(trimmed)) return null;
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  if (url.username !== "" || url.password !== "" || url.hostname === "") return null;
  url.hash = "";
  return url.href;
}
