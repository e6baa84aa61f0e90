import { Composer, GrammyError, InputFile } from "grammy";
import type { Encounter } from "../../encounters/encounter.ts";
import { encodeButton, shortKey, type PictureKind } from "../../reply/button-reference.ts";
import { describeEncounter, distinctEncounters } from "../../reply/encounter-words.ts";
import type { ReplyButton } from "../../reply/rendered-reply.ts";
import { shorten } from "../../reply/shorten.ts";
import { wellFormed } from "../../reply/well-formed.ts";
import type { BotContext, BotServices } from "../bot-context.ts";
import { commandNames } from "../command-group.ts";
import { keyboard } from "../keyboard.ts";
import { onButton } from "../on-button.ts";
import {
  countPeople,
  encountersOf,
  findPerson,
  personOfKey,
  type CountedPerson,
} from "../people.ts";
import { replyParameters, say } from "../send-page.ts";
import { showAction } from "../show-action.ts";

/** Telegram's limit for the caption of a photo. */
const maxCaptionChars = 1024;

/** /graph: who met whom as a picture, for everybody or one person; the caption says the same in words. */
export function graphFeature(services: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command(commandNames("graph"), async (ctx) => {
    const name = ctx.match.trim();
    const people = countPeople(await services.dependencies.corpus.encounters());
    const person = name === "" ? null : findPerson(people, name);
    if (name !== "" && person === null) {
      await say(ctx, ctx.texts.chat.noEncountersOf(shorten(name, 80)));
    } else await sendPicture(ctx, "graph", person, services);
  });
  onButton(composer, "picture", async (ctx, { picture, person: key }) => {
    const people = countPeople(await services.dependencies.corpus.encounters());
    const person = key === null ? null : personOfKey(people, key);
    if (key !== null && person === null) {
      ctx.notice = { text: ctx.texts.chat.oldButton, alert: true };
    } else await sendPicture(ctx, picture, person, services);
  });
  return composer;
}

async function sendPicture(
  ctx: BotContext,
  kind: PictureKind,
  person: CountedPerson | null,
  services: BotServices,
): Promise<void> {
  const { chat } = ctx.texts;
  const { corpus, pictures, readiness } = services.dependencies;
  const all = await corpus.encounters();
  const encounters = person === null ? all : encountersOf(all, person.id);
  if (encounters.length === 0) {
    await say(ctx, readiness().state === "building" ? chat.buildingSoon : chat.nothingToDraw);
    return;
  }
  const caption = captionOf(ctx, kind, person, encounters);
  if (pictures === null) {
    await say(ctx, `${chat.noPictures}\n\n${caption}`);
    return;
  }
  await showAction(ctx, "upload_photo", services);
  const request = { encounters: all, person: person?.id ?? null, lang: ctx.lang };
  const png =
    kind === "graph" ? await pictures.drawGraph(request) : await pictures.drawTimeline(request);
  if (png === null) await say(ctx, `${chat.nothingToDraw}\n\n${caption}`);
  else {
    const buttons = pictureButtons(ctx, kind, person);
    const isSent = await sendPhoto(ctx, new InputFile(png, `${kind}.png`), { caption, buttons });
    if (!isSent) await say(ctx, `${chat.noPictures}\n\n${caption}`);
  }
}

/** False where Telegram takes no picture: the chat forbids them, or this one does not suit it. */
async function sendPhoto(
  ctx: BotContext,
  photo: InputFile,
  { caption, buttons }: { readonly caption: string; readonly buttons: readonly ReplyButton[] },
): Promise<boolean> {
  try {
    await ctx.replyWithPhoto(photo, {
      caption,
      reply_markup: keyboard([buttons], ctx.chat?.type === "private"),
      ...replyParameters(ctx),
    });
    return true;
  } catch (error) {
    if (error instanceof GrammyError && error.error_code === 400) return false;
    throw error;
  }
}

function captionOf(
  ctx: BotContext,
  kind: PictureKind,
  person: CountedPerson | null,
  encounters: readonly Encounter[],
): string {
  const { chat } = ctx.texts;
  const distinct = distinctEncounters(encounters);
  const name = person === null ? null : shorten(person.name, 80);
  const head =
    kind === "graph"
      ? chat.graphCaption(name, countPeople(encounters).length, distinct.length)
      : chat.timelineCaption(name, distinct.length);
  const lines = distinct.map((encounter) => `• ${describeEncounter(encounter, ctx.lang)}`);
  let caption = head;
  for (const [i, line] of lines.entries()) {
    const more = ctx.texts.encounters.more(lines.length - i);
    if (caption.length + line.length + more.length + 2 > maxCaptionChars) {
      return wellFormed(`${caption}\n${more}`);
    }
    caption += `\n${line}`;
  }
  return wellFormed(caption);
}

/** The other picture of the same people, and the picture of everybody. */
function pictureButtons(ctx: BotContext, kind: PictureKind, person: CountedPerson | null) {
  const { buttons } = ctx.texts;
  const other = kind === "graph" ? "timeline" : "graph";
  const button = (text: string, picture: PictureKind, of: CountedPerson | null) => ({
    text,
    action: {
      kind: "callback" as const,
      data: encodeButton({ kind: "picture", picture, person: of ? shortKey(of.id) : null }),
    },
  });
  return [
    button(buttons[other], other, person),
    ...(person === null ? [] : [button(buttons.everybody, kind, null)]),
  ];
}
