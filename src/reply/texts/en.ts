/** Everything Sourcier says in English. */
import type { EncounterMode } from "../../encounters/encounter.ts";
import type { EncounterWords, Texts } from "./texts.ts";

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });
const join = (items: readonly string[]): string => list.format(items);
const s = (count: number): string => (count === 1 ? "" : "s");

const heldVerb: Record<EncounterMode, string> = {
  "in-person": "met",
  phone: "spoke by telephone with",
  video: "spoke by video link with",
  unknown: "held talks with",
};

const noun: Record<EncounterMode, string> = {
  "in-person": "a meeting",
  phone: "a telephone call",
  video: "a video call",
  unknown: "talks",
};

function encounter(words: EncounterWords): string {
  const details = words.details.length > 0 ? ` (${words.details.join(", ")})` : "";
  const was = words.mode === "unknown" ? "were" : "was";
  const name = `${noun[words.mode]} ${everybody(words)}`;
  switch (words.status) {
    case "held":
      return held(words) + details;
    case "planned":
      return `${name} ${was} planned${details}; the articles do not say whether it took place`;
    case "cancelled":
      return `${name} ${was} cancelled or postponed${details}`;
    case "denied":
      return `${name} ${was} denied or did not take place${details}`;
    case "hypothetical":
      return `${name} ${was} mentioned as possible, without confirmation${details}`;
    case "called-for":
      return `${name} ${was} asked for or hoped for${details}`;
  }
}

function held({ subject, others, mode }: EncounterWords): string {
  if (others === null) return `${subject ?? ""} had ${noun[mode]} with somebody unnamed`.trim();
  return subject === null
    ? `${noun[mode]} brought together ${others}`
    : `${subject} ${heldVerb[mode]} ${others}`;
}

function everybody({ subject, others }: EncounterWords): string {
  if (others === null) return `of ${subject ?? ""}`.trim();
  return subject === null ? `between ${others}` : `between ${subject} and ${others}`;
}

export const english: Texts = {
  join,
  answer: {
    high: "Here is what the articles say:",
    low: "Here is the nearest I have, without certainty:",
    outOfCorpus: "I did not find an answer in the articles I know.",
    notStated: "The articles I know do not say.",
    emptyQuestion: "Ask me a question in a few words, for example: “Who met whom?”",
    emptyCorpus: "I have no article to quote yet.",
    nearest: "The nearest passages, which may not answer it:",
    sourceKnown: (count) => (count > 1 ? "Here are the articles:" : "Here is the article:"),
    sourceUnknown: (count) =>
      count > 1
        ? "I do not know the address of these articles; you can read them here."
        : "I do not know the address of this article; you can read it here.",
    sourcesMixed: "Here are the articles; where I know no address, you can read the text here.",
    noSource:
      "I cannot tell which article you mean. Tell me its subject, or choose from /articles.",
    alsoIn: (outlets) => `Also in ${join(outlets)}.`,
    alsoInCount: (count) => `Also in ${count} other article${s(count)}.`,
    shortened: (hasContext) =>
      hasContext ? "Passage shortened; “Context” gives the rest." : "Passage shortened.",
    fewerPassages: (left) => `${left} more passage${s(left)} did not fit into this message.`,
    toComplete: "To complete it:",
    otherPassages: "Other passages, further from the question:",
    sourceLine: ({ outlet, title, date }) =>
      [outlet, `“${title}”`, date].filter((part) => part !== null).join(", "),
    context: (title) => `The passage in context, “${title}”:`,
    noAddress: "address unknown",
    addressLabel: "Link:",
  },
  encounters: {
    encounter,
    yes: (sentence) => `Yes: ${sentence}.`,
    yesRemotely: (sentence) => `Yes, remotely: ${sentence}.`,
    notHeld: (sentence) => `Not that I know of: ${sentence}.`,
    plannedAsAsked: (sentence) => `It is planned: ${sentence}.`,
    notStated: ({ person, other, details }) => {
      const tail = details.length > 0 ? ` (${details.join(", ")})` : "";
      if (person === null) return `I found no such meeting in the articles${tail}.`;
      return other === null
        ? `The articles mention no such meeting of ${person}${tail}.`
        : `The articles mention no meeting between ${person} and ${other}${tail}.`;
    },
    unknownPerson: (name) => `I do not find “${name}” in the meetings the articles report.`,
    met: (subject, byMode) =>
      `${subject} ${join(
        (Object.keys(heldVerb) as EncounterMode[]).flatMap((mode) => {
          const others = byMode[mode];
          return others === null ? [] : [`${heldVerb[mode]} ${others}`];
        }),
      )}.`,
    list: (count) =>
      count > 1
        ? `Here are ${count} meetings the articles report:`
        : "Here is what the articles report:",
    howMany: (count) =>
      count === 0
        ? "The articles report none that took place."
        : `${count} meeting${s(count)}, according to the articles:`,
    stated: (value, sentence) => `${value}: ${sentence}.`,
    dateUnknown: (sentence) => `The article does not give the date: ${sentence}.`,
    placeUnknown: (sentence) => `The article does not give the place: ${sentence}.`,
    notConfirmed: "No meeting is reported as having taken place:",
    more: (count) => `and ${count} more.`,
    setting: (words) => `“${words}”`,
    mode: { "in-person": "in person", phone: "by telephone", video: "by video link", unknown: "" },
    quotedDate: (words) => `“${words}”`,
  },
  buttons: {
    open: (n, outlet) => `${n === null ? "" : `${n} · `}${outlet ?? "Open the article"} ↗`,
    read: (n) => `${n === null ? "" : `${n} · `}Read here`,
    reader: (n) => `${n === null ? "" : `${n} · `}Read on the page`,
    context: (n) => `Context${n === null ? "" : ` ${n}`}`,
    back: "◂ Back to the answer",
    others: (count) => `Other passages (${count}) ▸`,
    previous: "Previous",
    next: "Next",
    position: (page, of) => `${page} / ${of}`,
    right: "👍",
    wrong: "👎",
    agree: "Yes, keep it",
    refuse: "No, thanks",
    graph: "Graph",
    timeline: "Timeline",
    everybody: "Everybody",
    page: "Open the page",
    share: "Quote elsewhere",
    languageName: "English",
    automatic: "Automatic",
    forget: "Forget everything",
    openBot: "Open Sourcier",
  },
  chat: {
    smallTalk: {
      thanks: "You are welcome. Another question?",
      goodbye: "Goodbye, and see you soon.",
      identity:
        "I am Sourcier, a program: I answer questions by quoting, word for word, the news articles I know.",
      wellBeing: "Very well, thank you. A question about the articles?",
      acknowledgement: "Good. Another question?",
    },
    welcome: (articles) =>
      `Hello! I am Sourcier. I answer your questions by quoting, word for word, ${
        articles > 1 ? `the ${articles} news articles I know` : "the news articles I know"
      }, each with its link.`,
    examplesHead: "For example:",
    examples: ({ person, other, title }) => [
      ...(person === null ? [] : [`Who did ${person} meet?`]),
      ...(person === null || other === null ? [] : [`Where did ${person} and ${other} meet?`]),
      ...(title === null ? [] : [`The link of the article “${title}”?`]),
      "Who met whom?",
    ],
    articlesButton: "The articles",
    peopleButton: "Who met whom",
    asked: (question) => `Your question: ${question}`,
    help: "Ask a question, ask who met whom, or ask for the link of an article. I answer only with exact quotations; where the articles do not say, I tell you so. The articles are in French, and questions in French find the most. You can go on with “and in Paris?”, “when?”, “the link?”. Edit a question and its answer changes too.",
    commandsHead: "Commands:",
    articlesHead: (count) =>
      count > 1 ? `The ${count} articles I know:` : "The only article I know:",
    noArticles: "I have no article yet.",
    articleGone: "This article is no longer in my collection.",
    peopleHead: (count) =>
      `${count} ${count === 1 ? "person" : "people"} whose meetings the articles report or mention. Choose, or write a name after /who.`,
    personLine: (name, count) => `${name} (${count})`,
    noEncounters: "The articles report no meeting.",
    noEncountersOf: (name) => `The articles report no meeting of “${name}”.`,
    graphCaption: (person, people, encounters) =>
      `${person === null ? "Who met whom" : `The meetings of ${person}`}: ${encounters} meeting${s(encounters)} or talk${s(encounters)}, held or mentioned, ${people} people.`,
    timelineCaption: (person, encounters) =>
      `${person === null ? "Timeline" : `The meetings of ${person} over time`}: ${encounters} meeting${s(encounters)} or talk${s(encounters)}, held or mentioned.`,
    noPictures: "I cannot draw here; this is the list in words.",
    nothingToDraw: "There is nothing to draw: the articles report no such meeting.",
    sourceUsage:
      "Tell me the subject of the article, in a few words after /source, or choose from /articles.",
    whoQuestion: (name) => `Who did ${name} meet?`,
    sourceQuestion: (subject) => `What is the link of the article about ${subject}?`,
    linkQuestion: "The link?",
    languageNow: (name) => `Current language: ${name}. Choose:`,
    languageSet: "Noted: I answer in English. Quotations stay in the language of the article.",
    languageAutomatic: "Noted: I follow the language of your Telegram or of your question.",
    settings: ({ language, feedback }) => `Settings of this conversation

Language: ${language} (/language)
Your 👍 👎: ${feedback}
Erase what I remember: /forget`,
    feedbackState: {
      granted: "kept, with your consent",
      refused: "not kept, as you chose",
      unknown: "nothing is kept without your consent",
      off: "not offered here",
    },
    privacy: ({ feedback, threadMinutes, replyHours }) => `Privacy

• Your questions are handled on the machine that runs this bot; no outside service is consulted, except Telegram, which carries our messages.
• I keep your latest questions and my latest answers in memory, to understand “and in Paris?” and to serve the buttons. The thread of the conversation is forgotten after ${threadMinutes} minutes, the answers after ${replyHours} hours, everything at a restart at the latest.
• None of it is shared between chats, and logs hold no text of any question.
${feedback ? "• Your 👍 👎 are kept only with your consent, encrypted, with the question and the passages quoted, to improve the answers." : "• No feedback is recorded."}
• /forget erases everything about you.`,
    forgotten: (entries) =>
      entries > 0
        ? `Erased, here and in your other chats with me: what you asked, your settings, your consent and ${entries} stored judgement${s(entries)}.`
        : "Erased, here and in your other chats with me: what you asked and your settings. No judgement was stored.",
    groupLanguageStays: "The language chosen for this group stays: it concerns all its members.",
    cancelled:
      "Cancelled. The thread of the conversation is forgotten; ask a new question whenever you like.",
    nothingToCancel: "There is nothing to cancel. Ask a question whenever you like.",
    unknownCommand: (suggestion) =>
      suggestion === null
        ? "I do not know this command. /help lists them."
        : `I do not know this command. Did you mean ${suggestion}? /help lists them.`,
    editedCommand: "An edited command is not run again; please send it anew.",
    onlyText: "I read text only: please write me your question. /help shows examples.",
    emptyMention: "Yes? Ask your question in the same message.",
    questionTooLong: (length, limit) =>
      `Your question has ${length} characters; I read ${limit} at most. Please shorten it.`,
    oldButton: "This button belongs to an answer I have forgotten. Please ask again.",
    tooFast: "Slowly, please: wait a few seconds before the next question.",
    notAllowed: "This bot is reserved for certain people. Ask whoever runs it for access.",
    building: (percent, remaining) =>
      `I am getting the articles ready: ${percent} %${remaining === null ? "" : `, about ${remaining} left`}. Your question will be answered as soon as I am.`,
    buildingSoon: "I am still getting the articles ready. Please try again in a moment.",
    waitedTooLong: "Getting ready takes longer than expected. Please ask again a little later.",
    tooManyWaiting:
      "I am still getting the articles ready, and too many questions are waiting. Please try again in a few minutes.",
    duration: (seconds) =>
      seconds < 90 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`,
    failed: "Sorry, something went wrong on my side. Please try again in a moment.",
    indexAway:
      "My collection of articles does not answer right now. Please try again in a few minutes.",
    judged: {
      granted: "Thank you, noted.",
      refused: "Thank you. As you chose, nothing is kept.",
      unknown:
        "I have asked you whether I may keep your judgements; nothing is kept without your consent.",
    },
    judgementForgotten: "I have forgotten this question; please ask it again to judge the answer.",
    askerOnly: "This button is for the person who asked the question.",
    askConsent:
      "Thank you! May I keep your judgements, with the question and the passages quoted, to improve the answers? They are encrypted, and /forget erases them.",
    consentGranted: "Thank you, your judgement is kept. /forget erases it at any time.",
    consentRefused: "Very well: nothing is kept.",
    inlineHint: "Write a question: I quote the articles",
    inlineBuilding: "I am still getting the articles ready…",
    inlineNothing: "Nothing found in the articles",
    inlineAnswer: "The whole answer",
    adminHint:
      "You may also send me the link or the file of an article (.txt, .html): I add it to the collection.",
    fileTooLarge: (limitMb) => `This file is too large: I accept ${limitMb} MB at most.`,
    adding: "I am reading this article…",
    added: (title) => `Added: “${title}”.`,
    unchanged: (title) => `I already knew “${title}”.`,
    rejected: (reason) => `I could not add it: ${reason}.`,
    articleHead: (title, part, of) => (of > 1 ? `${title} (${part} / ${of})` : title),
  },
  commands: {
    start: { name: "start", description: "Begin" },
    help: { name: "help", description: "How to ask a question" },
    who: { name: "who", description: "Who met whom" },
    articles: { name: "articles", description: "Browse the articles" },
    source: { name: "source", description: "The link of an article" },
    graph: { name: "graph", description: "The meetings as a picture" },
    language: { name: "language", description: "Choose the language" },
    settings: { name: "settings", description: "Settings of this conversation" },
    privacy: { name: "privacy", description: "What I remember of you" },
    forget: { name: "forget", description: "Erase what I remember of you" },
    cancel: { name: "cancel", description: "Forget the thread of the conversation" },
  },
  profile: {
    description:
      "Ask a question about the news: I answer by quoting the articles word for word, with their links. Ask also who met whom, where and when. I invent nothing; where the articles do not say, I tell you so.",
    about: "I answer your questions by quoting news articles word for word, each with its link.",
  },
};
