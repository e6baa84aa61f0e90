/** Everything Sourcier says in French: polite, short, with the spaces that French asks for. */
import type { EncounterMode } from "../../encounters/encounter.ts";
import { fr } from "./french-spaces.ts";
import type { EncounterWords, Texts } from "./texts.ts";

const list = new Intl.ListFormat("fr", { type: "conjunction" });
const join = (items: readonly string[]): string => list.format(items);
const s = (count: number): string => (count > 1 ? "s" : "");

const heldVerb: Record<EncounterMode, string> = {
  "in-person": "a rencontré",
  phone: "a parlé au téléphone avec",
  video: "a parlé en visioconférence avec",
  unknown: "a eu un entretien avec",
};

/** The noun with its article, and the ending its participle takes. */
const noun: Record<EncounterMode, readonly [string, string]> = {
  "in-person": ["une rencontre", "e"],
  phone: ["un entretien téléphonique", ""],
  video: ["un entretien en visioconférence", ""],
  unknown: ["un entretien", ""],
};

function encounter(words: EncounterWords): string {
  const details = words.details.length > 0 ? ` (${words.details.join(", ")})` : "";
  const [name, e] = noun[words.mode];
  const people = everybody(words);
  switch (words.status) {
    case "held":
      return held(words) + details;
    case "planned":
      return fr`${name} ${people} était prévu${e}${details} ; les articles ne disent pas ${
        e === "" ? "s’il" : "si elle"
      } a eu lieu`;
    case "cancelled":
      return `${name} ${people} a été annulé${e} ou reporté${e}${details}`;
    case "denied":
      return `${name} ${people} est démenti${e} ou n’a pas eu lieu${details}`;
    case "hypothetical":
      return `${name} ${people} est évoqué${e} comme possible, sans être confirmé${e}${details}`;
    case "called-for":
      return `${name} ${people} est souhaité${e} ou demandé${e}${details}`;
  }
}

/** In guillemets, or in the inner quotation marks of French when the words have guillemets already. */
function quoted(words: string): string {
  return /[«»]/.test(words) ? `“${words}”` : fr`« ${words} »`;
}

/** "d’Emmanuel Macron", "de Joe Biden". */
function de(name: string): string {
  return /^(?:[aeiouâàäéèêëîïôöûü]|y(?=[^aeiou]))/i.test(name) ? `d’${name}` : `de ${name}`;
}

function held({ subject, others, mode }: EncounterWords): string {
  const [name] = noun[mode];
  if (others === null)
    return `${subject ?? ""} a eu ${name} avec un interlocuteur non nommé`.trim();
  return subject === null ? `${name} a réuni ${others}` : `${subject} ${heldVerb[mode]} ${others}`;
}

function everybody({ subject, others }: EncounterWords): string {
  if (others === null) return subject === null ? "" : de(subject);
  return subject === null ? `entre ${others}` : `entre ${subject} et ${others}`;
}

export const french: Texts = {
  join,
  answer: {
    high: fr`Voici ce que disent les articles :`,
    low: fr`Voici ce que j’ai de plus proche, sans certitude :`,
    outOfCorpus: fr`Je n’ai pas trouvé de réponse dans les articles que je connais.`,
    notStated: fr`Les articles que je connais ne le disent pas.`,
    emptyQuestion: fr`Posez-moi une question en quelques mots, par exemple : « Qui a rencontré qui ? »`,
    emptyCorpus: fr`Je n’ai encore aucun article à citer.`,
    nearest: fr`Les passages les plus proches, qui n’y répondent pas forcément :`,
    sourceKnown: (count) => (count > 1 ? fr`Voici les articles :` : fr`Voici l’article :`),
    sourceUnknown: (count) =>
      count > 1
        ? fr`Je ne connais pas l’adresse de ces articles ; je peux vous les donner à lire ici.`
        : fr`Je ne connais pas l’adresse de cet article ; je peux vous le donner à lire ici.`,
    sourcesMixed: fr`Voici les articles ; là où je ne connais pas l’adresse, je peux vous donner le texte à lire ici.`,
    noSource: fr`Je ne sais pas de quel article vous parlez. Dites-moi son sujet, ou choisissez dans /articles.`,
    alsoIn: (outlets) => fr`Aussi dans ${join(outlets)}.`,
    alsoInCount: (count) => fr`Aussi dans ${count} autre${s(count)} article${s(count)}.`,
    shortened: (hasContext) =>
      hasContext ? fr`Passage abrégé ; « Contexte » donne la suite.` : fr`Passage abrégé.`,
    fewerPassages: (left) =>
      fr`${left} autre${s(left)} passage${s(left)} ne ten${left > 1 ? "aient" : "ait"} pas dans ce message.`,
    toComplete: fr`Pour compléter :`,
    otherPassages: fr`Autres passages, moins proches de la question :`,
    sourceLine: ({ outlet, title, date }) =>
      [outlet, quoted(title), date].filter((part) => part !== null).join(", "),
    context: (title) => fr`Le passage dans son contexte, ${quoted(title)} :`,
    noAddress: fr`adresse inconnue`,
    addressLabel: fr`Lien :`,
  },
  encounters: {
    encounter,
    yes: (sentence) => fr`Oui : ${sentence}.`,
    yesRemotely: (sentence) => fr`Oui, à distance : ${sentence}.`,
    notHeld: (sentence) => fr`Pas à ma connaissance : ${sentence}.`,
    plannedAsAsked: (sentence) => fr`C’est prévu : ${sentence}.`,
    notStated: ({ person, other, details }) => {
      const tail = details.length > 0 ? ` (${details.join(", ")})` : "";
      if (person === null)
        return fr`Je n’ai pas trouvé de telle rencontre dans les articles${tail}.`;
      return other === null
        ? fr`Les articles ne mentionnent pas de telle rencontre ${de(person)}${tail}.`
        : fr`Les articles ne mentionnent aucune rencontre entre ${person} et ${other}${tail}.`;
    },
    unknownPerson: (name) =>
      fr`Je ne trouve pas « ${name} » dans les rencontres que relatent les articles.`,
    met: (subject, byMode) =>
      `${subject} ${join(
        (Object.keys(heldVerb) as EncounterMode[]).flatMap((mode) => {
          const others = byMode[mode];
          return others === null ? [] : [`${heldVerb[mode]} ${others}`];
        }),
      )}.`,
    list: (count) =>
      count > 1
        ? fr`Voici ${count} rencontres que relatent les articles :`
        : fr`Voici ce que relatent les articles :`,
    howMany: (count) =>
      count === 0
        ? fr`Les articles n’en relatent aucune qui ait eu lieu.`
        : fr`${count} rencontre${s(count)}, d’après les articles :`,
    stated: (value, sentence) => fr`${value} : ${sentence}.`,
    dateUnknown: (sentence) => fr`L’article ne donne pas la date : ${sentence}.`,
    placeUnknown: (sentence) => fr`L’article ne donne pas le lieu : ${sentence}.`,
    notConfirmed: fr`Aucune rencontre n’est donnée comme ayant eu lieu :`,
    more: (count) => fr`et ${count} autre${s(count)}.`,
    setting: (words) => words,
    mode: {
      "in-person": "en personne",
      phone: "au téléphone",
      video: "en visioconférence",
      unknown: "",
    },
    quotedDate: (words) => fr`« ${words} »`,
  },
  buttons: {
    open: (n, outlet) => `${n === null ? "" : `${n} · `}${outlet ?? "Ouvrir l’article"} ↗`,
    read: (n) => `${n === null ? "" : `${n} · `}Lire ici`,
    reader: (n) => `${n === null ? "" : `${n} · `}Lire dans la page`,
    context: (n) => `Contexte${n === null ? "" : ` ${n}`}`,
    back: "◂ Retour à la réponse",
    others: (count) => fr`Autres passages (${count}) ▸`,
    previous: "Précédent",
    next: "Suivant",
    position: (page, of) => `${page} / ${of}`,
    right: "👍",
    wrong: "👎",
    agree: "Oui, gardez-le",
    refuse: "Non merci",
    graph: "Graphe",
    timeline: "Chronologie",
    everybody: "Tout le monde",
    page: "Ouvrir la page",
    share: "Citer ailleurs",
    languageName: "Français",
    automatic: "Automatique",
    forget: "Tout oublier",
    openBot: "Ouvrir Sourcier",
  },
  chat: {
    smallTalk: {
      thanks: fr`Avec plaisir. Une autre question ?`,
      goodbye: fr`Au revoir, et à bientôt.`,
      identity: fr`Je suis Sourcier, un programme : je réponds aux questions en citant, mot pour mot, les articles de presse que je connais.`,
      wellBeing: fr`Très bien, merci. Une question sur les articles ?`,
      acknowledgement: fr`Bien. Une autre question ?`,
    },
    welcome: (articles) =>
      fr`Bonjour ! Je suis Sourcier. Je réponds à vos questions en citant, mot pour mot, ${
        articles > 1
          ? `les ${articles} articles de presse que je connais`
          : "les articles de presse que je connais"
      }, avec leur lien.`,
    examplesHead: fr`Par exemple :`,
    examples: ({ person, other, title }) => [
      ...(person === null ? [] : [fr`Qui a rencontré ${person} ?`]),
      ...(person === null || other === null
        ? []
        : [fr`Où a eu lieu la rencontre entre ${person} et ${other} ?`]),
      ...(title === null ? [] : [fr`Le lien de l’article ${quoted(title)} ?`]),
      fr`Qui a rencontré qui ?`,
    ],
    articlesButton: "Les articles",
    peopleButton: "Qui a rencontré qui",
    asked: (question) => fr`Votre question : ${question}`,
    help: fr`Posez une question, demandez qui a rencontré qui, ou demandez le lien d’un article. Je ne réponds que par des citations exactes ; si les articles ne le disent pas, je vous le dis. Vous pouvez enchaîner : « et à Paris ? », « quand ? », « le lien ? ». Une question corrigée corrige la réponse.`,
    commandsHead: fr`Commandes :`,
    articlesHead: (count) =>
      count > 1 ? fr`Les ${count} articles que je connais :` : fr`Le seul article que je connais :`,
    noArticles: fr`Je n’ai encore aucun article.`,
    articleGone: fr`Cet article n’est plus dans ma collection.`,
    peopleHead: (count) =>
      fr`${count} personne${s(count)} dont les articles relatent ou évoquent des rencontres. Choisissez, ou écrivez un nom après /qui.`,
    personLine: (name, count) => `${name} (${count})`,
    noEncounters: fr`Les articles ne relatent aucune rencontre.`,
    noEncountersOf: (name) => fr`Les articles ne relatent aucune rencontre de « ${name} ».`,
    graphCaption: (person, people, encounters) =>
      `${fr`${person === null ? "Qui a rencontré qui" : `Les rencontres ${de(person)}`} :`} ${encounters} rencontre${s(encounters)} ou entretien${s(encounters)}, tenus ou évoqués, ${people} personnes.`,
    timelineCaption: (person, encounters) =>
      `${fr`${person === null ? "Chronologie" : `Les rencontres ${de(person)} dans le temps`} :`} ${encounters} rencontre${s(encounters)} ou entretien${s(encounters)}, tenus ou évoqués.`,
    noPictures: fr`Je ne peux pas dessiner ici ; voici la liste en mots.`,
    nothingToDraw: fr`Il n’y a rien à dessiner : les articles ne relatent aucune rencontre de ce genre.`,
    sourceUsage: fr`Dites-moi le sujet de l’article, en quelques mots après /source, ou choisissez dans /articles.`,
    whoQuestion: (name) => fr`Qui a rencontré ${name} ?`,
    sourceQuestion: (subject) => fr`Quel est le lien de l’article sur ${subject} ?`,
    linkQuestion: fr`Le lien ?`,
    languageNow: (name) => fr`Langue actuelle : ${name}. Choisissez :`,
    languageSet: fr`C’est noté : je vous réponds en français. Les citations restent dans la langue de l’article.`,
    languageAutomatic: fr`C’est noté : je suis la langue de votre Telegram ou de votre question.`,
    settings: ({ language, feedback }) => fr`Réglages de cette conversation

Langue : ${language} (/langue)
Vos avis 👍 👎 : ${feedback}
Effacer ce que je retiens : /oublier`,
    feedbackState: {
      granted: "gardés, avec votre accord",
      refused: "non gardés, selon votre choix",
      unknown: "rien n’est gardé sans votre accord",
      off: "non proposés ici",
    },
    privacy: ({ feedback, threadMinutes, replyHours }) => fr`Confidentialité

• Vos questions sont traitées sur la machine qui fait tourner ce bot ; aucun service extérieur n’est consulté, hormis Telegram qui transporte nos messages.
• Je retiens en mémoire vive vos dernières questions et mes dernières réponses, pour comprendre « et à Paris ? » et servir les boutons. Le fil de la conversation s’efface au bout de ${threadMinutes} minutes, les réponses au bout de ${replyHours} heures, tout au plus tard au redémarrage.
• Rien de cela n’est partagé entre conversations, et les journaux ne contiennent aucun texte de question.
${feedback ? "• Vos avis 👍 👎 ne sont gardés qu’avec votre accord, chiffrés, avec la question et les passages cités, pour améliorer les réponses." : "• Aucun avis n’est enregistré."}
• /oublier efface tout ce qui vous concerne.`,
    forgotten: (entries) =>
      entries > 0
        ? fr`C’est effacé, ici et dans vos autres conversations avec moi : ce que vous avez demandé, vos réglages, votre accord et ${entries} avis enregistré${s(entries)}.`
        : fr`C’est effacé, ici et dans vos autres conversations avec moi : ce que vous avez demandé et vos réglages. Aucun avis n’était enregistré.`,
    groupLanguageStays: fr`La langue choisie pour ce groupe reste : elle concerne tous ses membres.`,
    cancelled: fr`C’est annulé. Le fil de la conversation est oublié ; posez une nouvelle question quand vous voulez.`,
    nothingToCancel: fr`Il n’y a rien à annuler. Posez une question quand vous voulez.`,
    unknownCommand: (suggestion) =>
      suggestion === null
        ? fr`Je ne connais pas cette commande. /aide donne la liste.`
        : fr`Je ne connais pas cette commande. Vouliez-vous dire ${suggestion} ? /aide donne la liste.`,
    editedCommand: fr`Une commande modifiée n’est pas rejouée ; envoyez-la de nouveau, s’il vous plaît.`,
    onlyText: fr`Je ne lis que le texte : écrivez-moi votre question, s’il vous plaît. /aide montre des exemples.`,
    emptyMention: fr`Oui ? Posez votre question dans le même message.`,
    questionTooLong: (length, limit) =>
      fr`Votre question compte ${length} caractères ; je n’en lis que ${limit}. Résumez-la, s’il vous plaît.`,
    oldButton: fr`Ce bouton date d’une réponse que j’ai oubliée. Redemandez, s’il vous plaît.`,
    tooFast: fr`Doucement, s’il vous plaît : attendez quelques secondes avant la prochaine question.`,
    notAllowed: fr`Ce bot est réservé à certaines personnes. Demandez l’accès à qui le fait tourner.`,
    building: (percent, remaining) =>
      fr`Je prépare les articles : ${percent} %${remaining === null ? "" : `, encore ${remaining} environ`}. Votre question aura sa réponse dès que je serai prêt.`,
    buildingSoon: fr`Je prépare encore les articles. Réessayez dans un instant, s’il vous plaît.`,
    waitedTooLong: fr`La préparation dure plus longtemps que prévu. Reposez votre question un peu plus tard, s’il vous plaît.`,
    tooManyWaiting: fr`Je prépare encore les articles et trop de questions attendent déjà. Réessayez dans quelques minutes, s’il vous plaît.`,
    duration: (seconds) =>
      seconds < 90
        ? fr`${Math.max(1, Math.round(seconds))} s`
        : fr`${Math.round(seconds / 60)} min`,
    failed: fr`Désolé, quelque chose n’a pas marché de mon côté. Réessayez dans un instant, s’il vous plaît.`,
    indexAway: fr`Ma collection d’articles ne répond pas pour le moment. Réessayez dans quelques minutes, s’il vous plaît.`,
    judged: {
      granted: fr`Merci, c’est noté.`,
      refused: fr`Merci. Selon votre choix, rien n’est gardé.`,
      unknown: fr`Je vous ai demandé si je peux garder vos avis ; rien n’est gardé sans votre accord.`,
    },
    judgementForgotten: fr`J’ai oublié cette question ; reposez-la pour la juger, s’il vous plaît.`,
    askerOnly: fr`Ce bouton est réservé à la personne qui a posé la question.`,
    askConsent: fr`Merci ! Puis-je garder vos avis, avec la question et les passages cités, pour améliorer les réponses ? Ils sont chiffrés, et /oublier les efface.`,
    consentGranted: fr`Merci, votre avis est gardé. /oublier l’efface à tout moment.`,
    consentRefused: fr`Très bien : rien n’est gardé.`,
    inlineHint: fr`Écrivez une question : je cite les articles`,
    inlineBuilding: fr`Je prépare encore les articles…`,
    inlineNothing: fr`Rien trouvé dans les articles`,
    inlineAnswer: fr`Toute la réponse`,
    adminHint: fr`Vous pouvez aussi m’envoyer un lien ou un fichier d’article (.txt, .html) : je l’ajoute à la collection.`,
    fileTooLarge: (limitMb) => fr`Ce fichier est trop gros : j’accepte ${limitMb} Mo au plus.`,
    adding: fr`Je lis cet article…`,
    added: (title) => fr`Ajouté : ${quoted(title)}.`,
    unchanged: (title) => fr`Je connaissais déjà ${quoted(title)}.`,
    rejected: (reason) => fr`Je n’ai pas pu l’ajouter. Le motif, en anglais : ${quoted(reason)}.`,
    articleHead: (title, part, of) => (of > 1 ? `${title} (${part} / ${of})` : title),
  },
  commands: {
    start: { name: "start", description: "Commencer" },
    help: { name: "aide", description: "Comment poser une question" },
    who: { name: "qui", description: "Qui a rencontré qui" },
    articles: { name: "articles", description: "Parcourir les articles" },
    source: { name: "source", description: "Le lien d’un article" },
    graph: { name: "graphe", description: "Les rencontres en image" },
    language: { name: "langue", description: "Choisir la langue" },
    settings: { name: "reglages", description: "Réglages de cette conversation" },
    privacy: { name: "confidentialite", description: "Ce que je retiens de vous" },
    forget: { name: "oublier", description: "Effacer ce que je retiens de vous" },
    cancel: { name: "annuler", description: "Oublier le fil de la conversation" },
  },
  profile: {
    description: fr`Posez une question sur l’actualité : je réponds en citant les articles mot pour mot, avec leur lien. Demandez aussi qui a rencontré qui, où et quand. Je n’invente rien ; quand les articles ne le disent pas, je le dis.`,
    about: fr`Je réponds à vos questions en citant des articles de presse, mot pour mot, avec leur lien.`,
  },
};
