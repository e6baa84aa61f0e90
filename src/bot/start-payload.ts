/** What a deep link `https://t.me/bot?start=…` carries: at most 64 of A-Z a-z 0-9 _ -. */
import type { ShortKey } from "../reply/button-reference.ts";

export type StartPayload =
  | { readonly kind: "article"; readonly article: ShortKey }
  | { readonly kind: "question"; readonly question: string };

const maxPayloadChars = 64;

/** Null for a question that does not fit; nothing is cut, or it would ask something else. */
export function encodeStartPayload(payload: StartPayload): string | null {
  const encoded =
    payload.kind === "article"
      ? `a${payload.article}`
      : `q${Buffer.from(payload.question, "utf8").toString("base64url")}`;
  return encoded.length <= maxPayloadChars ? encoded : null;
}

/** Null when there is no payload, or none that the bot wrote. */
export function parseStartPayload(payload: string): StartPayload | null {
  const [, kind, value = ""] = /^([aq])([\w-]{1,63})$/.exec(payload) ?? [];
  if (kind === "a" && value.length === 12) return { kind: "article", article: value as ShortKey };
  if (kind !== "q") return null;
  const question = Buffer.from(value, "base64url").toString("utf8").trim();
  return question === "" || question.includes("\uFFFD") ? null : { kind: "question", question };
}
