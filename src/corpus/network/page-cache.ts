/*
 * Pages that were fetched, kept in a folder with what their server said about their freshness, so that the next
 * reading asks "changed since?" instead of fetching again. A lost or damaged entry only costs a fetch.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const cachedPage = z.object({
  url: z.string(),
  /** Address after redirects. */
  address: z.string(),
  contentType: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** When it was fetched, ISO 8601. */
  fetched: z.string(),
  /** The bytes, in base64. */
  body: z.base64(),
});

export type CachedPage = z.infer<typeof cachedPage>;

export interface PageCache {
  /** The page last fetched from `url`, or null. */
  read(url: string): Promise<CachedPage | null>;
  write(page: CachedPage): Promise<void>;
}

/** Opens the cache kept in `folder`, which is made at the first write. */
export function openPageCache(folder: string): PageCache {
  const fileOf = (url: string) =>
    path.join(folder, `${createHash("sha256").update(url).digest("hex")}.json`);
  return {
    read: async (url) => {
      const text = await readFile(fileOf(url), "utf8").catch(() => null);
      const page = text === null ? null : parsePage(text);
      return page?.url === url ? page : null;
    },
    write: async (page) => {
      await mkdir(folder, { recursive: true });
      const temporary = path.join(folder, `${randomUUID()}.tmp`);
      await writeFile(temporary, JSON.stringify(page));
      await rename(temporary, fileOf(page.url));
    },
  };
}

function parsePage(text: string): CachedPage | null {
  try {
    return cachedPage.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A cache that keeps nothing. */
export const NO_CACHE: PageCache = {
  read: () => Promise.resolve(null),
  write: () => Promise.resolve(),
};
