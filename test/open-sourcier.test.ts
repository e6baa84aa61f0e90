import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { readConfig } from "../src/config.ts";
import { createLogger } from "../src/logger.ts";
import { openSourcier } from "../src/open-sourcier.ts";
import { createFakeEmbedder } from "./support/fake-embedder.ts";

it("names in the log the article that cannot be used, when it comes while the bot runs", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sourcier-open-"));
  const seeds = join(folder, "seeds");
  await mkdir(seeds);
  await writeFile(join(seeds, "port.txt"), "Le port\n\nLe port de Brest accueille une grue.");
  const [INDEX_DIR, STATE_DIR] = [join(folder, "index"), join(folder, "state")];
  const log: string[] = [];
  const write = (line: string) => void log.push(line);
  const sourcier = openSourcier(readConfig({ SEEDS_DIR: seeds, INDEX_DIR, STATE_DIR }), {
    logger: createLogger({ level: "warn", secrets: [], destination: { write } }),
    embedder: Promise.resolve(createFakeEmbedder()),
  });
  await sourcier.upToDate;
  await sourcier.watch();
  await writeFile(join(seeds, "oneword.txt"), "x");
  await vi.waitFor(() => expect(log.join()).toContain("oneword.txt"), 10_000);
  expect(JSON.parse(log[0]!)).toMatchObject({
    msg: "article rejected",
    reason: "nothing is left of it after cleaning",
  });
  await sourcier.close();
  await rm(folder, { recursive: true });
});
