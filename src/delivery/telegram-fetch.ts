/**
 * The HTTP request to the Bot API, in place of grammY's own: it knows whether the request can have
 * arrived, gives up after a time, and throws errors that cannot hold the token.
 *
 * It does not repeat anything; `resilientApi` does.
 */
import { TelegramRequestError, type RequestOutcome } from "./telegram-request-error.ts";
import { errorName } from "../errors.ts";

/** The part of a fetch that grammY uses: its abort signal predates Node's and is bridged. */
export interface RequestOptions {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | AsyncIterable<Uint8Array>;
  readonly signal?: {
    readonly aborted: boolean;
    addEventListener(event: "abort", listener: () => void): void;
  };
}

/** What a proxy in front of the Bot API says when it gave up waiting: the request may have arrived. */
const gatewayTimeout = 504;

/** Larger than any answer of the Bot API to the methods in use. */
const maxResponseBytes = 16 * 1024 * 1024;

/** What grammY's `client.fetch` comes down to. */
export type TelegramFetch = (
  url: string | URL,
  options?: RequestOptions,
) => Promise<{ readonly ok: boolean; readonly status: number; json(): Promise<unknown> }>;

/** Longest waits for an answer: a lost connection may stay silent for ever. */
export interface RequestTimeouts {
  /** @default 20 seconds */
  readonly callMs?: number;
  /** Of getUpdates; longer than its own `timeout`. @default 60 seconds */
  readonly pollMs?: number;
}

/** "typing…" is a courtesy: an answer does not wait longer than this for it. */
const typingMs = 2_000;

/** For `new Bot(token, { client: { fetch } })`. */
export function createTelegramFetch(timeouts: RequestTimeouts = {}): TelegramFetch {
  const { callMs = 20_000, pollMs = 60_000 } = timeouts;
  return async (url, options = {}) => {
    const method = methodOf(String(url));
    const limitMs = { getUpdates: pollMs, sendChatAction: typingMs }[method] ?? callMs;
    const { controller, timer, hasTimedOut } = createAbort(options.signal, limitMs);
    try {
      const response = await fetch(url, {
        ...(options.method === undefined ? {} : { method: options.method }),
        ...(options.headers === undefined ? {} : { headers: options.headers }),
        ...(options.body === undefined ? {} : { body: options.body, duplex: "half" as const }),
        redirect: "error",
        signal: controller.signal,
      });
      const body = parseResponse(method, response.status, await readBody(method, response));
      return { ok: response.ok, status: response.status, json: () => Promise.resolve(body) };
    } catch (error) {
      throw requestError(method, error, hasTimedOut());
    } finally {
      clearTimeout(timer);
    }
  };
}

/** The last part of the address; the part before it is the token. */
function methodOf(url: string): string {
  return /\/(\w{1,64})$/.exec(url)?.[1] ?? "unknown";
}

function createAbort(signal: RequestOptions["signal"], limitMs: number) {
  const controller = new AbortController();
  let timedOut = false;
  if (signal?.aborted === true) controller.abort();
  signal?.addEventListener("abort", () => controller.abort());
  const timer = setTimeout(() => {
    timedOut = true;
    controller.abort();
  }, limitMs);
  return { controller, timer, hasTimedOut: () => timedOut };
}

async function readBody(method: string, response: Response): Promise<string> {
  if (response.body === null) return "";
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const stream: AsyncIterable<Uint8Array> = response.body;
  for await (const chunk of stream) {
    bytes += chunk.byteLength;
    if (bytes > maxResponseBytes)
      throw new TelegramRequestError(method, "unknown", "oversize-response");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * A Bot API result. What a proxy says in HTML becomes the refusal that its status means, except
 * where the request may have passed it.
 */
function parseResponse(method: string, status: number, body: string): unknown {
  const parsed = tryParse(body);
  if (typeof parsed === "object" && parsed !== null && "ok" in parsed) return parsed;
  if (status >= 400 && status !== gatewayTimeout) {
    return { ok: false, error_code: status, description: `HTTP status ${status} without a result` };
  }
  throw new TelegramRequestError(method, "unknown", "malformed-response");
}

function tryParse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function requestError(method: string, error: unknown, timedOut: boolean): TelegramRequestError {
  if (error instanceof TelegramRequestError) return error;
  if (timedOut) return new TelegramRequestError(method, "unknown", "timeout");
  if (error instanceof Error && error.name === "AbortError") {
    return new TelegramRequestError(method, "unknown", "aborted");
  }
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return new TelegramRequestError(method, outcomeOf(cause), codeOf(cause));
}

/** Failures of these steps come before the first byte of the request. */
const stepsBeforeSending = new Set(["connect", "getaddrinfo"]);
const tlsFailure = /^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)/;

function outcomeOf(cause: unknown): RequestOutcome {
  if (cause instanceof AggregateError) {
    return cause.errors.every((error) => outcomeOf(error) === "not-sent") ? "not-sent" : "unknown";
  }
  if (!(cause instanceof Error)) return "unknown";
  const code = codeOf(cause);
  if (code === "UND_ERR_CONNECT_TIMEOUT" || tlsFailure.test(code)) return "not-sent";
  if ("syscall" in cause && typeof cause.syscall === "string") {
    return stepsBeforeSending.has(cause.syscall) ? "not-sent" : "unknown";
  }
  return bytesWritten(cause) === 0 ? "not-sent" : "unknown";
}

/** Bytes that the connection had carried when its other side closed it, or null when nobody knows. */
function bytesWritten(cause: Error): number | null {
  const socket: unknown = "socket" in cause ? cause.socket : null;
  if (typeof socket !== "object" || socket === null || !("bytesWritten" in socket)) return null;
  return typeof socket.bytesWritten === "number" ? socket.bytesWritten : null;
}

function codeOf(cause: unknown): string {
  if (
    typeof cause === "object" &&
    cause !== null &&
    "code" in cause &&
    typeof cause.code === "string"
  ) {
    return cause.code;
  }
  return errorName(cause);
}
