/**
 * What the PostgreSQL store costs at a size, on invented passages (200 clusters of directions, words by Zipf's law):
 * `node --import tsx test/long/measure-postgres.ts PASSAGES`, on PGlite or on the server of DATABASE_URL.
 */
import type { Article } from "../../src/clean/article.ts";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import { beginPostgresUpdate } from "../../src/store/postgres/begin-postgres-update.ts";
import { openPostgresStore } from "../../src/store/postgres/open-postgres-store.ts";
import type { IndexedArticle, Row } from "../../src/store/store.ts";
import { startPostgresServer } from "../support/postgres-server.ts";
import { createRandom } from "../support/random.ts";

const [count = "10000"] = process.argv.slice(2);
const passages = Number(count);
const dimensions = 384;
const options = { embedderFingerprint: "invented", dimensions };
const perArticle = 5;
const words = 200_000;
const wordsPerPassage = 60;
const questions = 200;
const random = createRandom(1);

const centres = Array.from({ length: 200 }, () => direction());
const vectors: Float32Array[] = [];

function direction(near?: Float32Array): Float32Array {
  const numbers = Float32Array.from({ length: dimensions }, (_, i) => {
    const noise = random() + random() + random() - 1.5;
    return near ? (near[i] ?? 0) + 0.06 * noise : noise;
  });
  const length = Math.hypot(...numbers);
  return numbers.map((number) => number / length);
}

function passageVector(): Float32Array {
  return direction(centres[Math.floor(random() * centres.length)]);
}

/** Rank r with a frequency of about 1/r. */
function word(): string {
  return `mot${Math.floor(words ** random()).toString(36)}`;
}

function inventArticle(number: number): IndexedArticle {
  const texts = Array.from({ length: perArticle }, (_, i) =>
    Array.from({ length: wordsPerPassage }, word).concat(`n${number}x${i}.`),
  );
  const text = texts.map((one) => one.join(" ")).join("\n\n");
  let start = 0;
  const spans = texts.map((one) => {
    const span = { start, end: start + one.join(" ").length };
    start = span.end + 2;
    return span;
  });
  const article: Article = {
    articleId: `article-${number}` as ArticleId,
    title: `Titre ${number}`,
    outlet: null,
    url: null,
    published: null,
    text,
    paragraphs: spans,
    dropped: [],
  };
  return {
    article,
    contentHash: String(number),
    encounters: [],
    passages: spans.map((span, i) => {
      const vector = passageVector();
      vectors.push(vector);
      const terms = new Map<string, number>();
      for (const term of texts[i] ?? []) terms.set(term, (terms.get(term) ?? 0) + 1);
      return { passage: { ...span, sentences: [span] }, terms, vector, sentenceVectors: [vector] };
    }),
  };
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const started = performance.now();
  const result = await work();
  return { result, ms: performance.now() - started };
}

function percentiles(times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} p95 ${at(0.95)} p99 ${at(0.99)} ms`;
}

function exactNearest(question: Float32Array, k: number): Set<number> {
  const scored = vectors.map((vector, row) => {
    let sum = 0;
    for (let i = 0; i < dimensions; i++) sum += (vector[i] ?? 0) * (question[i] ?? 0);
    return { row, sum };
  });
  return new Set(
    scored
      .sort((a, b) => b.sum - a.sum)
      .slice(0, k)
      .map(({ row }) => row),
  );
}

const server = await startPostgresServer();
const database = await server.openSchema();
try {
  const filled = await timed(async () => {
    const update = await beginPostgresUpdate(database, options);
    const put = await timed(async () => {
      for (let number = 0; number * perArticle < passages; number++)
        await update.put(inventArticle(number));
    });
    const published = await timed(() => update.publish());
    console.log(
      `put ${(put.ms / 1000).toFixed(1)} s, publish with HNSW ${(published.ms / 1000).toFixed(1)} s`,
    );
  });
  console.log(`${passages} passages in ${(filled.ms / 1000).toFixed(1)} s`);
  await database.query(`analyze ${database.schema}.passages`);
  await measure();
  const one = await timed(async () => {
    const update = await beginPostgresUpdate(database, options);
    await update.put(inventArticle(passages));
    await update.publish();
  });
  console.log(`one article more: ${one.ms.toFixed(0)} ms`);
} finally {
  await database.close();
  await server.close();
}

async function measure(): Promise<void> {
  const { result: store, ms } = await timed(() => openPostgresStore(database, options));
  console.log(`open ${ms.toFixed(0)} ms`);
  const times = {
    nearest: [] as number[],
    matching: [] as number[],
    compare: [] as number[],
    passages: [] as number[],
  };
  let found = 0;
  for (let i = 0; i < questions; i++) {
    const question = passageVector();
    const near = await timed(() => store.nearest(question, 40));
    times.nearest.push(near.ms);
    if (i < 50) {
      const exact = exactNearest(question, 10);
      found += near.result.slice(0, 10).filter(({ row }) => exact.has(row)).length;
    }
    const terms = Array.from({ length: 8 }, () => ({ term: word(), weight: 1 }));
    const matched = await timed(() => store.matching(terms, 40));
    times.matching.push(matched.ms);
    const rows = [...new Set<Row>([...near.result, ...matched.result.hits].map(({ row }) => row))];
    times.compare.push((await timed(() => store.compare(question, rows))).ms);
    times.passages.push((await timed(() => store.passages(rows.slice(0, 30)))).ms);
  }
  for (const [name, all] of Object.entries(times)) console.log(`${name}: ${percentiles(all)}`);
  console.log(`recall@10 ${(found / 500).toFixed(3)}`);
  const moments = await timed(() => store.moments(passageVector()));
  const similar = await timed(() => store.similarTerms("mottabc1", 3));
  const again = await timed(() => store.similarTerms("mottabd1", 3));
  console.log(
    `moments ${moments.ms.toFixed(1)} ms, similarTerms first ${similar.ms.toFixed(0)} then ${again.ms.toFixed(1)} ms`,
  );
  const sizes = await database.query<{ name: string; bytes: string }>(
    `select relname as name, pg_size_pretty(pg_total_relation_size(c.oid)) as bytes from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     where nspname = $1 and relkind in ('r', 'i') and pg_total_relation_size(c.oid) > 200000 order by 1`,
    [database.schema],
  );
  console.log(sizes.map(({ name, bytes }) => `${name} ${bytes}`).join(", "));
  await compareWithSql(store);
}

/** The same scores from a table of (term, row, frequency), for comparison. */
async function compareWithSql(store: Awaited<ReturnType<typeof openPostgresStore>>): Promise<void> {
  const table = `${database.schema}.plain_postings`;
  await database.transaction(
    async (query) => {
      await query(`create table ${table} as
        select term, block * 65536 + get_byte(postings, i) + 256 * get_byte(postings, i + 1) as row, get_byte(postings, i + 2) / 16.0::float8 as f
        from ${database.schema}.posting_blocks, generate_series(0, octet_length(postings) - 1, 3) as i`);
      await query(`create index plain_postings_term on ${table} (term) include (row, f)`);
      await query(`analyze ${table}`);
    },
    { timeoutMs: 1_800_000 },
  );
  const plain: number[] = [];
  const blocks: number[] = [];
  for (let i = 0; i < 30; i++) {
    const terms = Array.from({ length: 8 }, word);
    blocks.push(
      (
        await timed(() =>
          store.matching(
            terms.map((term) => ({ term, weight: 1 })),
            40,
          ),
        )
      ).ms,
    );
    plain.push(
      (
        await timed(() =>
          database.query(
            `with scored as (select row, sum(f * 2.2 / (f + 1.2)) as score from ${table} where term = any($1) group by row)
             select row, score, (select stddev_pop(score) from scored) from scored order by score desc limit 40`,
            [terms],
          ),
        )
      ).ms,
    );
  }
  console.log(
    `the same lists: blocks ${percentiles(blocks)}, a table in SQL ${percentiles(plain)}`,
  );
  const [size] = await database.query<{ size: string }>(
    `select pg_size_pretty(pg_total_relation_size('${table}')) as size`,
  );
  console.log(`table of postings ${size?.size ?? ""}`);
}
