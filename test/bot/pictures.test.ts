/** Pictures over real HTTP: the form that carries a file, and what people see when it is refused. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBot } from "../../src/bot/create-bot.ts";
import { inventedDependencies } from "../support/invented-bot.ts";
import { startFaultTelegram, type FaultTelegram } from "../support/fault-telegram.ts";
import { sent, botInfo, user } from "../support/recording-telegram.ts";

const png = Uint8Array.from({ length: 2_000 }, (_, i) => i % 256);
const draw = () => Promise.resolve(png);

describe("a picture", () => {
  let telegram: FaultTelegram;
  beforeEach(async () => {
    telegram = await startFaultTelegram();
    telegram.say(user.id, "…");
  });
  afterEach(() => telegram.close());

  async function askForGraph(): Promise<void> {
    const pictures = { drawGraph: draw, drawTimeline: draw };
    const dependencies = inventedDependencies({ pictures, client: { apiRoot: telegram.url } });
    const bot = createBot(telegram.token, dependencies, { botInfo });
    await bot.handleUpdate(sent("/graphe"));
  }

  it("arrives byte by byte, with its caption and buttons", async () => {
    await askForGraph();
    const [photo, ...more] = telegram.messages();
    expect(more).toEqual([]);
    expect(photo?.method).toBe("sendPhoto");
    expect(photo?.text).toMatch(/^Qui a rencontré qui/);
    expect(photo?.payload["reply_markup"]).toMatchObject({ inline_keyboard: [[{}]] });
    const file = Object.values(photo?.payload ?? {}).find((value) => value instanceof Blob);
    expect(new Uint8Array(await file!.arrayBuffer())).toEqual(png);
  });

  it("that Telegram refuses is told in words", async () => {
    const description = "Bad Request: PHOTO_INVALID_DIMENSIONS";
    telegram.fail("sendPhoto", { kind: "refuse", code: 400, description });
    await askForGraph();
    expect(telegram.messages().map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Je ne peux pas dessiner ici/),
    ]);
  });
});
