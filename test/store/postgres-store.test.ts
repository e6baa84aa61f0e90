import { afterAll, beforeAll } from "vitest";
import { beginPostgresUpdate } from "../../src/store/postgres/begin-postgres-update.ts";
import type { Database } from "../../src/store/postgres/database.ts";
import { openPostgresStore } from "../../src/store/postgres/open-postgres-store.ts";
import {
  emptySchema,
  startPostgresServer,
  type PostgresServer,
} from "../support/postgres-server.ts";
import { describeStore } from "../support/store-contract.ts";

const options = { embedderFingerprint: "fake-1", dimensions: 32 };

let server: PostgresServer;
let database: Database;
beforeAll(async () => {
  server = await startPostgresServer();
  database = await server.openSchema();
});
afterAll(async () => {
  await database.close();
  await server.close();
});

describeStore("the PostgreSQL store", async () => {
  await emptySchema(database);
  return {
    begin: () => beginPostgresUpdate(database, options),
    open: () => openPostgresStore(database, options),
    destroy: () => Promise.resolve(),
  };
});
