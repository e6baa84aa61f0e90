/**
 * The shape of what Sourcier says in a conversation; `fr.ts` and `en.ts` fill it. What is said in the place of an answer
 * is in `delivery-notes.ts`; pictures and the page around the conversation have a `texts.ts` of their own.
 */
import type { EncounterMode, EncounterStatus } from "../../encounters/encounter.ts";
import type { TalkKind } from "./small-talk-words.ts";

/** A command of the bot, by its English name. */
export type CommandId =
  | "start"
  | "help"
  | "who"
  | "articles"
  | "source"
  | "graph"
  | "language"
  | "settings"
  | "privacy"
  | "forget"
  | "cancel";

export interface CommandTexts {
  /** 1-32 of a-z 0-9 _. */
  readonly name: string;
  /** 1-256 characters. */
  readonly description: string;
}

/** Who met whom, in values ready to be put into a sentence. */
export interface EncounterWords {
  /** The person the sentence is about, when one is asked about and took part. */
  readonly subject: string | null;
  /** Everybody else; everybody, when there is no subject. Already joined: "A, B et C". Null: the text names nobody. */
  readonly others: string | null;
  readonly mode: EncounterMode;
  readonly status: EncounterStatus;
  /** Place, date, setting; empty when none is stated. */
  readonly details: readonly string[];
}

export interface AnswerTexts {
  readonly high: string;
  readonly low: string;
  readonly outOfCorpus: string;
  readonly notStated: string;
  readonly emptyQuestion: string;
  readonly emptyCorpus: string;
  /** Introduces passages that do not answer. */
  readonly nearest: string;
  readonly sourceKnown: (count: number) => string;
  readonly sourceUnknown: (count: number) => string;
  readonly sourcesMixed: string;
  readonly noSource: string;
  readonly alsoIn: (outlets: readonly string[]) => string;
  readonly alsoInCount: (count: number) => string;
  /** `hasContext`: a button shows the rest. */
  readonly shortened: (hasContext: boolean) => string;
  readonly fewerPassages: (left: number) => string;
  /** Introduces passages that prove none of the encounters told above. */
  readonly toComplete: string;
  readonly otherPassages: string;
  /** "Outlet, « Title », date": the parts that are known. */
  readonly sourceLine: (parts: {
    readonly outlet: string | null;
    readonly title: string;
    readonly date: string | null;
  }) => string;
  readonly context: (title: string) => string;
  readonly noAddress: string;
  readonly addressLabel: string;
}

export interface EncounterTexts {
  readonly encounter: (words: EncounterWords) => string;
  readonly yes: (sentence: string) => string;
  /** Yes to "did they meet?" when all that is told is a call. */
  readonly yesRemotely: (sentence: string) => string;
  /** To "did they meet?" when all that is told is a plan, a wish, or a meeting called off. */
  readonly notHeld: (sentence: string) => string;
  /** To a question about the future. */
  readonly plannedAsAsked: (sentence: string) => string;
  readonly notStated: (question: {
    readonly person: string | null;
    readonly other: string | null;
    readonly details: readonly string[];
  }) => string;
  readonly unknownPerson: (name: string) => string;
  /** "A met B and C": everybody `subject` is told to have met, by mode. */
  readonly met: (subject: string, byMode: Readonly<Record<EncounterMode, string | null>>) => string;
  readonly list: (count: number) => string;
  readonly howMany: (count: number) => string;
  /** First line of "when" and "where" when the text states it. */
  readonly stated: (value: string, sentence: string) => string;
  readonly dateUnknown: (sentence: string) => string;
  readonly placeUnknown: (sentence: string) => string;
  readonly notConfirmed: string;
  readonly more: (count: number) => string;
  /** The wider event, in the words of a French article. */
  readonly setting: (words: string) => string;
  readonly mode: Readonly<Record<EncounterMode, string>>;
  readonly quotedDate: (words: string) => string;
}

export interface ButtonTexts {
  readonly open: (n: number | null, outlet: string | null) => string;
  readonly read: (n: number | null) => string;
  readonly reader: (n: number | null) => string;
  readonly context: (n: number | null) => string;
  readonly back: string;
  readonly others: (count: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly position: (page: number, of: number) => string;
  readonly right: string;
  readonly wrong: string;
  readonly agree: string;
  readonly refuse: string;
  readonly graph: string;
  readonly timeline: string;
  readonly everybody: string;
  readonly page: string;
  readonly share: string;
  readonly languageName: string;
  readonly automatic: string;
  readonly forget: string;
  readonly openBot: string;
}

/** What is said back to what is no question; a greeting and a cry for help get more. */
export type SmallTalk = Readonly<Record<Exclude<TalkKind, "greeting" | "help">, string>>;

export interface ChatTexts {
  readonly smallTalk: SmallTalk;
  readonly welcome: (articles: number) => string;
  /** Questions this corpus can answer: people and a title taken from it. */
  readonly examples: (known: {
    readonly person: string | null;
    readonly other: string | null;
    readonly title: string | null;
  }) => readonly string[];
  readonly examplesHead: string;
  readonly articlesButton: string;
  readonly peopleButton: string;
  /** Repeats the question of a deep link before it is answered. */
  readonly asked: (question: string) => string;
  readonly help: string;
  readonly commandsHead: string;
  readonly articlesHead: (count: number) => string;
  readonly noArticles: string;
  readonly articleGone: string;
  readonly peopleHead: (count: number) => string;
  readonly personLine: (name: string, count: number) => string;
  readonly noEncounters: string;
  readonly noEncountersOf: (name: string) => string;
  readonly graphCaption: (person: string | null, people: number, encounters: number) => string;
  readonly timelineCaption: (person: string | null, encounters: number) => string;
  readonly noPictures: string;
  readonly nothingToDraw: string;
  readonly sourceUsage: string;
  /** The questions that /who, /source and "the link?" stand for. */
  readonly whoQuestion: (name: string) => string;
  readonly sourceQuestion: (subject: string) => string;
  readonly linkQuestion: string;
  readonly languageNow: (name: string) => string;
  readonly languageSet: string;
  readonly languageAutomatic: string;
  readonly settings: (facts: { readonly language: string; readonly feedback: string }) => string;
  readonly feedbackState: Readonly<Record<"granted" | "refused" | "unknown" | "off", string>>;
  readonly privacy: (facts: {
    readonly feedback: boolean;
    readonly threadMinutes: number;
    readonly replyHours: number;
  }) => string;
  readonly forgotten: (entries: number) => string;
  /** Said with it in a group. */
  readonly groupLanguageStays: string;
  readonly cancelled: string;
  readonly nothingToCancel: string;
  readonly unknownCommand: (suggestion: string | null) => string;
  readonly editedCommand: string;
  readonly onlyText: string;
  readonly emptyMention: string;
  readonly questionTooLong: (length: number, limit: number) => string;
  readonly oldButton: string;
  readonly tooFast: string;
  readonly notAllowed: string;
  readonly building: (percent: number, remaining: string | null) => string;
  readonly buildingSoon: string;
  readonly waitedTooLong: string;
  readonly tooManyWaiting: string;
  readonly duration: (seconds: number) => string;
  readonly failed: string;
  /** The database with the articles does not answer. */
  readonly indexAway: string;
  /** What becomes of a judgement, by consent. */
  readonly judged: Readonly<Record<"granted" | "refused" | "unknown", string>>;
  readonly judgementForgotten: string;
  readonly askerOnly: string;
  readonly askConsent: string;
  readonly consentGranted: string;
  readonly consentRefused: string;
  readonly inlineHint: string;
  readonly inlineBuilding: string;
  readonly inlineNothing: string;
  readonly inlineAnswer: string;
  readonly adminHint: string;
  readonly fileTooLarge: (limitMb: number) => string;
  readonly adding: string;
  readonly added: (title: string) => string;
  readonly unchanged: (title: string) => string;
  readonly rejected: (reason: string) => string;
  readonly articleHead: (title: string, part: number, of: number) => string;
}

/** What Telegram shows of the bot itself. */
export interface ProfileTexts {
  /** At most 512 characters, shown in an empty chat. */
  readonly description: string;
  /** At most 120 characters, shown on the profile. */
  readonly about: string;
}

export interface Texts {
  /** "A, B et C" */
  readonly join: (items: readonly string[]) => string;
  readonly answer: AnswerTexts;
  readonly encounters: EncounterTexts;
  readonly buttons: ButtonTexts;
  readonly chat: ChatTexts;
  readonly commands: Readonly<Record<CommandId, CommandTexts>>;
  readonly profile: ProfileTexts;
}
