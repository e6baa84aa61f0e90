/*
 * Addresses in, pages out, politely: robots.txt first, one request at a time per host and a pause between two,
 * "changed since?" where there is a copy, redirects followed one by one with every check made again.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { type HttpLimits, httpGet } from "./http-get.ts";
import { NO_CACHE, type CachedPage, type PageCache } from "./page-cache.ts";
import { MAX_REDIRECTS, TOO_MANY_REDIRECTS, readRedirect } from "./redirect.ts";
import { RobotsRules, USER_AGENT } from "./robots.ts";

export interface FetchOptions {
  /** Largest page read, in bytes. @default 16 MiB */
  readonly maxBytes?: number;
  /** Longest wait for one answer, in milliseconds. @default 20,000 */
  readonly timeoutMs?: number;
  /** Pause between two requests to one host, in milliseconds; robots.txt may ask for more. @default 1,000 */
  readonly delayMs?: number;
  /** Whether pages of this machine and its network may be read. @default false */
  readonly allowPrivate?: boolean;
  /** Where fetched pages are kept between readings. @default nowhere */
  readonly cache?: PageCache;
  readonly signal?: AbortSignal;
}

export type FetchedPage =
  | {
      readonly kind: "page";
      /** Address after redirects. */
      readonly address: string;
      readonly contentType: string;
      readonly bytes: Uint8Array;
      /** Why an older copy stands in for the page, or null. */
      readonly staleReason: string | null;
    }
  | { readonly kind: "refused"; readonly reason: string };

const DEFAULT_MAX_BYTES = 16 * 1024 * 1024;
const DEFAULT_TIMEOUT_MS = 20_000;
const DEFAULT_DELAY_MS = 1000;
const ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1";

export class PageFetcher {
  readonly #limits: HttpLimits;
  readonly #delayMs: number;
  readonly #cache: PageCache;
  readonly #robots: RobotsRules;
  /** When the last page of each host was there, in milliseconds; also the queue of those who wait for it. */
  readonly #turns = new Map<string, Promise<number>>();

  constructor(options: FetchOptions = {}) {
    const { maxBytes = DEFAULT_MAX_BYTES, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
    const { allowPrivate = false, cache = NO_CACHE, delayMs = DEFAULT_DELAY_MS, signal } = options;
    this.#limits = {
      maxBytes,
      timeoutMs,
      allowPrivate,
      ...(signal === undefined ? {} : { signal }),
    };
    this.#delayMs = delayMs;
    this.#cache = cache;
    this.#robots = new RobotsRules(this.#limits);
  }

  /** Fetches the page at `url`. A page that cannot be reached comes from the cache if it is there. */
  async fetch(url: string): Promise<FetchedPage> {
    const kept = await this.#cache.read(url);
    const fetched = await this.#follow(url, kept);
    if (fetched.kind === "refused" && fetched.isTransient && kept !== null) {
      return {
        ...pageOf(kept),
        staleReason: `${fetched.reason}: the copy of ${kept.fetched} is used`,
      };
    }
    return fetched.kind === "refused" ? { kind: "refused", reason: fetched.reason } : fetched;
  }

  async #follow(start: string, kept: CachedPage | null): Promise<Attempt> {
    let url = start;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const rule = await this.#robots.ruleFor(url);
      if (rule.kind !== "allowed") return refused(rule.reason, rule.kind === "unreadable");
      const headers = { accept: ACCEPT, "user-agent": USER_AGENT, ...conditions(kept) };
      const result = await this.#inTurn(url, rule.delayMs, () =>
        httpGet(url, headers, this.#limits),
      );
      if (result.kind === "failed") return refused(result.reason, true);
      const { status, headers: answered, bytes } = result;
      if (status === 304 && kept !== null) return pageOf(kept);
      if (status >= 200 && status < 300) return this.#keep(start, url, { answered, bytes });
      if (status < 300 || status >= 400)
        return refused(`the server answered ${status}`, status >= 500 || status === 429);
      const redirect = readRedirect(status, answered["location"], url);
      if (redirect.kind === "refused") return refused(redirect.reason, false);
      url = redirect.url;
    }
    return refused(TOO_MANY_REDIRECTS, false);
  }

  /** Waits until `url`'s host is free and rested, then does `work`. */
  async #inTurn<T>(url: string, delayMs: number, work: () => Promise<T>): Promise<T> {
    const { host } = new URL(url);
    const previous = this.#turns.get(host) ?? Promise.resolve(-Infinity);
    const result = previous.then(async (restedSince) => {
      // Whoever comes next waits, not whoever was there: the last page is followed by no rest.
      await this.#restUntil(restedSince + Math.max(delayMs, this.#delayMs));
      return work();
    });
    const now = () => performance.now();
    this.#turns.set(host, result.then(now, now));
    return result;
  }

  async #restUntil(time: number): Promise<void> {
    const { signal } = this.#limits;
    const restMs = time - performance.now();
    if (restMs > 0) await sleep(restMs, undefined, signal === undefined ? {} : { signal });
  }

  async #keep(
    url: string,
    address: string,
    {
      answered,
      bytes,
    }: { answered: Readonly<Record<string, string | undefined>>; bytes: Uint8Array },
  ): Promise<Attempt> {
    const page: CachedPage = {
      url,
      address,
      contentType: answered["content-type"] ?? "",
      etag: answered["etag"] ?? null,
      lastModified: answered["last-modified"] ?? null,
      fetched: new Date().toISOString(),
      body: Buffer.from(bytes).toString("base64"),
    };
    await this.#cache.write(page);
    return pageOf(page);
  }
}

type Attempt =
  | Extract<FetchedPage, { kind: "page" }>
  | { readonly kind: "refused"; readonly reason: string; readonly isTransient: boolean };

function refused(reason: string, isTransient: boolean): Attempt {
  return { kind: "refused", reason, isTransient };
}

function pageOf(page: CachedPage): Extract<FetchedPage, { kind: "page" }> {
  const { address, contentType, body } = page;
  return {
    kind: "page",
    address,
    contentType,
    bytes: Buffer.from(body, "base64"),
    staleReason: null,
  };
}

function conditions(kept: CachedPage | null): Record<string, string> {
  return {
    ...(kept?.etag == null ? {} : { "if-none-match": kept.etag }),
    ...(kept?.lastModified == null ? {} : { "if-modified-since": kept.lastModified }),
  };
}
