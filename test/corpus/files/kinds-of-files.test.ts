import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCorpus } from "../../../src/corpus/read-corpus.ts";
import { ARTICLE, useCorpusFolder } from "../../support/corpus-folder.ts";

const { placeOf, put, read } = useCorpusFolder();

describe("readCorpus() on other kinds of files", () => {
  it("reads Markdown without its marks, and its front matter", async () => {
    put(
      "visite.md",
      [
        "---",
        'title: "Une visite à Paris"',
        "date: 2021-03-02",
        "url: https://exemple.fr/visite",
        "---",
        "## Deux jours *seulement*",
        "",
        "Le **ministre** est [arrivé](https://exemple.fr) mardi",
        "à Paris.",
        "",
        "- un accord",
        "- une photo",
        "",
        "> « Enfin ! »",
      ].join("\n"),
    );
    const { articles } = await read();
    expect(articles[0]?.text).toBe(
      "Deux jours seulement\n\nLe ministre est arrivé mardi à Paris.\n\n- un accord\n- une photo\n\n« Enfin ! »",
    );
    expect(articles[0]?.source).toMatchObject({
      title: "Une visite à Paris",
      published: "2021-03-02",
      url: "https://exemple.fr/visite",
    });
  });

  it("reads a long list, and a long paragraph wrapped at its words, in time that grows with their length only", async () => {
    const lines = 60_000;
    put("liste.md", "- Un point.\n".repeat(lines));
    put("paragraphe.md", "mots\n".repeat(lines));
    const started = performance.now();
    const { byId } = await read();
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(byId.get("liste")?.text.split("\n")).toHaveLength(lines);
    expect(byId.get("paragraphe")?.text).toHaveLength("mots ".length * lines - 1);
  });

  it("reads the front matter of other generators, and none of their marks", async () => {
    const hugo = ["+++", "title = 'Le tramway : à l'heure'", "date = 2025-01-21T10:00:00Z", "+++"];
    const text = "Il roule[^1].";
    put(
      "hugo.md",
      [...hugo, "", text, "", '{{< figure src="a.jpg" >}}', "", "[^1]: Bibus."].join("\n"),
    );
    const jekyll = [
      "---",
      "title: >-",
      "  Un long titre",
      "  sur deux lignes",
      "permalink: https://exemple.fr/a",
      "---",
    ];
    put("jekyll.md", [...jekyll, "{% include photo.html %}", "", text].join("\n"));
    const { byId } = await read();
    expect(byId.get("hugo")).toMatchObject({
      text: "Il roule.",
      source: { title: "Le tramway : à l'heure", published: "2025-01-21" },
    });
    expect(byId.get("jekyll")).toMatchObject({
      text: "Il roule.",
      source: { title: "Un long titre sur deux lignes", url: "https://exemple.fr/a" },
    });
  });

  it("reads a page saved by a browser, with the address it came from", async () => {
    const paragraphs = `<p>${ARTICLE}</p>`.repeat(6);
    put(
      "page.html",
      `<!DOCTYPE html><!-- saved from url=(0030)https://www.rfi.fr/monde/belgrade --><html lang="fr"><head>` +
        `<title>Une visite - RFI</title><meta property="og:site_name" content="RFI">` +
        `<meta property="article:published_time" content="2015-12-03T18:00:00+01:00"></head>` +
        `<body><nav>Accueil</nav><article><h1>Une visite</h1>${paragraphs}</article><footer>Contact</footer></body></html>`,
    );
    put("page_files/script.js", "x");
    const { articles, rejections } = await read();
    expect(articles[0]?.source).toMatchObject({
      title: "Une visite",
      outlet: "RFI",
      url: "https://www.rfi.fr/monde/belgrade",
      published: "2015-12-03",
    });
    expect(articles[0]?.text).toContain(ARTICLE);
    expect(articles[0]?.text).not.toMatch(/Accueil|Contact/);
    expect(rejections).toEqual([]);
  });

  it("reads a page in the charset that it declares", async () => {
    const html = `<html><head><meta charset="iso-8859-1"><title>L'été</title></head><body><p>${"Il a été reçu à Évian. ".repeat(20)}</p></body></html>`;
    put("page.html", Buffer.from(html, "latin1"));
    expect((await read()).articles[0]?.text).toContain("Il a été reçu à Évian.");
  });

  it("reads the lines of a .jsonl file, and names those that are wrong", async () => {
    put(
      "export.jsonl",
      [
        JSON.stringify({
          _id: "un",
          titre: "Titre",
          texte: ARTICLE,
          lien: "https://exemple.fr/1",
          date: "28/02/2020",
        }),
        "{",
        JSON.stringify({ title: "sans texte" }),
        JSON.stringify({ text: "<p>Un paragraphe.</p><p>Un autre.</p>" }),
      ].join("\n"),
    );
    const { ids, byId, reasonFor } = await read();
    expect(ids).toEqual(["un", "export-4"]);
    expect(byId.get("un")?.source).toMatchObject({
      title: "Titre",
      url: "https://exemple.fr/1",
      published: "2020-02-28",
    });
    expect(byId.get("export-4")?.text).toBe("Un paragraphe.\n\nUn autre.");
    expect(reasonFor("export.jsonl:2")).toMatch(/not JSON/);
    expect(reasonFor("export.jsonl:3")).toMatch(/no column/);
  });

  it("tells the charset of a long file also where its first 64 KiB end inside a letter", async () => {
    for (const [name, start] of [
      ["lines.jsonl", '{"text":"'],
      ["table.csv", "text\n"],
    ] as const)
      put(
        name,
        `${start}${"x".repeat(65_535 - start.length)}été${name === "table.csv" ? "" : '"}'}\n`,
      );
    const { byId } = await read();
    expect(byId.get("lines-1")?.text.slice(-5)).toBe("xxété");
    expect(byId.get("table-2")?.text.slice(-5)).toBe("xxété");
  });

  it("refuses a file that is no text once, however many lines it seems to have", async () => {
    const noise = Uint8Array.from({ length: 30_000 }, (_, i) => (i * 7919) % 251);
    for (const name of ["a.jsonl", "b.csv"])
      put(name, Buffer.concat([Buffer.from("%PDF-1.4\n"), noise]));
    put("bon.txt", ARTICLE);
    const { ids, rejections } = await read();
    expect(ids).toEqual(["bon"]);
    const reason = "it is a PDF file, not text";
    expect(rejections).toEqual([
      { origin: "a.jsonl", reason },
      { origin: "b.csv", reason },
    ]);
  });

  it("reads on when a file of records cannot be opened", async () => {
    put("a.txt", ARTICLE);
    put("b.jsonl", JSON.stringify({ text: ARTICLE }));
    put("c.csv", `text\n${ARTICLE}`);
    put("d.txt", ARTICLE);
    const items = [];
    for await (const item of readCorpus([placeOf()])) {
      items.push(item.kind === "article" ? item.article.articleId : item.rejection);
      if (items.length === 1) for (const gone of ["b.jsonl", "c.csv"]) rmSync(placeOf(gone));
    }
    const reason = "it is not there any more";
    expect(items).toEqual(["a", { origin: "b.jsonl", reason }, { origin: "c.csv", reason }, "d"]);
  });

  it("passes over a line without end, and holds no more of it than a record may have", async () => {
    const file = placeOf("long.jsonl");
    writeFileSync(file, "");
    for (let i = 0; i < 48; i += 1) appendFileSync(file, "x".repeat(4_000_000));
    appendFileSync(file, `\n${JSON.stringify({ text: ARTICLE })}\r\n{`);
    const before = process.memoryUsage().rss;
    const { ids, reasonFor } = await read();
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
    expect(ids).toEqual(["long-2"]);
    expect(reasonFor("long.jsonl:1")).toBe("the line is too long");
    expect(reasonFor("long.jsonl:3")).toMatch(/not JSON/);
  });

  it("names a file of records that holds none, and a table whose first row names no text column", async () => {
    put("bon.txt", ARTICLE);
    put("vide.jsonl", "\n \n");
    put("colonnes.csv", "title,text\n");
    put("sans-entete.csv", `Une visite,${ARTICLE}\n`);
    put("blanc.csv", "\n\n");
    put("sans-texte.tsv", "title\turl\na\tb\nc\td\n");
    const { ids, rejections, reasonFor } = await read();
    expect(ids).toEqual(["bon"]);
    expect(rejections).toHaveLength(5);
    expect(reasonFor("blanc.csv")).toMatch(/holds \[\]$/);
    expect(reasonFor("vide.jsonl")).toBe("it holds no record");
    expect(reasonFor("colonnes.csv")).toBe("it holds no record");
    expect(reasonFor("sans-entete.csv")).toMatch(/^its first row.*"text".*\["Une visite","Le min/);
    expect(reasonFor("sans-texte.tsv")).toMatch(/^its first row.*"text".*\["title","url"\]$/);
  });

  it("takes numbers for ids and dates, not for texts and titles", async () => {
    put(
      "export.jsonl",
      `{"id":1,"text":7}\n${JSON.stringify({ id: 2, text: ARTICLE, title: 3 })}\n`,
    );
    const { articles, rejections } = await read();
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({ articleId: "2", source: { title: null } });
    expect(rejections[0]).toMatchObject({ origin: "export.jsonl:1" });
  });

  it("knows columns by the names and shapes of other programs' exports", async () => {
    const headers = "Identifiant;Texte de l'article;Chapô;Date de publication;Titre de l'article";
    put("tableur.csv", `sep=;\r\n${headers}\r\n1041;${ARTICLE};Bref;03/02/2025;Une visite\r\n`);
    put(
      "blog.csv",
      `ID,post_id,post_title,post_content,post_date\n7,8,Un,"${ARTICLE}",2025-01-06 08:00:00\n`,
    );
    const wordpress = {
      id: 9,
      title: { rendered: "Deux" },
      content: { rendered: `<p>${ARTICLE}</p>` },
    };
    const mongo = {
      _id: { $oid: "65ab" },
      corps: [ARTICLE, "Fin."],
      date: { $date: "2025-02-10T06:00:00Z" },
    };
    put("api.jsonl", [wordpress, mongo].map((record) => JSON.stringify(record)).join("\n"));
    const { byId, rejections } = await read();
    expect(rejections).toEqual([]);
    expect(byId.get("1041")?.source).toMatchObject({
      title: "Une visite",
      published: "2025-02-03",
    });
    expect(byId.get("7")?.source).toMatchObject({ title: "Un", published: "2025-01-06" });
    expect(byId.get("9")).toMatchObject({ text: ARTICLE, source: { title: "Deux" } });
    expect(byId.get("65ab")?.text).toBe(`${ARTICLE}\n\nFin.`);
    expect(byId.get("65ab")?.source.published).toBe("2025-02-10");
  });

  it("reads the rows of a table by the names of their columns", async () => {
    put(
      "table.csv",
      `\ufeffid;Titre;Texte;Média\n7;"Un ""titre""";"${ARTICLE}\nFin.";RFI\n8;Autre;${ARTICLE};\n`,
    );
    const { ids, byId } = await read();
    expect(ids).toEqual(["7", "8"]);
    expect(byId.get("7")).toMatchObject({
      text: `${ARTICLE}\nFin.`,
      source: { title: 'Un "titre"', outlet: "RFI" },
    });
    expect(byId.get("8")?.source.outlet).toBeNull();
  });
});
