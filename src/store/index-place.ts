/**
 * Where an index is kept, a folder or a database, as whoever opens and updates it sees it. What writes, checks or
 * speaks to a database is loaded when it is first needed: a start need not wait for what it may never use.
 */
import { findPublishedBuild } from "./index-folder.ts";
import { openFilesStore } from "./open-files-store.ts";
import type { Database } from "./postgres/database.ts";
import type { PostgresVerification } from "./postgres/verify-postgres-index.ts";
import type { Store, StoreUpdate } from "./store.ts";
import type { Verification } from "./verify.ts";

export interface IndexPlace {
  /** As messages name it. */
  readonly name: string;
  /** @throws {IndexError} when there is no index, or none that can be used */
  open(embedderFingerprint: string): Promise<Store>;
  /** @throws {IndexError} `locked` when another process updates this index */
  begin(encoder: {
    readonly embedderFingerprint: string;
    readonly dimensions: number;
  }): Promise<StoreUpdate>;
  /** Another value after each publication, whoever published. @throws {IndexError} */
  published(): Promise<string>;
  verify(): Promise<Verification | PostgresVerification>;
}

export function indexPlace(indexDir: string, database: Database | null): IndexPlace {
  return database === null ? folderPlace(indexDir) : databasePlace(database);
}

export function folderPlace(indexDir: string): IndexPlace {
  return {
    name: indexDir,
    open: (embedderFingerprint) => openFilesStore(indexDir, { embedderFingerprint }),
    begin: async (encoder) =>
      (await import("./files-update.ts")).beginFilesUpdate(indexDir, encoder),
    published: async () => (await findPublishedBuild(indexDir)).name,
    verify: async () => (await import("./verify.ts")).verifyFilesIndex(indexDir),
  };
}

/** The database stays open when a store of it is closed. */
export function databasePlace(database: Database): IndexPlace {
  return {
    name: database.name,
    open: async (embedderFingerprint) => {
      const { openPostgresStore } = await import("./postgres/open-postgres-store.ts");
      return await openPostgresStore(database, { embedderFingerprint });
    },
    begin: async (encoder) => {
      const { beginPostgresUpdate } = await import("./postgres/begin-postgres-update.ts");
      return await beginPostgresUpdate(database, encoder);
    },
    published: async () => {
      const { migrate } = await import("./postgres/migrate.ts");
      const { publishedNumber } = await import("./postgres/generation.ts");
      await migrate(database);
      return String(await publishedNumber(database.query, database.schema));
    },
    verify: async () =>
      (await import("./postgres/verify-postgres-index.ts")).verifyPostgresIndex(database),
  };
}
