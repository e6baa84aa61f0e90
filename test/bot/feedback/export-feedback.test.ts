import { describe, expect, it } from "vitest";
import type { FeedbackEntry } from "../../../src/bot/bot-dependencies.ts";
import { exportFeedback } from "../../../src/bot/feedback/export-feedback.ts";
import { cite, invented } from "../../support/invented-reply.ts";

const entry = (question: string, judgement: "right" | "wrong", isCited = true): FeedbackEntry => ({
  question,
  lang: "fr",
  judgement,
  verdict: null,
  citations: isCited ? [cite(invented, invented.text.slice(0, 10))] : [],
  at: "2026-11-22T10:00:00.000Z",
});

describe("exportFeedback()", () => {
  it("writes the three files of a BEIR data set", () => {
    const files = exportFeedback(
      [
        entry("Qui ?\n« Elle »", "wrong"),
        entry("Où ?", "right"),
        entry("Qui ?\n« Elle »", "right"),
        entry("Sans rien ?", "wrong", false),
      ],
      [invented],
    );
    expect(
      files.queries
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { _id: "q1", text: "Qui ?\n« Elle »" },
      { _id: "q2", text: "Où ?" },
    ]);
    expect(files.qrels).toBe("query-id\tcorpus-id\tscore\nq1\tlyon-2021\t1\nq2\tlyon-2021\t1\n");
    expect(JSON.parse(files.corpus)).toEqual({
      _id: "lyon-2021",
      title: invented.title,
      text: invented.text,
    });
  });
});
