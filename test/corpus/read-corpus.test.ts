import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RawArticle, Rejection } from "../../src/corpus/raw-article.ts";
import { type CorpusOptions, countArticles, readCorpus } from "../../src/corpus/read-corpus.ts";
import { CorpusError } from "../../src/errors.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "sourcier-corpus-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const ARTICLE =
  "Le ministre a rencontré mercredi à Belgrade son homologue turc, selon un communiqué.";

function put(name: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
}

async function read(options?: CorpusOptions, paths: readonly string[] = [folder]) {
  const articles: RawArticle[] = [];
  const rejections: Rejection[] = [];
  for await (const item of readCorpus(paths, options)) {
    if (item.kind === "article") articles.push(item.article);
    else rejections.push(item.rejection);
  }
  const byId = new Map(articles.map((article) => [String(article.articleId), article]));
  const reasonFor = (origin: string) => rejections.find((r) => r.origin.startsWith(origin))?.reason;
  return { articles, byId, rejections, reasonFor, ids: [...byId.keys()] };
}

describe("countArticles()", () => {
  it("counts the files that are read, and does not guess what a table or an address holds", async () => {
    put("a.txt", ARTICLE);
    put("b.md", ARTICLE);
    put("picture.png", "");
    put("sources.json", "{}");
    expect(await countArticles([folder])).toBe(2);
    expect(await countArticles([folder, "https://example.org/feed"])).toBeNull();
    put("c.csv", "title,text");
    expect(await countArticles([folder])).toBeNull();
  });
});

describe("readCorpus() on a folder", () => {
  it("reads .txt files in the order of their names, with what sources.json says", async () => {
    put("b.txt", ARTICLE);
    put("a.txt", ARTICLE);
    const known = {
      outlet: "RFI",
      title: "Un titre",
      url: "https://www.rfi.fr/a",
      published: "2020-02-28",
    };
    // What Sourcier has no use for is no mistake.
    const more = { author: "Jean Petit", language: "fr", pages: 3 };
    put("sources.json", JSON.stringify({ a: { ...known, ...more }, b: {} }));
    const { ids, byId, rejections } = await read();
    expect(ids).toEqual(["a", "b"]);
    expect(byId.get("a")?.source).toMatchObject(known);
    expect(byId.get("b")?.source.url).toBeNull();
    expect(rejections).toEqual([]);
  });

  it("reads a folder without sources.json: nothing is known then but what the articles state", async () => {
    put("a.txt", ARTICLE);
    const { ids, rejections } = await read();
    expect(ids).toEqual(["a"]);
    expect(rejections).toEqual([]);
  });

  it("refuses a sources.json that is not a JSON object, naming what it must be", async () => {
    put("a.txt", ARTICLE);
    for (const broken of ["{", "[]", "null", '"x"']) {
      put("sources.json", broken);
      await expect(read()).rejects.toThrow(CorpusError);
      await expect(read()).rejects.toThrow(/sources\.json.*JSON object/);
    }
  });

  it("ignores a wrong entry or field, names it, and keeps the rest", async () => {
    for (const name of ["a", "b", "c", "e"]) put(`${name}.txt`, ARTICLE);
    put(
      "sources.json",
      JSON.stringify({
        a: { title: "Titre", url: "javascript:alert(1)", published: "hier" },
        b: ["faux"],
        c: { url: "https://jean:secret@exemple.fr/x", outlet: "Le Monde" },
        d: { title: "personne" },
        e: { outlet: 5, title: "T", url: ["https://exemple.fr/"], published: null },
      }),
    );
    const { byId, rejections, reasonFor } = await read();
    expect(byId.get("a")?.source).toMatchObject({ title: "Titre", url: null, published: null });
    expect(byId.get("c")?.source).toMatchObject({ outlet: "Le Monde", url: null });
    expect(byId.get("e")?.source).toMatchObject({ outlet: null, title: "T", url: null });
    expect(reasonFor("sources.json: e")).toBe('"outlet" is ignored: 5 is not a text');
    expect(reasonFor("sources.json: b")).toBe(
      'the entry is ignored: ["faux"] is not a JSON object',
    );
    const origins = rejections.map((rejection) => rejection.origin);
    expect(origins.filter((origin) => origin === "sources.json: a")).toHaveLength(2);
    expect(origins.filter((origin) => origin === "sources.json: e")).toHaveLength(2);
    expect(origins).toContain("sources.json: d");
    expect(JSON.stringify(byId.get("c"))).not.toContain("secret");
  });

  it("gives what sources.json states of an id to that article only, and names the ids that no article has", async () => {
    put("2020/edito.txt", ARTICLE);
    put("2021/edito.txt", ARTICLE);
    put("lignes.jsonl", `${JSON.stringify({ id: "un", text: ARTICLE })}\n`.repeat(2));
    const [, second = "", , repeated = ""] = (await read()).ids;
    expect([second, repeated].join()).toMatch(/^edito-[0-9a-f]{8},un-[0-9a-f]{8}$/);
    put("sources.json", JSON.stringify({ edito: { outlet: "A" }, un: { outlet: "B" }, 2021: {} }));
    const first = await read();
    expect(first.articles.map(({ source }) => source.outlet)).toEqual(["A", null, "B", null]);
    expect(first.rejections.map(({ origin }) => origin)).toEqual(["sources.json: 2021"]);
    put("sources.json", JSON.stringify({ [second]: { outlet: "C" }, [repeated]: { outlet: "D" } }));
    const marked = await read();
    expect(marked.articles.map(({ source }) => source.outlet)).toEqual([null, "C", null, "D"]);
    expect(marked.rejections).toEqual([]);
  });

  it("reads the sources.json of each folder as if the folder were read alone, by folder and by file", async () => {
    for (const place of ["1", "2"]) {
      put(`${place}/a.txt`, ARTICLE);
      put(`${place}/sources.json`, JSON.stringify({ a: { outlet: place, url: "faux" } }));
    }
    for (const paths of [
      ["1", "2"],
      ["1/a.txt", "2/a.txt"],
    ]) {
      const { articles, rejections } = await read(
        {},
        paths.map((given) => path.join(folder, given)),
      );
      expect(articles.map(({ source }) => source.outlet)).toEqual(["1", "2"]);
      expect(rejections).toHaveLength(2);
    }
    put("1/a.md", ARTICLE);
    const { articles, rejections } = await read(
      {},
      ["1/a.md", "1/a.txt"].map((given) => path.join(folder, given)),
    );
    expect(articles.map(({ source }) => source.outlet)).toEqual(["1", null]);
    expect(rejections).toHaveLength(1);
  });

  it("refuses a missing or an empty folder", async () => {
    await expect(read({}, [path.join(folder, "nowhere")])).rejects.toThrow(/no folder or file/);
    await expect(read()).rejects.toThrow(/No article in/);
  });

  it("names empty, binary and oversized files, and reads the others", async () => {
    put("bon.txt", ARTICLE);
    put("vide.txt", "");
    put("blanc.txt", " \u200b\n\u00a0");
    put("image.txt", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]));
    put(
      "bruit.txt",
      Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256),
    );
    put("gros.txt", "a".repeat(5000));
    put("photo.jpg", "x");
    const { ids, reasonFor } = await read({ maxFileBytes: 4500 });
    expect(ids).toEqual(["bon"]);
    expect(reasonFor("vide.txt")).toMatch(/empty/);
    expect(reasonFor("blanc.txt")).toMatch(/no visible text/);
    expect(reasonFor("image.txt")).toMatch(/PNG/);
    expect(reasonFor("bruit.txt")).toMatch(/not text/);
    expect(reasonFor("gros.txt")).toMatch(/5000 bytes.*4500/);
    expect(reasonFor("photo.jpg")).toMatch(/\.txt, .*\.html/);
  });

  it("follows no link out of the folder and waits on no pipe", async () => {
    put("bon.txt", ARTICLE);
    symlinkSync("/etc/hostname", path.join(folder, "dehors.txt"));
    symlinkSync(path.join(folder, "bon.txt"), path.join(folder, "dedans.txt"));
    symlinkSync(folder, path.join(folder, "boucle"));
    symlinkSync(path.join(folder, "rien"), path.join(folder, "mort.txt"));
    const pipes = ["tuyau.txt", "tuyau.jsonl", "tuyau.csv"].map((name) => path.join(folder, name));
    execFileSync("mkfifo", pipes);
    const { ids, reasonFor } = await read();
    expect(ids).toEqual(["bon", "dedans"]);
    expect(reasonFor("dehors.txt")).toMatch(/out of the folder/);
    expect(reasonFor("boucle")).toMatch(/no regular file/);
    expect(reasonFor("mort.txt")).toMatch(/link to nothing/);
    expect(reasonFor("tuyau.txt")).toMatch(/pipe/);
    const { rejections } = await read({}, pipes);
    expect(rejections.map(({ reason }) => reason)).toEqual(
      pipes.map(() => "it is not a regular file"),
    );
  });

  it("refuses names that hide something, without repeating what they hide", async () => {
    put("bon.txt", ARTICLE);
    put("faux\u202etxt.txt", ARTICLE);
    put("deux\nlignes.txt", ARTICLE);
    const { ids, rejections } = await read();
    expect(ids).toEqual(["bon"]);
    expect(rejections.filter((r) => r.reason.includes("invisible"))).toHaveLength(2);
    expect(JSON.stringify(rejections)).not.toMatch(/\u202e|deux\n/);
  });

  it("gives two files of one name in two folders two ids", async () => {
    put("2019/visite.txt", ARTICLE);
    put("2020/visite.txt", ARTICLE);
    const first = await read();
    expect(first.ids[0]).toBe("visite");
    expect(first.ids[1]).toMatch(/^visite-[0-9a-f]{8}$/);
    expect((await read()).ids).toEqual(first.ids);
  });

  it("gives files of one name in folders given one by one an id each, also where a mark is a name", async () => {
    for (const place of ["1", "2", "3"]) put(`${place}/a.txt`, `${ARTICLE} ${place}`);
    const places = ["1", "2", "3"].map((place) => path.join(folder, place));
    const first = await read({}, places);
    expect(first.articles.map(({ text }) => text.at(-1))).toEqual(["1", "2", "3"]);
    expect(first.ids).toHaveLength(3);
    expect((await read({}, places)).ids).toEqual(first.ids);
    // A file that is called as the second one was marked.
    put(`1/${first.ids[1]}.txt`, ARTICLE);
    const named = await read({}, places);
    expect(named.ids.slice(0, 2)).toEqual([first.ids[1], "a"]);
    expect(named.ids).toHaveLength(4);
  });

  it("reads a file once that is given by itself and with its folder, whatever the folder is called", async () => {
    for (const name of ["a", "b"]) put(`corpus/${name}.txt`, `${ARTICLE} ${name}`);
    put("corpus/sources.json", '{"a":{"outlet":"RFI"}}');
    symlinkSync("corpus", path.join(folder, "lien"));
    const given = ["corpus", "corpus/a.txt", "lien/../corpus/b.txt", "lien/b.txt", "lien"];
    for (const paths of [given, given.toReversed()]) {
      const { ids, byId, rejections } = await read(
        {},
        paths.map((name) => path.join(folder, name)),
      );
      expect(rejections).toEqual([]);
      expect(ids.toSorted()).toEqual(["a", "b"]);
      expect(byId.get("a")?.source.outlet).toBe("RFI");
    }
  });

  it("neutralises invisible and direction-changing characters", async () => {
    put("a.txt", `Le\u00ad mini\u200bstre\u202e a dit\u2066 oui.\u0000\r\nFin.\uFEFF`);
    const { byId } = await read();
    expect(byId.get("a")?.text).toBe("Le ministre a dit oui.\nFin.");
  });

  it("reads UTF-8, UTF-16 and windows-1252", async () => {
    const text = "L’été à Évian, cœur de l’Europe : « déjà » 10 €";
    put("utf8.txt", text);
    put("marque.txt", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]));
    put("utf16.txt", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]));
    put("utf16nu.txt", Buffer.from("Le ministre a rencontré son homologue.", "utf16le"));
    put(
      "cp1252.txt",
      Buffer.from("L\x92\xe9t\xe9 \xe0 \xc9vian, c\x9cur : \xab d\xe9j\xe0 \xbb 10 \x80", "latin1"),
    );
    put("coupe.txt", Buffer.concat([Buffer.from(text.repeat(3)), Buffer.from([0xc3])]));
    const { byId } = await read();
    expect(byId.get("utf8")?.text).toBe(text);
    expect(byId.get("marque")?.text).toBe(text);
    expect(byId.get("utf16")?.text).toBe(text);
    expect(byId.get("utf16nu")?.text).toBe("Le ministre a rencontré son homologue.");
    expect(byId.get("cp1252")?.text).toBe("L’été à Évian, cœur : « déjà » 10 €");
    expect(byId.get("coupe")?.text).toContain("L’été à Évian");
  });
});

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
    for await (const item of readCorpus([folder])) {
      items.push(item.kind === "article" ? item.article.articleId : item.rejection);
      if (items.length === 1)
        for (const gone of ["b.jsonl", "c.csv"]) rmSync(path.join(folder, gone));
    }
    const reason = "it is not there any more";
    expect(items).toEqual(["a", { origin: "b.jsonl", reason }, { origin: "c.csv", reason }, "d"]);
  });

  it("passes over a line without end, and holds no more of it than a record may have", async () => {
    const file = path.join(folder, "long.jsonl");
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
