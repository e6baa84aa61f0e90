/** The bodies of the page's two posts; null where a body is not what the page sends. */

export function parseMessage(body: unknown): string | null {
  return isRecord(body) && typeof body["text"] === "string" ? body["text"] : null;
}

export interface Callback {
  readonly data: string;
  readonly messageId: number;
}

export function parseCallback(body: unknown): Callback | null {
  if (!isRecord(body)) return null;
  const { data, message_id: messageId } = body;
  if (typeof data !== "string" || typeof messageId !== "number") return null;
  return Number.isSafeInteger(messageId) ? { data, messageId } : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
