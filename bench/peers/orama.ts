/**
 * Orama's hybrid search, with French stems and stop words: https://docs.orama.com/docs/orama-js/search/hybrid-search.
 * Orama encodes nothing on Node without TensorFlow: the vectors are those of LangChain's class. Its default bound for
 * their likeness, 0.8, would leave out nearly all that this encoder finds.
 */
import { create, insertMultiple, search } from "@orama/orama";
import { stemmer } from "@orama/stemmers/french";
import { stopwords as stopWords } from "@orama/stopwords/french";
import { depth, type OpenPeer } from "../peer.ts";
import { loadE5Embeddings } from "./e5-embeddings.ts";

export const openOrama: OpenPeer = async () => {
  const embeddings = await loadE5Embeddings();
  const database = create({
    schema: { title: "string", text: "string", embedding: "vector[384]" },
    components: { tokenizer: { language: "french", stemming: true, stemmer, stopWords } },
  });
  return {
    async index(passages) {
      const vectors = await embeddings.embedDocuments(passages.map(({ text }) => text));
      const documents = passages.map(({ id, title, text }, number) => ({
        id,
        title,
        text,
        embedding: vectors[number] ?? [],
      }));
      await insertMultiple(database, documents);
      return passages.length;
    },
    async rank(question) {
      const value = await embeddings.embedQuery(question);
      const vector = { value, property: "embedding" };
      const { hits } = await search(database, {
        mode: "hybrid",
        term: question,
        vector,
        similarity: 0,
        limit: depth,
      });
      return hits.map(({ id }) => id);
    },
    encode: (question) => embeddings.embedQuery(question),
    close: () => Promise.resolve(),
  };
};
