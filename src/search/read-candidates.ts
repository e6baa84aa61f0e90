/** Passages -> what their words, and their articles' titles, say of a question. Needs no vector. */
import type { ArticleSummary, Row, Store } from "../store/store.ts";
import { analyzedPassages, type AnalyzedPassage, type AnalyzedText } from "./analyzed-text.ts";
import { articleCatalogue } from "./article-catalogue.ts";
import { readWords, type QuestionView, type WordEvidence } from "./passage-features.ts";
import { matchTerm } from "./term-coverage.ts";

/** A candidate's passage and what its words say of the question. */
export interface ReadCandidate {
  readonly analyzed: AnalyzedPassage;
  readonly article: ArticleSummary;
  readonly title: AnalyzedText;
  readonly words: WordEvidence;
}

/** Reads passages in the light of a question, each once. */
export function createReader(store: Store, question: QuestionView) {
  const { terms } = question;
  const read = new Map<Row, ReadCandidate>();
  const titles = new Map<ArticleSummary, readonly number[]>();
  return async (rows: readonly Row[]): Promise<ReadonlyMap<Row, ReadCandidate>> => {
    const catalogue = await articleCatalogue(store);
    const unread = rows.filter((row) => !read.has(row));
    for (const analyzed of await analyzedPassages(store, unread)) {
      const entry = catalogue.get(analyzed.passage.articleId);
      if (entry === undefined) continue;
      const { summary: article, title } = entry;
      const ofTitle = titles.get(article) ?? terms.map((term) => matchTerm(term, title).strength);
      titles.set(article, ofTitle);
      const words = readWords(analyzed, ofTitle, question);
      read.set(analyzed.passage.row, { analyzed, article, title, words });
    }
    return read;
  };
}
