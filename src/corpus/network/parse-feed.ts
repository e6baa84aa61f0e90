/*
 * An XML document in, what it lists out: the entries of an RSS or Atom feed, the pages of a sitemap, the
 * sitemaps of a sitemap index. Entities are not expanded beyond XML's own five, and nothing outside is read.
 */
import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import { lineOrNull } from "../normalize-text.ts";
import { parseDate } from "../parse-date.ts";
import { parseUrl } from "../parse-url.ts";

export interface FeedEntry {
  readonly url: string;
  readonly title: string | null;
  readonly published: string | null;
  /** The text or HTML that the feed carries, possibly the whole article. */
  readonly content: string;
}

export type ParsedFeed = {
  /** The links that are no address of a page, as they are written. */
  readonly unusable: readonly string[];
} & (
  | {
      readonly kind: "feed";
      readonly outlet: string | null;
      readonly entries: readonly FeedEntry[];
    }
  | { readonly kind: "sitemap"; readonly pages: readonly string[] }
  | { readonly kind: "sitemap index"; readonly sitemaps: readonly string[] }
);

const node = z.record(z.string(), z.unknown());
type Node = z.infer<typeof node>;

/** Whether `text` begins like one of the documents understood here. */
export function looksLikeFeed(text: string): boolean {
  return /<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]/i.test(text.slice(0, 4096));
}

/** Parses `xml`; relative links are resolved against `address`. Null when it is none of these. */
export function parseFeed(xml: string, address: string | null): ParsedFeed | null {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    cdataPropName: "#text",
    parseTagValue: false,
    htmlEntities: true,
  });
  let root: Node;
  try {
    root = nodeOf(parser.parse(xml));
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
  if (root["urlset"] !== undefined) {
    const { links, unusable } = linksOf(nodesOf(nodeOf(root["urlset"])["url"]), address);
    return { kind: "sitemap", pages: links, unusable };
  }
  if (root["sitemapindex"] !== undefined) {
    const { links, unusable } = linksOf(nodesOf(nodeOf(root["sitemapindex"])["sitemap"]), address);
    return { kind: "sitemap index", sitemaps: links, unusable };
  }
  return parseEntries(root, address);
}

function linksOf(nodes: readonly Node[], address: string | null) {
  const listed = nodes.map((entry) => textOf(entry["loc"]));
  return {
    links: listed.flatMap((link) => resolve(link, address) ?? []),
    unusable: listed.filter((link) => resolve(link, address) === null),
  };
}

function parseEntries(root: Node, address: string | null): ParsedFeed | null {
  const rdf = nodeOf(root["rdf:RDF"]);
  const channel = nodeOf(nodeOf(root["rss"])["channel"] ?? rdf["channel"] ?? root["feed"]);
  const items = [channel["item"], channel["entry"], rdf["item"]].flatMap(nodesOf);
  if (Object.keys(channel).length === 0) return null;
  const entries = items.flatMap((item) => parseEntry(item, address) ?? []);
  const unusable = items.map(linkOf).filter((link) => resolve(link, address) === null);
  return { kind: "feed", outlet: lineOrNull(textOf(channel["title"])), entries, unusable };
}

/** The link of a feed's entry as it is written, empty where there is none. */
function linkOf(item: Node): string {
  const links = asList(item["link"]).map((link) => textOf(link) || textOf(nodeOf(link)["@href"]));
  const isPage = (link: unknown) => (nodeOf(link)["@rel"] ?? "alternate") === "alternate";
  const page = asList(item["link"]).findIndex(isPage);
  return links[Math.max(page, 0)] ?? textOf(item["guid"]);
}

function parseEntry(item: Node, address: string | null): FeedEntry | null {
  const url = resolve(linkOf(item), address);
  if (url === null) return null;
  const dates = [item["pubDate"], item["published"], item["dc:date"], item["updated"]];
  return {
    url,
    title: lineOrNull(textOf(item["title"])),
    published: dates.map((date) => feedDate(textOf(date))).find((date) => date !== null) ?? null,
    content: textOf(item["content:encoded"]) || textOf(item["content"]) || "",
  };
}

/** RSS dates are those of mail: "Fri, 28 Feb 2020 10:00:00 +0100". The day is kept as it is written. */
function feedDate(text: string): string | null {
  return parseDate(text);
}

function resolve(link: string, address: string | null): string | null {
  const trimmed = link.trim();
  if (trimmed === "") return null;
  if (address === null) return parseUrl(trimmed);
  return URL.canParse(trimmed, address) ? parseUrl(new URL(trimmed, address).href) : null;
}

function nodeOf(value: unknown): Node {
  return node.safeParse(value).data ?? {};
}

function nodesOf(value: unknown): Node[] {
  return asList(value).map(nodeOf);
}

function asList(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? z.array(z.unknown()).parse(value) : [value];
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return asList(value).map(textOf).join("");
  const inner = nodeOf(value)["#text"];
  return inner === undefined ? "" : textOf(inner);
}
