/** Passages drawn from a data set in the BEIR layout (corpus.jsonl, queries.jsonl, qrels/dev.tsv), and all their questions. */
import { join } from "node:path";
import { readBeirCorpus, readBeirQueries, readQrels } from "../src/eval/read-beir.ts";
import { createRandom, draw } from "../test/support/random.ts";
import type { BenchPassage } from "./peer.ts";

export interface SampleQuestion {
  readonly text: string;
  readonly grades: ReadonlyMap<string, number>;
}

export interface Sample {
  readonly passages: readonly BenchPassage[];
  readonly questions: readonly SampleQuestion[];
}

/** @throws {CorpusError} when the files cannot be read */
export async function readSample(folder: string, size: number, seed: number): Promise<Sample> {
  const all: BenchPassage[] = [];
  for await (const item of readBeirCorpus(join(folder, "corpus.jsonl"))) {
    if (item.kind !== "article") continue;
    const { articleId, source, text } = item.article;
    all.push({ id: articleId, title: source.title ?? "", text });
  }
  const passages = draw(all, size, createRandom(seed));
  const ids = new Set(passages.map(({ id }) => id));
  const judgements = await readQrels(join(folder, "qrels", "dev.tsv"));
  const questions = (await readBeirQueries(join(folder, "queries.jsonl"))).flatMap(
    ({ id, text }) => {
      const grades = judgements.get(id);
      const isAnswered = [...(grades?.keys() ?? [])].some((passage) => ids.has(passage));
      return grades !== undefined && isAnswered ? [{ text, grades }] : [];
    },
  );
  return { passages, questions };
}
