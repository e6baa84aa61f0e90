/**
 * A change to the index in a folder: holds the lock, keeps new articles in a scratch folder, writes a whole build
 * beside the published one and switches to it. Whatever goes wrong before the switch leaves the old index serving.
 */
import { randomBytes } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { ArticleId } from "../corpus/raw-article.ts";
import { errorCode, IndexError } from "../errors.ts";
import { openBuild, readContents, type OpenBuild } from "./build-files.ts";
import { lockIndex, unwritable } from "./index-lock.ts";
import {
  assertSameEmbedder,
  buildsFolder,
  findPublishedBuild,
  publishBuild,
  removeOtherBuilds,
  setAsideDamagedIndex,
} from "./index-folder.ts";
import { createKnownVectors, type KnownVectors } from "./known-vectors.ts";
import { createNewArticles, type NewArticles } from "./new-articles.ts";
import type { StoreUpdate } from "./store.ts";
import { summaryOf } from "./summary.ts";
import { createTermDictionary } from "./term-dictionary.ts";
import { salvageVectors, type VectorSource } from "./vector-source.ts";
import { writeBuild } from "./write-build.ts";

export interface UpdateOptions {
  readonly embedderFingerprint: string;
  readonly dimensions: number;
  /** Told before and after each step of publishing: for logs, and for tests that kill at a step. */
  readonly onStep?: (step: string) => void;
}

/**
 * Begins an update. A damaged index is set aside and an unfitting one is ignored: the update then starts from
 * nothing, and the old one stays where it is until the switch.
 * @throws {IndexError} `locked` when another process updates this index, `unwritable` when the folder refuses.
 */
export async function beginFilesUpdate(
  indexDir: string,
  options: UpdateOptions,
): Promise<StoreUpdate> {
  return refusingAsIndexError(indexDir, async () => {
    await mkdir(buildsFolder(indexDir), { recursive: true });
    const lock = await lockIndex(indexDir);
    let start: Start = { published: null, salvaged: null };
    try {
      start = await openStart(indexDir, options);
      const { published, salvaged } = start;
      const known = createKnownVectors({ ...options, indexDir }, published ?? salvaged);
      const contents = published ? await readContents(published) : new Map<ArticleId, string>();
      return createUpdate({ indexDir, options, ...start, known, contents, release: lock.release });
    } catch (error) {
      await (start.published ?? start.salvaged)?.close();
      await lock.release();
      throw error;
    }
  });
}

/** What an update goes on from: the published build, or only the vectors of a damaged one, or nothing. */
interface Start {
  readonly published: OpenBuild | null;
  readonly salvaged: VectorSource | null;
}

async function openStart(indexDir: string, options: UpdateOptions): Promise<Start> {
  try {
    const build = await findPublishedBuild(indexDir);
    assertSameEmbedder(build, options.embedderFingerprint);
    await removeOtherBuilds(indexDir, build.name);
    return { published: await openBuild(build), salvaged: null };
  } catch (error) {
    if (!(error instanceof IndexError)) throw error;
    if (error.reason !== "damaged") return { published: null, salvaged: null };
    const salvaged = await salvageVectors(indexDir, options.dimensions);
    await setAsideDamagedIndex(indexDir);
    return { published: null, salvaged };
  }
}

interface UpdateState extends Start {
  readonly indexDir: string;
  readonly options: UpdateOptions;
  readonly known: KnownVectors;
  readonly contents: ReadonlyMap<ArticleId, string>;
  readonly release: () => Promise<void>;
}

function createUpdate(state: UpdateState): StoreUpdate {
  const { indexDir, contents, known } = state;
  const folder = join(
    buildsFolder(indexDir),
    `new-${process.pid}-${randomBytes(4).toString("hex")}`,
  );
  const dropped = new Set<ArticleId>();
  let added: NewArticles | null = null;
  const put = new Set<ArticleId>();
  let hasEnded = false;
  const end = async (): Promise<void> => {
    if (hasEnded) return;
    hasEnded = true;
    await added?.abandon();
    await rm(folder, { recursive: true, force: true });
    await (state.published ?? state.salvaged)?.close();
    await known.close();
    await state.release();
  };
  return {
    contents,
    knownVectors: known.find,
    remember: (texts, vectors) =>
      refusingAsIndexError(indexDir, () => known.remember(texts, vectors)),
    put: (indexed) =>
      refusingAsIndexError(indexDir, async () => {
        const { articleId } = indexed.article;
        if (put.has(articleId)) throw new RangeError(`The article ${articleId} was already put`);
        added ??= await createNewArticles(newArticlesOptions(state, folder));
        await added.put(indexed);
        put.add(articleId);
        if (contents.has(articleId)) dropped.add(articleId);
      }),
    remove(articleId) {
      if (contents.has(articleId)) dropped.add(articleId);
      return Promise.resolve();
    },
    async publish(how) {
      try {
        return await refusingAsIndexError(indexDir, async () => {
          if (state.published && !added && dropped.size === 0)
            return summaryOf(state.published.published.manifest);
          added ??= await createNewArticles(newArticlesOptions(state, folder));
          const linkEncounters = how?.linkEncounters ?? ((all) => all);
          return await publish(state, { folder, dropped, added, linkEncounters });
        });
      } finally {
        await end();
      }
    },
    discard: end,
  };
}

function newArticlesOptions(
  { options, published }: UpdateState,
  folder: string,
): Parameters<typeof createNewArticles>[0] {
  const dictionary = published && createTermDictionary(published.terms);
  const knownTerms = Array.from(
    { length: dictionary?.size ?? 0 },
    (_, i) => dictionary?.term(i) ?? "",
  );
  const { dimensions, embedderFingerprint } = options;
  return { folder: join(folder, "scratch"), dimensions, embedderFingerprint, knownTerms };
}

type Change = Pick<
  Parameters<typeof writeBuild>[0],
  "folder" | "dropped" | "added" | "linkEncounters"
>;

async function publish(state: UpdateState, change: Change) {
  const { indexDir, options, published, known } = state;
  const { dimensions, embedderFingerprint, onStep = () => undefined } = options;
  const manifest = await writeBuild({
    ...change,
    dimensions,
    embedderFingerprint,
    published,
    onStep,
  });
  await rm(join(change.folder, "scratch"), { recursive: true });
  const build = await publishBuild({ indexDir, temporary: change.folder, manifest, onStep });
  try {
    await known.forget();
    onStep("journal removed");
    await removeOtherBuilds(indexDir, build.name);
    onStep("old builds removed");
  } catch (error) {
    onStep(`left for the next update to remove: ${String(error)}`); // it is published all the same
  }
  return summaryOf(build.manifest);
}

/** Turns the system's refusals (no space, read-only, no rights) into the condition that somebody catches. */
async function refusingAsIndexError<T>(indexDir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof IndexError || errorCode(error) === undefined) throw error;
    throw unwritable(indexDir, error);
  }
}
