/** Every sentence of the page outside the conversation, in French and English. */
import type { Language } from "../answer/answer.ts";

export interface ScriptTexts {
  readonly typing: string;
  readonly you: string;
  readonly expand: string;
  readonly collapse: string;
  readonly newTab: string;
  readonly copied: string;
  readonly edited: string;
  readonly commands: string;
  readonly openPicture: string;
  readonly offline: string;
  readonly failed: string;
  /** While the index is built; `{percent}` stands for how much of it is. */
  readonly building: string;
  readonly retry: string;
}

export interface PageTexts {
  readonly skipToContent: string;
  readonly navigation: string;
  readonly otherLanguage: { readonly code: Language; readonly label: string };
  readonly needsScript: string;
  readonly chat: {
    readonly title: string;
    readonly log: string;
    readonly welcome: string;
    readonly introduction: string;
    readonly suggestions: string;
    readonly inputLabel: string;
    readonly placeholder: string;
    readonly send: string;
    /** The words that the page's script shows by itself. */
    readonly script: ScriptTexts;
  };
  readonly reader: {
    readonly original: string;
    readonly noOriginal: string;
    readonly unknownOutlet: string;
    readonly passage: string;
    readonly badPassage: string;
    readonly encounters: string;
    readonly showEvidence: string;
    readonly allArticles: string;
  };
  readonly encounters: {
    readonly title: string;
    readonly introduction: (shown: number) => string;
    readonly about: (person: string) => string;
    readonly filter: string;
    readonly everybody: string;
    readonly apply: string;
    readonly graph: string;
    readonly timeline: string;
    readonly table: string;
    readonly columns: {
      readonly who: string;
      readonly status: string;
      readonly mode: string;
      readonly place: string;
      readonly date: string;
      readonly evidence: string;
    };
    readonly readEvidence: string;
    /** The same encounter as another article tells it; `n` counts from 2. */
    readonly readAlso: (n: number) => string;
    readonly more: (count: number) => string;
    readonly empty: string;
    readonly stillBuilding: string;
  };
  readonly errors: {
    readonly notFoundTitle: string;
    readonly notFound: string;
    readonly unknownArticle: string;
    readonly backToChat: string;
    readonly emptyMessage: string;
    readonly busy: string;
    readonly failed: string;
  };
}

const fr: PageTexts = {
  skipToContent: "Aller au contenu",
  navigation: "Pages",
  otherLanguage: { code: "en", label: "English" },
  needsScript: "La conversation a besoin de JavaScript. La lecture des articles s’en passe.",
  chat: {
    title: "Conversation",
    log: "Messages",
    welcome: "Posez une question sur les articles",
    introduction:
      "Les réponses sont des passages cités mot pour mot, avec leur article et son lien. Ce que les articles ne disent pas n’est pas inventé.",
    suggestions: "Pour commencer",
    inputLabel: "Votre question",
    placeholder: "Votre question…",
    send: "Envoyer",
    script: {
      typing: "Sourcier cherche…",
      you: "Vous",
      expand: "Lire la suite",
      collapse: "Réduire",
      newTab: "nouvel onglet",
      copied: "Copié",
      edited: "modifié",
      commands: "Commandes",
      openPicture: "Ouvrir l’image en grand",
      offline: "Sourcier ne répond pas : vérifiez qu’il est toujours lancé.",
      failed: "La réponse n’est pas arrivée.",
      building: "Sourcier prépare les articles : {percent} %",
      retry: "Réessayer",
    },
  },
  reader: {
    original: "Lire l’original",
    noOriginal: "Adresse d’origine inconnue",
    unknownOutlet: "Source inconnue",
    passage: "Aller au passage",
    badPassage:
      "Le passage demandé n’existe pas dans cet article, qui a pu changer depuis. Voici l’article entier.",
    encounters: "Rencontres dans cet article",
    showEvidence: "Voir la phrase",
    allArticles: "Toutes les rencontres",
  },
  encounters: {
    title: "Qui a rencontré qui",
    introduction: (shown) =>
      shown === 1
        ? "Une rencontre racontée par les articles, avec la phrase qui l’établit."
        : `${shown} rencontres racontées par les articles, chacune avec la phrase qui l’établit.`,
    about: (person) => `Les rencontres de ${person}`,
    filter: "Personne",
    everybody: "Tout le monde",
    apply: "Afficher",
    graph: "Réseau",
    timeline: "Chronologie",
    table: "Tableau",
    columns: {
      who: "Qui",
      status: "État",
      mode: "Forme",
      place: "Lieu",
      date: "Date",
      evidence: "Preuve",
    },
    readEvidence: "Lire la phrase",
    readAlso: (n) => `${n}e article`,
    more: (count) => (count === 1 ? "et une autre" : `et ${count} autres`),
    empty: "Les articles ne racontent aucune rencontre.",
    stillBuilding: "L’index se prépare : les rencontres apparaîtront ici dans un instant.",
  },
  errors: {
    notFoundTitle: "Page introuvable",
    notFound: "Cette adresse ne mène à rien.",
    unknownArticle: "Cet article n’est pas dans le corpus, ou n’y est plus.",
    backToChat: "Retour à la conversation",
    emptyMessage: "Le message est vide.",
    busy: "Trop de questions à la fois : attendez la réponse en cours.",
    failed: "Une erreur est survenue : la question n’a pas reçu de réponse.",
  },
};

const en: PageTexts = {
  skipToContent: "Skip to content",
  navigation: "Pages",
  otherLanguage: { code: "fr", label: "Français" },
  needsScript: "The conversation needs JavaScript. Reading the articles does not.",
  chat: {
    title: "Conversation",
    log: "Messages",
    welcome: "Ask a question about the articles",
    introduction:
      "Answers are passages quoted word for word, with their article and its link. What the articles do not say is not made up.",
    suggestions: "To begin with",
    inputLabel: "Your question",
    placeholder: "Your question…",
    send: "Send",
    script: {
      typing: "Sourcier is searching…",
      you: "You",
      expand: "Read on",
      collapse: "Show less",
      newTab: "new tab",
      copied: "Copied",
      edited: "edited",
      commands: "Commands",
      openPicture: "Open the picture full size",
      offline: "Sourcier does not answer: check that it is still running.",
      failed: "The answer did not arrive.",
      building: "Sourcier is preparing the articles: {percent}%",
      retry: "Try again",
    },
  },
  reader: {
    original: "Read the original",
    noOriginal: "Original address unknown",
    unknownOutlet: "Unknown outlet",
    passage: "Go to the passage",
    badPassage:
      "The passage asked for is not in this article, which may have changed since. Here is the whole article.",
    encounters: "Encounters in this article",
    showEvidence: "Show the sentence",
    allArticles: "All encounters",
  },
  encounters: {
    title: "Who met whom",
    introduction: (shown) =>
      shown === 1
        ? "One encounter told by the articles, with the sentence that proves it."
        : `${shown} encounters told by the articles, each with the sentence that proves it.`,
    about: (person) => `Encounters of ${person}`,
    filter: "Person",
    everybody: "Everybody",
    apply: "Show",
    graph: "Network",
    timeline: "Timeline",
    table: "Table",
    columns: {
      who: "Who",
      status: "Status",
      mode: "How",
      place: "Place",
      date: "Date",
      evidence: "Evidence",
    },
    readEvidence: "Read the sentence",
    readAlso: (n) => `Article ${n}`,
    more: (count) => (count === 1 ? "and one more" : `and ${count} more`),
    empty: "The articles tell of no encounter.",
    stillBuilding: "The index is being prepared: encounters will appear here in a moment.",
  },
  errors: {
    notFoundTitle: "Page not found",
    notFound: "This address leads nowhere.",
    unknownArticle: "This article is not in the corpus, or no longer.",
    backToChat: "Back to the conversation",
    emptyMessage: "The message is empty.",
    busy: "Too many questions at once: wait for the answer under way.",
    failed: "Something went wrong: the question got no answer.",
  },
};

export const pageTexts: Readonly<Record<Language, PageTexts>> = { fr, en };
