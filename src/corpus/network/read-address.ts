/*
 * An address in, the articles it leads to out: a page is one article; a feed, a sitemap or a list of addresses
 * leads to pages. Only pages are opened from lists, so that no list leads to lists without end.
 */
import { createHash } from "node:crypto";
import { decodeText } from "../decode-text.ts";
import { type ReadArticle, parseArticle } from "../files/read-article-file.ts";
import { parseRecord } from "../files/parse-record.ts";
import { showValue } from "../normalize-text.ts";
import { WANTED_URL, parseUrl } from "../parse-url.ts";
import type { Rejection } from "../raw-article.ts";
import type { FetchedPage, PageFetcher } from "./page-fetcher.ts";
import { type FeedEntry, type ParsedFeed, looksLikeFeed, parseFeed } from "./parse-feed.ts";

export type AddressItem =
  | {
      readonly kind: "article";
      readonly name: string;
      readonly origin: string;
      /** Where it was after redirects. */
      readonly address: string;
      readonly article: Extract<ReadArticle, { kind: "article" }>;
    }
  | { readonly kind: "rejected"; readonly rejection: Rejection };

/** What the reading of several addresses shares. */
export interface AddressReading {
  readonly fetcher: PageFetcher;
  /** Where the articles were, and what they were: a page that is listed again is not fetched again. */
  readonly read: Set<string>;
}

type Page = Extract<FetchedPage, { kind: "page" }>;

/** Pages read from one feed, sitemap or list; a newspaper's sitemap names hundreds of thousands. */
const MAX_PAGES = 10_000;
/** A feed that carries this much text of an entry carries the article. */
const MIN_FEED_TEXT_CHARS = 500;

/** Reads what is at `address`. */
export async function* readAddress(
  address: string,
  reading: AddressReading,
): AsyncGenerator<AddressItem> {
  const url = parseUrl(address);
  if (url === null) {
    yield rejected(address.slice(0, 200), `it is not ${WANTED_URL}`);
    return;
  }
  if (reading.read.has(url)) return;
  const page = await reading.fetcher.fetch(url);
  if (page.kind === "refused") {
    yield rejected(url, page.reason);
    return;
  }
  if (page.staleReason !== null) yield rejected(url, page.staleReason);
  const text = textOf(page);
  if (looksLikeFeed(text)) yield* readFeed(text, page.address, reading, true);
  else if (isAddressList(text)) yield* readAddressList(text, reading);
  else yield* unlessKnown(articleItem(url, parsePage(page, text), page.address), reading);
}

/** Whether every line of `text` is an address: then it is a list, not an article. */
export function isAddressList(text: string): boolean {
  const lines = text.split("\n", 1000).filter((line) => line.trim() !== "");
  return lines.length > 0 && lines.every((line) => parseUrl(line) !== null);
}

/** Reads the page at each line of `list`. */
export async function* readAddressList(
  list: string,
  reading: AddressReading,
): AsyncGenerator<AddressItem> {
  const urls = list.split("\n").flatMap((line) => parseUrl(line) ?? []);
  yield* readPages([...new Set(urls)], reading);
}

/** Reads the pages at `urls` that were not read before. */
async function* readPages(
  urls: readonly string[],
  reading: AddressReading,
  entries: readonly FeedEntry[] = [],
): AsyncGenerator<AddressItem> {
  for (const [i, url] of urls.slice(0, MAX_PAGES).entries()) {
    if (!reading.read.has(url))
      yield* unlessKnown(await readPage(url, reading.fetcher, entries[i] ?? null), reading);
  }
}

/**
 * Passes over an article that was read under another address, and remembers where it was; a page that gave none
 * may yet be carried by a feed. Pages that state one address are one article only where their texts agree: there
 * are outlets whose pages all state the same.
 */
function* unlessKnown(item: AddressItem, { read }: AddressReading): Generator<AddressItem> {
  if (item.kind === "article") {
    const { source, text } = item.article;
    const what = [source.url, source.title, text].join("\n");
    const stated = createHash("sha256").update(what).digest("hex");
    const isKnown = read.has(item.address) || read.has(stated);
    for (const mark of [item.origin, item.address, stated]) read.add(mark);
    if (isKnown) return;
  }
  yield item;
}

async function* readFeed(
  xml: string,
  address: string,
  reading: AddressReading,
  isFirst: boolean,
): AsyncGenerator<AddressItem> {
  const feed = parseFeed(xml, address);
  if (feed === null) {
    yield rejected(address, "its XML cannot be read as a feed or a sitemap");
    return;
  }
  if (feed.kind === "feed") {
    const urls = feed.entries.map((entry) => entry.url);
    yield* readPages(urls, reading, feed.entries);
  } else if (feed.kind === "sitemap") {
    yield* readPages(feed.pages, reading);
  } else if (isFirst) {
    for (const url of feed.sitemaps) yield* readNestedSitemap(url, reading);
  } else yield rejected(address, "it is a sitemap index within a sitemap index");
  for (const reason of listProblems(feed)) yield rejected(address, reason);
}

/** What a reader of `feed` misses: everything, or the links that lead to no page. */
function listProblems(feed: ParsedFeed): string[] {
  const [listed, wanted] =
    feed.kind === "feed"
      ? [feed.entries, "page"]
      : feed.kind === "sitemap"
        ? [feed.pages, "page"]
        : [feed.sitemaps, "sitemap"];
  const problems = feed.unusable.slice(0, MAX_PAGES).map((link) => {
    if (link.trim() === "") return "it lists an entry without a link";
    return `it lists ${showValue(link)}: wanted ${WANTED_URL}`;
  });
  return listed.length === 0 ? [`the ${feed.kind} lists no ${wanted}`, ...problems] : problems;
}

async function* readNestedSitemap(
  url: string,
  reading: AddressReading,
): AsyncGenerator<AddressItem> {
  const page = await reading.fetcher.fetch(url);
  if (page.kind === "refused") yield rejected(url, page.reason);
  else yield* readFeed(textOf(page), page.address, reading, false);
}

/** Reads one page; what a feed says of it fills what the page does not say. */
async function readPage(
  url: string,
  fetcher: PageFetcher,
  entry: FeedEntry | null,
): Promise<AddressItem> {
  const page = await fetcher.fetch(url);
  const carried = entry === null ? null : carriedArticle(entry);
  if (page.kind === "refused") {
    return carried === null ? rejected(url, page.reason) : articleItem(url, carried, url);
  }
  const { address } = page;
  const read = parsePage(page, textOf(page));
  if (read.kind === "refused" || entry === null) return articleItem(url, read, address);
  const { source } = read;
  const completed = {
    ...source,
    title: source.title ?? entry.title,
    published: source.published ?? entry.published,
  };
  return articleItem(url, { ...read, source: completed }, address);
}

/** What the bytes of a page say; empty where they are no text. */
function textOf({ bytes, contentType }: Page): string {
  const decoded = decodeText(bytes, charsetOf(contentType));
  return decoded.kind === "text" ? decoded.text : "";
}

/** @param text of the page, which tells whether it is HTML */
function parsePage({ address, bytes, contentType }: Page, text: string): ReadArticle {
  const charset = charsetOf(contentType);
  return parseArticle(bytes, kindOf(contentType, text), { address, charset });
}

function carriedArticle(entry: FeedEntry): ReadArticle | null {
  const record = parseRecord({ ...entry, text: entry.content });
  if (record === null || record.text.length < MIN_FEED_TEXT_CHARS) return null;
  return { kind: "article", form: "extracted", text: record.text, source: record.source };
}

function articleItem(url: string, read: ReadArticle, address: string): AddressItem {
  if (read.kind === "refused") return rejected(url, read.reason);
  const source = { ...read.source, url: read.source.url ?? url };
  const article = { ...read, source };
  return { kind: "article", name: nameOfUrl(url), origin: url, address, article };
}

/** A readable name that no other address shares: the last part of the path, and a mark. */
function nameOfUrl(url: string): string {
  const { pathname, hostname } = new URL(url);
  const last =
    pathname
      .split("/")
      .filter((part) => part !== "")
      .at(-1) ?? hostname;
  const slug = last
    .replace(/\.[a-z]{2,5}$/i, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .slice(0, 60);
  return `${slug}-${createHash("sha256").update(url).digest("hex").slice(0, 8)}`;
}

function charsetOf(contentType: string): string | null {
  return /charset\s*=\s*"?([\w.:-]{2,40})/i.exec(contentType)?.[1] ?? null;
}

function kindOf(contentType: string, text: string): "html" | "text" {
  const isHtml =
    /html|xml/i.test(contentType) ||
    /<(?:!doctype html|html|body|p)[\s>]/i.test(text.slice(0, 1000));
  return isHtml ? "html" : "text";
}

function rejected(origin: string, reason: string): AddressItem {
  return { kind: "rejected", rejection: { origin, reason } };
}
