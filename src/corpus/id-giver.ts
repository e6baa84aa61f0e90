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
    let articleId = name;
    // Origins are relative to the folder given, so that a corpus may be moved: those of several folders may agree.
    for (let round = 0; this.#taken.has(articleId); round += 1) {
      articleId = `${name}-${markOf(round === 0 ? origin : `${origin}\n${round}`)}`;
    }
    this.#taken.add(articleId);
    return articleId as ArticleId;
  }
}

function markOf(origin: string): string {
  return createHash("sha256").update(origin).digest("hex").slice(0, 8);
}
