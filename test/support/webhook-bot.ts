/**
 * One of several processes of a bot behind one webhook, as a program: answers from the index in PostgreSQL, shares
 * the record of handled updates, keeps nothing itself. Prints its port when it is ready.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { openSharedUpdates } from "../../src/delivery/open-shared-updates.ts";
import { createLogger } from "../../src/logger.ts";
import { openDatabase } from "../../src/store/postgres/database.ts";
import { openPostgresStore } from "../../src/store/postgres/open-postgres-store.ts";
import { createEchoBot } from "./echo-bot.ts";

const { DATABASE_URL: url = "", SCHEMA: schema = "", API_ROOT: apiRoot = "" } = process.env;
const { TOKEN: token = "", SECRET: secret = "" } = process.env;
const logger = createLogger({ level: "error", secrets: [token] });
const database = openDatabase(url, { schema });
const store = await openPostgresStore(database, { embedderFingerprint: "fake-1" });
const { delivery } = await createEchoBot({
  apiRoot,
  token,
  directory: "",
  logger,
  openHandled: (botId) => openSharedUpdates({ database, botId, logger, aliveMs: 3_000 }),
  before: async () => {
    const { hits } = await store.matching([{ term: "ministre", weight: 1 }], 3);
    if ((await store.passages(hits.map(({ row }) => row))).length === 0)
      throw new Error("the index is empty");
  },
});
const handle = await delivery.receive({ url: "https://bot.example/telegram", secret });
const listener = getRequestListener(handle);
const server = createServer((request, response) => void listener(request, response));
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
process.on("SIGTERM", () => {
  void delivery.stop().then(async () => {
    await database.close();
    process.exit(0);
  });
});
