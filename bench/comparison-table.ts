/** Figures of peers -> the tables that people read: what was measured, and Sourcier's part of it. */
import { textTable } from "../src/commands/text-table.ts";
import type { PeerFigures } from "./measure-peers.ts";

const megabyte = 1e6;

export function measuredTable(all: readonly PeerFigures[]): string {
  const header = [
    "measured",
    "MRR@10",
    "R@5",
    "texts encoded",
    "passages/s",
    "encoding p50",
    "question p50",
    "p95",
    "resident",
    "peak",
  ];
  const rows = all.map((one) => [
    one.peer,
    one.mrr10.toFixed(3),
    one.recall5.toFixed(3),
    String(one.encodedTexts),
    one.passagesPerSecond.toFixed(1),
    one.encodeP50 === null ? "-" : `${one.encodeP50.toFixed(1)} ms`,
    `${one.questionP50.toFixed(1)} ms`,
    `${one.questionP95.toFixed(1)} ms`,
    `${(one.residentBytes / megabyte).toFixed(0)} MB`,
    `${(one.peakBytes / megabyte).toFixed(0)} MB`,
  ]);
  return textTable(header, rows, []);
}

/** Quotients above 1 mean that Sourcier has more of it; MRR@10 is a difference. */
export function ratioTable(all: readonly PeerFigures[]): string {
  const own = all.find(({ peer }) => peer === "sourcier");
  if (own === undefined) return "";
  const header = [
    "sourcier against",
    "MRR@10",
    "passages/s",
    "question p50",
    "p95",
    "resident",
    "peak",
  ];
  const ratio = (mine: number, theirs: number) => (mine / theirs).toFixed(2);
  const rows = all
    .filter(({ peer }) => peer !== own.peer)
    .map((one) => [
      one.peer,
      `${own.mrr10 >= one.mrr10 ? "+" : ""}${(own.mrr10 - one.mrr10).toFixed(3)}`,
      ratio(own.passagesPerSecond, one.passagesPerSecond),
      ratio(own.questionP50, one.questionP50),
      ratio(own.questionP95, one.questionP95),
      ratio(own.residentBytes, one.residentBytes),
      ratio(own.peakBytes, one.peakBytes),
    ]);
  const { questionP50, encodeP50 } = own;
  const whole =
    encodeP50 === null
      ? ""
      : `\nsourcier, question p50 / encoding alone: ${ratio(questionP50, encodeP50)}`;
  return textTable(header, rows, []) + whole;
}
