import { describe, expect, it } from "vitest";
import { inventedBot } from "../support/invented-bot.ts";
import { encounter } from "../support/invented-reply.ts";
import { pageArticle, pageCorpus, pageEncounter } from "../support/page-corpus.ts";
import { manyEncounters } from "../support/many-encounters.ts";
import { parsePage } from "../support/parse-page.ts";
import { sent } from "../support/recording-telegram.ts";
import { createTestPage } from "../support/test-page.ts";

const { page } = createTestPage();
const article = pageArticle();

async function open(path: string, lang = "fr") {
  const response = await page.request(path, { headers: { "accept-language": lang } });
  return { status: response.status, root: parsePage(await response.text()) };
}

describe("GET /articles/:articleId", () => {
  it("shows the whole article as text, never as markup", async () => {
    const { root } = await open("/articles/000_antalya");
    const shown = [...root.querySelectorAll("article > p")].map((p) => p.textContent);
    expect(shown.join("\n\n")).toBe(article.text);
    expect(root.querySelector("h1")!.textContent).toBe("Rencontre <à> Antalya");
    expect(root.querySelector("article b")).toBeNull();
  });

  it("leads to the original, and tells outlet and date", async () => {
    const { root } = await open("/articles/000_antalya");
    const link = root.querySelector("a.button")!;
    expect(link.getAttribute("href")).toBe(article.url);
    expect(link.getAttribute("rel")).toContain("noopener");
    expect(root.querySelector(".outlet")!.textContent).toMatch(
      /Le Journal\s+·\s+1er décembre 2016/,
    );
  });

  it("marks the passage, under an anchor that works without a script", async () => {
    const start = article.text.indexOf("« Nous");
    const end = article.text.indexOf(", a dit");
    const { root } = await open(`/articles/000_antalya?start=${start}&end=${end}`);
    expect(root.querySelector("mark#passage")!.textContent).toBe(article.text.slice(start, end));
  });

  it("marks a passage over several paragraphs, with one anchor", async () => {
    const { root } = await open(`/articles/000_antalya?start=30&end=${article.text.length}`);
    const marks = [...root.querySelectorAll("mark")];
    expect(marks.map(({ id }) => id)).toEqual(["passage", "", ""]);
    expect(marks.map((mark) => mark.textContent).join("\n\n")).toBe(article.text.slice(30));
  });

  it("never cuts a character in two", async () => {
    const globe = article.text.indexOf("🌍");
    const { root } = await open(`/articles/000_antalya?start=${globe + 1}&end=${globe + 8}`);
    expect(root.querySelector("mark")!.textContent).toBe("🌍 de to");
  });

  it.each([
    "start=5",
    "end=5",
    "start=9&end=3",
    "start=-1&end=4",
    "start=a&end=b",
    "start=0&end=99999",
    "start=1e1&end=20",
    "start=3&end=3",
  ])("says that there is no passage at %s, and shows the article all the same", async (query) => {
    const { root, status } = await open(`/articles/000_antalya?${query}`);
    expect(status).toBe(200);
    expect(root.querySelector("mark")).toBeNull();
    expect(root.querySelector(".notice")).not.toBeNull();
    expect([...root.querySelectorAll("article > p:not(.notice)")]).toHaveLength(3);
  });

  it("lists the encounters of that article, each with the way to its sentence", async () => {
    const { root } = await open("/articles/000_antalya", "en");
    const link = root.querySelector("aside li a")!;
    expect(root.querySelector("aside li p")!.textContent).toContain("Sergueï Lavrov");
    expect(link.getAttribute("href")).toBe("/articles/000_antalya?start=0&end=59#passage");
  });

  it.each(["/articles/unknown", "/articles/..%2f..%2fpackage.json", "/articles/%00", "/articles/"])(
    "has a page of its own for %s, which is not in the corpus",
    async (path) => {
      const { status, root } = await open(path);
      expect(status).toBe(404);
      expect(root.querySelector("h1")!.textContent).toBe("Page introuvable");
    },
  );
});

describe("GET /encounters", () => {
  it("tells each encounter in the network, the timeline and the table, with its evidence", async () => {
    const { root } = await open("/encounters");
    expect(root.querySelector(".graph svg")!.getAttribute("aria-label")).toContain("2 personnes");
    expect(root.querySelector(".timeline blockquote")!.textContent.trim()).toBe(
      "Le ministre russe a rencontré son homologue turc à Antalya.",
    );
    const cells = [...root.querySelectorAll("tbody tr > *")].map((cell) => cell.textContent.trim());
    expect(cells).toEqual([
      "Sergueï Lavrov et Mevlüt Çavuşoğlu",
      "a eu lieu",
      "en personne",
      "Antalya",
      "1er décembre 2016",
      "Lire la phrase",
    ]);
  });

  it("leads to the sentence of every article that tells the same encounter", async () => {
    const one = pageEncounter();
    const twice = [
      { ...one, id: "a", sameAs: ["b"] },
      { ...one, id: "b", sameAs: ["a"], start: 5 },
    ];
    const { page: many } = createTestPage({ corpus: pageCorpus(twice) });
    const root = parsePage(await (await many.request("/encounters")).text());
    const links = [...root.querySelectorAll("tbody a")].map((link) => link.getAttribute("href"));
    expect(links).toEqual([
      "/articles/000_antalya?start=0&end=59#passage",
      "/articles/000_antalya?start=5&end=59#passage",
    ]);
  });

  it("can be about one person", async () => {
    const encounters = manyEncounters(10, 20);
    const { page: many } = createTestPage({ corpus: pageCorpus(encounters) });
    const someone = encounters[0]!.participants[0]!;
    const response = await many.request(`/encounters?person=${someone.id}`);
    const root = parsePage(await response.text());
    const rows = [...root.querySelectorAll("tbody tr")];
    const concerned = encounters.filter(({ participants }) =>
      participants.some(({ id }) => id === someone.id),
    );
    expect(rows).toHaveLength(concerned.length);
    expect(root.querySelector("option[selected]")!.textContent).toBe(someone.name);
  });

  it("shows everybody when it does not know the person", async () => {
    const { root } = await open("/encounters?person=nobody");
    expect([...root.querySelectorAll("tbody tr")]).toHaveLength(1);
  });

  it("says so while the index is being built, and when there is none to tell", async () => {
    const corpus = pageCorpus([]);
    const building = createTestPage({
      corpus,
      readiness: () => ({ state: "building", done: 1, total: 5, etaMs: null }),
    });
    expect(await (await building.page.request("/encounters")).text()).toContain("se prépare");
    expect(await (await createTestPage({ corpus }).page.request("/encounters")).text()).toContain(
      "aucune rencontre",
    );
  });
});

describe("the pages", () => {
  it.each(["/", "/encounters", "/articles/000_antalya", "/nowhere"])(
    "speak English to those who read it: %s",
    async (path) => {
      const { root } = await open(path, "en-GB");
      expect(root.lang).toBe("en");
      expect(root.querySelector("nav")!.textContent).toContain("Who met whom");
    },
  );

  it("remember the language chosen, and come back to where it was chosen", async () => {
    const response = await page.request("/language/en?from=%2Fencounters");
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/encounters");
    expect(response.headers.get("set-cookie")).toContain("lang=en");
  });

  it.each([
    ...["https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil"],
    ...[
      "/\t/evil.example",
      "\n//evil.example",
      "/./\\evil.example",
      "javascript:alert(1)",
      "http://[",
    ],
  ])("never lead from the language switch to %j", async (target) => {
    const response = await page.request(`/language/en?from=${encodeURIComponent(target)}`);
    expect(response.headers.get("location")).toBe("/");
  });

  it.each(["/\r\nX: 1", "/\n/x", "/\0", "/encounters?person=Çavuşoğlu#é"])(
    "come back from the language switch to a path of the page, whatever %j holds",
    async (target) => {
      const response = await page.request(`/language/en?from=${encodeURIComponent(target)}`);
      expect(response.status).toBe(303);
      expect(response.headers.get("location")).toMatch(/^\/(?!\/)[\x20-\x7e]*$/);
    },
  );

  it("suggest first questions about the people of this very corpus", async () => {
    const { root } = await open("/");
    const questions = [...root.querySelectorAll("[data-question]")].map(
      (button) => button.textContent,
    );
    expect(questions[0]).toMatch(/Sergueï Lavrov|Mevlüt Çavuşoğlu/);
    expect(questions.join()).toContain("Rencontre <à> Antalya");
  });

  it("suggest what the bot suggests, although somebody else met more people where nobody says", async () => {
    const corpus = pageCorpus([
      encounter({ id: "e2", place: null }, ["Anna Berg", "Carl Dahl"]),
      encounter({ id: "e3", place: null }, ["Anna Berg", "Eva Falk"]),
      pageEncounter(),
    ]);
    const [start] = await inventedBot({ corpus }).send(sent("/start"));
    const response = await createTestPage({ corpus }).page.request("/");
    const questions = [...parsePage(await response.text()).querySelectorAll("[data-question]")].map(
      (button) => button.textContent,
    );
    expect(questions.slice(0, -2).map((question) => `• ${question}`)).toEqual(
      start?.text
        .split("\n")
        .filter((line) => line.startsWith("•"))
        .slice(0, 3),
    );
  });

  it("load nothing from anywhere else and hold no inline script or style", async () => {
    for (const path of ["/", "/encounters", "/articles/000_antalya"]) {
      const { root } = await open(path);
      for (const element of root.querySelectorAll("script, link, img")) {
        expect(element.getAttribute("src") ?? element.getAttribute("href")).toMatch(/^\/assets\//);
      }
      expect([...root.querySelectorAll("style, [style], [onclick]")]).toHaveLength(0);
    }
  });

  it("are not sent again when the browser has them", async () => {
    const etag = (await page.request("/assets/page.css")).headers.get("etag")!;
    const again = await page.request("/assets/page.css", { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
  });
});

describe("GET /healthz", () => {
  it("tells whether questions can be answered", async () => {
    expect(await (await page.request("/healthz")).json()).toEqual({ state: "ready" });
  });
});
