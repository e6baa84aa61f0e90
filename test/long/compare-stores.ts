/**
 * The same questions asked of the files store and of PostgreSQL, filled with the same vectors:
 * `node --import tsx test/long/compare-stores.ts FOLDER [QUESTIONS] [VECTORS]`, FOLDER in the BEIR layout with
 * qrels/dev.tsv; on PGlite, or on the server of DATABASE_URL. VECTORS is a file that keeps vectors between runs.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEmbedder } from "../../src/embed/create-embedder.ts";
import type { Embedder } from "../../src/embed/embedder.ts";
import { readBeirCorpus, readBeirQueries, readQrels } from "../../src/eval/read-beir.ts";
import { judgeRanking, meanFigures } from "../../src/eval/retrieval-metrics.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { createSearch } from "../../src/search/create-search.ts";
import { beginFilesUpdate } from "../../src/store/files-update.ts";
import { openFilesStore } from "../../src/store/open-files-store.ts";
import { beginPostgresUpdate } from "../../src/store/postgres/begin-postgres-update.ts";
import { openPostgresStore } from "../../src/store/postgres/open-postgres-store.ts";
import type { Store, StoreUpdate } from "../../src/store/store.ts";
import { startPostgresServer } from "../support/postgres-server.ts";

const [folder = "", count = "300", vectorsPath = ""] = process.argv.slice(2);
const embedder = rememberVectors(
  await createEmbedder({
    modelsDir: "models",
    model: "sourcier-e5-small",
    allowRemoteModels: false,
  }),
);
const { fingerprint: embedderFingerprint, dimensions } = embedder;
const options = { embedderFingerprint, dimensions };
const workDir = await mkdtemp(join(tmpdir(), "sourcier-compare-"));
const server = await startPostgresServer();
const database = await server.openSchema();
try {
  const files = await fill(
    () => beginFilesUpdate(workDir, options),
    () => openFilesStore(workDir, options),
  );
  embedder.save();
  const postgres = await fill(
    () => beginPostgresUpdate(database, options),
    () => openPostgresStore(database, options),
  );
  await compare(files, postgres);
  embedder.save();
  await files.close();
} finally {
  await embedder.close();
  await database.close();
  await server.close();
  await rm(workDir, { recursive: true });
}

async function fill(begin: () => Promise<StoreUpdate>, open: () => Promise<Store>): Promise<Store> {
  const started = performance.now();
  const items = readBeirCorpus(join(folder, "corpus.jsonl"));
  const { summary, embeddedTexts } = await ingest({ items, embedder, update: await begin() });
  const filled = performance.now();
  const store = await open();
  const [fillMs, openMs] = [filled - started, performance.now() - filled].map(Math.round);
  console.log(JSON.stringify({ ...summary, embeddedTexts, fillMs, openMs }));
  return store;
}

async function compare(files: Store, postgres: Store): Promise<void> {
  const judgements = await readQrels(join(folder, "qrels", "dev.tsv"));
  const queries = (await readBeirQueries(join(folder, "queries.jsonl")))
    .filter(({ id }) => judgements.has(id))
    .slice(0, Number(count));
  const rankings: (readonly string[])[][] = [];
  for (const [name, store] of Object.entries({ files, postgres })) {
    const search = createSearch(store, embedder);
    const figures = [];
    const times: number[] = [];
    const ranked: (readonly string[])[] = [];
    for (const { id, text } of queries) {
      const found = await search(text);
      times.push(found.searchMs);
      const documents = [
        ...new Set(found.ranked.map(({ passage }) => passage.articleId as string)),
      ];
      ranked.push(documents);
      figures.push(judgeRanking(documents, judgements.get(id) ?? new Map()));
    }
    rankings.push(ranked);
    times.sort((a, b) => a - b);
    const [p50, p95] = [0.5, 0.95].map((share) => times[Math.floor(share * times.length)]);
    console.log(
      JSON.stringify({ name, questions: queries.length, ...meanFigures(figures), p50, p95 }),
    );
  }
  const [first = [], second = []] = rankings;
  const same = (depth: number) =>
    first.filter((one, i) => one.slice(0, depth).join() === second[i]?.slice(0, depth).join())
      .length;
  console.log(JSON.stringify({ sameFirst: same(1), sameFirstTen: same(10) }));
}

/** The encoder, asked once for each text. */
function rememberVectors(inner: Embedder): Embedder & { save(): void } {
  const known = new Map<string, Float32Array>(
    vectorsPath !== "" && existsSync(vectorsPath)
      ? readFileSync(vectorsPath, "utf8")
          .split("\n")
          .filter(Boolean)
          .map((line) => {
            const [text, vector] = JSON.parse(line) as [string, string];
            return [text, new Float32Array(new Uint8Array(Buffer.from(vector, "base64")).buffer)];
          })
      : [],
  );
  return {
    ...inner,
    async embedQuestion(question) {
      const key = `question: ${question}`;
      const vector = known.get(key) ?? (await inner.embedQuestion(question));
      known.set(key, vector);
      return vector;
    },
    async embedPassages(texts) {
      const missing = texts.filter((text) => !known.has(text));
      const vectors = await inner.embedPassages(missing);
      missing.forEach((text, i) => known.set(text, vectors[i] ?? new Float32Array()));
      return texts.map((text) => known.get(text) ?? new Float32Array());
    },
    save() {
      if (vectorsPath === "") return;
      const lines = [...known].map(([text, vector]) =>
        JSON.stringify([
          text,
          Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString("base64"),
        ]),
      );
      writeFileSync(vectorsPath, lines.join("\n"));
    },
  };
}
