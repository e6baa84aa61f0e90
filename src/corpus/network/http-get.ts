/*
 * An address in, one response out: no redirect followed, nothing retried. Bounded in time and size, and the
 * machine reached is checked when the connection is made, so that a name cannot change its address in between.
 */
import { lookup } from "node:dns";
import { type IncomingMessage, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { type LookupFunction, isIP } from "node:net";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { errorCode, messageOf } from "../../errors.ts";
import { isPublicAddress } from "./is-public-address.ts";

export interface HttpLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** Whether addresses of this machine and its network may be read. */
  readonly allowPrivate: boolean;
  readonly signal?: AbortSignal;
}

export type HttpResult =
  | {
      readonly kind: "response";
      readonly status: number;
      readonly headers: Readonly<Record<string, string | undefined>>;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: "failed"; readonly reason: string };

/** Sends one GET of `url` (http or https). Never throws: whatever goes wrong is a reason. */
export async function httpGet(
  url: string,
  headers: Readonly<Record<string, string>>,
  limits: HttpLimits,
): Promise<HttpResult> {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, "");
  // An address written as numbers is never looked up, so it is checked here.
  if (isIP(host) !== 0 && !limits.allowPrivate && !isPublicAddress(host)) {
    return { kind: "failed", reason: PRIVATE_REASON };
  }
  const timeout = AbortSignal.timeout(limits.timeoutMs);
  const signal = limits.signal === undefined ? timeout : AbortSignal.any([timeout, limits.signal]);
  try {
    const response = await send(url, headers, { ...limits, signal });
    const bytes = await readBody(response, limits.maxBytes);
    if (bytes === null) {
      return { kind: "failed", reason: `it is larger than the ${limits.maxBytes} bytes allowed` };
    }
    return { kind: "response", status: response.statusCode ?? 0, headers: flat(response), bytes };
  } catch (error) {
    if (limits.signal?.aborted === true) throw limits.signal.reason;
    if (timeout.aborted) return { kind: "failed", reason: `no answer in ${limits.timeoutMs} ms` };
    return { kind: "failed", reason: reasonOf(error) };
  }
}

const PRIVATE_REASON = "it leads into a private network, which is read only with --allow-private";

/** What the system's words for the commonest failures mean. */
const FAILURES: ReadonlyMap<string, string> = new Map([
  ["ECONNREFUSED", "nothing answers at its port"],
  ["ECONNRESET", "the server closed the connection without an answer"],
  ["ENOTFOUND", "there is no host of its name"],
  ["EAI_AGAIN", "the name of its host cannot be looked up now"],
]);

function reasonOf(error: unknown): string {
  return FAILURES.get(errorCode(error) ?? "") ?? messageOf(error);
}

function send(
  url: string,
  headers: Readonly<Record<string, string>>,
  limits: HttpLimits,
): Promise<IncomingMessage> {
  const request = url.startsWith("https:") ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const options = {
      headers: { "accept-encoding": "gzip, deflate, br", ...headers },
      lookup: limits.allowPrivate ? lookup : publicLookup,
      agent: false as const,
      signal: limits.signal,
    };
    request(url, options, resolve).on("error", reject).end();
  });
}

/** Looks a name up and refuses it when any of its addresses is private. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    // On an error there is no list, whatever the declaration says.
    const [first] = error === null ? addresses : [];
    if (first === undefined) callback(error ?? new Error(`no address for ${hostname}`), "", 4);
    else if (!addresses.every(({ address }) => isPublicAddress(address))) {
      callback(new Error(PRIVATE_REASON), "", 4);
    } else if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

/** Reads and unpacks the body; null as soon as either form is larger than `maxBytes`. */
async function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response) {
      const buffer = chunk as Buffer;
      length += buffer.length;
      if (length > maxBytes) {
        response.destroy();
        return null;
      }
      chunks.push(buffer);
    }
  } catch (error) {
    const wanted = response.headers["content-length"] ?? "more";
    const reason = `its body broke off: wanted ${wanted} bytes, found ${length}`;
    throw new Error(reason, { cause: error });
  }
  const packed = Buffer.concat(chunks);
  return unpack(packed, response.headers["content-encoding"] ?? "", maxBytes);
}

function unpack(packed: Buffer, encoding: string, maxBytes: number): Uint8Array | null {
  const unpackers = {
    gzip: gunzipSync,
    "x-gzip": gunzipSync,
    deflate: inflateSync,
    br: brotliDecompressSync,
  };
  const declared = encoding.trim().toLowerCase();
  // A file that is itself packed, as sitemaps often are, is no more than its content.
  const name = !Object.hasOwn(unpackers, declared) && isGzip(packed) ? "gzip" : declared;
  if (packed.length === 0 || !Object.hasOwn(unpackers, name)) return packed;
  try {
    return unpackers[name as keyof typeof unpackers](packed, { maxOutputLength: maxBytes });
  } catch (error) {
    // A small file may unpack to gigabytes: the library stops at the bound.
    if (error instanceof RangeError) return null;
    const reason = `its body is declared as ${name} and cannot be unpacked (${messageOf(error)})`;
    throw new Error(reason, { cause: error });
  }
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function flat(response: IncomingMessage): Record<string, string | undefined> {
  const entries = Object.entries(response.headers);
  return Object.fromEntries(entries.map(([name, v]) => [name, Array.isArray(v) ? v[0] : v]));
}
