/*
 * A page's tree in, what its JSON-LD says of the article out (schema.org NewsArticle and its kin). Blocks that
 * are not JSON are passed over: half of the web's are broken somewhere, and nothing depends on one.
 */
import { z } from "zod";
import { lineOrNull, normalizeText } from "../normalize-text.ts";
import type { PageDocument } from "./parse-html.ts";
import { decodeEntities } from "./simplify-html.ts";

export interface NewsArticleData {
  readonly headline: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly articleBody: string | null;
}

const NOTHING: NewsArticleData = {
  headline: null,
  url: null,
  published: null,
  publisher: null,
  articleBody: null,
};

const MAX_BLOCK_CHARS = 2_000_000;
/** Nodes looked at in one page; a graph of a news page has a few dozen. */
const MAX_NODES = 2000;

const ARTICLE_TYPES = /(?:Article|BlogPosting|LiveBlogPosting|Report|Reportage)$/;

const jsonObject = z.record(z.string(), z.unknown());
type JsonObject = z.infer<typeof jsonObject>;

/** Reads the first article described in the JSON-LD of `document`. */
export function readJsonLd(document: PageDocument): NewsArticleData {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const nodes = nodesOf(parseBlock(script.textContent ?? ""));
    const article = nodes.find(isArticle);
    if (article !== undefined) return describe(article, nodes);
  }
  return NOTHING;
}

function parseBlock(block: string): unknown {
  if (block.length > MAX_BLOCK_CHARS) return null;
  try {
    // Some outlets leave raw line ends inside strings, which JSON forbids.
    return JSON.parse(block.replace(/[\r\n\t]+/g, " "));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The objects in lists and @graph, breadth first. */
function nodesOf(root: unknown): readonly JsonObject[] {
  const queue: unknown[] = [root];
  const nodes: JsonObject[] = [];
  for (let i = 0; i < queue.length && i < MAX_NODES; i += 1) {
    const node = queue[i];
    const list = z.array(z.unknown()).safeParse(node);
    if (list.success) queue.push(...list.data.slice(0, MAX_NODES));
    const parsed = jsonObject.safeParse(node);
    if (!parsed.success) continue;
    nodes.push(parsed.data);
    queue.push(parsed.data["@graph"], parsed.data["mainEntity"], parsed.data["mainEntityOfPage"]);
  }
  return nodes;
}

function isArticle(node: JsonObject): boolean {
  return textsOf(node["@type"]).some((type) => ARTICLE_TYPES.test(type));
}

/** @param nodes of the same block, which the article may name by their @id. */
function describe(article: JsonObject, nodes: readonly JsonObject[]): NewsArticleData {
  const body = textsOf(article["articleBody"])[0];
  return {
    headline: lineOf(article["headline"]) ?? lineOf(article["name"]),
    url: lineOf(article["url"]) ?? idOf(article["mainEntityOfPage"]),
    published: lineOf(article["datePublished"]),
    publisher: namesOf(article["publisher"], nodes),
    articleBody: body === undefined ? null : normalizeText(decodeEntities(body)),
  };
}

function textsOf(value: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((entry) => typeof entry === "string");
}

/** What is written in a page's script is often encoded as if it were markup. */
function lineOf(value: unknown): string | null {
  return lineOrNull(decodeEntities(textsOf(value)[0] ?? ""));
}

function idOf(value: unknown): string | null {
  const parsed = jsonObject.safeParse(value);
  return parsed.success
    ? (lineOf(parsed.data["@id"]) ?? lineOf(parsed.data["url"]))
    : lineOf(value);
}

/** The name of an organisation, or of several. */
function namesOf(value: unknown, nodes: readonly JsonObject[]): string | null {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const names = values.slice(0, 10).flatMap((entry) => {
    const parsed = jsonObject.safeParse(entry);
    const name = parsed.success ? nameOf(parsed.data, nodes) : lineOf(entry);
    return name === null ? [] : [name];
  });
  return names.length === 0 ? null : names.join(", ");
}

function nameOf(node: JsonObject, nodes: readonly JsonObject[]): string | null {
  const id = node["@id"];
  const meant = [node, ...(id === undefined ? [] : nodes.filter((other) => other["@id"] === id))];
  return meant.map((other) => lineOf(other["name"])).find((name) => name !== null) ?? null;
}
