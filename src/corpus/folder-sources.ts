/*
 * The articles of a folder in, what its sources.json states of each out. The file speaks of ids as they are when
 * the folder is read alone: beside other folders, an article whose name is taken gets another id.
 */
import { IdGiver } from "./id-giver.ts";
import type { ArticleId, Source } from "./raw-article.ts";

export class FolderSources {
  readonly #byArticle: ReadonlyMap<string, Source>;
  readonly #unused: Set<string>;
  /** The ids of the folder read alone. */
  readonly #ids = new IdGiver();

  constructor(byArticle: ReadonlyMap<string, Source>) {
    this.#byArticle = byArticle;
    this.#unused = new Set(byArticle.keys());
  }

  /** What is stated of the article that is called `name`, was read at `origin` and got `articleId`. */
  find(articleId: ArticleId, name: string, origin: string): Source | undefined {
    const id = [articleId, this.#ids.give(name, origin)].find((key) => this.#byArticle.has(key));
    if (id === undefined) return undefined;
    this.#unused.delete(id);
    return this.#byArticle.get(id);
  }

  /** The ids that no article had so far. */
  get unused(): readonly string[] {
    return [...this.#unused];
  }
}
