/**
 * Writes a whole build into a folder: what is carried over from the published one, then what is new, file by file
 * and front to back, so that memory stays the same whatever the size. Rows come out dense and in the order of the
 * articles; only the graph remembers what is gone.
 */
import type { FileHandle } from "node:fs/promises";
import { endianness } from "node:os";
import type { ArticleId } from "../corpus/raw-article.ts";
import type { Encounter } from "../encounters/encounter.ts";
import { bm25Parameters } from "./bm25.ts";
import { buildFiles, readJsonLines, type OpenBuild } from "./build-files.ts";
import { planCarriedOver, type CarriedOver } from "./carried-over.ts";
import { createFileWriter, measureFile, type FileFacts, type FileWriter } from "./checked-file.ts";
import { bytesOf, copyRanges, copyWhole, joinColumns } from "./copy-bytes.ts";
import { formatVersion, type GraphFacts, type Manifest } from "./manifest.ts";
import { addToSums, createVectorSums, type VectorSums } from "./moments.ts";
import type { NewArticles, NewFiles } from "./new-articles.ts";
import {
  createPassageLayout,
  passageWidth,
  sentenceWidth,
  type PassageLayout,
} from "./passage-columns.ts";
import type { MergedPostings } from "./posting-runs.ts";
import { recordBytes } from "./quantized-vector.ts";
import type { PublishOptions } from "./store.ts";
import { layOutTerms } from "./term-dictionary.ts";
import { keyBytes } from "./text-key.ts";
import { readVectors } from "./vector-file.ts";
import { writeGraph } from "./write-graph.ts";

export interface BuildInput {
  readonly folder: string;
  readonly dimensions: number;
  readonly embedderFingerprint: string;
  readonly published: OpenBuild | null;
  /** Articles of the published build that are not carried over: removed or put again. */
  readonly dropped: ReadonlySet<ArticleId>;
  readonly added: NewArticles;
  readonly linkEncounters: NonNullable<PublishOptions["linkEncounters"]>;
  /** Called before and after each file, with its name. */
  readonly onStep: (step: string) => void;
}

type Emit = (name: string, fill: (output: FileWriter) => Promise<void>) => Promise<void>;

interface Writing {
  readonly input: BuildInput;
  readonly carried: CarriedOver;
  readonly newFiles: NewFiles;
  readonly emit: Emit;
}

/** @returns the manifest, for whoever publishes; it is not in the folder yet */
export async function writeBuild(input: BuildInput): Promise<Manifest> {
  const carried = await planCarriedOver(input.published, input.dropped);
  const newFiles = await input.added.finish();
  const files: FileFacts[] = [];
  const emit: Emit = async (name, fill) => {
    input.onStep(`writing ${name}`);
    files.push(await writeFile(input.folder, name, fill));
    input.onStep(`wrote ${name}`);
  };
  const writing = { input, carried, newFiles, emit };
  try {
    await writeArticles(writing);
    const layout = await writePassages(writing);
    const passageSums = await writeVectors(writing);
    const terms = await writeTerms(writing);
    const encounters = await writeEncounters(writing);
    const graph = await writeGraphFiles(writing, { layout, passageSums, files });
    const articles = carried.entries.length + input.added.entries.length;
    return createManifest(input, { articles, layout, encounters, terms, graph, files });
  } finally {
    await newFiles.close();
  }
}

async function writeFile(
  folder: string,
  name: string,
  fill: (output: FileWriter) => Promise<void>,
): Promise<FileFacts> {
  const output = await createFileWriter(folder, name);
  try {
    await fill(output);
  } catch (error) {
    await output.abandon();
    throw error;
  }
  return output.finish();
}

async function writeArticles({ input, carried, newFiles, emit }: Writing): Promise<void> {
  const entries = [...carried.entries, ...input.added.entries];
  await emit(buildFiles.contents, async (output) => {
    for (const entry of entries) await output.write(Buffer.from(`${JSON.stringify(entry)}\n`));
  });
  await emit(buildFiles.articles, async (output) => {
    if (input.published) await copyRanges(input.published.articles, carried.articleRanges, output);
    await copyWhole(newFiles.articles, output);
  });
  let end = 0;
  const lengths = [...carried.articleLengths, ...input.added.articleLengths];
  const ends = Float64Array.from(lengths, (length) => (end += length));
  await emit(buildFiles.articleEnds, (output) => output.write(bytesOf(ends)));
}

async function writePassages({ input, carried, emit }: Writing): Promise<PassageLayout> {
  const { added } = input;
  const firstArticle = carried.entries.length;
  const firstSentence = carried.sentenceColumn.length / sentenceWidth;
  const moved = added.passageColumn.view().slice();
  for (let at = 0; at < moved.length; at += passageWidth) {
    moved[at] = (moved[at] ?? 0) + firstArticle;
    moved[at + 3] = (moved[at + 3] ?? 0) + firstSentence;
  }
  const passages = joinColumns(carried.passageColumn.view(), moved);
  const sentences = joinColumns(carried.sentenceColumn.view(), added.sentenceColumn.view());
  const lengths = joinColumns(carried.passageLengths.view(), added.passageLengths.view());
  await emit(buildFiles.passages, (output) => output.write(bytesOf(passages)));
  await emit(buildFiles.sentences, (output) => output.write(bytesOf(sentences)));
  await emit(buildFiles.passageLengths, (output) => output.write(bytesOf(lengths)));
  return createPassageLayout(passages, sentences, firstArticle + added.entries.length);
}

/** @returns the sums of the passages' vectors */
async function writeVectors(writing: Writing): Promise<VectorSums> {
  const { input, carried, newFiles, emit } = writing;
  const { published, dimensions } = input;
  const copy = async (
    output: FileWriter,
    width: number,
    parts: { readonly old: FileHandle | undefined; readonly added: FileHandle },
  ): Promise<void> => {
    const ranges = carried.recordRanges.map(({ start, end }) => ({
      start: start * width,
      end: end * width,
    }));
    if (parts.old) await copyRanges(parts.old, ranges, output);
    await copyWhole(parts.added, output);
  };
  await emit(buildFiles.vectors, (output) =>
    copy(output, recordBytes(dimensions), { old: published?.vectors, added: newFiles.vectors }),
  );
  await emit(buildFiles.vectorKeys, (output) =>
    copy(output, keyBytes, { old: published?.vectorKeys, added: newFiles.vectorKeys }),
  );
  const sums = await sumVectors(input, carried);
  await emit(buildFiles.vectorSums, async (output) => {
    for (const { numbers } of sums) await output.write(bytesOf(numbers));
  });
  return sums[0];
}

/** The sums of the published build without what is gone and with what is new. */
async function sumVectors(
  input: BuildInput,
  carried: CarriedOver,
): Promise<readonly [VectorSums, VectorSums]> {
  const { published, dimensions, added } = input;
  const passageSums = createVectorSums(dimensions);
  const sentenceSums = createVectorSums(dimensions);
  if (published && carried.passageLengths.length > 0) {
    passageSums.numbers.set(published.passageSums.numbers);
    sentenceSums.numbers.set(published.sentenceSums.numbers);
    for (const row of carried.goneRows) {
      const [own, ...sentences] = await readVectors(
        published.vectors,
        dimensions,
        published.layout.records(row),
      );
      if (own) addToSums(passageSums, own, -1);
      for (const sentence of sentences) addToSums(sentenceSums, sentence, -1);
    }
  }
  addAll(passageSums, added.passageSums);
  addAll(sentenceSums, added.sentenceSums);
  return [passageSums, sentenceSums];
}

function addAll(target: VectorSums, source: VectorSums): void {
  source.numbers.forEach((number, i) => (target.numbers[i] = (target.numbers[i] ?? 0) + number));
}

/** @returns how many terms the dictionary has */
async function writeTerms({ input, carried, emit }: Writing): Promise<number> {
  const { published, added } = input;
  let merged: MergedPostings = { ends: new Uint32Array(), frequencies: new Uint32Array() };
  await emit(buildFiles.postings, async (output) => {
    const old = published && {
      file: published.postings,
      ends: published.postingEnds,
      newRows: carried.newRows,
      kept: carried.passageLengths.length,
    };
    merged = await added.postings.merge(output, old);
  });
  await emit(buildFiles.postingEnds, (output) => output.write(bytesOf(merged.ends)));
  await emit(buildFiles.termFrequencies, (output) => output.write(bytesOf(merged.frequencies)));
  const terms = layOutTerms([...added.postings.terms.keys()]);
  await emit(buildFiles.termBytes, (output) => output.write(terms.bytes));
  await emit(buildFiles.termEnds, (output) => output.write(bytesOf(terms.ends)));
  await emit(buildFiles.termSlots, (output) => output.write(bytesOf(terms.slots)));
  return terms.ends.length;
}

/** @returns how many encounters there are once those of all articles are linked */
async function writeEncounters({ input, carried, emit }: Writing): Promise<number> {
  const found: Encounter[] = [];
  const kept = new Set(carried.entries.map((entry) => entry.articleId));
  if (input.published)
    for await (const line of readJsonLines(input.published.foundEncounters)) {
      const encounter = line as Encounter;
      if (kept.has(encounter.articleId)) found.push(encounter);
    }
  found.push(...input.added.encounters);
  const linked = input.linkEncounters(found);
  const lines = (all: readonly Encounter[]) => async (output: FileWriter) => {
    for (const one of all) await output.write(Buffer.from(`${JSON.stringify(one)}\n`));
  };
  await emit(buildFiles.foundEncounters, lines(found));
  await emit(buildFiles.encounters, lines(linked));
  return linked.length;
}

interface GraphContext {
  readonly layout: PassageLayout;
  readonly passageSums: VectorSums;
  readonly files: FileFacts[];
}

async function writeGraphFiles(
  { input, carried, emit }: Writing,
  { layout, passageSums, files }: GraphContext,
): Promise<GraphFacts | null> {
  const { folder, published, onStep } = input;
  if (layout.passages === 0) {
    await emit(buildFiles.graphRows, () => Promise.resolve());
    await emit(buildFiles.graphAxes, () => Promise.resolve());
    return null;
  }
  onStep(`writing ${buildFiles.graph}`);
  const graph = await writeGraph({ folder, published, carried, layout, passageSums });
  files.push(await measureFile(folder, buildFiles.graph));
  onStep(`wrote ${buildFiles.graph}`);
  await emit(buildFiles.graphRows, (output) => output.write(bytesOf(graph.rows)));
  await emit(buildFiles.graphAxes, (output) => output.write(bytesOf(graph.axes.numbers)));
  return graph.facts;
}

interface Counts {
  readonly articles: number;
  readonly layout: PassageLayout;
  readonly encounters: number;
  readonly terms: number;
  readonly graph: GraphFacts | null;
  readonly files: readonly FileFacts[];
}

function createManifest(input: BuildInput, counts: Counts): Manifest {
  const { layout, articles, encounters, terms, graph, files } = counts;
  return {
    format: "sourcier-index",
    formatVersion,
    createdAt: new Date().toISOString(),
    writtenBy: { node: process.version, endianness: endianness() },
    embedderFingerprint: input.embedderFingerprint,
    dimensions: input.dimensions,
    metric: "cosine",
    articles,
    passages: layout.passages,
    sentences: layout.sentences,
    encounters,
    terms,
    bm25: bm25Parameters,
    graph,
    files,
  };
}
