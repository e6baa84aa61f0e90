/*
 * The source of a page in, its tree out: the one place that knows which parser is used. Nothing of the page
 * runs and nothing is fetched. The types name the few parts of the DOM that Sourcier reads.
 */
import { parseHTML } from "linkedom";

export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  remove(): void;
}

export interface PageDocument extends PageElement {
  readonly body: PageElement | null;
  readonly documentElement: PageElement | null;
}

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** Parses `html`. Never throws on broken markup: what cannot be understood is text or nothing. */
export function parseHtml(html: string): PageDocument {
  // The library's own types need the browser's, which a server program has no use for.
  // Without an element to begin with, the library has no document at all.
  const whole = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  const { document } = parseHTML(whole) as unknown as { document: PageDocument };
  return document;
}

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === ELEMENT_NODE;
}

export function isText(node: PageNode): boolean {
  return node.nodeType === TEXT_NODE;
}
