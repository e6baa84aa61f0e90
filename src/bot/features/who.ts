import { Composer } from "grammy";
import { encodeButton, shortKey } from "../../reply/button-reference.ts";
import { createPage } from "../../reply/rendered-page.ts";
import type { RenderedPage } from "../../reply/rendered-reply.ts";
import { pagingRow } from "../../reply/reply-buttons.ts";
import { answerQuestion } from "../answer-question.ts";
import type { BotContext, BotServices } from "../bot-context.ts";
import { commandNames } from "../command-group.ts";
import { onButton } from "../on-button.ts";
import { countPeople, personOfKey, type CountedPerson } from "../people.ts";
import { showPage, turnPage } from "../send-page.ts";

const peoplePerRow = 2;
const peoplePerPage = 10;

/** /who: everybody the articles tell encounters of; a name answers at once. */
export function whoFeature(services: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command(commandNames("who"), async (ctx) => {
    const name = ctx.match.trim();
    if (name === "") await showPage(ctx, await peoplePage(ctx, 0, services));
    // A whole question stays as it was asked.
    else if (name.endsWith("?")) await answerQuestion(ctx, name, services);
    else await answerQuestion(ctx, ctx.texts.chat.whoQuestion(name), services);
  });
  onButton(composer, "people", async (ctx, { page }) => {
    await turnPage(ctx, await peoplePage(ctx, page, services));
  });
  onButton(composer, "person", async (ctx, { person: key }) => {
    const people = countPeople(await services.dependencies.corpus.encounters());
    const person = personOfKey(people, key);
    if (person === null) ctx.notice = { text: ctx.texts.chat.oldButton, alert: true };
    else await answerQuestion(ctx, ctx.texts.chat.whoQuestion(person.name), services);
  });
  return composer;
}

async function peoplePage(
  ctx: BotContext,
  page: number,
  { dependencies }: BotServices,
): Promise<RenderedPage> {
  const { chat } = ctx.texts;
  const people = countPeople(await dependencies.corpus.encounters());
  if (people.length === 0) {
    const isBuilding = dependencies.readiness().state === "building";
    return createPage([isBuilding ? chat.buildingSoon : chat.noEncounters]);
  }
  const of = Math.ceil(people.length / peoplePerPage);
  const current = Math.min(page, of - 1);
  const shown = people.slice(current * peoplePerPage, (current + 1) * peoplePerPage);
  const rows = Array.from({ length: Math.ceil(shown.length / peoplePerRow) }, (_, row) =>
    shown
      .slice(row * peoplePerRow, (row + 1) * peoplePerRow)
      .map((person) => personButton(ctx, person)),
  );
  const paging = pagingRow({ page: current, of }, ctx.lang, (to) =>
    encodeButton({ kind: "people", page: to }),
  );
  return createPage([chat.peopleHead(people.length)], [...rows, paging]);
}

function personButton(ctx: BotContext, { id, name, encounters }: CountedPerson) {
  return {
    text: ctx.texts.chat.personLine(name, encounters),
    action: {
      kind: "callback" as const,
      data: encodeButton({ kind: "person", person: shortKey(id) }),
    },
  };
}
