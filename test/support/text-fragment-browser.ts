/** Whether a real browser finds and scrolls to the passages that our links point at. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import type { Article, Span } from "../../src/clean/article.ts";
import { linkToPassage } from "../../src/reply/text-fragment.ts";

export interface LinkedPage {
  readonly article: Article;
  readonly html: Buffer | string;
  readonly targets: readonly Span[];
}

export interface FragmentCounts {
  links: number;
  /** The browser scrolled, so it found some match. */
  found: number;
  /** The first words of the target are on the screen. */
  right: number;
  readonly missed: string[];
}

/** Pages begin with this much empty room, so that a match always scrolls. */
const roomAbovePx = 5_000;

/** Serves each page locally without its scripts and opens every link of it. */
export async function followLinks(
  browser: Browser,
  pages: readonly LinkedPage[],
): Promise<FragmentCounts> {
  const counts: FragmentCounts = { links: 0, found: 0, right: 0, missed: [] };
  const server = createServer((request, response) => {
    const linked = pages[Number((request.url ?? "/").slice(1))];
    response.writeHead(linked ? 200 : 404, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    });
    const room = `<style>body{padding-top:${roomAbovePx}px!important;height:auto!important;overflow:visible!important}</style>`;
    response.end(linked ? Buffer.concat([Buffer.from(linked.html), Buffer.from(room)]) : "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    for (const [i, { article, targets }] of pages.entries()) {
      for (const target of targets) {
        const link = linkToPassage(`${origin}/${i}`, article.text, target) ?? "";
        await followLink(browser, link, article.text.slice(target.start, target.end), counts);
      }
    }
  } finally {
    server.close();
  }
  return counts;
}

async function followLink(
  browser: Browser,
  link: string,
  wanted: string,
  counts: FragmentCounts,
): Promise<void> {
  const page = await browser.newPage();
  try {
    await page.goto(link, { waitUntil: "load" });
    const isFound = await scrolls(page);
    const words = (wanted.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 6);
    const isRight = isFound && (await page.evaluate<boolean>(areVisible(words)));
    counts.links += 1;
    if (isFound) counts.found += 1;
    if (isRight) counts.right += 1;
    else counts.missed.push(link);
  } finally {
    await page.close();
  }
}

/** The browser looks for the text a moment after loading. */
async function scrolls(page: Page): Promise<boolean> {
  for (let tries = 0; tries < 20; tries += 1) {
    if (await page.evaluate("window.scrollY > 0")) return true;
    await page.waitForTimeout(50);
  }
  return false;
}

/** An expression for the page: whether the words stand in order in what the screen shows. */
const areVisible = (words: readonly string[]) => `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let visible = "";
  while (walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const { top, bottom } of range.getClientRects()) {
      if (bottom > 0 && top < window.innerHeight) { visible += walker.currentNode.data + " "; break; }
    }
  }
  return (visible.match(/[\\p{L}\\p{N}]+/gu) ?? []).join(" ").includes(${JSON.stringify(words.join(" "))});
})()`;
