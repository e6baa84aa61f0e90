import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ask } from "../../src/answer/answer.ts";
import { createAsk } from "../../src/answer/create-ask.ts";
import { createEmbedder } from "../../src/embed/create-embedder.ts";
import type { Embedder } from "../../src/embed/embedder.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { articleOf } from "../support/graded-corpora.ts";
import { openMemoryStore } from "../support/memory-store.ts";

const articles = [
  {
    articleId: "siege-morvane",
    title: "Morvane : le siège entre dans sa troisième semaine",
    paragraphs: [
      "Dans la ville assiégée de Morvane, 47 soldats ukrainiens ont été tués depuis lundi, selon le gouverneur Anton Belko.",
      "Les secours ont évacué 212 femmes vers Karsino. Des colonnes de chars russes ont été vues au nord de la ville.",
    ],
  },
  {
    articleId: "pont-lorval",
    title: "Lorval aura un nouveau pont sur la Seille",
    paragraphs: [
      "La maire de Lorval, Claire Dumas, a annoncé jeudi la construction d'un nouveau pont sur la Seille. Le coût du pont n'a pas été précisé.",
      "Le chantier de la passerelle des Ormes coûtera 6 millions d'euros. Il emploiera 80 ouvriers pendant deux ans.",
      "Le nom de l'architecte du pont reste inconnu, a regretté Paul Hervé, élu de l'opposition.",
      "En 2016, la cantine de Lorval servait encore 300 enfants.",
    ],
  },
  {
    articleId: "lycee-brame",
    title: "Un lycée de Brame fermé après une inondation",
    paragraphs: [
      "Le lycée de Brame a fermé ses portes mardi après une inondation, sans que la date de réouverture soit connue.",
      "Quelque 640 élèves suivent leurs cours à distance. On ignore encore quand le gymnase sera rouvert.",
      "Quelque 870 pompiers et militaires cherchaient mercredi soir encore dans toute la vallée les disparus.",
    ],
  },
  {
    articleId: "fievre-valence",
    title: "Valence : une fièvre inquiète",
    paragraphs: [
      "« Mon père a été hospitalisé douze jours à Valence », a témoigné Marie Faure, dont le père, 66 ans, fait partie des malades.",
      "Le préfet de Valence, Omar Lacaze, vise un budget stable et une dette en baisse.",
    ],
  },
];

let embedder: Embedder;
let ask: Ask;

beforeAll(async () => {
  embedder = await createEmbedder({ modelsDir: "models", model: "sourcier-e5-small" });
  const texts = articles.map((article) => articleOf({ ...article, outlet: null }));
  const store = await openMemoryStore(texts, embedder, splitPassages);
  ask = createAsk({ store: () => store, embedder, defaultLanguage: "fr" });
}, 60_000);

afterAll(() => embedder.close());

const confidenceOf = async (question: string) => (await ask({ question })).answer.confidence;

describe("confidence in what is counted or denied", () => {
  it.each([
    "Combien d'enfants ont été tués à Morvane depuis lundi ?",
    "Combien de soldats russes ont été tués à Morvane depuis lundi ?",
    "Combien d'enfants ont été évacués de Morvane vers Karsino ?",
    "Combien de professeurs du lycée de Brame suivent les cours à distance ?",
    "Combien de disparus y a-t-il dans la vallée ?",
    "Combien d'élèves du lycée de Brame ont été blessés ?",
    "Le lycée de Brame a-t-il fermé ses vestiaires après l'inondation ?",
    "Qu'a annoncé la maire de Lorval, Claire Dumas, à propos des écoles ?",
    "Combien coûtera le nouveau pont de Lorval sur la Seille ?",
    "Quel est le coût du nouveau pont de Lorval ?",
    "Quel est le nom de l'architecte du pont de Lorval ?",
    "Quand le gymnase du lycée de Brame sera-t-il rouvert ?",
    "Combien de personnes ont été hospitalisées à Valence ?",
    "Quel budget vise le préfet de Valence, Omar Lacaze ?",
    "y a des blessés au lycée de Brame ?",
    "Combien d'enfants mangent à la cantine de Lorval ?",
  ])("is not sure of: %s", async (question) => {
    expect(await confidenceOf(question)).not.toBe("high");
  });

  it.each([
    "Combien de soldats ukrainiens ont été tués à Morvane depuis lundi ?",
    "Combien de femmes les secours ont-ils évacuées vers Karsino ?",
    "Combien coûtera la passerelle des Ormes ?",
    "Combien d'ouvriers le chantier de la passerelle des Ormes emploiera-t-il ?",
    "Combien d'élèves du lycée de Brame suivent leurs cours à distance ?",
    "Qui a annoncé la construction d'un nouveau pont à Lorval ?",
    "Le lycée de Brame a-t-il fermé après une inondation ?",
    "Qu'a annoncé la maire de Lorval, Claire Dumas, à propos d'un pont sur la Seille ?",
    "Combien d'enfants mangeaient à la cantine de Lorval en 2016 ?",
    "Combien de jours le père de Marie Faure a-t-il été hospitalisé à Valence ?",
    "ki c ki annonce un nouveau pont",
    "cb d'ouvriers ds le chantier de la passerelle",
    "KAN LE LYCEE A FERME",
  ])("stays sure of: %s", async (question) => {
    expect(await confidenceOf(question)).toBe("high");
  });
});

describe("confidence in what is not spoken of at all", () => {
  it.each([
    "Combien coûte un iPhone ?",
    "prix de l'essence",
    "Combien coûte une baguette de pain ?",
    "Qui est le président du brésil ?",
    "Que dit Taylor Swift de la guerre ?",
  ])("has none in: %s", async (question) => {
    expect(await confidenceOf(question)).toBe("none");
  });

  it.each([
    "Combien coûtera la passerelle ?",
    "prix de la passerelle des Ormes",
    "Who announced a new bridge in Lorval?",
    "Que dit Odile Tissot, la maire de Lorval ?",
  ])("shows what is nearest to: %s", async (question) => {
    expect(await confidenceOf(question)).not.toBe("none");
  });
});
