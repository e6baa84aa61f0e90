import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countArticles } from "../../src/corpus/read-corpus.ts";
import { CorpusError } from "../../src/errors.ts";
import { ARTICLE, useCorpusFolder } from "../support/corpus-folder.ts";

const { placeOf, put, read } = useCorpusFolder();

describe("countArticles()", () => {
  it("counts the files that are read, and does not guess what a table or an address holds", async () => {
    put("a.txt", ARTICLE);
    put("b.md", ARTICLE);
    put("picture.png", "");
    put("sources.json", "{}");
    expect(await countArticles([placeOf()])).toBe(2);
    expect(await countArticles([placeOf(), "https://example.org/feed"])).toBeNull();
    put("c.csv", "title,text");
    expect(await countArticles([placeOf()])).toBeNull();
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
        paths.map((given) => placeOf(given)),
      );
      expect(articles.map(({ source }) => source.outlet)).toEqual(["1", "2"]);
      expect(rejections).toHaveLength(2);
    }
    put("1/a.md", ARTICLE);
    const { articles, rejections } = await read(
      {},
      ["1/a.md", "1/a.txt"].map((given) => placeOf(given)),
    );
    expect(articles.map(({ source }) => source.outlet)).toEqual(["1", null]);
    expect(rejections).toHaveLength(1);
  });

  it("refuses a missing or an empty folder", async () => {
    await expect(read({}, [placeOf("nowhere")])).rejects.toThrow(/no folder or file/);
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
    symlinkSync("/etc/hostname", placeOf("dehors.txt"));
    symlinkSync(placeOf("bon.txt"), placeOf("dedans.txt"));
    symlinkSync(placeOf(), placeOf("boucle"));
    symlinkSync(placeOf("rien"), placeOf("mort.txt"));
    const pipes = ["tuyau.txt", "tuyau.jsonl", "tuyau.csv"].map((name) => placeOf(name));
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
    const places = ["1", "2", "3"].map((place) => placeOf(place));
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
    symlinkSync("corpus", placeOf("lien"));
    const given = ["corpus", "corpus/a.txt", "lien/../corpus/b.txt", "lien/b.txt", "lien"];
    for (const paths of [given, given.toReversed()]) {
      const { ids, byId, rejections } = await read(
        {},
        paths.map((name) => placeOf(name)),
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
