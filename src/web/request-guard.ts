/**
 * Which requests the page answers at all. Decides from headers alone; answers nothing itself.
 */
import { isIP } from "node:net";

/** Why a request is refused, in words for a log or a developer. */
export interface Refusal {
  readonly status: 403 | 415 | 421;
  readonly reason: string;
}

export interface GuardedRequest {
  readonly method: string;
  readonly host: string;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly contentType: string | undefined;
}

/** @param publicHost host (and port, if any) of PUBLIC_URL, or null */
export function findRefusal(request: GuardedRequest, publicHost: string | null): Refusal | null {
  if (!isTrustedHost(request.host, publicHost)) {
    return {
      status: 421,
      reason: `Cannot answer for host "${request.host}": set PUBLIC_URL to use it`,
    };
  }
  if (request.method === "GET" || request.method === "HEAD") return null;
  if (isCrossOrigin(request)) {
    return { status: 403, reason: "Cannot accept a message sent from another site" };
  }
  if (!/^application\/json\s*(?:;|$)/i.test(request.contentType ?? "")) {
    return {
      status: 415,
      reason: "Cannot read the message: Content-Type must be application/json",
    };
  }
  return null;
}

/**
 * Against DNS rebinding, where a foreign name is made to point to this machine: only names that
 * nobody else can own are answered for. An address is no name, so it is safe.
 */
function isTrustedHost(host: string, publicHost: string | null): boolean {
  if (publicHost !== null && host.toLowerCase() === publicHost.toLowerCase()) return true;
  const name = hostName(host);
  return name === "localhost" || name.endsWith(".localhost") || isIP(name) !== 0;
}

function hostName(host: string): string {
  return host
    .replace(/:\d{1,5}$/, "")
    .replace(/^\[(.*)\]$/, "$1")
    .toLowerCase();
}

/** Browsers state where a request comes from; other programs need no protection from themselves. */
function isCrossOrigin({ origin, fetchSite, host }: GuardedRequest): boolean {
  if (fetchSite !== undefined && fetchSite !== "same-origin" && fetchSite !== "none") return true;
  return origin !== undefined && originHost(origin) !== host.toLowerCase();
}

function originHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
