/**
 * The pictures of the README: the page over the five seeds in Chromium, on a phone and a desk, light
 * and dark, and the bot's own pictures. Writes PNG files into a folder (default `docs`) and their sizes
 * to the terminal. Run: `node --import tsx test/long/take-screenshots.ts [FOLDER]`, then
 * `pngquant --force --ext .png FOLDER/*.png` to make them a third as large.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { createPictures } from "../../src/pictures/create-pictures.ts";
import { findChromium, launchChromium } from "../support/chromium.ts";
import { serveSeeds } from "../support/served-seeds.ts";

interface Shot {
  readonly name: string;
  readonly colorScheme: "light" | "dark";
  readonly device: "phone" | "desk";
  readonly prepare: (page: Page, url: string) => Promise<void>;
}

const devices = {
  phone: { viewport: { width: 390, height: 800 }, deviceScaleFactor: 2 },
  desk: { viewport: { width: 1120, height: 820 }, deviceScaleFactor: 1.5 },
} as const;

const shots: readonly Shot[] = [
  { name: "answer-desk-light", colorScheme: "light", device: "desk", prepare: showAnswer },
  { name: "answer-desk-dark", colorScheme: "dark", device: "desk", prepare: showAnswer },
  { name: "answer-phone-light", colorScheme: "light", device: "phone", prepare: showAnswer },
  { name: "welcome-phone-dark", colorScheme: "dark", device: "phone", prepare: showWelcome },
  { name: "picture-phone-dark", colorScheme: "dark", device: "phone", prepare: showPicture },
  { name: "reader-desk-light", colorScheme: "light", device: "desk", prepare: showReader },
  { name: "reader-phone-dark", colorScheme: "dark", device: "phone", prepare: showReader },
  { name: "encounters-desk-light", colorScheme: "light", device: "desk", prepare: showEncounters },
  { name: "encounters-desk-dark", colorScheme: "dark", device: "desk", prepare: showEncounters },
];

async function ask(page: Page, question: string): Promise<void> {
  const before = await page.locator(".from-bot").count();
  await page.locator("#question").fill(question);
  await page.keyboard.press("Enter");
  await page.locator(".from-bot:not(.typing)").nth(before).waitFor();
}

async function showWelcome(page: Page, url: string): Promise<void> {
  await page.goto(url);
}

async function showAnswer(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await ask(page, "Lavrov et Kerry se sont-ils parlé au téléphone ?");
  // As people see it who scroll up: question and answer together.
  await page.locator(".from-user").scrollIntoViewIfNeeded();
}

async function showPicture(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await ask(page, "/graphe Lavrov");
  await page.waitForFunction("document.querySelector('.photo img').complete");
}

async function showReader(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/encounters`);
  const evidence = page.locator(".timeline blockquote a", { hasText: "Moscou" }).first();
  await page.goto(new URL((await evidence.getAttribute("href")) ?? "", url).href);
}

async function showEncounters(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/encounters`);
}

async function take(browser: Browser, url: string, shot: Shot): Promise<Buffer> {
  const { colorScheme, device } = shot;
  const context = await browser.newContext({ ...devices[device], colorScheme, locale: "fr-FR" });
  try {
    const page = await context.newPage();
    await shot.prepare(page, url);
    await page.waitForLoadState("networkidle");
    await page.evaluate("document.activeElement.blur()");
    return await page.screenshot();
  } finally {
    await context.close();
  }
}

function write(name: string, png: Uint8Array): void {
  writeFileSync(join(folder, `${name}.png`), png);
  process.stdout.write(`${name}.png ${png.byteLength} bytes\n`);
}

const folder = process.argv[2] ?? "docs";
const chromium = findChromium();
if (chromium === null) throw new Error("Cannot find a browser: install Debian's chromium");
mkdirSync(folder, { recursive: true });
const served = await serveSeeds();
const encounters = await served.dependencies.corpus.encounters();
const pictures = createPictures();
const all = { encounters, person: null, lang: "fr" } as const;
const drawn = [
  ["graph", await pictures.drawGraph(all)],
  ["timeline", await pictures.drawTimeline(all)],
] as const;
const browser = await launchChromium(chromium);
try {
  for (const [name, png] of drawn) if (png !== null) write(name, png);
  for (const shot of shots) write(shot.name, await take(browser, served.url, shot));
} finally {
  await browser.close();
  await served.close();
}
