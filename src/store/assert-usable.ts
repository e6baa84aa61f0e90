/** Refuses an article before any of it is written: what a store took in, it has to serve. */
import { checkVector } from "./quantized-vector.ts";
import type { IndexedArticle } from "./store.ts";

/** @throws {IndexError} when a vector cannot be used. @throws {RangeError} when sentences and vectors do not pair up. */
export function assertUsable({ article, passages }: IndexedArticle, dimensions: number): void {
  for (const { passage, vector, sentenceVectors } of passages) {
    if (sentenceVectors.length !== passage.sentences.length)
      throw new RangeError(
        `${article.articleId}: ${passage.sentences.length} sentences but ${sentenceVectors.length} vectors`,
      );
    for (const one of [vector, ...sentenceVectors]) checkVector(one, dimensions);
  }
}
