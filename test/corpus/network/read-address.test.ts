import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openPageCache } from "../../../src/corpus/network/page-cache.ts";
import type { FetchOptions } from "../../../src/corpus/network/page-fetcher.ts";
import { readCorpus } from "../../../src/corpus/read-corpus.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const PARAGRAPH =
  "<p>Le ministre a rencontré mercredi à Belgrade son homologue turc, selon un communiqué de ses services.</p>";

function page(title: string): string {
  return `<html lang="fr"><head><title>${title}</title></head><body><article><h1>${title}</h1>${PARAGRAPH.repeat(6)}</article></body></html>`;
}

let server: Server;
let site = "";
let folder = "";
/** What the server answers at each path, and what it was asked. */
let routes = new Map<string, Handler>();
let asked: { path: string; headers: IncomingMessage["headers"] }[] = [];
let [open, mostOpen] = [0, 0];

function html(text: string, headers: Record<string, string> = {}): Handler {
  return (_, response) =>
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(text);
}

beforeEach(async () => {
  routes = new Map();
  asked = [];
  [open, mostOpen] = [0, 0];
  folder = mkdtempSync(path.join(tmpdir(), "sourcier-pages-"));
  server = createServer((request, response) => {
    const url = request.url ?? "";
    asked.push({ path: url, headers: request.headers });
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    response.on("close", () => (open -= 1));
    const handler = routes.get(url);
    if (handler === undefined) response.writeHead(404).end();
    else handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

async function read(given: string | readonly string[], network: FetchOptions = {}) {
  const titles: (string | null)[] = [];
  const reasons: string[] = [];
  const urls: (string | null)[] = [];
  const options = { network: { allowPrivate: true, delayMs: 0, ...network } };
  for await (const item of readCorpus([given].flat(), options)) {
    if (item.kind === "rejected") reasons.push(item.rejection.reason);
    else {
      titles.push(item.article.source.title);
      urls.push(item.article.source.url);
    }
  }
  return { titles, reasons, urls };
}

/** Ingests what `address` leads to in a process where nothing else is under way. */
async function ingest(address: string) {
  const args = ["ingest", "--allow-private", "--index", path.join(folder, "index"), address];
  const child = spawn(process.execPath, ["--import", "tsx", "src/cli.ts", ...args], {
    env: { ...process.env, BOT_TOKEN: "", LOG_LEVEL: "" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let stdout = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, stdout };
}

function rss(urls: readonly string[]): Handler {
  const items = urls.map((url) => `<item><link>${url}</link></item>`).join("");
  return html(`<rss><channel><title>x</title>${items}</channel></rss>`);
}

const pathsAsked = () => asked.map((request) => request.path);

describe("readCorpus() on an address", () => {
  it("reads a page, whose address becomes the article's link", async () => {
    routes.set("/visite.html", html(page("Une visite à Belgrade")));
    const { titles, urls, reasons } = await read(`${site}/visite.html`);
    expect(titles).toEqual(["Une visite à Belgrade"]);
    expect(urls).toEqual([`${site}/visite.html`]);
    expect(reasons).toEqual([]);
    expect(pathsAsked()).toEqual(["/robots.txt", "/visite.html"]);
    expect(asked[1]?.headers["user-agent"]).toMatch(/^Sourcier\//);
  });

  it("reads what an RSS feed, an Atom feed and a sitemap lead to", async () => {
    for (const name of ["a", "b"]) routes.set(`/${name}`, html(page(`Titre de ${name}`)));
    routes.set(
      "/rss",
      html(
        `<?xml version="1.0"?><rss><channel><title>Le Journal</title><item><link>${site}/a</link></item><item><link>/b</link></item></channel></rss>`,
      ),
    );
    routes.set(
      "/atom",
      html(
        `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><link rel="edit" href="/non"/><link href="${site}/b"/></entry></feed>`,
      ),
    );
    routes.set("/sitemap.xml", html(`<urlset><url><loc>${site}/a</loc></url></urlset>`));
    routes.set(
      "/index.xml",
      html(`<sitemapindex><sitemap><loc>${site}/sitemap.xml</loc></sitemap></sitemapindex>`),
    );
    expect((await read(`${site}/rss`)).titles).toEqual(["Titre de a", "Titre de b"]);
    expect((await read(`${site}/atom`)).titles).toEqual(["Titre de b"]);
    expect((await read(`${site}/sitemap.xml`)).titles).toEqual(["Titre de a"]);
    expect((await read(`${site}/index.xml`)).titles).toEqual(["Titre de a"]);
  });

  it("reads the article that a feed carries when its page cannot be read", async () => {
    const carried = `<item><title>Titre du flux</title><link>${site}/perdu</link><pubDate>Fri, 28 Feb 2020 10:00:00 +0100</pubDate><content:encoded><![CDATA[${PARAGRAPH.repeat(6)}]]></content:encoded></item>`;
    routes.set("/rss", html(`<rss><channel><title>x</title>${carried}</channel></rss>`));
    const { titles, urls } = await read(`${site}/rss`);
    expect(titles).toEqual(["Titre du flux"]);
    expect(urls).toEqual([`${site}/perdu`]);
  });

  it("reads a list of addresses in a file", async () => {
    routes.set("/a", html(page("Titre de a")));
    const list = path.join(folder, "liens.txt");
    writeFileSync(list, `${site}/a\n\n${site}/a\n${site}/rien\n`);
    const { titles, reasons } = await read(list);
    expect(titles).toEqual(["Titre de a"]);
    expect(reasons).toEqual(["the server answered 404"]);
  });

  it("reads a page once that is reached several times, and tries one again that could not be read", async () => {
    routes.set("/a", html(page("Titre de a")));
    routes.set("/sitemap.xml", html(`<urlset><url><loc>/a</loc></url></urlset>`));
    const text = `<content>${PARAGRAPH.repeat(6).replace(/</g, "&lt;")}</content>`;
    const carried = `<entry><title>Titre du flux</title><link href="/perdu"/>${text}</entry>`;
    routes.set(
      "/atom",
      html(`<feed><title>x</title><entry><link href="/a"/></entry>${carried}</feed>`),
    );
    const list = path.join(folder, "liens.txt");
    writeFileSync(list, `${site}/a#haut\n${site}/perdu\n`);
    const paths = [list, `${site}/sitemap.xml`, `${site}/atom`, `${site}/atom`, `${site}/a`];
    const { titles, reasons } = await read(paths);
    expect(titles).toEqual(["Titre de a", "Titre du flux"]);
    expect(reasons).toEqual(["the server answered 404"]);
    expect(pathsAsked().filter((asked) => asked === "/a")).toHaveLength(1);
  });

  it("reads a page once that several addresses lead to or name as theirs", async () => {
    const stated = `<link rel="canonical" href="${site}/a">`;
    const other = page("Titre de b").replace("<head>", `<head>${stated}`);
    routes.set("/a", html(page("Titre de a")));
    routes.set("/b", html(other));
    routes.set("/a?source=rss", html(page("Titre de a").replace("<head>", `<head>${stated}`)));
    for (const path of ["/1", "/2"])
      routes.set(path, (_, response) => response.writeHead(301, { location: "/a" }).end());
    routes.set("/rss", rss(["/1", "/2", "/a", "/a?source=rss", "/b"].map((path) => site + path)));
    const { titles, reasons } = await read(`${site}/rss`);
    expect(titles).toEqual(["Titre de a", "Titre de b"]);
    expect(reasons).toEqual([]);
  });

  it("reads a sitemap that is itself a packed file", async () => {
    routes.set("/a", html(page("Titre de a")));
    const packed = gzipSync(`<urlset><url><loc>${site}/a</loc></url></urlset>`);
    routes.set("/sitemap.xml.gz", (_, response) =>
      response.writeHead(200, { "content-type": "application/x-gzip" }).end(packed),
    );
    expect((await read(`${site}/sitemap.xml.gz`)).titles).toEqual(["Titre de a"]);
  });

  it("obeys robots.txt, and stays away when it cannot be read", async () => {
    routes.set(
      "/robots.txt",
      html("User-agent: *\nDisallow: /prive\n", { "content-type": "text/plain" }),
    );
    routes.set("/prive/a", html(page("Secret")));
    expect((await read(`${site}/prive/a`)).reasons[0]).toMatch(/forbids/);
    routes.set("/robots.txt", (_, response) => response.writeHead(503).end());
    expect((await read(`${site}/prive/a`)).reasons).toEqual([
      `robots.txt of ${site} cannot be read: the server answered 503`,
    ]);
    routes.set("/robots.txt", (_, response) =>
      response.writeHead(301, { location: "ftp://x" }).end(),
    );
    expect((await read(`${site}/prive/a`)).reasons[0]).toMatch(/cannot be read: .*301.*"ftp:/);
    expect((await read("http://127.0.0.1:1/a")).reasons[0]).toMatch(/cannot be read: nothing ans/);
    expect(pathsAsked()).not.toContain("/prive/a");
  });

  it("asks one host for one page at a time, with a pause between", async () => {
    const names = ["a", "b", "c"];
    for (const name of names) routes.set(`/${name}`, html(page(name)));
    routes.set(
      "/s.xml",
      html(`<urlset>${names.map((n) => `<url><loc>${site}/${n}</loc></url>`).join("")}</urlset>`),
    );
    const started = performance.now();
    await read(`${site}/s.xml`, { delayMs: 60 });
    expect(mostOpen).toBe(1);
    expect(performance.now() - started).toBeGreaterThan(3 * 60 - 10);
  });

  it("reads a feed to its end where nothing but the host's rest keeps the program alive", async () => {
    const urls = ["/a", "/b", "/c"];
    for (const url of urls) routes.set(url, html(page(`Titre de ${url}`)));
    routes.set("/feed", rss(urls));
    const { code, stdout } = await ingest(`${site}/feed`);
    expect(pathsAsked()).toEqual(["/robots.txt", "/feed", ...urls]);
    expect(stdout).toContain("3 added");
    expect(code).toBe(0);
  });

  it("ends a host's rest when it is told to stop", async () => {
    routes.set("/feed", rss(["/a", "/b"]));
    const started = performance.now();
    const signal = AbortSignal.timeout(500);
    await expect(read(`${site}/feed`, { delayMs: 50_000, signal })).rejects.toThrow(/abort/i);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(pathsAsked()).toEqual(["/robots.txt", "/feed"]);
  });

  it("asks whether a page has changed, and uses its copy when the server is away", async () => {
    routes.set("/a", (request, response) => {
      if (request.headers["if-none-match"] === '"1"') response.writeHead(304).end();
      else
        response
          .writeHead(200, { "content-type": "text/html", etag: '"1"' })
          .end(page("Titre de a"));
    });
    const cache = openPageCache(path.join(folder, "cache"));
    expect((await read(`${site}/a`, { cache })).titles).toEqual(["Titre de a"]);
    expect((await read(`${site}/a`, { cache })).titles).toEqual(["Titre de a"]);
    expect(asked.at(-1)?.headers["if-none-match"]).toBe('"1"');
    routes.set("/a", (_, response) => response.writeHead(500).end());
    const { titles, reasons } = await read(`${site}/a`, { cache });
    expect(titles).toEqual(["Titre de a"]);
    expect(reasons[0]).toMatch(/answered 500.*copy/);
    routes.set("/robots.txt", (_, response) => response.writeHead(503).end());
    expect((await read(`${site}/a`, { cache })).titles).toEqual(["Titre de a"]);
    routes.set("/robots.txt", html("User-agent: *\nDisallow: /", { "content-type": "text/plain" }));
    expect((await read(`${site}/a`, { cache })).titles).toEqual([]);
  });

  it("follows a few redirects, each of them checked", async () => {
    const to =
      (location: string): Handler =>
      (_, response) =>
        response.writeHead(302, { location }).end();
    routes.set("/ancien", to("/a"));
    routes.set("/a", html(page("Titre de a")));
    routes.set("/boucle", to("/boucle"));
    routes.set("/fichier", to("file:///etc/passwd"));
    routes.set("/cache", to("/prive"));
    routes.set(
      "/robots.txt",
      html("User-agent: Sourcier\nDisallow: /prive", { "content-type": "text/plain" }),
    );
    expect((await read(`${site}/ancien`)).titles).toEqual(["Titre de a"]);
    expect((await read(`${site}/boucle`)).reasons[0]).toMatch(/redirects/);
    expect((await read(`${site}/fichier`)).reasons[0]).toBe(
      'the server answered 302, which leads to "file:///etc/passwd": wanted an http or https address without user name',
    );
    expect((await read(`${site}/cache`)).reasons[0]).toMatch(/forbids/);
  });

  it("reads nothing of a private network unless allowed", async () => {
    routes.set("/a", html(page("Titre de a")));
    const port = new URL(site).port;
    for (const host of [
      "127.0.0.1",
      "localhost",
      "[::1]",
      "2130706433",
      "0x7f.1",
      "169.254.169.254",
      "[::ffff:127.0.0.1]",
    ]) {
      const { titles, reasons } = await read(`http://${host}:${port}/a`, {
        allowPrivate: false,
        timeoutMs: 2000,
      });
      expect(titles, host).toEqual([]);
      expect(reasons, host).toHaveLength(1);
      expect(reasons[0], host).toMatch(
        /robots.txt of \S+ cannot be read: .*private network.*--allow-private/,
      );
    }
    expect(asked).toEqual([]);
  });

  it("stops at the bounds of time and size, packed or not", async () => {
    routes.set("/muet", () => undefined);
    routes.set("/gros", html("x".repeat(300_000)));
    routes.set("/bombe", (_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("x".repeat(5_000_000))),
    );
    routes.set("/sans-fin", (_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const timer = setInterval(() => response.write("<p>encore</p>"), 5);
      response.on("close", () => clearInterval(timer));
    });
    const limits = { maxBytes: 100_000, timeoutMs: 400 };
    expect((await read(`${site}/muet`, limits)).reasons[0]).toMatch(/no answer in 400 ms/);
    expect((await read(`${site}/gros`, limits)).reasons[0]).toMatch(/larger/);
    expect((await read(`${site}/bombe`, limits)).reasons[0]).toMatch(/larger/);
    expect((await read(`${site}/sans-fin`, limits)).reasons[0]).toMatch(/no answer|larger/);
  });

  it("says what was wanted of a body and what came", async () => {
    routes.set("/melange", html("<p>Rien de gzip.</p>", { "content-encoding": "gzip" }));
    routes.set("/coupe", (_, response) => {
      response.writeHead(200, { "content-length": "5000" }).write("abc");
      setTimeout(() => response.destroy(), 50);
    });
    expect((await read(`${site}/melange`)).reasons[0]).toMatch(
      /^its body is declared as gzip and cannot be unpacked/,
    );
    expect((await read(`${site}/coupe`)).reasons).toEqual([
      "its body broke off: wanted 5000 bytes, found 3",
    ]);
  });

  it("names a feed or sitemap that lists nothing, and every link that is none", async () => {
    const lists = {
      "/rss": ["<rss><channel><item>", "the feed lists no page"],
      "/urlset": ["<urlset></urlset>", "the sitemap lists no page"],
      "/index": ["<sitemapindex></sitemapindex>", "the sitemap index lists no sitemap"],
    };
    for (const [url, [xml = "", reason]] of Object.entries(lists)) {
      routes.set(url, html(xml));
      expect((await read(`${site}${url}`)).reasons).toContain(reason);
    }
    routes.set("/a", html(page("Titre de a")));
    routes.set("/feed", rss(["javascript:alert(1)", "", "/a"]));
    const { titles, reasons } = await read(`${site}/feed`);
    expect(titles).toEqual(["Titre de a"]);
    expect(reasons).toEqual([
      'it lists "javascript:alert(1)": wanted an http or https address without user name',
      "it lists an entry without a link",
    ]);
  });

  it("decodes what the server declares", async () => {
    const latin = Buffer.from(page("L'été à Évian"), "latin1");
    routes.set("/a", (_, response) =>
      response
        .writeHead(200, {
          "content-type": "text/html; charset=iso-8859-1",
          "content-encoding": "gzip",
        })
        .end(gzipSync(latin)),
    );
    expect((await read(`${site}/a`)).titles).toEqual(["L'été à Évian"]);
  });

  it("refuses what is no web address", async () => {
    expect((await read("https://jean:secret@exemple.fr/")).reasons[0]).toMatch(/not an http/);
  });
});
