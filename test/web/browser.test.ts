/** A whole conversation in a real browser, as a person has it, with the real bot over the five seeds. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { servePage } from "../../src/web/serve-page.ts";
import { findChromium, launchChromium } from "../support/chromium.ts";
import { createRecordedBot } from "../support/seed-bot.ts";
import { serveSeeds, type ServedSeeds } from "../support/served-seeds.ts";
import { createTestPage } from "../support/test-page.ts";

const chromium = findChromium();
const noBrowser = "no browser: install Debian's chromium, or set CHROMIUM_PATH";
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

let browser: Browser;
let served: ServedSeeds;

beforeAll(async () => {
  if (chromium === null) return;
  [browser, served] = await Promise.all([launchChromium(chromium), serveSeeds()]);
}, 120_000);

afterAll(async () => {
  if (chromium === null) return;
  await browser.close();
  await served.close();
});

interface OpenPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained about. */
  readonly complaints: readonly string[];
}

async function open(
  test: TestContext,
  path: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  if (chromium === null) test.skip(noBrowser);
  const context = await browser.newContext({ locale: "fr-FR", ...options });
  test.onTestFinished(() => context.close());
  const complaints: string[] = [];
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(new URL(path, served.url).href);
  return { context, page, complaints };
}

/** The bot's answer to what is written, once it is there. */
async function ask(page: Page, question: string) {
  const before = await page.locator(".from-bot").count();
  await page.getByLabel("Votre question").fill(question);
  await page.keyboard.press("Enter");
  const answer = page.locator(".from-bot:not(.typing)").nth(before);
  await answer.waitFor();
  return answer;
}

/** An attribute of every element that the selector finds, in the order of the page. */
async function attributes(page: Page, selector: string, name: string): Promise<string[]> {
  const elements = await page.locator(selector).all();
  return await Promise.all(elements.map(async (one) => (await one.getAttribute(name)) ?? ""));
}

/** Faults, minor ones too, as axe-core finds them. */
async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return await page.evaluate(async () => {
    interface AxeResults {
      violations: { id: string; nodes: { html: string }[] }[];
    }
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  });
}

interface ShownText {
  readonly text: string;
  readonly textContent: string;
  readonly protocols: readonly string[];
}

/** Runs in the page, so it is handed over as its source. */
const renderInPage = `async (messages) => {
  const { renderFormattedText } = await import("/assets/formatted-text.js");
  const words = { expand: "", collapse: "", newTab: "" };
  return messages.map(({ text, entities }) => {
    const box = document.createElement("div");
    box.append(renderFormattedText(text, entities, words));
    const protocols = [...box.querySelectorAll("a")].map((link) => link.protocol);
    return { text, textContent: box.textContent, protocols };
  });
}`;

/** Where the lines of the first question end, as source for the page. */
const rightEdgesInPage = `(() => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(".from-user .text"));
  return [...range.getClientRects()].filter(({ width }) => width > 0).map(({ right }) => right);
})()`;

describe("the page in a browser", () => {
  it("holds a conversation: question, other passages, context, link, follow-up, picture", async (test) => {
    const { page, complaints } = await open(test, "/");
    const answer = await ask(page, "Qui Lavrov a-t-il rencontré à Belgrade ?");
    expect(await answer.locator("blockquote").first().textContent()).toContain("Cavusoglu");
    expect(await page.locator(".from-user").textContent()).toContain("Qui Lavrov");

    const link = answer.locator(".keyboard a").first();
    expect(await link.getAttribute("href")).toMatch(/^https:\/\/francais\.rt\.com\/.*#:~:text=/);
    expect(await link.getAttribute("target")).toBe("_blank");

    const before = await answer.textContent();
    await answer
      .getByRole("button", { name: /^Contexte/ })
      .first()
      .click();
    const changed = page.locator(".from-bot").first();
    const back = changed.getByRole("button", { name: /Retour/ });
    await back.waitFor();
    expect(await changed.textContent()).not.toBe(before);
    await back.click();
    const others = changed.getByRole("button", { name: /Autres passages/ });
    await others.waitFor();
    await others.click();
    await changed.getByRole("button", { name: "Précédent" }).waitFor();
    expect(await page.locator(".from-bot").count()).toBe(1);

    const followUp = await ask(page, "et avec Kerry ?");
    expect(await followUp.textContent()).toContain("Kerry");
    const source = await ask(page, "le lien ?");
    expect(await source.locator("a, button").count()).toBeGreaterThan(0);

    const picture = await ask(page, "/graphe");
    await picture.locator(".photo img").waitFor();
    await page.waitForFunction("document.querySelector('.photo img').naturalWidth === 1520");
    expect(complaints).toEqual([]);
  });

  it("says what Telegram would say, word for word", async (test) => {
    const question = "Qui Lavrov a-t-il rencontré ?";
    const { page } = await open(test, "/");
    const shown = await (await ask(page, question)).locator(".text").textContent();
    const { bot, telegram } = createRecordedBot(served.dependencies);
    const from = { id: 7, is_bot: false, first_name: "T", language_code: "fr" };
    const chat = { id: 7, type: "private", first_name: "T" } as const;
    const message = { message_id: 1, date: 0, from, chat, text: question };
    await bot.handleUpdate({ update_id: 1, message });
    const sent = telegram.visible().map(({ payload }) => payload["text"]);
    expect(sent).toContain(shown);
  });

  it("shows how far the first build is, and then the answer that had to wait", async (test) => {
    let done = 1;
    const { page: building } = createTestPage({
      readiness: () =>
        done < 4 ? { state: "building", done, total: 4, etaMs: null } : { state: "ready" },
    });
    const elsewhere = await servePage(building, { port: 0 });
    test.onTestFinished(() => elsewhere.close(0));
    const { page, complaints } = await open(test, elsewhere.url);
    const bar = page.getByRole("progressbar", { name: "Sourcier prépare les articles : 25 %" });
    await bar.waitFor();
    const waiting = await ask(page, "/later");
    expect(await waiting.textContent()).toContain("Un instant…");
    await page.locator(".from-bot", { hasText: "Voilà" }).waitFor();
    done = 4;
    await page.locator("#progress").waitFor({ state: "hidden" });
    expect(await page.locator("#status").textContent()).toBe("");
    expect(complaints).toEqual([]);
  });

  it("opens the reader at the passage, marked and in view", async (test) => {
    const { page, context, complaints } = await open(test, "/", {
      viewport: { width: 390, height: 640 },
    });
    const answer = await ask(page, "Kerry et Lavrov se sont-ils parlé au téléphone ?");
    const opened = context.waitForEvent("page");
    await answer
      .getByRole("link", { name: /Lire dans la page/ })
      .first()
      .click();
    const reader = await opened;
    await reader.waitForLoadState();
    const mark = reader.locator("mark#passage");
    expect(await mark.textContent()).toContain("Kerry");
    const box = (await mark.boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeLessThan(640);
    expect(await reader.locator("aside li").count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  it.for(["#passage", ""])(
    "scrolls a long article to its passage, with %j in the address",
    async (hash, test) => {
      const { page } = await open(test, "/encounters", { viewport: { width: 390, height: 500 } });
      const links = await attributes(page, "tbody a", "href");
      const start = (href: string) => Number(new URL(href, served.url).searchParams.get("start"));
      const last = links.toSorted((a, b) => start(b) - start(a))[0]!;
      expect(start(last)).toBeGreaterThan(500);
      await page.goto(served.url + last.replace("#passage", hash));
      const box = (await page.locator("mark#passage").boundingBox())!;
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeLessThan(500);
      expect(await page.evaluate("scrollY")).toBeGreaterThan(0);
    },
  );

  it("finds the conversation again after a reload, and shares it with nobody", async (test) => {
    const { page, context } = await open(test, "/");
    await ask(page, "Qui a rencontré Macron ?");
    await page.reload();
    await page.locator(".from-bot").waitFor();
    expect(await page.locator(".message").count()).toBe(2);
    await context.clearCookies();
    await page.reload();
    await page.locator("#welcome").waitFor();
    expect(await page.locator(".message").count()).toBe(0);
  });

  it("works with the keyboard alone", async (test) => {
    const { page, complaints } = await open(test, "/");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Aller au contenu");
    await page.getByLabel("Votre question").focus();
    await page.keyboard.type("/gra");
    await page.keyboard.press("ArrowUp");
    expect(await page.evaluate("document.activeElement.textContent")).toContain("/graphe");
    await page.keyboard.press("Escape");
    expect(await page.locator("#commands").isHidden()).toBe(true);
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("suite");
    expect(await page.getByLabel("Votre question").inputValue()).toBe("/gra\nsuite");
    await page.getByLabel("Votre question").fill("Où Lavrov et Le Drian se sont-ils vus ?");
    await page.keyboard.press("Enter");
    const context = page.getByRole("button", { name: /^Contexte/ }).first();
    await context.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /Retour/ }).waitFor();
    expect(await page.evaluate("document.activeElement.closest('.keyboard') !== null")).toBe(true);
    expect(complaints).toEqual([]);
  });

  it("speaks English to those who read it, and back", async (test) => {
    const { page } = await open(test, "/", { locale: "en-GB" });
    await page.getByPlaceholder("Your question…").fill("/help");
    await page.keyboard.press("Enter");
    expect(await page.locator(".from-bot:not(.typing)").textContent()).toContain("Ask a question");
    await page.getByRole("link", { name: "Français" }).click();
    await page.getByPlaceholder("Votre question…").waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("fr");
  });

  it("sorts the table, up and down, values that are missing last", async (test) => {
    const { page, complaints } = await open(test, "/encounters");
    const heading = page.getByRole("button", { name: "Date" });
    const keys = () => attributes(page, "tbody tr td:nth-of-type(4)", "data-sort");
    await heading.click();
    const rising = (await keys()).filter(Boolean);
    expect(rising).toEqual(rising.toSorted());
    await heading.click();
    expect((await keys()).filter(Boolean)).toEqual(rising.toReversed());
    expect((await keys()).at(-1)).toBe("");
    expect(complaints).toEqual([]);
  });

  it("lets each line run the way of its script", async (test) => {
    const { page } = await open(test, "/");
    await page.getByLabel("Votre question").fill("Une longue première ligne en français");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.insertText("من هو؟");
    await page.keyboard.press("Enter");
    const [first, second] = await page.evaluate<number[]>(rightEdgesInPage);
    expect(Math.abs(second! - first!)).toBeLessThan(4);
  });

  it("marks quotations as French for a screen reader that speaks English", async (test) => {
    const { page } = await open(test, "/?lang=en", { locale: "en-GB" });
    await page.getByLabel("Your question").fill("Who did Lavrov meet in Belgrade?");
    await page.keyboard.press("Enter");
    const quotation = page.locator(".from-bot blockquote").first();
    expect(await quotation.getAttribute("lang")).toBe("fr");
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
  });

  it("says so when the program is gone, and can try again", async (test) => {
    const { page, context } = await open(test, "/");
    await context.setOffline(true);
    await page.getByLabel("Votre question").fill("Bonjour");
    await page.keyboard.press("Enter");
    const retry = page.getByRole("button", { name: "Réessayer" });
    await retry.waitFor();
    await context.setOffline(false);
    await retry.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("log");
    await page.locator(".from-bot:not(.typing)").waitFor();
    expect(await page.locator(".from-user").count()).toBe(1);
  });

  it("shows every text exactly, whatever its entities", async (test) => {
    const { page } = await open(test, "/");
    const types = [
      "bold",
      "italic",
      "code",
      "blockquote",
      "expandable_blockquote",
      "text_link",
      "url",
      "bot_command",
      "spoiler",
      "unknown",
    ];
    const entity = fc.record({
      type: fc.constantFrom(...types),
      offset: fc.nat(60),
      length: fc.nat(60),
      url: fc.constantFrom("https://example.org", "javascript:alert(1)", "data:text/html,x", ""),
    });
    const message = fc.record({
      text: fc.string({
        unit: fc.constantFrom("a", "é", "\n", " ", "🌍", "\u202e", "<b>", "&amp;"),
        maxLength: 60,
      }),
      entities: fc.array(entity, { maxLength: 8 }),
    });
    const shown = await page.evaluate<readonly ShownText[]>(
      `(${renderInPage})(${JSON.stringify(fc.sample(message, 1500))})`,
    );
    expect(shown).toHaveLength(1500);
    for (const { text, textContent, protocols } of shown) {
      expect(textContent).toBe(text);
      expect(protocols.filter((protocol) => !/^https?:$/.test(protocol))).toEqual([]);
    }
  });

  it("has no accessibility fault on any page, on a light desk and a dark phone", async (test) => {
    const { page } = await open(test, "/");
    await ask(page, "Qui Lavrov a-t-il rencontré ?");
    await page.goto(`${served.url}/encounters`);
    const evidence = (await page.locator("tbody a").first().getAttribute("href"))!;
    for (const path of ["/", evidence, "/encounters", "/nowhere"]) {
      await page.goto(served.url + path);
      await page.waitForLoadState("networkidle");
      for (const [colorScheme, width] of [
        ["light", 1200],
        ["dark", 390],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        expect(await accessibilityFaults(page), `${path} ${colorScheme}`).toEqual([]);
      }
    }
  });

  it("fits a phone: nothing runs out of its width", async (test) => {
    const { page } = await open(test, "/", { viewport: { width: 320, height: 640 } });
    await ask(page, "Qui Lavrov a-t-il rencontré ?");
    for (const path of ["/", "/encounters", "/articles/000_348db06c375dc4e9", "/nowhere"]) {
      await page.goto(served.url + path);
      expect(await page.evaluate("document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(
        320,
      );
    }
  });
});
