/** Where an index is kept, a folder or a database, as whoever opens and updates it sees it. */
import { beginFilesUpdate } from "./files-update.ts";
import { findPublishedBuild } from "./index-folder.ts";
import { openFilesStore } from "./open-files-store.ts";
import { beginPostgresUpdate } from "./postgres/begin-postgres-update.ts";
import type { Database } from "./postgres/database.ts";
import { publishedNumber } from "./postgres/generation.ts";
import { migrate } from "./postgres/migrate.ts";
import { openPostgresStore } from "./postgres/open-postgres-store.ts";
import {
  type PostgresVerification,
  verifyPostgresIndex,
} from "./postgres/verify-postgres-index.ts";
import type { Store, StoreUpdate } from "./store.ts";
import { type Verification, verifyFilesIndex } from "./verify.ts";

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
    begin: (encoder) => beginFilesUpdate(indexDir, encoder),
    published: async () => (await findPublishedBuild(indexDir)).name,
    verify: () => verifyFilesIndex(indexDir),
  };
}

/** The database stays open when a store of it is closed. */
export function databasePlace(database: Database): IndexPlace {
  return {
    name: database.name,
    open: (embedderFingerprint) => openPostgresStore(database, { embedderFingerprint }),
    begin: (encoder) => beginPostgresUpdate(database, encoder),
    published: async () => {
      await migrate(database);
      return String(await publishedNumber(database.query, database.schema));
    },
    verify: () => verifyPostgresIndex(database),
  };
}
