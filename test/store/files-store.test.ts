import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beginFilesUpdate } from "../../src/store/files-update.ts";
import { openFilesStore } from "../../src/store/open-files-store.ts";
import { describeStore } from "../support/store-contract.ts";

const options = { embedderFingerprint: "fake-1", dimensions: 32 };

describeStore("the files store", async () => {
  const indexDir = await mkdtemp(join(tmpdir(), "sourcier-store-"));
  return {
    begin: () => beginFilesUpdate(indexDir, options),
    open: () => openFilesStore(indexDir, options),
    destroy: () => rm(indexDir, { recursive: true, force: true }),
  };
});
