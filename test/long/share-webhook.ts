/**
 * Three processes, one database, one webhook: `node --import tsx test/long/share-webhook.ts [QUESTIONS] [SEED] [SIGNAL]`.
 * On PGlite, or on the server of DATABASE_URL.
 */
import { startPostgresServer } from "../support/postgres-server.ts";
import { shareWebhook } from "../support/share-webhook.ts";

const [questions = "1000", seed = "1", signal = "SIGKILL"] = process.argv.slice(2);
if (signal !== "SIGKILL" && signal !== "SIGTERM") throw new TypeError(`unknown signal ${signal}`);
const server = await startPostgresServer();
const database = await server.openSchema();
try {
  const report = await shareWebhook({
    databaseUrl: server.url,
    database,
    questions: Number(questions),
    seed: Number(seed),
    signal,
  });
  console.log(JSON.stringify({ seed, signal, ...report }));
} finally {
  await database.close();
  await server.close();
}
