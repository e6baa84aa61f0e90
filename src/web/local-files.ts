/** Pictures and documents that the bot sent in the local page, in memory; the oldest give way. */
import { randomUUID } from "node:crypto";
import { RecentCache } from "../bot/recent-cache.ts";

export interface StoredFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
}

const maxTotalBytes = 32 * 1024 * 1024;

export class LocalFiles {
  readonly #files = new RecentCache<string, StoredFile>({
    maxSize: maxTotalBytes,
    sizeCalculation: (file) => Math.max(1, file.bytes.byteLength),
  });

  /** Returns an id that cannot be guessed. */
  add(file: StoredFile): string {
    const id = randomUUID();
    this.#files.set(id, file);
    return id;
  }

  get(id: string): StoredFile | null {
    return this.#files.get(id) ?? null;
  }
}
