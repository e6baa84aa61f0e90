// The first reader's question is answered as fast as the hundredth: what answering runs through is
// compiled by the engine, and read into memory, before anybody asks.

import type { Sourcier } from "./open-sourcier.ts";

/** V8 compiles what ran a few dozen times; a second, of which a question waits for 20 ms at most. */
const QUESTIONS = 120;

/** Asks about the articles by their own titles, until the signal aborts. @throws what asking throws */
export async function rehearse({ ask, corpus }: Sourcier, signal?: AbortSignal): Promise<void> {
  const titles = (await corpus.articles()).slice(0, QUESTIONS).map(({ title }) => title);
  for (let n = 0; n < QUESTIONS && titles.length > 0 && signal?.aborted !== true; n++)
    await ask({ question: `${titles[n % titles.length] ?? ""} ${n}` });
}
