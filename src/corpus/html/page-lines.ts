/*
 * A part of a page in, its text out as a reader sees it: a blank line between blocks, a line end for each
 * <br>. Scripts, forms, menus and captions are passed over. The walk keeps no stack: pages nest without limit.
 */
import { type PageElement, type PageNode, isElement, isText } from "./parse-html.ts";

/** Never text of the article, wherever they stand. */
const SKIPPED = new Set(
  (
    "script style noscript template svg math nav aside form button input select textarea iframe object embed video " +
    "audio canvas figcaption dialog menu head title"
  ).split(" "),
);

/** Begin and end a paragraph. */
const BLOCKS = new Set(
  (
    "address article blockquote body center dd details div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header hr li " +
    "main ol p pre section summary table tr ul"
  ).split(" "),
);

/**
 * Words in a class or an id by which pages name what is not the article. "paywall" alone is what search engines
 * ask outlets to call the part of the article that is paid for.
 */
const FURNITURE =
  /(?:^|[\s_-])(?:share|sharing|social|partage|newsletter|related|recirc|outbrain|taboola|comments?|commentaires?|pub|ad|ads|advert|advertising|promo|sponsored|breadcrumbs?|ariane|caption|legende|credits?|copyright|tags|tag-list|keywords|cookie|consent|paywall(?=[_-]\w)|subscribe|abonnement|sr-only|visually-hidden|screen-reader-text|read-more|lire-aussi|a-lire|toolbar|pagination)(?:$|[\s_-])/i;
/** Words for dates, signatures and players. Only short parts are passed over for these. */
const SMALL_FURNITURE =
  /(?:^|[\s_-])(?:date|datetime|byline|author|auteur|signature|published|publication|meta|timestamp|reading-time|player|jwplayer|dailymotion|daily-motion|youtube|digiteka)(?:$|[\s_-])/i;
const MAX_SMALL_CHARS = 200;
/** What holds a larger share of the text is no furniture, whatever it is called: "content has-ads". */
const MAX_FURNITURE_SHARE = 0.5;
/** A line that is links for this share of its letters leads elsewhere, unless it is a sentence. */
const MAX_LINK_SHARE = 0.8;

/** Returns the text of `root`. */
export function pageLines(root: PageElement): string {
  const lines = new LineWriter();
  const most = MAX_FURNITURE_SHARE * charsOf(root);
  let node: PageNode | null = root;
  while (node !== null) {
    const skipped: boolean = isElement(node) && node !== root && isFurniture(node, most);
    if (!skipped) enter(node, lines);
    const next: PageNode | null = skipped ? null : node.firstChild;
    node = next ?? leaveUntilSibling(node, root, lines);
  }
  return lines.text();
}

function enter(node: PageNode, lines: LineWriter): void {
  if (isText(node)) lines.write(node.textContent ?? "");
  else if (isElement(node)) {
    if (node.localName === "a" && node.getAttribute("href") !== null) lines.openLink();
    if (node.localName === "br") lines.endLine();
    else if (node.localName === "td" || node.localName === "th") lines.write(" ");
    else if (BLOCKS.has(node.localName)) lines.endBlock();
  }
}

/** Goes up from `node` until there is something after it; every block left on the way ends a paragraph. */
function leaveUntilSibling(node: PageNode, root: PageNode, lines: LineWriter): PageNode | null {
  let current: PageNode = node;
  while (current !== root) {
    if (isElement(current)) leave(current, lines);
    if (current.nextSibling !== null) return current.nextSibling;
    if (current.parentNode === null) return null;
    current = current.parentNode;
  }
  return null;
}

function leave(element: PageElement, lines: LineWriter): void {
  if (element.localName === "a") lines.closeLink();
  if (BLOCKS.has(element.localName)) lines.endBlock();
}

/** @param mostChars of a part that its name alone gives away. */
function isFurniture(element: PageElement, mostChars: number): boolean {
  if (SKIPPED.has(element.localName)) return true;
  if (element.getAttribute("hidden") !== null) return true;
  if (/display\s*:\s*none/i.test(element.getAttribute("style") ?? "")) return true;
  const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
  if (names.length < 2 || names.length > 500 || element.localName === "body") return false;
  if (FURNITURE.test(names)) return charsOf(element) <= mostChars;
  return SMALL_FURNITURE.test(names) && charsOf(element) <= MAX_SMALL_CHARS;
}

function charsOf(element: PageElement): number {
  return (element.textContent ?? "").trim().length;
}

/** Collects words into lines: white space counts once, blank blocks not at all, nor lines that are links. */
class LineWriter {
  readonly #parts: string[] = [];
  #line = "";
  #linkChars = 0;
  #isInLink = false;

  openLink(): void {
    this.#isInLink = true;
  }

  closeLink(): void {
    this.#isInLink = false;
  }

  write(text: string): void {
    if (this.#isInLink) this.#linkChars += text.trim().length;
    this.#line += text.replace(/[ \t\r\n\f]+/g, " ");
  }

  endLine(): void {
    this.#flush("\n");
  }

  endBlock(): void {
    this.#flush("\n\n");
  }

  text(): string {
    this.endBlock();
    return this.#parts.join("").trim();
  }

  #flush(end: string): void {
    const line = this.#line.replace(/ {2,}/g, " ").trim();
    const isLink = this.#linkChars > line.length * MAX_LINK_SHARE && !/[.…]["»”]?$/.test(line);
    this.#line = "";
    this.#linkChars = 0;
    if (line !== "" && !isLink) this.#parts.push(line, end);
    else if (end === "\n\n" && this.#parts.at(-1) === "\n") this.#parts.push("\n");
  }
}
