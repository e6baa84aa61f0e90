import type { ApiClientOptions } from "grammy";
import type { BotContext } from "./bot-context.ts";
import { readBoundedBody } from "./read-bounded-body.ts";
import { errorName } from "../errors.ts";

/** Telegram lets bots download 20 MB; an article is far smaller. */
export const maxFileBytes = 5_000_000;
const timeoutMs = 30_000;

/**
 * The bytes of the document in a message; null when there are too many. Errors never hold the address,
 * which contains the token. @throws {Error}
 */
export async function downloadFile(
  ctx: BotContext,
  { apiRoot = "https://api.telegram.org" }: Pick<ApiClientOptions, "apiRoot">,
): Promise<Uint8Array | null> {
  const { file_path: path } = await ctx.getFile();
  if (path === undefined) throw new Error("Cannot download a file as Telegram gave no path for it");
  const response = await fetchQuietly(`${apiRoot}/file/bot${ctx.api.token}/${path}`);
  return readBoundedBody(response.body as ReadableStream<Uint8Array> | null, maxFileBytes);
}

async function fetchQuietly(url: string): Promise<Response> {
  const signal = AbortSignal.timeout(timeoutMs);
  // The cause would hold the address: only the kind of failure is told.
  const response = await fetch(url, { signal, redirect: "error" }).catch(errorName);
  if (typeof response === "string") {
    throw new Error(`Cannot download a file from Telegram: ${response}`);
  }
  if (!response.ok) throw new Error(`Cannot download a file from Telegram: ${response.status}`);
  return response;
}
