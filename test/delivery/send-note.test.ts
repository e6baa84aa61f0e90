import { Bot } from "grammy";
import type { Update } from "grammy/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BotMemory } from "../../src/bot/bot-memory.ts";
import { systemClock } from "../../src/delivery/clock.ts";
import { createSendNote } from "../../src/delivery/send-note.ts";
import { deliveryNotes } from "../../src/reply/texts/delivery-notes.ts";
import { startFaultTelegram, type FaultTelegram } from "../support/fault-telegram.ts";

describe("createSendNote()", () => {
  let telegram: FaultTelegram;
  beforeEach(async () => {
    telegram = await startFaultTelegram();
    telegram.say(7, "hello");
  });
  afterEach(() => telegram.close());

  const memory = new BotMemory(systemClock);
  const sendNote = () => {
    const { api } = new Bot(telegram.token, { client: { apiRoot: telegram.url } });
    return createSendNote(api, { chosen: (chatId) => memory.language(chatId), fallback: "fr" });
  };

  function message(language: string | undefined, type: "private" | "supergroup"): Update {
    const from = { id: 7, is_bot: false, first_name: "A" };
    return {
      update_id: 1,
      message: {
        message_id: 1,
        date: 0,
        text: "question",
        from: language === undefined ? from : { ...from, language_code: language },
        chat:
          type === "private" ? { id: 7, type, first_name: "A" } : { id: 7, type, title: "Groupe" },
      },
    };
  }

  it.for([
    ["fr-CA", deliveryNotes.fr.failed],
    ["en", deliveryNotes.en.failed],
    ["tr", deliveryNotes.fr.failed],
    [undefined, deliveryNotes.fr.failed],
  ] as const)("speaks the language of %s, else the default", async ([language, text]) => {
    await sendNote()(message(language, "private"), "failed");
    expect(telegram.messages().map((sent) => sent.text)).toEqual([text]);
  });

  it("speaks the language that the chat chose", async () => {
    memory.chooseLanguage(7, "en");
    await sendNote()(message("fr", "private"), "uncertain");
    memory.forget(7);
    expect(telegram.messages().map((sent) => sent.text)).toEqual([deliveryNotes.en.uncertain]);
  });

  it("is silent in groups and for inline queries", async () => {
    await sendNote()(message("fr", "supergroup"), "flooded");
    await sendNote()({ update_id: 2 }, "failed");
    expect(telegram.messages()).toEqual([]);
  });
});
