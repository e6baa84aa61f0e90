/**
 * Who is writing: a browser is known by a random cookie, and its conversation by a number derived
 * from it, so that two browsers never share one and a restart changes nothing. No names, no login.
 */
import { createHash, randomBytes } from "node:crypto";

export const sessionCookie = "sourcier_session";

const tokenBytes = 24;

export function createSessionToken(): string {
  return randomBytes(tokenBytes).toString("base64url");
}

/** Whether a cookie's value has the form of a token; anything else is replaced by a new one. */
export function isSessionToken(value: string): boolean {
  return /^[\w-]{32}$/.test(value);
}

/**
 * The chat of a session: a number from 2^52 to 2^53, above every id that Telegram gives (those have at
 * most 52 bits), so that what the bot stores for a person on Telegram can never be reached from here.
 */
export function chatIdOf(token: string): number {
  const digest = createHash("sha256").update(token).digest();
  return 2 ** 52 + digest.readUIntBE(0, 6) * 16 + (digest.readUInt8(6) % 16);
}
