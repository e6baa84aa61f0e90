/** People who write to the whole program at given rates, and how long it takes to answer them. */
import { setTimeout as sleep } from "node:timers/promises";
import type { FaultTelegram } from "./fault-telegram.ts";
import { createRandom } from "./random.ts";

export interface LoadOptions {
  readonly seconds: number;
  readonly seed: number;
  /** People who write far too often. */
  readonly flooders: number;
  readonly floodPerSecond: number;
  /** People who ask one question each, this many a second. */
  readonly askersPerSecond: number;
}

export interface LoadReport {
  readonly floodMessages: number;
  readonly questions: number;
  readonly unanswered: number;
  readonly answersPerSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

const names = ["Lavrov", "Kerry", "Cavusoglu", "Poutine", "Erdogan", "Le Drian", "Macron", "Biden"];
const shapes = [
  (a: string, b: string) => `Où ${a} a-t-il rencontré ${b} ?`,
  (a: string) => `Qui ${a} a-t-il rencontré ?`,
  (a: string, b: string) => `De quoi ${a} et ${b} ont-ils parlé ?`,
  (a: string) => `Que dit l'article sur ${a} et la Syrie ?`,
];

/** The honest: a new person for each question, so that nobody is limited. */
export async function load(telegram: FaultTelegram, options: LoadOptions): Promise<LoadReport> {
  const random = createRandom(options.seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const question = () => pick(shapes)(pick(names), pick(names));
  const askedAt = new Map<number, number>();
  const answeredAt = new Map<number, number>();
  let floodMessages = 0;
  telegram.onCall = ({ method, payload }, moment) => {
    const chatId = Number(payload["chat_id"]);
    if (method === "sendMessage" && moment === "done" && !answeredAt.has(chatId)) {
      answeredAt.set(chatId, performance.now());
    }
  };
  const startedAt = performance.now();
  const flood = every(1_000 / options.floodPerSecond, options.seconds, () => {
    for (let n = 1; n <= options.flooders; n += 1) telegram.say(n, question());
    floodMessages += options.flooders;
  });
  const asking = every(1_000 / options.askersPerSecond, options.seconds, () => {
    const userId = 1_000_000 + askedAt.size;
    askedAt.set(userId, performance.now());
    telegram.say(userId, question());
  });
  await Promise.all([options.flooders > 0 ? flood : null, asking]);
  const giveUpAt = performance.now() + 20_000;
  const isDone = () => [...askedAt.keys()].every((userId) => answeredAt.has(userId));
  while (!isDone() && performance.now() < giveUpAt) await sleep(10);
  const lastAnswerAt = Math.max(...[...askedAt.keys()].map((id) => answeredAt.get(id) ?? 0));
  telegram.onCall = null;
  const waits = [...askedAt]
    .map(([userId, at]) => (answeredAt.get(userId) ?? Infinity) - at)
    .sort((a, b) => a - b);
  const answered = waits.filter((ms) => ms < Infinity).length;
  const at = (share: number) => Math.round(waits[Math.floor(share * (waits.length - 1))] ?? NaN);
  return {
    floodMessages,
    questions: waits.length,
    unanswered: waits.length - answered,
    answersPerSecond: Math.round((10_000 * answered) / (lastAnswerAt - startedAt)) / 10,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    maxMs: at(1),
  };
}

/** Runs a task at a steady pace, whatever the task and the timers cost. */
async function every(periodMs: number, seconds: number, task: () => void): Promise<void> {
  const startedAt = performance.now();
  for (let n = 0; n * periodMs < seconds * 1_000; n += 1) {
    const waitMs = startedAt + n * periodMs - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    task();
  }
}
