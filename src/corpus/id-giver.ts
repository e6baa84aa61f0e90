/*
 * Names of files and records in, article ids out, no two the same. The first article of a name gets the name;
 * another one of the same name gets a mark made from where it was read, the same at every reading.
 */
import { createHash } from "node:crypto";
import type { ArticleId } from "./raw-article.ts";

export class IdGiver {
  readonly #taken = new Set<string>();

  /** Returns the id of the article called `name`, read at `origin`. */
  give(name: string, origin: string): ArticleId {
    const mark = createHash("sha256").update(origin).digest("hex").slice(0, 8);
    const articleId = this.#taken.has(name) ? `${name}-${mark}` : name;
    this.#taken.add(articleId);
    return articleId as ArticleId;
  }
}
