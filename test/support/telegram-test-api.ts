/**
 * The part of telegram-test-api that is used here, typed: its own declarations do not describe what
 * `require` gives. It serves nine methods over HTTP, holds no poll open and repeats no update.
 */
import { createRequire } from "node:module";

export interface TestMessage {
  readonly messageId: number;
  readonly message: {
    readonly text: string;
    readonly entities?: readonly TestEntity[];
    readonly reply_markup?: { readonly inline_keyboard: readonly (readonly TestButton[])[] };
  };
}

export interface TestEntity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

export interface TestButton {
  readonly text: string;
  readonly url?: string;
  readonly callback_data?: string;
}

/** A person with the bot open. */
export interface TestClient {
  makeMessage(text: string): object;
  makeCommand(text: string): object;
  makeCallbackQuery(data: string, under: { message: { message_id: number } }): object;
  sendMessage(message: object): Promise<unknown>;
  sendCommand(command: object): Promise<unknown>;
  sendCallback(press: object): Promise<unknown>;
  /** Waits for messages of the bot that were not fetched before. */
  getUpdates(): Promise<{ readonly result: readonly TestMessage[] }>;
  /** Everything written so far by both, messages as last edited. */
  getUpdatesHistory(): Promise<readonly object[]>;
}

export interface TestServer {
  start(): Promise<void>;
  stop(): Promise<unknown>;
  getClient(token: string, options: object): TestClient;
}

type TestServerClass = new (options: {
  readonly host: string;
  readonly port: number;
}) => TestServer;

const require = createRequire(import.meta.url);

export const TelegramTestServer = require("telegram-test-api") as TestServerClass;
