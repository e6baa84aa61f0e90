import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addArticle } from "../src/add-article.ts";
import { readCorpus } from "../src/corpus/read-corpus.ts";
import { ingest } from "../src/ingest/ingest.ts";
import { beginFilesUpdate } from "../src/store/files-update.ts";
import { openFilesStore } from "../src/store/open-files-store.ts";
import { createFakeEmbedder } from "./support/fake-embedder.ts";
import { useSmallCorpus } from "./support/small-corpus.ts";

const PAGE = `<!doctype html><html lang="fr"><head><title>La baleine de Brest - Le Journal</title>
<meta property="og:title" content="La baleine de Brest"><meta property="og:site_name" content="Le Journal">
</head><body><nav><a href="/">Accueil</a></nav><article><h1>La baleine de Brest</h1>
<p>Une baleine bleue de vingt mètres s'est échouée mardi matin sur la plage du Moulin Blanc, à Brest.</p>
<p>Les pompiers ont passé la journée à l'arroser, avant de la remettre à l'eau à la marée haute du soir.</p>
</article></body></html>`;

describe("addArticle()", () => {
  let server: Server;
  let address: string;
  let page: string;
  const corpus = useSmallCorpus();
  beforeAll(async () => {
    server = createServer((request, response) =>
      request.url === "/robots.txt"
        ? response.writeHead(404).end()
        : response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/baleine`;
  });
  afterAll(async () => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    page = PAGE;
  });

  const options = (allowPrivate: boolean) => {
    const { folder, indexDir } = corpus;
    const embedder = createFakeEmbedder();
    const { fingerprint: embedderFingerprint, dimensions } = embedder;
    return {
      folder,
      network: { allowPrivate, delayMs: 0 },
      update: async () => {
        const update = await beginFilesUpdate(indexDir, { embedderFingerprint, dimensions });
        return await ingest({ items: readCorpus([folder]), embedder, update });
      },
      articles: async () => {
        const store = await openFilesStore(indexDir, { embedderFingerprint });
        const articles = await store.articles();
        await store.close();
        return articles;
      },
    };
  };

  it("adds a page by its link, once, and keeps its title, outlet and address", async () => {
    const link = { kind: "link", url: address } as const;
    const first = await addArticle(link, options(true));
    expect(first).toMatchObject({ kind: "added", title: "La baleine de Brest" });
    expect(await addArticle(link, options(true))).toMatchObject({ kind: "unchanged" });
    const [article] = (await options(true).articles()).filter(({ title }) =>
      title.includes("baleine"),
    );
    expect(article).toMatchObject({ outlet: "Le Journal", url: address });
  });

  it("refuses a link into this machine's own network", async () => {
    const outcome = await addArticle({ kind: "link", url: address }, options(false));
    expect(outcome.kind).toBe("rejected");
  });

  it("saves a file under a name that is never a path", async () => {
    const bytes = Buffer.from("Le port de Brest\n\nLe port de Brest accueillera un dock en 2026.");
    const file = { kind: "file", name: "../../etc/mon article.txt", bytes } as const;
    const outcome = await addArticle(file, options(false));
    expect(outcome).toMatchObject({ kind: "added", articleId: "etc-mon-article" });
    expect(await readFile(join(corpus.folder, "etc-mon-article.txt"))).toEqual(bytes);
  });

  it("says why a page it has read is no article of the corpus", async () => {
    page = PAGE.replace(/<p>.*<\/p>/gs, "<p>Abonnez-vous</p><p>Lire aussi</p>");
    const outcome = await addArticle({ kind: "link", url: address }, options(true));
    expect(outcome).toMatchObject({ reason: "nothing is left of it after cleaning" });
  });

  it("says why a file is no article, and not why another one is none", async () => {
    await writeFile(join(corpus.folder, "a-avant.txt"), "");
    const bytes = Buffer.from("\n \n");
    const outcome = await addArticle({ kind: "file", name: "a.txt", bytes }, options(false));
    expect(outcome).toMatchObject({ kind: "rejected", reason: "it holds no visible text" });
  });

  it("says that the corpus cannot be written", async () => {
    await mkdir(join(corpus.folder, "port.txt"));
    await mkdir(join(corpus.folder, "added.jsonl"));
    const file = { kind: "file", name: "port.txt", bytes: Buffer.from("Le port ferme.") } as const;
    for (const submission of [file, { kind: "link", url: address } as const]) {
      const outcome = await addArticle(submission, options(true));
      expect(outcome).toEqual({
        kind: "rejected",
        reason: "the corpus cannot be written (EISDIR)",
      });
    }
  });

  it.each(["virus.exe", "noextension", "archive.tar.gz"])("does not read %s", async (name) => {
    const outcome = await addArticle(
      { kind: "file", name, bytes: Buffer.from("x") },
      options(false),
    );
    expect(outcome).toMatchObject({ kind: "rejected" });
  });
});
