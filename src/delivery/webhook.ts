/**
 * Updates that Telegram sends by itself. Only requests with the agreed secret are read, and only up to a size;
 * 200 is said when the update is recorded as handled, so until then Telegram sends it again.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { Update } from "grammy/types";
import { readBoundedBody } from "../bot/read-bounded-body.ts";
import type { DeliverUpdate } from "./deliver-update.ts";

export interface WebhookOptions {
  /** As given to setWebhook: 1-256 of A-Z a-z 0-9 _ - */
  readonly secret: string;
  readonly deliver: DeliverUpdate;
  /** Updates in hand; beyond `maxInHand` Telegram is asked to come back. */
  readonly inHand: () => number;
  /** Aborted: the process stops and takes nothing more. */
  readonly signal: AbortSignal;
  /** @default 256 */
  readonly maxInHand?: number;
}

/** An update holds at most a message of 4,096 characters and what it replies to; a megabyte is ample. */
const maxBodyBytes = 1_048_576;

/** Answers one request of Telegram's. */
export type WebhookHandler = (request: Request) => Promise<Response>;

export function createWebhook(options: WebhookOptions): WebhookHandler {
  const { deliver, inHand, signal, maxInHand = 256 } = options;
  const secretHash = hash(options.secret);

  return async (request) => {
    const secret = request.headers.get("x-telegram-bot-api-secret-token") ?? "";
    // Hashes are of one length, so the comparison takes the same time whatever was sent.
    if (!timingSafeEqual(hash(secret), secretHash)) return reply(401);
    if (request.method !== "POST") return reply(405);
    if (signal.aborted || inHand() >= maxInHand) return reply(503);
    const body = await readBody(request);
    if (body === null) return reply(413);
    const update = parseUpdate(body);
    if (update === null) return reply(400);
    const outcome = await deliver(update);
    return reply(outcome === "postponed" ? 503 : 200);
  };
}

function hash(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function reply(status: number): Response {
  return new Response(null, { status });
}

/** Null: larger than allowed. */
async function readBody({ headers, body }: Request): Promise<string | null> {
  if (Number(headers.get("content-length")) > maxBodyBytes) return null;
  const bytes = await readBoundedBody(body, maxBodyBytes);
  return bytes === null ? null : bytes.toString("utf8");
}

function parseUpdate(body: string): Update | null {
  try {
    const parsed: unknown = JSON.parse(body);
    return isUpdate(parsed) ? parsed : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whoever knows the secret is Telegram: the number is checked, the rest is believed. */
function isUpdate(value: unknown): value is Update {
  if (typeof value !== "object" || value === null || !("update_id" in value)) return false;
  return Number.isSafeInteger(value.update_id);
}
