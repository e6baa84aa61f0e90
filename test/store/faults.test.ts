import { execFile } from "node:child_process";
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  writeFile,
} from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { beginFilesUpdate } from "../../src/store/files-update.ts";
import {
  buildsFolder,
  findPublishedBuild,
  setAsideDamagedIndex,
} from "../../src/store/index-folder.ts";
import { openFilesStore } from "../../src/store/open-files-store.ts";
import { verifyFilesIndex } from "../../src/store/verify.ts";
import { fakeVector } from "../support/fake-embedder.ts";
import { advance, observe, publishState, stateOptions } from "../support/index-states.ts";
import { sampleArticle } from "../support/sample-articles.ts";

const run = promisify(execFile);
let indexDir: string;
beforeEach(async () => {
  indexDir = await mkdtemp(join(tmpdir(), "sourcier-fault-"));
});
afterEach(() => rm(indexDir, { recursive: true, force: true }));

async function observed(): Promise<string> {
  const store = await openFilesStore(indexDir, stateOptions);
  const seen = await observe(store);
  await store.close();
  return seen;
}

describe("openFilesStore()", () => {
  it("says that there is no index, and how to get one", async () => {
    await expect(openFilesStore(indexDir, stateOptions)).rejects.toMatchObject({
      name: "IndexError",
      reason: "missing",
      message: expect.stringContaining("npm run sourcier -- ingest") as string,
    });
  });

  it("refuses the vectors of another encoder", async () => {
    await publishState(indexDir, 1);
    const other = { embedderFingerprint: "fake-2" };
    await expect(openFilesStore(indexDir, other)).rejects.toMatchObject({ reason: "incompatible" });
  });

  it("refuses missing, empty and truncated files, each by name", async () => {
    await publishState(indexDir, 1);
    const { folder, manifest } = await findPublishedBuild(indexDir);
    for (const { name, bytes } of manifest.files.filter((file) => file.bytes > 0)) {
      const path = join(folder, name);
      const content = await readFile(path);
      for (const damage of [
        () => rm(path),
        () => truncate(path, 0),
        () => truncate(path, bytes - 1),
        () => writeFile(path, Buffer.concat([content, Buffer.alloc(1)])),
      ]) {
        await damage();
        await expect(openFilesStore(indexDir, stateOptions)).rejects.toMatchObject({
          reason: "damaged",
          message: expect.stringContaining(name) as string,
        });
        await writeFile(path, content);
      }
    }
    await observed();
  });

  it("keeps answering from a build that was replaced and removed meanwhile", async () => {
    await publishState(indexDir, 3);
    const store = await openFilesStore(indexDir, stateOptions);
    const before = await observe(store);
    const update = await beginFilesUpdate(indexDir, stateOptions);
    await advance(update);
    await update.publish();
    expect((await readdir(buildsFolder(indexDir))).length).toBe(1);
    expect(await observe(store)).toBe(before);
    await store.close();
    expect(await observed()).not.toBe(before);
  });
});

describe("beginFilesUpdate()", () => {
  it("starts afresh from a damaged index, which it sets aside", async () => {
    await publishState(indexDir, 3);
    const { folder, name } = await findPublishedBuild(indexDir);
    await truncate(join(folder, "passages.hnsw"), 100);
    const update = await beginFilesUpdate(indexDir, stateOptions);
    expect(update.contents.size).toBe(0);
    await update.put(sampleArticle(1));
    await update.publish();
    expect(await readdir(buildsFolder(indexDir))).toContain(`${name}.damaged`);
    expect((await verifyFilesIndex(indexDir)).outcome).toBe("sound");
  });

  it("saves the vectors of an index that is damaged elsewhere", async () => {
    await publishState(indexDir, 1);
    const { folder } = await findPublishedBuild(indexDir);
    await truncate(join(folder, "postings.bin"), 10);
    const update = await beginFilesUpdate(indexDir, stateOptions);
    const { article, passages } = sampleArticle(4);
    const texts = passages.map(({ passage }) => article.text.slice(passage.start, passage.end));
    const known = await update.knownVectors([...texts, "inconnu"]);
    expect(known.map((one) => one !== null)).toEqual([...texts.map(() => true), false]);
    await update.discard();
  });

  it("leaves the old index serving when another encoder's is being built", async () => {
    await publishState(indexDir, 3);
    const before = await observed();
    const update = await beginFilesUpdate(indexDir, {
      embedderFingerprint: "fake-2",
      dimensions: 16,
    });
    expect(update.contents.size).toBe(0);
    await update.put(sampleArticle(1, 0, { dimensions: 16 }));
    expect(await observed()).toBe(before);
    await update.publish();
    const store = await openFilesStore(indexDir, { embedderFingerprint: "fake-2" });
    expect(store.summary.articles).toBe(1);
    await store.close();
  });

  it("takes over the lock of a dead process at once, at whatever moment that died", async () => {
    const { stdout } = await run("bash", ["-c", "true & echo $!; wait"]);
    const dead = stdout.trim();
    const host = Buffer.from(hostname()).toString("hex").slice(0, 64);
    await mkdir(join(indexDir, "update.lock"));
    await (await beginFilesUpdate(indexDir, stateOptions)).discard(); // killed before its claim: there is none
    await mkdir(join(indexDir, "update.lock"));
    await writeFile(join(indexDir, `update-${dead}-${host}-0123abcd.claim`), "");
    await (await beginFilesUpdate(indexDir, stateOptions)).discard();
    expect((await readdir(indexDir)).filter((name) => name.startsWith("update"))).toEqual([]);
  });

  it("leaves the lock to a process that lives, here or on another machine", async () => {
    await mkdir(join(indexDir, "update.lock"));
    const elsewhere = join(indexDir, "update-1-abcdef-0123abcd.claim");
    await writeFile(elsewhere, "");
    await expect(beginFilesUpdate(indexDir, stateOptions)).rejects.toMatchObject({
      reason: "locked",
    });
    await rm(elsewhere);
    await (await beginFilesUpdate(indexDir, stateOptions)).discard();
  });

  it("says that the folder cannot be written", async () => {
    const file = join(indexDir, "file");
    await writeFile(file, "");
    for (const path of [join(file, "index"), "/sys/no-such-index"])
      await expect(beginFilesUpdate(path, stateOptions)).rejects.toMatchObject({
        reason: "unwritable",
        message: expect.stringContaining("cannot be written") as string,
      });
  });

  it("reports a full disk while vectors are remembered", async () => {
    await mkdir(indexDir, { recursive: true });
    await symlink("/dev/full", join(indexDir, "vectors-32.journal"));
    const update = await beginFilesUpdate(indexDir, stateOptions);
    await expect(update.remember(["a"], [fakeVector("a")])).rejects.toMatchObject({
      reason: "unwritable",
    });
    await update.discard();
  });

  it("keeps the old index whatever file of the new one the disk has no room for", async () => {
    await publishState(indexDir, 3);
    const before = await observed();
    const child = join(import.meta.dirname, "../support/publish-once.ts");
    const outcomes = new Set<string>();
    for (const kilobytes of [1, 3, 8, 12]) {
      const command = `ulimit -f ${kilobytes}; exec "${process.execPath}" --import tsx "${child}" "${indexDir}"`;
      const env = { ...process.env, TSX_DISABLE_CACHE: "1" };
      const { stdout } = await run("bash", ["-c", command], { env });
      outcomes.add(stdout.trim());
      expect(await observed()).toBe(before);
    }
    expect([...outcomes]).toEqual(["unwritable"]);
    const leftovers = (await readdir(buildsFolder(indexDir))).length;
    expect(leftovers).toBe(1);
  });

  it("skips damaged and torn records of the journal and keeps the others", async () => {
    const first = await beginFilesUpdate(indexDir, stateOptions);
    const texts = ["un", "deux", "trois"];
    for (const text of texts) await first.remember([text], [fakeVector(text)]);
    await first.discard();
    const path = join(indexDir, "vectors-32.journal");
    const content = await readFile(path);
    content[Math.floor(content.length / 2)]! ^= 1;
    await writeFile(path, Buffer.concat([content, Buffer.alloc(17, 1)]));
    const second = await beginFilesUpdate(indexDir, stateOptions);
    const known = await second.knownVectors(texts);
    expect(known.map((one) => one !== null)).toEqual([true, false, true]);
    await second.remember(["deux"], [fakeVector("deux")]);
    expect((await second.knownVectors(texts)).every((one) => one !== null)).toBe(true);
    await second.discard();
  });
});

describe("setAsideDamagedIndex()", () => {
  it("makes room for a new index and keeps one damaged build for whoever looks into it", async () => {
    for (let i = 0; i < 3; i++) {
      await publishState(indexDir, i);
      await setAsideDamagedIndex(indexDir);
    }
    expect((await readdir(buildsFolder(indexDir))).length).toBe(1);
    await expect(openFilesStore(indexDir, stateOptions)).rejects.toMatchObject({
      reason: "missing",
    });
  });

  it("makes room where CURRENT is a folder: the next update publishes", async () => {
    await mkdir(join(indexDir, "CURRENT", "sub"), { recursive: true });
    await publishState(indexDir, 1);
    await (await openFilesStore(indexDir, stateOptions)).close();
  });
});
