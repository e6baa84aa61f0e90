/** MiniSearch alone, words only, with French stems and stop words where its documentation puts them: https://lucaong.github.io/minisearch */
import { stemmer } from "@orama/stemmers/french";
import { stopwords } from "@orama/stopwords/french";
import MiniSearch from "minisearch";
import type { BenchPassage, OpenPeer } from "../peer.ts";

const stopWords = new Set(stopwords);

function processTerm(term: string): string | null {
  const word = term.toLowerCase();
  return stopWords.has(word) ? null : stemmer(word);
}

export const openMiniSearch: OpenPeer = () => {
  const search = new MiniSearch<BenchPassage>({
    fields: ["title", "text"],
    processTerm,
  });
  return Promise.resolve({
    index(passages) {
      search.addAll(passages);
      return Promise.resolve(0);
    },
    rank: (question) => Promise.resolve(search.search(question).map(({ id }) => String(id))),
    encode: null,
    close: () => Promise.resolve(),
  });
};
