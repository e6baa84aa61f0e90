/**
 * Posting lists in the database: for one term and one block of 65,536 rows, three bytes per passage that holds it,
 * the row within the block (16 bits, little-endian) and the frequency in sixteenths. Rows ascend and lists only grow
 * at their end, so a list may hold rows that a reader's generation does not show: the reader leaves those out.
 *
 * Why not a table of (term, row, frequency): it takes five times the space (40 bytes and more for a row of a table
 * where a posting takes 3), and scoring every match, which the score's deviation needs, took 2.3 times as long in SQL
 * over 10,000 passages (docs/scale.md). Why not PostgreSQL's own full-text search: its stems and its ranking are not
 * those of the files store, and both stores are to give the same answers.
 */
import { createPostingEncoder, quantizeFrequency, type PostingEncoder } from "../postings.ts";
import type { PassageTerms } from "../../terms/passage-terms.ts";
import type { TermList } from "../bm25.ts";
import type { RunQuery } from "./database.ts";
import { rowsPerBlock, type LiveRows } from "./live-rows.ts";

const postingBytes = 3;

/** Postings collected for writing. */
export interface PostingBuffer {
  /** Rows must ascend. @returns the passage's length in sixteenths of a term, as BM25 takes it */
  add(row: number, terms: PassageTerms): number;
  /** Bytes held: when to write. */
  readonly size: number;
  /** Appends everything to the lists of the database, and forgets it. */
  write(query: RunQuery, schema: string): Promise<void>;
}

interface GrowingList {
  bytes: Buffer;
  used: number;
}

export function createPostingBuffer(): PostingBuffer {
  let blocks = new Map<number, Map<string, GrowingList>>();
  let size = 0;
  const listOf = (block: number, term: string): GrowingList => {
    const lists = blocks.get(block) ?? new Map<string, GrowingList>();
    blocks.set(block, lists);
    const list = lists.get(term) ?? { bytes: Buffer.alloc(4 * postingBytes), used: 0 };
    lists.set(term, list);
    return list;
  };
  return {
    add(row, terms) {
      let length = 0;
      for (const [term, frequency] of terms) {
        const list = listOf(Math.floor(row / rowsPerBlock), term);
        if (list.used === list.bytes.length)
          list.bytes = Buffer.concat([list.bytes, Buffer.alloc(list.used)]);
        const quantized = quantizeFrequency(frequency);
        list.bytes.writeUInt16LE(row % rowsPerBlock, list.used);
        list.bytes.writeUInt8(quantized, list.used + 2);
        list.used += postingBytes;
        length += quantized;
        size += postingBytes;
      }
      return length;
    },
    get size() {
      return size;
    },
    async write(query, schema) {
      for (const [block, lists] of blocks) await appendLists(query, schema, block, lists);
      blocks = new Map();
      size = 0;
    },
  };
}

/** Lists of one statement: its parameters then stay below a few megabytes. */
const listsPerStatement = 5_000;

async function appendLists(
  query: RunQuery,
  schema: string,
  block: number,
  lists: ReadonlyMap<string, GrowingList>,
): Promise<void> {
  const entries = [...lists];
  for (let first = 0; first < entries.length; first += listsPerStatement) {
    const some = entries.slice(first, first + listsPerStatement);
    await query(
      `insert into ${schema}.posting_blocks as old (term, block, postings)
       select term, $1::int, postings from unnest($2::text[], $3::bytea[]) as new (term, postings)
       on conflict (term, block) do update set postings = old.postings || excluded.postings`,
      [
        block,
        some.map(([term]) => term),
        some.map(([, { bytes, used }]) => bytes.subarray(0, used)),
      ],
    );
  }
}

export type TermPostings = Omit<TermList, "weight">;

/** The lists of some terms as BM25 reads them, over the dense numbers of the rows that are there. */
export async function readPostings(
  query: RunQuery,
  schema: string,
  live: LiveRows,
  terms: readonly string[],
): Promise<ReadonlyMap<string, TermPostings>> {
  const blocks = await query<{ term: string; block: number; postings: Buffer }>(
    `select term, block, postings from ${schema}.posting_blocks
     where term = any($1::text[]) order by term, block`,
    [[...new Set(terms)]],
  );
  const lists = new Map<string, TermPostings>();
  const encoder = createPostingEncoder();
  let next = 0;
  while (next < blocks.length) {
    const { term } = blocks[next] ?? { term: "" };
    for (; blocks[next]?.term === term; next++) addLive(blocks[next], live, encoder);
    const { bytes, count } = encoder.finish();
    lists.set(term, { postings: bytes.slice(), frequency: count });
  }
  return lists;
}

function addLive(
  list: { readonly block: number; readonly postings: Buffer } | undefined,
  live: LiveRows,
  encoder: PostingEncoder,
): void {
  if (!list) return;
  const { block, postings } = list;
  for (let at = 0; at < postings.length; at += postingBytes) {
    const dense = live.dense(block * rowsPerBlock + postings.readUInt16LE(at));
    if (dense !== -1) encoder.add(dense, postings.readUInt8(at + 2));
  }
}

/** Every term of the database and how many postings it has, those of other generations included. */
export async function readTerms(
  query: RunQuery,
  schema: string,
): Promise<{ readonly terms: readonly string[]; readonly counts: Uint32Array }> {
  const rows = await query<{ term: string; count: number }>(
    `select term, (sum(octet_length(postings)) / ${postingBytes})::int as count
     from ${schema}.posting_blocks group by term`,
  );
  return {
    terms: rows.map(({ term }) => term),
    counts: Uint32Array.from(rows, ({ count }) => count),
  };
}
