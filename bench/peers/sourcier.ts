/** Sourcier as its command line answers: passages ingested into files, questions answered whole. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createAsk } from "../../src/answer/create-ask.ts";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import type { CorpusItem } from "../../src/corpus/read-corpus.ts";
import { createEmbedder } from "../../src/embed/create-embedder.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { beginFilesUpdate } from "../../src/store/files-update.ts";
import { openFilesStore } from "../../src/store/open-files-store.ts";
import type { Store } from "../../src/store/store.ts";
import { depth, type BenchPassage, type OpenPeer } from "../peer.ts";

const modelsDir = fileURLToPath(new URL("../../models/", import.meta.url));

export const openSourcier: OpenPeer = async () => {
  const embedder = await createEmbedder({ modelsDir, model: "sourcier-e5-small" });
  const directory = await mkdtemp(join(tmpdir(), "sourcier-compare-"));
  const options = { embedderFingerprint: embedder.fingerprint, dimensions: embedder.dimensions };
  let store: Store | null = null;
  const openedStore = () => {
    if (store === null) throw new Error("Asked before anything was indexed");
    return store;
  };
  const ask = createAsk({ store: openedStore, embedder, defaultLanguage: "fr" });
  return {
    async index(passages) {
      const update = await beginFilesUpdate(directory, options);
      const { embeddedTexts } = await ingest({ items: itemsOf(passages), embedder, update });
      store = await openFilesStore(directory, options);
      return embeddedTexts;
    },
    async rank(question) {
      const { answer } = await ask({ question, k: depth });
      return answer.citations.map(({ articleId }) => articleId);
    },
    encode: (question) => embedder.embedQuestion(question),
    async close() {
      await store?.close();
      await embedder.close();
      await rm(directory, { recursive: true });
    },
  };
};

async function* itemsOf(passages: readonly BenchPassage[]): AsyncGenerator<CorpusItem> {
  for (const { id, title, text } of passages) {
    const source = { outlet: null, title, url: null, published: null };
    const articleId = id as ArticleId;
    const article = { articleId, origin: id, form: "extracted", text, source } as const;
    yield await Promise.resolve({ kind: "article", article });
  }
}
