/**
 * A PostgreSQL with pgvector for tests: the server of DATABASE_URL where it is set, else PGlite's on a port of its own.
 * Every database handed out has a schema of its own.
 */
import { randomBytes } from "node:crypto";
import { migrate } from "../../src/store/postgres/migrate.ts";
import { openDatabase, type Database } from "../../src/store/postgres/database.ts";
import { startPgliteServer } from "./pglite-server.ts";

export interface PostgresServer {
  readonly url: string;
  /** A database in a new schema; closing it drops the schema. */
  openSchema(): Promise<Database>;
  close(): Promise<void>;
}

export async function startPostgresServer(): Promise<PostgresServer> {
  const given = process.env["DATABASE_URL"];
  const server = given ? { url: given, close: () => Promise.resolve() } : await startPgliteServer();
  return {
    ...server,
    async openSchema() {
      const schema = `test_${randomBytes(6).toString("hex")}`;
      const database = openDatabase(server.url, { schema, connections: 4 });
      await migrate(database);
      return {
        ...database,
        close: async () => {
          await database.query(`drop schema if exists ${schema} cascade`);
          await database.close();
        },
      };
    },
  };
}

/** Leaves the schema as its migrations made it: quicker than another one. */
export async function emptySchema({ query, schema }: Database): Promise<void> {
  const tables = await query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = $1 and tablename not in ('migrations', 'index_state')",
    [schema],
  );
  await query(`truncate ${tables.map(({ name }) => `${schema}.${name}`).join(", ")}`);
  await query(
    `update ${schema}.index_state
     set published = null, last_generation = 0, next_row = 0, writer = null, writer_until = null`,
  );
}
