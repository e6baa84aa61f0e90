/** LangChain.js with HNSWLib: https://docs.langchain.com/oss/javascript/integrations/vectorstores/hnswlib */
import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { Document } from "@langchain/core/documents";
import { depth, type OpenPeer } from "../peer.ts";
import { loadE5Embeddings } from "./e5-embeddings.ts";

export const openLangChain: OpenPeer = async () => {
  const embeddings = await loadE5Embeddings();
  const store = new HNSWLib(embeddings, { space: "cosine" });
  return {
    async index(passages) {
      await store.addDocuments(
        passages.map(({ id, text }) => new Document({ pageContent: text, metadata: { id } })),
      );
      return passages.length;
    },
    async rank(question) {
      const found = await store.similaritySearch(question, depth);
      return found.map(({ metadata }) => String(metadata["id"]));
    },
    encode: (question) => embeddings.embedQuery(question),
    close: () => Promise.resolve(),
  };
};
