/** Where an index is kept, a folder or a database, as whoever opens and updates it sees it. */
import { beginFilesUpdate } from "./files-update.ts";
import { openFilesStore } from "./open-files-store.ts";
import { beginPostgresUpdate } from "./postgres/begin-postgres-update.ts";
import type { Database } from "./postgres/database.ts";
import { openPostgresStore } from "./postgres/open-postgres-store.ts";
import type { Store, StoreUpdate } from "./store.ts";

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
}

export function folderPlace(indexDir: string): IndexPlace {
  return {
    name: indexDir,
    open: (embedderFingerprint) => openFilesStore(indexDir, { embedderFingerprint }),
    begin: (encoder) => beginFilesUpdate(indexDir, encoder),
  };
}

/** The database stays open when a store of it is closed. */
export function databasePlace(database: Database): IndexPlace {
  return {
    name: database.name,
    open: (embedderFingerprint) => openPostgresStore(database, { embedderFingerprint }),
    begin: (encoder) => beginPostgresUpdate(database, encoder),
  };
}
