import fc from "fast-check";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CorpusError } from "../../src/errors.ts";
import {
  countLines,
  readBeirCorpus,
  readBeirQueries,
  readQrels,
} from "../../src/eval/read-beir.ts";
import { judgeRanking, meanFigures } from "../../src/eval/retrieval-metrics.ts";
import { runEval } from "../../src/eval/run-eval.ts";
import { separationOf } from "../../src/eval/separation.ts";
import { createFakeEmbedder } from "../support/fake-embedder.ts";

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe("judgeRanking()", () => {
  const grades = new Map([["right", 1]]);

  it("is perfect when the right document is first", () => {
    const figures = judgeRanking(["right", "a", "b"], grades);
    expect(figures).toEqual({ ndcg10: 1, mrr10: 1, recall1: 1, recall5: 1, recall10: 1 });
  });

  it("agrees with the definitions further down", () => {
    const figures = judgeRanking(["a", "b", "right"], grades);
    expect(figures.mrr10).toBeCloseTo(1 / 3);
    expect(figures.ndcg10).toBeCloseTo(1 / Math.log2(4));
    expect(figures).toMatchObject({ recall1: 0, recall5: 1, recall10: 1 });
  });

  it("counts nothing beyond the tenth", () => {
    const ranking = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "right"];
    expect(judgeRanking(ranking, grades)).toMatchObject({ mrr10: 0, ndcg10: 0, recall10: 0 });
  });

  it("weighs grades: the better document first is worth more", () => {
    const graded = new Map([
      ["good", 1],
      ["best", 3],
    ]);
    expect(judgeRanking(["best", "good"], graded).ndcg10).toBe(1);
    expect(judgeRanking(["good", "best"], graded).ndcg10).toBeLessThan(1);
  });

  it("takes means, and zeros of nothing", () => {
    const [one, none] = [judgeRanking(["right"], grades), judgeRanking([], grades)];
    expect(meanFigures([one, none]).mrr10).toBe(0.5);
    expect(meanFigures([]).ndcg10).toBe(0);
  });
});

describe("separationOf()", () => {
  it("agrees with counting every pair, ties half", () => {
    const scores = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(scores, scores, (answerable, unanswerable) => {
        let wins = 0;
        for (const yes of answerable) {
          for (const no of unanswerable) wins += yes > no ? 1 : yes === no ? 0.5 : 0;
        }
        const expected = wins / (answerable.length * unanswerable.length);
        expect(separationOf(answerable, unanswerable)?.auroc).toBeCloseTo(expected, 10);
      }),
    );
  });

  it("trades false answers for false refusals", () => {
    const unanswerable = Array.from({ length: 10 }, (_, i) => i / 10);
    const found = separationOf([0.85, 0.95, 0.99, 1], unanswerable);
    expect(found?.tradeOff).toContainEqual({ falseAnswers: 0.1, falseRefusals: 0 });
    expect(found?.tradeOff).toContainEqual({ falseAnswers: 0.05, falseRefusals: 0.25 });
  });

  it("says nothing of one side alone", () => {
    expect(separationOf([], [1])).toBeNull();
  });
});

describe("BEIR files", () => {
  let folder: string;
  const write = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "sourcier-beir-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("streams documents as articles", async () => {
    const path = await write(
      "corpus.jsonl",
      '{"_id":"d1","title":"Un titre","text":"Un texte."}\n\n{"_id":"d2","text":"Autre."}\n',
    );
    const items = await collect(readBeirCorpus(path));
    expect(items).toMatchObject([
      { article: { articleId: "d1", text: "Un texte.", source: { title: "Un titre" } } },
      { article: { articleId: "d2", source: { title: "" } } },
    ]);
    expect(await countLines(path)).toBe(2);
  });

  it("names the file and the line of what is no document", async () => {
    const path = await write("corpus.jsonl", '{"_id":"d1","text":"x"}\n{"_id":2}\n');
    await expect(collect(readBeirCorpus(path))).rejects.toThrow(/line 2/);
    await expect(countLines(join(folder, "none.jsonl"))).rejects.toThrow(CorpusError);
  });

  it("reads questions with their exact answers, and judgements above zero", async () => {
    const queries = await write(
      "queries.jsonl",
      '{"_id":"q1","text":"Qui ?","metadata":{"answer":"Paul","answer_start":4}}\n{"_id":"q2","text":"Où ?"}\n',
    );
    expect(await readBeirQueries(queries)).toEqual([
      { id: "q1", text: "Qui ?", answer: { text: "Paul", start: 4 } },
      { id: "q2", text: "Où ?", answer: null },
    ]);
    const qrels = await write(
      "dev.tsv",
      "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t0\nq2\td2\t1\n",
    );
    const judgements = await readQrels(qrels);
    expect(judgements.get("q1")).toEqual(new Map([["d1", 2]]));
    expect(judgements.get("q2")).toEqual(new Map([["d2", 1]]));
    await expect(readQrels(await write("bad.tsv", "q1 d1 1\n"))).rejects.toThrow(CorpusError);
  });

  it("takes no judgement of TREC's form, four columns, for a line of column names", async () => {
    const qrels = await write("trec.tsv", "q1\t0\td1\t1\n");
    await expect(readQrels(qrels)).rejects.toThrow(/line 1/);
  });

  it("reads past a byte order mark", async () => {
    const queries = await write("queries.jsonl", '\uFEFF{"_id":"q1","text":"Qui ?"}\n');
    expect(await readBeirQueries(queries)).toMatchObject([{ id: "q1" }]);
    const qrels = await write("qrels.tsv", "\uFEFFq1\td1\t1\n");
    expect([...(await readQrels(qrels)).keys()]).toEqual(["q1"]);
  });

  it.each([
    ["judge other questions", "q9\td1\t1\n"],
    ["are empty", ""],
    ["are all 0", "q1\td1\t0\n"],
  ])("evaluates nothing when the judgements %s", async (_, judgements) => {
    const input = {
      corpus: await write("corpus.jsonl", '{"_id":"d1","text":"Une grue est arrivée à Brest."}\n'),
      queries: await write("queries.jsonl", '{"_id":"q1","text":"Où ?"}\n'),
      qrels: await write("qrels.tsv", judgements),
      embedder: createFakeEmbedder(),
      workDir: join(folder, "index"),
    };
    await expect(runEval(input)).rejects.toThrow(
      /No question of .*queries.jsonl has a judgement above 0 in .*: 1 questions, \d such/,
    );
  });
});
