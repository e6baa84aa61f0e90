import { createHash } from "node:crypto";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { cleanArticle, cleanVersion } from "../../src/clean/clean-article.ts";
import type { RawArticle } from "../../src/corpus/raw-article.ts";
import { readCorpus } from "../../src/corpus/read-corpus.ts";
import { encountersVersion, findEncounters } from "../../src/encounters/find-encounters.ts";
import { linkEncounters } from "../../src/encounters/link-encounters.ts";
import { passagesVersion, splitPassages } from "../../src/passages/split-passages.ts";
import { passageTerms, termsVersion } from "../../src/terms/passage-terms.ts";
import { articleOf, readInventedArticles } from "../support/graded-corpora.ts";
import { articleOf as goldArticle, goldFiles, readGold } from "../support/score-encounters.ts";
import { rawArticle, readMarkedPages } from "../support/scrape.ts";

interface Outcome {
  /** Of the rules and of those whose results they read. */
  readonly versions: string;
  /** Hashes of the texts they read, and of what they make of them. */
  readonly texts: string;
  readonly made: string;
}

/** What each version was seen to make. */
const known: Readonly<Record<"clean" | "passages" | "terms" | "encounters", Outcome>> = {
  clean: { versions: "clean 4", texts: "ee3aa1bdaf749e25", made: "1427fc1f641f962e" },
  passages: { versions: "passages 3", texts: "85c665d8456561ee", made: "6065bf0c5fad4323" },
  terms: { versions: "terms 3", texts: "85c665d8456561ee", made: "b178639a50f6ca28" },
  encounters: {
    versions: "passages 3, encounters 6",
    texts: "85c665d8456561ee",
    made: "1a518c452a1144a4",
  },
};

const data = path.join(import.meta.dirname, "..", "data");

const seeds: RawArticle[] = [];
for await (const item of readCorpus([path.join(data, "..", "..", "seeds")]))
  if (item.kind === "article") seeds.push(item.article);

const pages = ["pages", "held-out", "later", "latest"]
  .flatMap((folder) => readMarkedPages(path.join(data, "clean", folder)))
  .map(({ text, title }) => rawArticle(text, { title }));

/** Clean by themselves, the seeds line by line: how articles are cleaned changes nothing here. */
const articles = [
  ...goldFiles.flatMap((file) => readGold(file).map(goldArticle)),
  ...readInventedArticles(),
  ...seeds.map(({ articleId, text, source: { outlet } }) =>
    articleOf({
      articleId,
      outlet,
      title: "",
      paragraphs: text.split("\n").filter((line) => line.trim() !== ""),
    }),
  ),
];

const hash = (value: unknown) =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);

function outcome<Text>(
  versions: string,
  texts: readonly Text[],
  make: (texts: readonly Text[]) => unknown,
): Outcome {
  return { versions, texts: hash(texts), made: hash(make(texts)) };
}

const now: typeof known = {
  clean: outcome(`clean ${cleanVersion}`, [...seeds, ...pages], (raw) => raw.map(cleanArticle)),
  passages: outcome(`passages ${passagesVersion}`, articles, (all) => all.map(splitPassages)),
  terms: outcome(`terms ${termsVersion}`, articles, (all) =>
    all.flatMap((article) =>
      article.paragraphs.map((span) => [...passageTerms(article, { ...span, sentences: [span] })]),
    ),
  ),
  encounters: outcome(
    `passages ${passagesVersion}, encounters ${encountersVersion}`,
    articles,
    (all) => linkEncounters(all.flatMap(findEncounters)),
  ),
};

function adviceFor(rules: keyof typeof known): string {
  const replace = "Replace its entry in this test by what was received.";
  if (now[rules].versions !== known[rules].versions) return `A version was raised. ${replace}`;
  if (now[rules].texts !== known[rules].texts)
    return `The texts are others; were the rules left as they are? ${replace}`;
  return (
    `src/${rules} makes something else of the same texts: raise ${rules}Version, ` +
    `or an index keeps what the old rules made. ${replace}`
  );
}

describe("the versions of the rules", () => {
  it.each(["clean", "passages", "terms", "encounters"] as const)(
    "are raised when src/%s makes something else of the same texts",
    (rules) => {
      expect(now[rules], adviceFor(rules)).toEqual(known[rules]);
    },
  );
});
