/** What the page is handed: it opens no index and reads no setting by itself. */
import type { Language } from "../answer/answer.ts";
import type { BotLogger, CorpusAccess, Readiness } from "../bot/bot-dependencies.ts";
import type { LocalTelegram } from "./local-telegram.ts";

export interface PageDependencies {
  /** Holds the conversations, and the bot that answers in them. */
  readonly telegram: LocalTelegram;
  readonly corpus: CorpusAccess;
  readonly readiness: () => Readiness;
  /** Address of the page as people reach it (`https://…`), or null on this machine only. */
  readonly publicUrl: string | null;
  /** For browsers that ask for neither French nor English. */
  readonly defaultLanguage: Language;
  readonly logger: Pick<BotLogger, "error" | "warn">;
}
