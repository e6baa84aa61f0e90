/**
 * A process that ingests invented articles until it is done or killed:
 * `node --import tsx test/support/ingest-child.ts INDEX LOG ARTICLES SEED`. Every text handed to the encoder is noted
 * in LOG before it is embedded; the encoder takes 0.2 ms a text. Prints `ready`, and `done` once it has published.
 */
import { appendFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import type { CorpusItem } from "../../src/corpus/read-corpus.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { beginFilesUpdate } from "../../src/store/files-update.ts";
import { createFakeEmbedder } from "./fake-embedder.ts";
import { createRandom } from "./random.ts";

const [indexDir = "", log = "", articles = "0", seed = "0"] = process.argv.slice(2);
const fake = createFakeEmbedder(16);
const embedder = {
  ...fake,
  async embedPassages(texts: readonly string[]) {
    appendFileSync(log, texts.map((text) => `${JSON.stringify(text)}\n`).join(""));
    await sleep(texts.length / 5);
    return fake.embedPassages(texts);
  },
};

async function* items(): AsyncGenerator<CorpusItem> {
  await Promise.resolve();
  const random = createRandom(Number(seed));
  for (let number = 0; number < Number(articles); number++) {
    const text = Array.from({ length: 12 }, (_, i) => {
      const value = Math.floor(random() * 1e9);
      return `Le texte ${number}.${i} du corpus porte le nombre ${value}. La suite le répète : ${value + 1}.`;
    }).join("\n\n");
    const source = { outlet: null, title: `Article ${number}`, url: null, published: null };
    const articleId = `a${number}` as ArticleId;
    yield {
      kind: "article",
      article: { articleId, origin: `a${number}.txt`, form: "extracted", text, source },
    };
  }
}

process.stdout.write("ready\n");
const update = await beginFilesUpdate(indexDir, { embedderFingerprint: "fake-1", dimensions: 16 });
await ingest({ items: items(), embedder, update });
process.stdout.write("done\n");
