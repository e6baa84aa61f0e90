import { describe, expect, it } from "vitest";
import type { Ask } from "../../src/answer/answer.ts";
import { askLines, parseCount } from "../../src/commands/ask.ts";
import { UsageError } from "../../src/errors.ts";

async function* linesOf(...lines: string[]): AsyncGenerator<string> {
  for (const line of lines) yield await Promise.resolve(line);
}

/** Says only that nothing was found, and remembers what it was asked. */
function listen() {
  const asked: string[] = [];
  const printed: Record<string, unknown>[] = [];
  const ask: Ask = async ({ question, lang = "fr" }) => {
    asked.push(question);
    const timings = { embedMs: 0, searchMs: 0, totalMs: 0 };
    return await Promise.resolve({
      answer: {
        kind: "no-answer",
        reason: "out-of-corpus",
        question,
        lang,
        confidence: "none",
        verdict: null,
        query: null,
        citations: [],
        encounters: [],
        timings,
      },
      others: [],
      topic: { question, query: null, citedArticleIds: [] },
    });
  };
  const page = { text: "Rien.", entities: [], buttons: [] };
  const print = (line: string) => printed.push(JSON.parse(line) as Record<string, unknown>);
  return {
    asked,
    printed,
    context: { ask, print, styled: false, render: async () => Promise.resolve(page) },
  };
}

describe("askLines()", () => {
  it("answers each line in order, under its own id", async () => {
    const { asked, printed, context } = listen();
    const lines = linesOf('{"id":"a","question":"Qui ?"}', "", '{"id":2,"question":"Où ?"}');
    expect(await askLines(context, lines, { json: true, k: 3 })).toBe(0);
    expect(asked).toEqual(["Qui ?", "Où ?"]);
    expect(printed).toMatchObject([
      { id: "a", question: "Qui ?", kind: "no-answer", text: "Rien.", citations: [] },
      { id: 2, question: "Où ?" },
    ]);
  });

  it("reads past a byte order mark", async () => {
    const { asked, context } = listen();
    const lines = linesOf('\uFEFF{"question":"Qui ?"}', "\uFEFF");
    expect(await askLines(context, lines, { json: true, k: 3 })).toBe(0);
    expect(asked).toEqual(["Qui ?"]);
  });

  it("says in place what is wrong with a line and goes on with the next", async () => {
    const { printed, context } = listen();
    const lines = linesOf("{oops", '{"id":"b"}', "[]", '{"id":"c","question":"Qui ?"}');
    expect(await askLines(context, lines, { json: true, k: 3 })).toBe(3);
    expect(printed.map((line) => [line["id"], "error" in line])).toEqual([
      [undefined, true],
      ["b", true],
      [undefined, true],
      ["c", false],
    ]);
  });
});

describe("parseCount()", () => {
  it.each(["0", "21", "-1", "1.5", "three", ""])("refuses %j", (text) => {
    expect(() => parseCount(text)).toThrow(UsageError);
  });
  it("takes whole numbers from 1 to 20", () => {
    expect(["1", "3", "20"].map(parseCount)).toEqual([1, 3, 20]);
  });
});
