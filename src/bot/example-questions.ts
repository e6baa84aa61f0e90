import type { BotContext, BotServices } from "./bot-context.ts";
import { countPeople } from "./people.ts";

const maxExamples = 4;

/** Questions that this very corpus can answer: about its most mentioned people and one of its articles. */
export async function exampleQuestions(
  ctx: BotContext,
  { dependencies }: BotServices,
): Promise<readonly string[]> {
  const { corpus } = dependencies;
  const encounters = await corpus.encounters();
  const held = encounters.filter(
    ({ status, place, participants }) =>
      status === "held" && place !== null && participants.length > 1,
  );
  const [person] = countPeople(held.length > 0 ? held : encounters);
  const meeting = held.find(({ participants }) => participants.some(({ id }) => id === person?.id));
  const other = meeting?.participants.find(({ id }) => id !== person?.id);
  const [article] = await corpus.articles();
  return ctx.texts.chat
    .examples({
      person: person?.name ?? null,
      other: other?.name ?? null,
      title: article?.title ?? null,
    })
    .slice(0, maxExamples);
}
