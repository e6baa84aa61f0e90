// What readers judged is kept where the bot's other state is: a file, or the database that is shared.

import { join } from "node:path";
import type { FeedbackStore } from "./bot/bot-dependencies.ts";
import { openFeedbackFile } from "./bot/feedback/open-feedback-file.ts";
import { openFeedbackTable } from "./bot/feedback/open-feedback-table.ts";
import type { Config } from "./config.ts";
import type { Database } from "./store/postgres/database.ts";

/** @param secret the bot's token: without it nobody can read what is kept. */
export async function openFeedback(
  secret: string,
  { stateDir }: Config,
  database: Database | null,
): Promise<FeedbackStore> {
  return database === null
    ? await openFeedbackFile(join(stateDir, "feedback"), { secret })
    : await openFeedbackTable(database, { secret });
}
