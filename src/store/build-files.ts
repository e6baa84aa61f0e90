/**
 * The files of a build and how they are opened: everything that is small enough is read, the rest is held open,
 * and all of it is compared with the manifest first. Used by the store that serves and by the update that goes on from it.
 */
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import type { ArticleId } from "../corpus/raw-article.ts";
import type { ArticleSummary } from "./store.ts";
import { openChecked, readChecked } from "./checked-file.ts";
import { factsOf, type PublishedBuild } from "./index-folder.ts";
import type { Axes } from "./axes.ts";
import { sumsLength, type VectorSums } from "./moments.ts";
import { createPassageLayout, type PassageLayout } from "./passage-columns.ts";
import type { TermDictionaryFiles } from "./term-dictionary.ts";

/** Names within a build. The ending tells the numbers: u32, f32 and f64 columns are little-endian, nothing before or after. */
export const buildFiles = {
  contents: "contents.jsonl",
  articles: "articles.jsonl",
  articleEnds: "article-ends.f64",
  passages: "passages.u32",
  sentences: "sentences.u32",
  vectors: "vectors.bin",
  vectorKeys: "vector-keys.bin",
  vectorSums: "vector-sums.f64",
  graph: "passages.hnsw",
  graphRows: "graph-rows.u32",
  graphAxes: "graph-axes.f32",
  termBytes: "term-bytes.bin",
  termEnds: "term-ends.u32",
  termSlots: "term-slots.u32",
  termFrequencies: "term-frequencies.u32",
  postings: "postings.bin",
  postingEnds: "posting-ends.u32",
  passageLengths: "passage-lengths.u32",
  foundEncounters: "found-encounters.jsonl",
  encounters: "encounters.jsonl",
} as const;

/** One line of contents.jsonl. */
export interface ContentEntry extends ArticleSummary {
  readonly contentHash: string;
}

/** A published build, checked and open. */
export interface OpenBuild {
  readonly published: PublishedBuild;
  readonly layout: PassageLayout;
  readonly passageColumn: Uint32Array;
  readonly sentenceColumn: Uint32Array;
  readonly articleEnds: Float64Array;
  readonly passageSums: VectorSums;
  readonly sentenceSums: VectorSums;
  readonly graphRows: Uint32Array;
  readonly graphAxes: Axes;
  readonly terms: TermDictionaryFiles;
  readonly termFrequencies: Uint32Array;
  readonly postingEnds: Uint32Array;
  readonly passageLengths: Uint32Array;
  readonly contents: FileHandle;
  readonly articles: FileHandle;
  readonly vectors: FileHandle;
  readonly vectorKeys: FileHandle;
  /** Records in each of these two. */
  readonly records: number;
  readonly postings: FileHandle;
  readonly foundEncounters: FileHandle;
  readonly encounters: FileHandle;
  /** Checked, for the graph library to read. */
  readonly graphPath: string;
  close(): Promise<void>;
}

/** @throws {IndexError} reason `damaged` when any byte of any file is not the one that was written. */
export async function openBuild(published: PublishedBuild): Promise<OpenBuild> {
  const { folder, manifest } = published;
  const handles: FileHandle[] = [];
  const hold = async (name: string): Promise<FileHandle> => {
    const handle = await openChecked(folder, factsOf(published, name));
    handles.push(handle);
    return handle;
  };
  const load = (name: string): Promise<ArrayBuffer> =>
    readChecked(folder, factsOf(published, name));
  const numbers = async (name: string): Promise<Uint32Array> => new Uint32Array(await load(name));
  const close = async (): Promise<void> => {
    for (const handle of handles) await handle.close();
  };
  try {
    if (manifest.graph)
      await (await openChecked(folder, factsOf(published, buildFiles.graph))).close();
    const passageColumn = await numbers(buildFiles.passages);
    const sentenceColumn = await numbers(buildFiles.sentences);
    const sums = new Float64Array(await load(buildFiles.vectorSums));
    const { dimensions } = manifest;
    const half = sumsLength(dimensions);
    return {
      published,
      layout: createPassageLayout(passageColumn, sentenceColumn, manifest.articles),
      passageColumn,
      sentenceColumn,
      articleEnds: new Float64Array(await load(buildFiles.articleEnds)),
      passageSums: { dimensions, numbers: sums.subarray(0, half) },
      sentenceSums: { dimensions, numbers: sums.subarray(half) },
      graphRows: await numbers(buildFiles.graphRows),
      graphAxes: { dimensions, numbers: new Float32Array(await load(buildFiles.graphAxes)) },
      terms: {
        bytes: new Uint8Array(await load(buildFiles.termBytes)),
        ends: await numbers(buildFiles.termEnds),
        slots: await numbers(buildFiles.termSlots),
      },
      termFrequencies: await numbers(buildFiles.termFrequencies),
      postingEnds: await numbers(buildFiles.postingEnds),
      passageLengths: await numbers(buildFiles.passageLengths),
      contents: await hold(buildFiles.contents),
      articles: await hold(buildFiles.articles),
      vectors: await hold(buildFiles.vectors),
      vectorKeys: await hold(buildFiles.vectorKeys),
      records: manifest.passages + manifest.sentences,
      postings: await hold(buildFiles.postings),
      foundEncounters: await hold(buildFiles.foundEncounters),
      encounters: await hold(buildFiles.encounters),
      graphPath: join(folder, buildFiles.graph),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** contentHash of every article. */
export async function readContents(build: OpenBuild): Promise<ReadonlyMap<ArticleId, string>> {
  const contents = new Map<ArticleId, string>();
  for await (const line of readJsonLines(build.contents)) {
    const { articleId, contentHash } = line as ContentEntry;
    contents.set(articleId, contentHash);
  }
  return contents;
}

const lineEnd = 0x0a;

/**
 * The objects of a file with one JSON text per line, from its beginning. The caller knows what they are.
 * Splits at line feeds only: node:readline also splits at U+2028, which JSON may hold as it is.
 */
export async function* readJsonLines(file: FileHandle): AsyncGenerator {
  const chunk = Buffer.allocUnsafe(1 << 18);
  let rest = Buffer.alloc(0);
  for (let position = 0; ;) {
    const { bytesRead } = await file.read(chunk, 0, chunk.length, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    const bytes = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
    let start = 0;
    for (let end = bytes.indexOf(lineEnd); end !== -1; end = bytes.indexOf(lineEnd, start)) {
      yield JSON.parse(bytes.toString("utf8", start, end)) as unknown;
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
}
