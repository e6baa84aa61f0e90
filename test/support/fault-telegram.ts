/**
 * A Bot API server on the loopback that can fail in the ways the real one does. It keeps updates until
 * they are confirmed, serves one poller at a time, checks calls as Telegram does, and remembers what people
 * see. A test lets people write (`say`, `press`), orders faults (`fail`), and reads `messages`.
 *
 * Not modelled: groups' privacy mode, parse modes (refused: corpus text is never markup), files by id.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { readForm } from "./read-form.ts";
import { performMethod, type TelegramState } from "./telegram-methods.ts";
import type { Payload } from "./telegram-checks.ts";

/**
 * What becomes of one call. "before" faults do nothing else; "after" faults do what was asked and
 * lose the answer.
 */
export type Fault =
  | { readonly kind: "too-many"; readonly retryAfter: number }
  | { readonly kind: "refuse"; readonly code: number; readonly description: string }
  /** An HTML page of a proxy: 502 nothing was passed on, 504 the call was done but took too long. */
  | { readonly kind: "html"; readonly status: 502 | 503 | 504 }
  | { readonly kind: "reset-before" }
  | { readonly kind: "reset-after" }
  | { readonly kind: "stall-before" }
  | { readonly kind: "stall-after" }
  | { readonly kind: "malformed-after" }
  | { readonly kind: "truncated-after" }
  | { readonly kind: "slow"; readonly ms: number };

export interface SeenMessage {
  readonly messageId: number;
  readonly chatId: number;
  readonly method: string;
  /** As last edited. */
  readonly payload: Payload;
  readonly text: string;
  readonly edits: number;
}

export interface ApiCall {
  readonly method: string;
  readonly payload: Payload;
  readonly at: number;
}

export interface FaultTelegram {
  /** For TELEGRAM_API_ROOT. */
  readonly url: string;
  readonly token: string;
  /** Someone writes to the bot in a private chat. Returns the update's number. */
  say(userId: number, text: string): number;
  /** Someone presses a button under a message. */
  press(userId: number, messageId: number, data: string): number;
  /** Any update, its number apart. */
  push(update: object): number;
  /** The next calls of a method meet these faults, one each, in this order. */
  fail(method: string, ...faults: readonly Fault[]): void;
  /** Every call of a method meets the fault, until null. */
  failAlways(method: string, fault: Fault | null): void;
  /** The next connections are closed as soon as they are opened. */
  dropConnections(count: number): void;
  /** What people see, in order of arrival, deleted messages apart. */
  messages(chatId?: number): readonly SeenMessage[];
  readonly calls: readonly ApiCall[];
  /** Called when a call arrives, and again when it is done, before it is answered. */
  onCall: ((call: ApiCall, moment: "arrived" | "done") => void) | null;
  /** Updates not confirmed yet. */
  readonly pending: readonly number[];
  /** Closes the port: connections are refused. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** @throws {Error} when the condition does not come true in time */
  until(condition: () => boolean, timeoutMs?: number): Promise<void>;
  close(): Promise<void>;
}

/** A token of the real form that stands out in any output. */
export const markerToken = "987654321:AAMARKERmarkerMARKERmarkerMARKERmark";

interface PendingUpdate {
  readonly update_id: number;
}

export async function startFaultTelegram(token = markerToken): Promise<FaultTelegram> {
  const state: TelegramState = { messages: [], knownChats: new Set(), openCallbacks: new Set() };
  const calls: ApiCall[] = [];
  const faults = new Map<string, Fault[]>();
  const lasting = new Map<string, Fault>();
  const updates: PendingUpdate[] = [];
  const sockets = new Set<Socket>();
  let nextUpdateId = 700_000_001;
  let nextMessageId = 1;
  let connectionsToDrop = 0;
  let server: Server = createServer();
  let port = 0;
  let poller: { readonly end: (conflict: boolean) => void } | null = null;
  let wakePoller: (() => void) | null = null;

  function push(update: object): number {
    const update_id = nextUpdateId++;
    updates.push({ update_id, ...update });
    wakePoller?.();
    return update_id;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, tokenPart, method = ""] =
      /^\/bot([^/]+)\/(\w+)(?:\?.*)?$/.exec(request.url ?? "") ?? [];
    const payload = await readPayload(request);
    if (tokenPart !== token) {
      sendJson(response, { ok: false, error_code: 401, description: "Unauthorized" });
      return;
    }
    const call = { method, payload, at: Date.now() };
    calls.push(call);
    api.onCall?.(call, "arrived");
    const fault = faults.get(method)?.shift() ?? lasting.get(method);
    if (fault !== undefined && (await refuseBefore(fault, response))) return;
    const result =
      method === "getUpdates"
        ? await poll(payload, response)
        : performMethod(state, { method, payload, nextMessageId: () => nextMessageId++ });
    api.onCall?.(call, "done");
    if (fault === undefined || !loseAfter(fault, response)) sendJson(response, result);
  }

  async function poll(payload: Payload, response: ServerResponse): Promise<object> {
    poller?.end(true);
    const offset = Number(payload["offset"] ?? 0);
    while (updates[0] !== undefined && updates[0].update_id < offset) updates.shift();
    const limit = Number(payload["limit"] ?? 100);
    const timeoutMs = Number(payload["timeout"] ?? 0) * 1_000;
    let ending = "answered";
    if (updates.length === 0 && timeoutMs > 0) {
      await new Promise<void>((resolve) => {
        const own = { end };
        const timer = setTimeout(() => end(false), timeoutMs);
        function end(conflict: boolean): void {
          if (conflict) ending = "conflict";
          clearTimeout(timer);
          if (poller === own) {
            poller = null;
            wakePoller = null;
          }
          resolve();
        }
        poller = own;
        wakePoller = () => end(false);
        response.on("close", () => end(false));
      });
    }
    return ending === "conflict"
      ? {
          ok: false,
          error_code: 409,
          description: "Conflict: terminated by other getUpdates request",
        }
      : { ok: true, result: updates.slice(0, limit) };
  }

  async function listen(): Promise<void> {
    server = createServer((request, response) => {
      answer(request, response).catch((error: unknown) => {
        // A client that goes away in the middle of a call is part of the tests.
        if (!response.destroyed) response.destroy(error instanceof Error ? error : undefined);
      });
    });
    server.keepAliveTimeout = 60_000;
    server.on("connection", (socket) => {
      if (connectionsToDrop > 0) {
        connectionsToDrop -= 1;
        socket.resetAndDestroy();
        return;
      }
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      socket.on("error", () => socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    port = (server.address() as AddressInfo).port;
  }

  async function down(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  function say(userId: number, text: string): number {
    const message = { message_id: nextMessageId++, date: now(), ...privateChat(userId), text };
    state.knownChats.add(userId);
    const isCommand = text.startsWith("/");
    const length = /^\S+/.exec(text)?.[0].length ?? 0;
    const entities = isCommand ? { entities: [{ type: "bot_command", offset: 0, length }] } : {};
    return push({ message: { ...message, ...entities } });
  }

  function press(userId: number, messageId: number, data: string): number {
    const seen = state.messages.find((message) => message.messageId === messageId);
    const id = `callback-${nextUpdateId}`;
    state.openCallbacks.add(id);
    const { from, chat } = privateChat(userId);
    const message = { message_id: messageId, date: now(), chat, text: seen?.text ?? "" };
    return push({ callback_query: { id, from, chat_instance: "1", data, message } });
  }

  const api: FaultTelegram = {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    token,
    say,
    press,
    push,
    fail: (method, ...list) => {
      faults.set(method, [...(faults.get(method) ?? []), ...list]);
    },
    failAlways: (method, fault) => {
      if (fault === null) lasting.delete(method);
      else lasting.set(method, fault);
    },
    dropConnections: (count) => {
      connectionsToDrop = count;
    },
    messages: (chatId) =>
      state.messages.filter((message) => chatId === undefined || message.chatId === chatId),
    calls,
    onCall: null,
    get pending() {
      return updates.map(({ update_id }) => update_id);
    },
    down,
    up: listen,
    until: async (condition, timeoutMs = 10_000) => {
      const end = Date.now() + timeoutMs;
      while (!condition()) {
        if (Date.now() > end)
          throw new Error(`not true after ${timeoutMs} ms: ${String(condition)}`);
        await sleep(5);
      }
    },
    close: down,
  };
  await listen();
  return api;
}

function now(): number {
  return Math.floor(Date.now() / 1_000);
}

function privateChat(userId: number) {
  const name = { first_name: `User ${userId}`, username: `user${userId}` };
  return {
    from: { id: userId, is_bot: false, language_code: "fr", ...name },
    chat: { id: userId, type: "private", ...name },
  };
}

async function readPayload(request: IncomingMessage): Promise<Payload> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (body.length === 0) return {};
  if (type.startsWith("application/json")) return JSON.parse(body.toString("utf8")) as Payload;
  return readForm(body, type);
}

/** True: the call is over, nothing is done. */
async function refuseBefore(fault: Fault, response: ServerResponse): Promise<boolean> {
  switch (fault.kind) {
    case "too-many": {
      const { retryAfter: retry_after } = fault;
      const description = `Too Many Requests: retry after ${retry_after}`;
      sendJson(response, { ok: false, error_code: 429, description, parameters: { retry_after } });
      return true;
    }
    case "refuse":
      sendJson(response, { ok: false, error_code: fault.code, description: fault.description });
      return true;
    case "html":
      if (fault.status === 504) return false;
      sendHtml(response, fault.status);
      return true;
    case "reset-before":
      reset(response);
      return true;
    case "stall-before":
      return true;
    case "slow":
      await sleep(fault.ms);
      return false;
    default:
      return false;
  }
}

/** True: the call is done and its answer is lost. */
function loseAfter(fault: Fault, response: ServerResponse): boolean {
  switch (fault.kind) {
    case "html":
      sendHtml(response, fault.status);
      return true;
    case "reset-after":
      reset(response);
      return true;
    case "stall-after":
      return true;
    case "malformed-after":
      response.writeHead(200, { "content-type": "application/json" }).end('{"ok":true,"resu');
      return true;
    case "truncated-after":
      response.writeHead(200, { "content-type": "application/json", "content-length": 1_000 });
      response.write('{"ok":true,"result":{"message_id":');
      setTimeout(() => reset(response), 20);
      return true;
    default:
      return false;
  }
}

function reset(response: ServerResponse): void {
  if (response.socket !== null) response.socket.resetAndDestroy();
}

function sendHtml(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "text/html" });
  response.end(`<html><body><h1>${status}</h1><hr>nginx</body></html>`);
}

function sendJson(response: ServerResponse, result: object): void {
  const status = "error_code" in result ? Number(result.error_code) : 200;
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(result));
}
