import { describe, expect, it } from "vitest";
import { extractArticle } from "../../../src/corpus/html/extract-article.ts";

const PARAGRAPHS = [
  "Les deux ministres se sont rencontrés mercredi à Belgrade, en marge d'une conférence internationale.",
  "« Nous n'avons rien appris de nouveau », a déclaré le ministre à l'issue d'un entretien de quarante minutes.",
  "Son homologue a, de son côté, parlé d'une première étape et promis de poursuivre le dialogue engagé.",
  "La rencontre avait été demandée par Ankara, selon le porte-parole de la diplomatie russe à Moscou.",
];
const BODY = PARAGRAPHS.map((text) => `<p>${text}</p>`).join("");

function page(head: string, body: string): string {
  return `<!DOCTYPE html><html lang="fr-FR"><head>${head}</head><body>${body}</body></html>`;
}

describe("extractArticle()", () => {
  it("takes the part that the page marks as the article's body", () => {
    const html = page(
      "<title>x</title>",
      `<nav><a href="/">Accueil</a></nav><div itemprop="articleBody">${BODY}
       <aside>Lire aussi</aside><figure><img><figcaption>Une légende</figcaption></figure>
       <div class="social-share">Partager</div><p><a href="/autre">Un autre article à lire</a></p></div>
       <footer><p>${"Mentions légales de ce site. ".repeat(30)}</p></footer>`,
    );
    expect(extractArticle(html, null)).toMatchObject({
      text: PARAGRAPHS.join("\n\n"),
      form: "extracted",
    });
  });

  it("finds the body of a page that marks nothing", () => {
    const links = `<ul>${'<li><a href="/x">Un titre parmi d\'autres</a></li>'.repeat(40)}</ul>`;
    const html = page(
      "<title>x</title>",
      `<div>${links}</div><div id="c"><h1>x</h1>${BODY}</div><div>${links}</div>`,
    );
    expect(extractArticle(html, null).text).toContain(PARAGRAPHS.join("\n\n"));
    expect(extractArticle(html, null).text).not.toContain("parmi d'autres");
  });

  it("keeps the article whatever the parts that hold it are called", () => {
    const [first = "", ...others] = PARAGRAPHS.map((text) => `<p>${text}</p>`);
    const paid = `${first}<div class="paywall">${others.join("")}</div>`;
    const held = `<div class="content has-ads">${first}${others.join("")}</div>`;
    const box =
      '<div class="ads"><p>Une offre pour vous.</p></div><div class="paywall-box">Payez</div>';
    for (const body of [paid, held]) {
      const html = page("", `<div itemprop="articleBody">${body}${box}</div>`);
      expect(extractArticle(html, null).text).toBe(PARAGRAPHS.join("\n\n"));
    }
  });

  it("takes the body from JSON-LD when the page draws it by program", () => {
    const data = { "@type": "NewsArticle", headline: "Titre", articleBody: PARAGRAPHS.join(" ") };
    const html = page(
      `<script type="application/ld+json">${JSON.stringify(data)}</script>`,
      "<div id=root></div>",
    );
    expect(extractArticle(html, null).text).toBe(PARAGRAPHS.join(" "));
  });

  it("reads what JSON-LD says, in a list, a graph or a page", () => {
    const article = {
      "@type": ["NewsArticle"],
      headline: "Un titre assez long",
      datePublished: "2022-01-21T23:30:00-05:00",
      publisher: [{ name: "Le Léman" }, { name: "La Côte" }],
      mainEntityOfPage: { "@id": "https://leleman.example/titre" },
    };
    for (const data of [article, [{ "@type": "Organization" }, article], { "@graph": [article] }]) {
      const html = page(
        `<script type="application/ld+json">${JSON.stringify(data)}</script>`,
        BODY,
      );
      expect(extractArticle(html, null).metadata).toMatchObject({
        title: "Un titre assez long",
        published: "2022-01-21",
        outlet: "Le Léman, La Côte",
        url: "https://leleman.example/titre",
      });
    }
  });

  it("decodes what JSON-LD encodes as markup, and finds the publisher that it names by its id", () => {
    const graph = [
      { "@type": "Organization", "@id": "#org", name: "Arts &amp; Métiers" },
      {
        "@type": "NewsArticle",
        headline: "L&rsquo;usine &#8211; la suite",
        publisher: { "@id": "#org" },
      },
    ];
    const script = `<script type="application/ld+json">${JSON.stringify({ "@graph": graph })}</script>`;
    expect(extractArticle(page(script, BODY), null).metadata).toMatchObject({
      title: "L’usine – la suite",
      outlet: "Arts & Métiers",
    });
  });

  it("reads OpenGraph and other metadata, and takes the outlet's name off the title", () => {
    const html = page(
      `<title>L'accord &amp; la suite | Le Quotidien</title><meta property="og:title" content="L'accord &amp;amp; la suite | Le Quotidien">
       <meta property="og:site_name" content="Le Quotidien">
       <meta property="article:published_time" content="2020-02-28T10:00:00Z"><link rel="canonical" href="/2020/accord">`,
      BODY,
    );
    expect(extractArticle(html, "https://quotidien.example/x?utm=1").metadata).toMatchObject({
      title: "L'accord & la suite",
      outlet: "Le Quotidien",
      published: "2020-02-28",
      url: "https://quotidien.example/2020/accord",
    });
  });

  it("decodes what was encoded twice, and lets nothing invisible out of it", () => {
    const title =
      "L&amp;rsquo;&amp;Eacute;tat&amp;#10;fran&amp;ccedil;ais&amp;#x202E; et l&amp;#8217;h&amp;ocirc;te";
    const link = '<meta property="og:url" content="https://quotidien.example/a?b=1&amp;copy=2">';
    for (const head of [
      `<title>${title}</title>`,
      `<meta property="og:title" content="${title}">`,
    ]) {
      const { metadata } = extractArticle(page(head + link, BODY), null);
      expect(metadata.title).toBe("L’État français et l’hôte");
      expect(metadata.url).toBe("https://quotidien.example/a?b=1&copy=2");
    }
  });

  it("decodes the text of a page too large for a tree", () => {
    const words =
      "&Eacute;vian&hellip; un c&oelig;ur &ndash; l&rsquo;&icirc;le, l&#039;h&ocirc;te &amp; AT&T";
    const html = page("<title>t</title>", `${"<b>".repeat(30_000)}<p>${words}</p>`);
    expect(extractArticle(html, null).text).toContain("Évian… un cœur – l’île, l'hôte & AT&T");
  });

  it("prefers the heading to a title that was cut short", () => {
    const long =
      "Les ministres se retrouvent à Belgrade pour parler de tout, sauf de l'avion abattu";
    const html = page(
      `<meta property="og:title" content="${long.slice(0, 50)}…">`,
      `<h1>${long}</h1>${BODY}`,
    );
    expect(extractArticle(html, null).metadata.title).toBe(long);
  });

  it("takes no link that is unsafe or leads to the home page", () => {
    const head = `<link rel="canonical" href="https://quotidien.example/"><meta property="og:url" content="javascript:alert(1)">`;
    expect(extractArticle(page(head, BODY), null).metadata.url).toBeNull();
    const known = extractArticle(page(head, BODY), "https://quotidien.example/a").metadata.url;
    expect(known).toBe("https://quotidien.example/a");
  });

  it.each([
    ["January 22, 2025 at 9:14 a.m. EST", "2025-01-22"],
    ["Wed, Sept. 3rd, 2025", "2025-09-03"],
    ["Février 31, 2025", null],
    ["Chapter 12, 2025", null],
  ])("reads the date %s", (date, published) => {
    const { metadata } = extractArticle(page(`<meta name="date" content="${date}">`, BODY), null);
    expect(metadata.published).toBe(published);
  });

  it("passes over broken JSON-LD and impossible dates", () => {
    const head = `<script type="application/ld+json">{"@type": "NewsArticle",</script><meta name="date" content="2020-02-31">`;
    const { metadata } = extractArticle(page(head, BODY), null);
    expect(metadata).toMatchObject({ title: null, published: null, articleBody: null });
  });

  it("stands pages made to break parsers, in bounded time and without losing their text", () => {
    const hostile = {
      "nested blocks": "<div>".repeat(10_000) + BODY + "</div>".repeat(10_000),
      "unclosed inline marks": "<b>".repeat(30_000) + BODY,
      tables: "<table><tr><td>".repeat(5000) + BODY,
      "many elements": "<div><a href=x>y</a></div>".repeat(100_000) + BODY,
      "a huge attribute": `<div class="${"x ".repeat(500_000)}">${BODY}`,
      "half a comment": `${BODY}<!--${"<!-".repeat(100_000)}`,
      "scripts in scripts": BODY + "<script>".repeat(50_000),
    };
    for (const [name, html] of Object.entries(hostile)) {
      const started = performance.now();
      const { text } = extractArticle(page("<title>t</title>", html), null);
      expect(text, name).toContain(PARAGRAPHS[0]);
      expect(performance.now() - started, name).toBeLessThan(5000);
    }
  });

  it("gives an empty text for an empty page", () => {
    expect(extractArticle("", null).text).toBe("");
    expect(extractArticle("<!-- rien -->", null).text).toBe("");
  });
});
