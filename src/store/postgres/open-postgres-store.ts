/** Opens what is published in a database and answers from it; a later publication needs a new opening. */
import { IndexError } from "../../errors.ts";
import type { Database } from "./database.ts";
import { assertSameEmbedder, findPublished, readSums } from "./generation.ts";
import { createLiveRows, readLengthBlocks } from "./live-rows.ts";
import { migrate } from "./migrate.ts";
import { createPostgresStore, type PostgresStore } from "./postgres-store.ts";

export interface OpenOptions {
  /** Fingerprint of the encoder that will embed the questions. */
  readonly embedderFingerprint: string;
}

/**
 * The store shows the generation published now, whatever is published later, for at least ten minutes. Closing it
 * leaves the database open.
 * @throws {IndexError} `missing`, `incompatible` or `unreachable`, with what to do.
 */
export async function openPostgresStore(
  database: Database,
  { embedderFingerprint }: OpenOptions,
): Promise<PostgresStore> {
  await migrate(database);
  return await database.transaction(async (query) => {
    await query("set transaction isolation level repeatable read, read only");
    const generation = await findPublished(query, database.schema);
    if (!generation)
      throw new IndexError(
        database.name,
        "missing",
        `There is no index in ${database.name} yet. Run "npm run sourcier -- ingest"`,
      );
    assertSameEmbedder(generation, database, embedderFingerprint);
    const blocks = await readLengthBlocks(query, database.schema, generation.number);
    const sums = await readSums(query, database.schema, generation);
    return createPostgresStore({ database, generation, live: createLiveRows(blocks), sums });
  });
}
