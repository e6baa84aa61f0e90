/** The page around the small bot and the one article, and a browser's way of talking to it. */
import type { Hono } from "hono";
import type { Readiness } from "../../src/bot/bot-dependencies.ts";
import { createPage } from "../../src/web/create-page.ts";
import type { LocalMessage } from "../../src/web/local-chat.ts";
import { LocalTelegram } from "../../src/web/local-telegram.ts";
import type { PageDependencies } from "../../src/web/page-dependencies.ts";
import { createPageBot } from "./page-bot.ts";
import { pageCorpus } from "./page-corpus.ts";

export interface LoggedError {
  readonly facts: object;
  readonly message: string;
}

export interface TestPage {
  readonly page: Hono;
  readonly errors: readonly LoggedError[];
}

export function createTestPage(change: Partial<PageDependencies> = {}): TestPage {
  const errors: LoggedError[] = [];
  const log = (facts: object, message: string) => void errors.push({ facts, message });
  const ready: Readiness = { state: "ready" };
  const page = createPage({
    telegram: new LocalTelegram(createPageBot()),
    corpus: pageCorpus(),
    readiness: () => ready,
    publicUrl: null,
    defaultLanguage: "fr",
    logger: { error: log, warn: log },
    ...change,
  });
  return { page, errors };
}

export interface BotReply {
  readonly messages: readonly LocalMessage[];
  readonly notices: readonly { readonly text: string; readonly alert: boolean }[];
  readonly error?: string;
}

/** One browser: keeps its cookies, speaks JSON. */
export class TestBrowser {
  #cookie = "";

  constructor(
    readonly page: Hono,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  async get(path: string): Promise<Response> {
    return this.#keepCookie(
      await this.page.request(path, { headers: { ...this.headers, cookie: this.#cookie } }),
    );
  }

  async post(path: string, body: unknown): Promise<Response> {
    return this.#keepCookie(
      await this.page.request(path, {
        method: "POST",
        headers: { "content-type": "application/json", ...this.headers, cookie: this.#cookie },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    );
  }

  async ask(text: string): Promise<BotReply> {
    return (await (await this.post("/api/messages", { text })).json()) as BotReply;
  }

  async press(message: LocalMessage, data: string): Promise<BotReply> {
    const body = { data, message_id: message.message_id };
    return (await (await this.post("/api/callbacks", body)).json()) as BotReply;
  }

  #keepCookie(response: Response): Response {
    const cookie = response.headers.get("set-cookie")?.split(";")[0];
    if (cookie !== undefined) this.#cookie = cookie;
    return response;
  }
}
