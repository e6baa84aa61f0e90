/**
 * Measures ingesting: `node --import tsx test/long/ingest-rate.ts CORPUS.jsonl [articles] [encoded]`, a file of lines
 * {"_id", "title", "text"}. First everything but the encoder, with a stand-in for it, over `articles` (3,000): first
 * run, second run with nothing changed, one article added, one edited, each in CPU seconds too. Then the first
 * `encoded` (30) articles with the real encoder, ingested and embedded bare by turns, batch by batch.
 */
import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { ArticleId, RawArticle } from "../../src/corpus/raw-article.ts";
import type { CorpusItem } from "../../src/corpus/read-corpus.ts";
import { createEmbedder } from "../../src/embed/create-embedder.ts";
import type { Embedder } from "../../src/embed/embedder.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { beginFilesUpdate } from "../../src/store/files-update.ts";
import { createFakeEmbedder } from "../support/fake-embedder.ts";

const [corpus = "", count = "3000", encoded = "30"] = process.argv.slice(2);

async function readArticles(limit: number): Promise<RawArticle[]> {
  const articles: RawArticle[] = [];
  for await (const line of createInterface({ input: createReadStream(corpus) })) {
    if (articles.length === limit) break;
    const { _id, title, text } = JSON.parse(line) as { _id: string; title: string; text: string };
    const source = { outlet: null, title: title === "" ? _id : title, url: null, published: null };
    articles.push({ articleId: _id as ArticleId, origin: _id, form: "extracted", text, source });
  }
  return articles;
}

async function* itemsOf(articles: readonly RawArticle[]): AsyncGenerator<CorpusItem> {
  await Promise.resolve();
  for (const article of articles) yield { kind: "article", article };
}

async function run(indexDir: string, articles: readonly RawArticle[], embedder: Embedder) {
  const { fingerprint: embedderFingerprint, dimensions } = embedder;
  const start = performance.now();
  const cpu = process.cpuUsage();
  const update = await beginFilesUpdate(indexDir, { embedderFingerprint, dimensions });
  const report = await ingest({ items: itemsOf(articles), embedder, update });
  const { user, system } = process.cpuUsage(cpu);
  return { report, seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6 };
}

function tell(
  what: string,
  { report, seconds, cpuSeconds }: Awaited<ReturnType<typeof run>>,
): void {
  const { summary, embeddedTexts } = report;
  console.log(
    `${what}: ${seconds.toFixed(2)} s, ${cpuSeconds.toFixed(2)} s of CPU, ${embeddedTexts} texts embedded; ` +
      `${summary.articles} articles, ${summary.passages} passages, ${summary.encounters} encounters`,
  );
}

async function measureWithoutEncoder(indexDir: string): Promise<void> {
  const fake = createFakeEmbedder(384);
  const all = await readArticles(Number(count));
  const [added, ...rest] = all;
  if (!added) throw new Error(`${corpus} holds no article`);
  tell("all but the encoder, first run", await run(indexDir, rest, fake));
  tell("second run, nothing changed", await run(indexDir, rest, fake));
  tell("one article added", await run(indexDir, all, fake));
  const edited = { ...added, text: `${added.text} Une phrase de plus a été ajoutée à la fin.` };
  tell("one article edited", await run(indexDir, [edited, ...rest], fake));
}

/** Every batch that the ingestion has embedded is embedded bare right after, so that whatever else runs falls on both. */
async function compareWithBareEncoder(folder: string): Promise<void> {
  const articles = await readArticles(Number(encoded));
  const embedder = await createEmbedder({ modelsDir: "models", model: "sourcier-e5-small" });
  const started = performance.now();
  let [batches, texts, bareMs] = [0, 0, 0];
  const ratio = () => bareMs / (performance.now() - started - bareMs);
  const twice: Embedder = {
    ...embedder,
    embedPassages: async (batch) => {
      const vectors = await embedder.embedPassages(batch);
      const start = performance.now();
      await embedder.embedPassages(batch);
      bareMs += performance.now() - start;
      texts += batch.length;
      batches += 1;
      if (batches % 20 === 0) console.error(`${texts} texts, ratio so far ${ratio().toFixed(3)}`);
      return vectors;
    },
  };
  const { seconds } = await run(join(folder, "real"), articles, twice);
  await embedder.close();
  const [bare, ingested] = [(1000 * texts) / bareMs, texts / (seconds - bareMs / 1000)];
  console.log(
    `${articles.length} articles, ${texts} texts: bare ${bare.toFixed(1)}/s, ` +
      `ingested ${ingested.toFixed(1)}/s, ratio ${(ingested / bare).toFixed(3)}`,
  );
}

const folder = await mkdtemp(join(tmpdir(), "sourcier-rate-"));
try {
  await measureWithoutEncoder(join(folder, "index"));
  if (Number(encoded) > 0) await compareWithBareEncoder(folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}
