// The first reader's question is answered as fast as the hundredth: what answering runs through is
// compiled by the engine, and read into memory, before anybody asks.

import type { Sourcier } from "./open-sourcier.ts";

/**
 * V8 optimises what ran some hundred times: after 400 an answer takes a tenth less than after 120, after 2,000 hardly
 * less again. Three seconds beside whatever else there is; a reader's question waits for one of them at most.
 */
const QUESTIONS = 400;

/** Titles of the corpus as questions, repeated as often as needed: nothing here fits one corpus. */
export async function titlesAsQuestions(
  { corpus }: Pick<Sourcier, "corpus">,
  count: number,
): Promise<readonly string[]> {
  const titles = (await corpus.articles()).map(({ title }) => title);
  return Array.from(
    { length: titles.length > 0 ? count : 0 },
    (_, n) => `${titles[n % titles.length] ?? "?"} ${n}`,
  );
}

/** Asks about the articles by their own titles, until the signal aborts. @throws what asking throws */
export async function rehearse(sourcier: Sourcier, signal?: AbortSignal): Promise<void> {
  for (const question of await titlesAsQuestions(sourcier, QUESTIONS)) {
    if (signal?.aborted === true) return;
    await sourcier.ask({ question });
  }
}
