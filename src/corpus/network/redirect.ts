/*
 * A server's answer that sends elsewhere in, the address to go to out, or the reason why it is not gone to.
 */
import { showValue } from "../normalize-text.ts";
import { WANTED_URL, parseUrl } from "../parse-url.ts";

export const MAX_REDIRECTS = 5;
export const TOO_MANY_REDIRECTS = `it redirects more than ${MAX_REDIRECTS} times`;

export type Redirect =
  | { readonly kind: "address"; readonly url: string }
  | { readonly kind: "refused"; readonly reason: string };

/** Reads the `location` that came with `status` when `url` was asked for. */
export function readRedirect(status: number, location: string | undefined, url: string): Redirect {
  const isAddress = location !== undefined && URL.canParse(location, url);
  const next = isAddress ? parseUrl(new URL(location, url).href) : null;
  if (next !== null) return { kind: "address", url: next };
  const found = location === undefined ? "nowhere" : `to ${showValue(location)}`;
  const reason = `the server answered ${status}, which leads ${found}: wanted ${WANTED_URL}`;
  return { kind: "refused", reason };
}
