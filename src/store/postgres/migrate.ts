/** Brings the schema of a database up to this program's version: whatever process comes first does it, once. */
import { IndexError } from "../../errors.ts";
import type { Database, RunQuery } from "./database.ts";
import { migrations, type Migration } from "./migrations.ts";

/** Any fixed number: all programs that migrate Sourcier's schemas wait for each other under it. */
const migrationLock = 7_236_519_041;
const timeoutMs = 600_000;
/** The first release with halfvec and with scans that go on until enough is found. */
const oldestPgvector = [0, 8] as const;

/**
 * @throws {IndexError} `incompatible` when the schema is newer than this program or pgvector is missing or too old,
 * `unreachable` when the server does not answer.
 */
export async function migrate(
  database: Database,
  steps: readonly Migration[] = migrations,
): Promise<void> {
  const newest = steps.at(-1)?.version ?? 0;
  if ((await appliedVersion(database.query, database, newest)) === newest) return;
  await database.transaction(
    async (query) => {
      await query("select pg_advisory_xact_lock($1)", [migrationLock]);
      await requirePgvector(query, database.name);
      await query(`create schema if not exists ${database.schema}`);
      await query(
        `create table if not exists ${database.schema}.migrations (
          version int primary key, name text not null, applied_at timestamptz not null default now())`,
      );
      const applied = await appliedVersion(query, database, newest);
      for (const step of steps) if (step.version > applied) await apply(query, database, step);
    },
    { timeoutMs },
  );
}

/** @throws {IndexError} `incompatible` when the schema is newer than `newest` */
async function appliedVersion(
  query: RunQuery,
  { schema, name }: Database,
  newest: number,
): Promise<number> {
  const [found] = await query<{ present: boolean }>(
    "select to_regclass($1) is not null as present",
    [`${schema}.migrations`],
  );
  if (found?.present !== true) return 0;
  const [row] = await query<{ version: number | null }>(
    `select max(version) as version from ${schema}.migrations`,
  );
  const version = row?.version ?? 0;
  if (version > newest)
    throw new IndexError(
      name,
      "incompatible",
      `The database ${name} has schema version ${version}, this Sourcier knows versions up to ${newest}: ` +
        "a newer Sourcier has been here. Update this one",
    );
  return version;
}

async function apply(query: RunQuery, { schema }: Database, step: Migration): Promise<void> {
  for (const statement of step.statements) await query(statement.replaceAll("$schema", schema));
  await query(`insert into ${schema}.migrations (version, name) values ($1, $2)`, [
    step.version,
    step.name,
  ]);
}

async function requirePgvector(query: RunQuery, name: string): Promise<void> {
  const [available] = await query<{ version: string | null }>(
    `select coalesce(
      (select extversion from pg_extension where extname = 'vector'),
      (select default_version from pg_available_extensions where name = 'vector')) as version`,
  );
  const version = available?.version ?? null;
  const [major = 0, minor = 0] = (version ?? "").split(".").map(Number);
  if (version === null || major * 1000 + minor < oldestPgvector[0] * 1000 + oldestPgvector[1])
    throw new IndexError(
      name,
      "incompatible",
      `The database ${name} needs the extension pgvector ${oldestPgvector.join(".")} or newer, it has ` +
        `${version ?? "none"}. Install it there (https://github.com/pgvector/pgvector#installation)`,
    );
  await query("create extension if not exists vector");
}
