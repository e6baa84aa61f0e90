/*
 * A page's tree in, what it states about itself out: JSON-LD first, then OpenGraph, then other <meta>, then
 * what can be read (h1, <time>). What is not stated is null.
 */
import { lineOrNull, normalizeLine } from "../normalize-text.ts";
import { parseDate } from "../parse-date.ts";
import { parseUrl } from "../parse-url.ts";
import { type NewsArticleData, readJsonLd } from "./json-ld.ts";
import { decodeEntities } from "./simplify-html.ts";
import type { PageDocument } from "./parse-html.ts";

export interface PageMetadata {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published: string | null;
  /** The article's text where the page carries it as data; null otherwise. */
  readonly articleBody: string | null;
}

/**
 * Reads the metadata of `document`.
 *
 * @param address where the page was fetched from, for relative links and as a last resort for its url.
 */
export function readMetadata(document: PageDocument, address: string | null): PageMetadata {
  const data = readJsonLd(document);
  const outlet = firstText(metaOf(document, "og:site_name"), data.publisher);
  return {
    title: readTitle(document, data, outlet),
    outlet,
    url: readUrl(document, data, address),
    published: readDate(document, data),
    articleBody: data.articleBody,
  };
}

/** The content of the first <meta> whose property, name or itemprop is `name`. */
function metaOf(document: PageDocument, name: string): string | null {
  for (const attribute of ["property", "name", "itemprop"]) {
    const meta = document.querySelector(`meta[${attribute}="${name}"]`);
    // Some outlets encode twice: "Arts &amp;amp; Élégance".
    const content = lineOrNull(decodeEntities(meta?.getAttribute("content") ?? ""));
    if (content !== null) return content;
  }
  return null;
}

function firstText(...texts: readonly (string | null)[]): string | null {
  return texts.find((text) => text !== null && text !== "") ?? null;
}

function readTitle(
  document: PageDocument,
  data: NewsArticleData,
  outlet: string | null,
): string | null {
  const headings = [...document.querySelectorAll("h1")].map((h) =>
    normalizeLine(h.textContent ?? ""),
  );
  const browserTitle = normalizeLine(
    decodeEntities(document.querySelector("title")?.textContent ?? ""),
  );
  const stated = firstText(
    metaOf(document, "og:title"),
    data.headline,
    metaOf(document, "twitter:title"),
  );
  const title = firstText(stated, browserTitle, headings[0] ?? null);
  if (title === null) return null;
  // Metadata may be cut short, or carry the outlet's name: the heading that agrees with it is the title as read.
  const wanted = foldTitle(title.replace(/(?:…|\.\.\.)$/, ""));
  const plain = foldTitle(withoutOutlet(title, outlet));
  const heading = headings.find((text) => {
    const folded = foldTitle(text);
    if (folded !== "" && folded === plain) return true;
    return folded.length >= 10 && (wanted.startsWith(folded) || folded.startsWith(wanted));
  });
  return continued(heading ?? withoutOutlet(title, outlet), withoutOutlet(browserTitle, outlet));
}

/** Metadata and headings may be cut at a colon; the browser's title then goes on where they end. */
function continued(title: string, browserTitle: string): string {
  return browserTitle.startsWith(`${title} : `) ? browserTitle : title;
}

function foldTitle(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** "Le titre - Le Monde", "Le titre | Outlet": the last part goes when it is the outlet's name. */
function withoutOutlet(title: string, outlet: string | null): string {
  const match = /^(.{3,}\S)\s+[-–—|•:]\s+([^-–—|•]{2,50})$/u.exec(title);
  if (match === null || outlet === null) return title;
  const [suffix, name] = [foldTitle(match[2] ?? ""), foldTitle(outlet)];
  return suffix.includes(name) || name.includes(suffix) ? (match[1] ?? title) : title;
}

function readUrl(
  document: PageDocument,
  data: NewsArticleData,
  address: string | null,
): string | null {
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute("href") ?? null;
  const stated = [
    canonical,
    metaOf(document, "og:url"),
    data.url,
    metaOf(document, "mainEntityOfPage"),
  ]
    .map((link) => absoluteUrl(link, address))
    .filter((link) => link !== null)
    // A link to the home page is a mistake of the outlet's template, not the article's address.
    .filter((link) => new URL(link).pathname.length > 1);
  const votesFor = (link: string) => stated.filter((other) => other === link).length;
  // Where a page names itself in several ways, most of them are right; the canonical link wins a tie.
  const [best = null] = stated.toSorted((a, b) => votesFor(b) - votesFor(a));
  return best ?? absoluteUrl(address, null);
}

function absoluteUrl(link: string | null, address: string | null): string | null {
  if (link === null) return null;
  const trimmed = link.trim();
  if (address === null || /^[a-z][a-z0-9+.-]*:/i.test(trimmed)) return parseUrl(trimmed);
  return URL.canParse(trimmed, address) ? parseUrl(new URL(trimmed, address).href) : null;
}

const DATE_NAMES = [
  "article:published_time",
  "datePublished",
  "og:article:published_time",
  "date",
  "DC.date.issued",
  "DC.Date",
  "dc.date",
  "dcterms.created",
  "parsely-pub-date",
  "sailthru.date",
  "pubdate",
  "publication_date",
];

function readDate(document: PageDocument, data: NewsArticleData): string | null {
  for (const stated of [data.published, ...DATE_NAMES.map((name) => metaOf(document, name))]) {
    const date = parseDate(stated ?? "");
    if (date !== null) return date;
  }
  const time = document.querySelector(
    'time[itemprop="datePublished"], time[pubdate], article time[datetime]',
  );
  return parseDate(time?.getAttribute("datetime") ?? "");
}
