/**
 * The whole program, as `npm start` runs it, polling a Bot API server over HTTP: a person asks, follows a
 * button, asks for the link.
 */
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  TelegramTestServer,
  type TestButton,
  type TestMessage,
  type TestServer,
} from "../support/telegram-test-api.ts";

const run = promisify(execFile);
const token = "987654321:AAMARKERmarkerMARKERmarkerMARKERmark";
const tsx = ["--import", "tsx"] as const;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe("the program on Telegram", () => {
  let directory: string;
  let server: TestServer;
  let bot: ChildProcess;
  let output = "";
  let articleTexts: readonly string[];
  let ended: Promise<number | null>;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "sourcier-telegram-"));
    const indexDir = join(directory, "index");
    const cli = (...args: readonly string[]) =>
      run(process.execPath, [...tsx, "src/cli.ts", ...args], { maxBuffer: 1e8 });
    const { stdout } = await cli("articles", "--json");
    articleTexts = (JSON.parse(stdout) as { text: string }[]).map(({ text }) => text);
    await cli("ingest", "--index", indexDir);
    const port = await freePort();
    server = new TelegramTestServer({ host: "127.0.0.1", port });
    await server.start();
    bot = spawn(process.execPath, [...tsx, "src/main.ts"], {
      env: {
        PATH: process.env["PATH"],
        BOT_TOKEN: token,
        TELEGRAM_API_ROOT: `http://127.0.0.1:${port}`,
        INDEX_DIR: indexDir,
        STATE_DIR: join(directory, "state"),
        PORT: "0",
        LOG_LEVEL: "debug",
      },
    });
    for (const stream of [bot.stdout, bot.stderr]) {
      stream?.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
    }
    ended = new Promise((resolve) => bot.once("exit", resolve));
    const giveUpAt = Date.now() + 60_000;
    while (!output.includes("index up to date") && Date.now() < giveUpAt) await sleep(50);
  }, 120_000);

  afterAll(async () => {
    bot.kill("SIGKILL");
    await server.stop();
    await rm(directory, { recursive: true });
  });

  const client = () =>
    server.getClient(token, { userId: 5, chatId: 5, timeout: 20_000, interval: 20 });

  /** Says something and waits for what the bot says next. */
  async function ask(text: string): Promise<TestMessage> {
    const user = client();
    await (text.startsWith("/")
      ? user.sendCommand(user.makeCommand(text))
      : user.sendMessage(user.makeMessage(text)));
    const last = (await user.getUpdates()).result.at(-1);
    if (last === undefined) throw new Error("the bot said nothing");
    return last;
  }

  function buttonsOf({ message }: TestMessage): readonly TestButton[] {
    return message.reply_markup?.inline_keyboard.flat() ?? [];
  }

  it("greets whoever starts it", async () => {
    const { message } = await ask("/start");
    expect(message.text).toContain("Sourcier");
  });

  it("answers a question with passages quoted word for word", async () => {
    const { message } = await ask("Où Lavrov a-t-il rencontré Cavusoglu ?");
    const quotes = (message.entities ?? []).filter(({ type }) => type.endsWith("blockquote"));
    expect(quotes.length).toBeGreaterThan(0);
    for (const { offset, length } of quotes) {
      const quote = message.text.slice(offset, offset + length);
      expect(articleTexts.some((text) => text.includes(quote))).toBe(true);
    }
  });

  it("shows something else when a button under the answer is pressed", async () => {
    const answer = await ask("Qui Lavrov a-t-il rencontré ?");
    const button = buttonsOf(answer).find(({ callback_data: data }) => data !== undefined);
    expect(button).toBeDefined();
    const user = client();
    // The bot's messages are those that name their chat by number.
    const seen = async () => {
      const history = await user.getUpdatesHistory();
      return history.map((entry) => JSON.stringify(entry)).filter((e) => e.includes('"chat_id"'));
    };
    const before = await seen();
    const press = { message: { message_id: answer.messageId } };
    await user.sendCallback(user.makeCallbackQuery(button?.callback_data ?? "", press));
    const giveUpAt = Date.now() + 10_000;
    while ((await seen()).join() === before.join() && Date.now() < giveUpAt) await sleep(50);
    expect(await seen()).not.toEqual(before);
  });

  it("gives the link of the article that it has just quoted", async () => {
    await ask("Où Lavrov a-t-il rencontré Cavusoglu ?");
    const reply = await ask("Le lien de l'article ?");
    const links = [
      ...(reply.message.entities ?? []).map(({ url }) => url),
      ...buttonsOf(reply).map(({ url }) => url),
    ].filter((url) => url !== undefined);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatch(/^https?:\/\//);
  });

  it("stops at SIGTERM with code 0, and has printed and stored neither the token nor a question", async () => {
    bot.kill("SIGTERM");
    expect(await ended).toBe(0);
    const files = await readdir(join(directory, "state"), { recursive: true, withFileTypes: true });
    const stored = await Promise.all(
      files
        .filter((entry) => entry.isFile())
        .map((entry) => readFile(join(entry.parentPath, entry.name), "utf8")),
    );
    const everything = [output, ...stored].join("\n");
    expect(everything).not.toContain("MARKER");
    expect(everything).not.toContain("Cavusoglu ?");
    expect(stored.length).toBeGreaterThan(0);
  });
});
