/** A raw article in, everything that the index keeps of it out, except the vectors. Nothing is read or written. */
import { createHash } from "node:crypto";
import type { Article } from "../clean/article.ts";
import { cleanArticle, cleanVersion } from "../clean/clean-article.ts";
import type { RawArticle, Rejection } from "../corpus/raw-article.ts";
import type { Encounter } from "../encounters/encounter.ts";
import { encountersVersion, findEncounters } from "../encounters/find-encounters.ts";
import { messageOf } from "../errors.ts";
import type { Passage } from "../passages/passage.ts";
import { passagesVersion, splitPassages } from "../passages/split-passages.ts";
import { passageTerms, termsVersion, type PassageTerms } from "../terms/passage-terms.ts";

export interface DerivedArticle {
  readonly article: Article;
  readonly contentHash: string;
  readonly passages: readonly DerivedPassage[];
  readonly encounters: readonly Encounter[];
}

export interface DerivedPassage {
  readonly passage: Passage;
  readonly terms: PassageTerms;
  /** What is embedded: the passage, then its sentences, as they stand in the article. */
  readonly texts: readonly string[];
}

/** What the index keeps of an article, or why it keeps nothing of it. */
export type Derivation =
  | { readonly kind: "derived"; readonly derived: DerivedArticle }
  | { readonly kind: "rejected"; readonly rejection: Rejection };

export function deriveOrReject(raw: RawArticle): Derivation {
  const reject = (reason: string): Derivation => ({
    kind: "rejected",
    rejection: { origin: raw.origin, articleId: raw.articleId, reason },
  });
  try {
    const derived = deriveArticle(raw);
    if (derived.passages.length > 0) return { kind: "derived", derived };
    return reject("nothing is left of it after cleaning");
  } catch (error) {
    return reject(`it cannot be processed: ${messageOf(error)}`);
  }
}

function deriveArticle(raw: RawArticle): DerivedArticle {
  const article = cleanArticle(raw);
  const passages = splitPassages(article).map((passage) => ({
    passage,
    terms: passageTerms(article, passage),
    texts: [passage, ...passage.sentences].map(({ start, end }) => article.text.slice(start, end)),
  }));
  const encounters = findEncounters(article);
  return { article, contentHash: hashContent(raw), passages, encounters };
}

/** Changes when the article or any rule applied to it changes: what has the same hash need not be derived again. */
export function hashContent({ form, text, source }: RawArticle): string {
  const versions = [cleanVersion, passagesVersion, termsVersion, encountersVersion];
  const { outlet, title, url, published } = source;
  const content = JSON.stringify([versions, form, text, outlet, title, url, published]);
  return createHash("sha256").update(content).digest("hex");
}
