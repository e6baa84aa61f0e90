import type { Encounter } from "../encounters/encounter.ts";
import { shortTitle } from "../reply/source-line.ts";
import type { Texts } from "../reply/texts/texts.ts";
import type { ArticleSummary } from "../store/store.ts";
import type { BotContext, BotServices } from "./bot-context.ts";
import { oncePerList } from "../terms/once-per-list.ts";
import { countPeople } from "./people.ts";

export interface ExampleFacts {
  readonly encounters: readonly Encounter[];
  readonly articles: readonly ArticleSummary[];
  readonly texts: Texts;
}

/** Questions that this very corpus can answer: about its most mentioned people and one of its articles. */
export function exampleQuestions({ encounters, articles, texts }: ExampleFacts): readonly string[] {
  const held = heldSomewhere(encounters);
  const [person] = countPeople(held.length > 0 ? held : encounters);
  const meeting = held.find(({ participants }) => participants.some(({ id }) => id === person?.id));
  const other = meeting?.participants.find(({ id }) => id !== person?.id);
  const [article] = articles;
  return texts.chat.examples({
    person: person?.name ?? null,
    other: other?.name ?? null,
    title: article === undefined ? null : shortTitle(article.title),
  });
}

const heldSomewhere = oncePerList((encounters: readonly Encounter[]): readonly Encounter[] =>
  encounters.filter(
    ({ status, place, participants }) =>
      status === "held" && place !== null && participants.length > 1,
  ),
);

/** The questions below their heading, one a line. */
export async function exampleLines(
  { texts }: BotContext,
  { dependencies }: BotServices,
): Promise<string> {
  const { corpus } = dependencies;
  const [encounters, articles] = await Promise.all([corpus.encounters(), corpus.articles()]);
  const questions = exampleQuestions({ encounters, articles, texts });
  return [texts.chat.examplesHead, ...questions.map((question) => `• ${question}`)].join("\n");
}
