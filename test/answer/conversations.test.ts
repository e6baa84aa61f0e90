import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer, Ask, Topic } from "../../src/answer/answer.ts";
import { createAsk } from "../../src/answer/create-ask.ts";
import type { Article } from "../../src/clean/article.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { articleOf } from "../support/graded-corpora.ts";
import { openMemoryStore } from "../support/memory-store.ts";
import { openSeedCorpus, type SeedCorpus } from "../support/seed-bot.ts";

const local: readonly Article[] = [
  {
    articleId: "theatre-varan",
    title: "Varan : le théâtre municipal ferme pour deux ans",
    paragraphs: [
      "Le théâtre municipal de Varan fermera le 3 mars pour deux ans de travaux, a annoncé la maire, Lise Arnoux.",
      "L'orchestre jouera au gymnase des Tilleuls. La bibliothèque restera ouverte pendant le chantier.",
      "Les syndicats réclament des garanties pour les 34 salariés. Leur porte-parole, Hugo Perrin, demande un calendrier.",
    ],
  },
  {
    articleId: "marche-oulan",
    title: "Le marché d'Oulan change de place",
    paragraphs: [
      "Le marché d'Oulan se tiendra place du Port à partir de mai. La bibliothèque d'Oulan prêtera sa cour aux fleuristes.",
      "Le maire d'Oulan, Denis Roy, attend 90 commerçants.",
    ],
  },
].map((article) => articleOf({ ...article, outlet: null }));

let seeds: SeedCorpus;
let askLocal: Ask;

beforeAll(async () => {
  seeds = await openSeedCorpus();
  const { embedder } = seeds;
  const store = await openMemoryStore(local, embedder, splitPassages);
  askLocal = createAsk({ store: () => store, embedder, defaultLanguage: "fr" });
}, 240_000);

afterAll(() => seeds.embedder.close());

/** The answer to the last of several questions in a row. */
async function converse(ask: Ask, ...questions: readonly string[]): Promise<Answer> {
  let previous: Topic | undefined;
  let last: Answer | undefined;
  for (const question of questions) {
    const reply = await ask({ question, ...(previous !== undefined && { previous }) });
    previous = reply.topic;
    last = reply.answer;
  }
  if (last === undefined) throw new Error("Wanted a question");
  return last;
}

describe("a follow-up", { timeout: 60_000 }, () => {
  it.each([
    [
      "Quand ferme le théâtre de Varan ?",
      "et la bibliothèque ?",
      "La bibliothèque restera ouverte",
    ],
    ["Quand ferme le théâtre de Varan ?", "et l'orchestre ?", "L'orchestre jouera"],
    ["Qu'annonce Lise Arnoux à Varan ?", "et les syndicats ?", "Les syndicats réclament"],
    ["Où se tiendra le marché d'Oulan ?", "non je parlais du maire", "Le maire d'Oulan"],
  ])("%s %s: is about what it names", async (first, next, said) => {
    const { citations } = await converse(askLocal, first, next);
    expect(citations[0]?.passage).toContain(said);
  });

  it("is not surely answered by what does not name it", async () => {
    const { confidence } = await converse(
      askLocal,
      "Quand ferme le théâtre de Varan ?",
      "et la piscine ?",
    );
    expect(confidence).not.toBe("high");
  });

  it("is looked for in the article spoken of", async () => {
    const { citations } = await converse(
      seeds.dependencies.ask,
      "Que dit Stoltenberg ?",
      "et Lavrov ?",
    );
    expect(citations[0]?.passage).toContain("Sergei Lavrov, ministre russe");
  });

  it("leans on whose encounters were told, not on the last word said of them", async () => {
    const { ask } = seeds.dependencies;
    const said = ["Qui Lavrov a-t-il rencontré ?", "et à Paris ?", "quand ?", "pourquoi ?"];
    const { confidence, citations } = await converse(ask, ...said);
    expect(confidence).not.toBe("none");
    expect(citations[0]?.passage).toContain("Paris");
  });

  it("asks for the encounters of whom the question before was about", async () => {
    const { ask } = seeds.dependencies;
    const { encounters } = await converse(ask, "Que dit Stoltenberg ?", "il a rencontré qui ?");
    const names = encounters.flatMap(({ participants }) => participants.map(({ name }) => name));
    expect(names).not.toContain("John Kerry");
  });
});

describe("an answer about two", () => {
  it("is not sure where only the title names the other", async () => {
    const { ask } = seeds.dependencies;
    const { answer } = await ask({
      question: "Combien de temps Poutine a-t-il parlé avec Erdogan ?",
    });
    expect(answer.confidence).not.toBe("high");
    const biden = await ask({ question: "Combien de temps Poutine a-t-il parlé avec Biden ?" });
    expect(biden.answer.confidence).toBe("high");
  });
});
