import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { knownEncounters } from "../../src/answer/known-encounters.ts";
import type { FeedbackEntry } from "../../src/bot/bot-dependencies.ts";
import { openFeedbackTable } from "../../src/bot/feedback/open-feedback-table.ts";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import { openSharedUpdates } from "../../src/delivery/open-shared-updates.ts";
import { createLogger } from "../../src/logger.ts";
import { articleCatalogue } from "../../src/search/article-catalogue.ts";
import { beginPostgresUpdate } from "../../src/store/postgres/begin-postgres-update.ts";
import { openDatabase, type Database } from "../../src/store/postgres/database.ts";
import { databasePlace } from "../../src/store/index-place.ts";
import { followPublications } from "../../src/store/follow-publications.ts";
import { migrate } from "../../src/store/postgres/migrate.ts";
import { openPostgresStore } from "../../src/store/postgres/open-postgres-store.ts";
import { verifyPostgresIndex } from "../../src/store/postgres/verify-postgres-index.ts";
import { openCuttableConnection } from "../support/cuttable-connection.ts";
import { fakeVector } from "../support/fake-embedder.ts";
import {
  emptySchema,
  startPostgresServer,
  type PostgresServer,
} from "../support/postgres-server.ts";
import { sampleArticle } from "../support/sample-articles.ts";
import { shareWebhook } from "../support/share-webhook.ts";

const options = { embedderFingerprint: "fake-1", dimensions: 32 };
const logger = createLogger({ level: "silent", secrets: [] });

let server: PostgresServer;
let database: Database;
beforeAll(async () => {
  server = await startPostgresServer();
  database = await server.openSchema();
});
beforeEach(() => emptySchema(database));
afterAll(async () => {
  await database.close();
  await server.close();
});

async function publish(numbers: readonly number[], revision = 0, removed: string[] = []) {
  const update = await beginPostgresUpdate(database, options);
  for (const number of numbers) await update.put(sampleArticle(number, revision));
  for (const articleId of removed) await update.remove(articleId as ArticleId);
  return await update.publish();
}

describe("the PostgreSQL index, shared by processes", { timeout: 60_000 }, () => {
  it("goes on showing a reader what it opened while others publish", async () => {
    await publish([1, 2, 3]);
    const reader = await openPostgresStore(database, options);
    const question = fakeVector("sommet", 32);
    const before = await reader.nearest(question, 9);
    await publish([2], 1, ["article-1"]);
    expect((await reader.articles()).length).toBe(3);
    expect(await reader.nearest(question, 9)).toEqual(before);
    const rows = before.map(({ row }) => row);
    expect((await reader.passages(rows)).length).toBe(9);
    const fresh = await openPostgresStore(database, options);
    expect(fresh.summary.articles).toBe(2);
  });

  it("tells a reader of another process's publication", async () => {
    await publish([1]);
    let store = await openPostgresStore(database, options);
    const following = followPublications(databasePlace(database), {
      current: () => String(store.generation),
      reopen: async () => {
        store = await openPostgresStore(database, options);
      },
      onFailure: (error) => {
        throw error;
      },
      everyMs: 20,
    });
    await publish([2]);
    await expect.poll(() => store.summary.articles, { timeout: 20_000 }).toBe(2);
    await following.stop();
  });

  it("takes over from a killed writer, which can then change nothing any more", async () => {
    await publish([1]);
    const paused = await beginPostgresUpdate(database, { ...options, leaseMs: 3_000_000 });
    for (let number = 100; number < 200; number++) await paused.put(sampleArticle(number));
    await expect(beginPostgresUpdate(database, options)).rejects.toMatchObject({
      reason: "locked",
    });
    await database.query(`update ${database.schema}.index_state set writer_until = now()`);
    expect((await publish([2])).articles).toBe(2);
    await expect(paused.publish()).rejects.toMatchObject({ reason: "locked" });
    const store = await openPostgresStore(database, options);
    expect(store.summary).toMatchObject({ articles: 2, passages: 6 });
    expect((await store.nearest(fakeVector("sommet", 32), 100)).length).toBe(6);
    await publish([3]);
    expect(await verifyPostgresIndex(database)).toMatchObject({
      outcome: "sound",
      summary: { articles: 3 },
    });
  });

  it("is built anew for another encoder while the old one goes on serving", async () => {
    await publish([1, 2]);
    const other = { embedderFingerprint: "fake-2", dimensions: 16 };
    const update = await beginPostgresUpdate(database, other);
    expect(update.contents.size).toBe(0);
    await update.put(sampleArticle(1, 0, { dimensions: 16 }));
    await (await openPostgresStore(database, options)).close();
    await update.publish();
    await expect(openPostgresStore(database, options)).rejects.toMatchObject({
      reason: "incompatible",
    });
    const store = await openPostgresStore(database, other);
    expect((await store.nearest(fakeVector("port", 16), 10)).length).toBe(3);
  });

  it("says what is wrong with a damaged index", async () => {
    await publish([1, 2]);
    await database.query(
      `delete from ${database.schema}.passages where row = (select min(row) from ${database.schema}.passages)`,
    );
    expect(await verifyPostgresIndex(database)).toMatchObject({
      outcome: "unusable",
      reason: "damaged",
      message: expect.stringContaining("passages: 5 instead of 6") as string,
    });
  });

  it("refuses a schema that a newer program made", async () => {
    const { query, schema } = database;
    await query(`insert into ${schema}.migrations (version, name) values (999, 'later')`);
    await expect(migrate(database)).rejects.toMatchObject({
      reason: "incompatible",
      message: expect.stringContaining("newer Sourcier") as string,
    });
    await query(`delete from ${schema}.migrations where version = 999`);
  });
});

describe("a database that is away", { timeout: 60_000 }, () => {
  it("is told without its password, and answers again by itself", async () => {
    await publish([1]);
    const connection = await openCuttableConnection(server.url);
    const url = new URL(connection.url);
    url.password = "hunter2hunter2";
    const far = openDatabase(url.href, { schema: database.schema, connections: 2 });
    const store = await openPostgresStore(far, options);
    const question = fakeVector("sommet", 32);
    const before = await store.nearest(question, 3);
    await connection.cut();
    const failure: unknown = await store.nearest(question, 3).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "IndexError", reason: "unreachable" });
    expect(String(failure)).toContain("Check that PostgreSQL runs");
    expect(String(failure)).not.toContain("hunter2");
    await connection.mend();
    expect(await store.nearest(question, 3)).toEqual(before);
    await far.close();
    await connection.cut();
  });

  it("gives its articles, encounters and spellings again, also where they were first asked for meanwhile", async () => {
    await publish([5, 10]);
    const connection = await openCuttableConnection(server.url);
    const far = openDatabase(connection.url, { schema: database.schema, connections: 2 });
    const store = await openPostgresStore(far, options);
    const readings = [
      () => store.articles(),
      () => store.encounters(),
      () => store.similarTerms("dépêches", 3),
      async () => (await articleCatalogue(store)).summaries,
      async () => (await knownEncounters(store)).encounters,
    ];
    await connection.cut();
    for (const read of readings) await expect(read()).rejects.toThrow(/does not answer/);
    await connection.mend();
    for (const read of readings) expect(await read()).not.toEqual([]);
    await far.close();
    await connection.cut();
  });
});

describe("openSharedUpdates()", { timeout: 60_000 }, () => {
  const open = (from = database, aliveMs = 60_000) =>
    openSharedUpdates({ database: from, botId: "42", logger, aliveMs });

  it("gives an update to one process, whoever asks first", async () => {
    const processes = await Promise.all([open(), open(), open()]);
    const claims = await Promise.all(processes.map((one) => one.claim(7)));
    expect(claims.filter((claim) => claim === 1).length).toBe(1);
    expect(claims.filter((claim) => claim === "elsewhere").length).toBe(2);
    await processes[claims.indexOf(1)]!.done(7);
    expect(await Promise.all(processes.map((one) => one.claim(7)))).toEqual([
      "known",
      "known",
      "known",
    ]);
    await Promise.all(processes.map((one) => one.close()));
  });

  it("frees what a dead process had begun, and what a living one gave back", async () => {
    const [first, second] = [await open(), await open()];
    await second.claim(8);
    expect(await first.claim(8)).toBe("elsewhere");
    await second.release(8);
    expect(await first.claim(8)).toBe(1);
    await database.query(`update ${database.schema}.bot_processes set alive_until = now()`);
    expect(await second.claim(8)).toBe(2);
    await Promise.all([first.close(), second.close()]);
  });

  it("goes on while the database is away, and writes it down afterwards", async () => {
    const connection = await openCuttableConnection(server.url);
    const far = openDatabase(connection.url, { schema: database.schema, connections: 2 });
    const near = await open();
    const updates = await open(far, 300);
    await connection.cut();
    expect(await updates.claim(9)).toBe(1);
    await updates.done(9);
    expect(updates.has(9)).toBe(true);
    await connection.mend();
    await expect.poll(() => near.claim(9), { timeout: 20_000 }).toBe("known");
    await updates.close();
    await near.close();
    await far.close();
    await connection.cut();
  });
});

describe("openFeedbackTable()", () => {
  const entry: FeedbackEntry = {
    question: "Où est Charlie ?",
    lang: "fr",
    judgement: "wrong",
    verdict: null,
    citations: [{ articleId: "a" as ArticleId, start: 0, end: 3, passage: "abc" }],
    at: "2026-11-22T10:00:00.000Z",
  };

  it("keeps what was consented to, readable to nobody else, until it is to be forgotten", async () => {
    const feedback = await openFeedbackTable(database, { secret: "a secret" });
    expect(await feedback.consent(42)).toBe("unknown");
    await expect(feedback.add(42, entry)).rejects.toThrow("not consented");
    await feedback.setConsent(42, "granted");
    await feedback.add(42, entry);
    const other = await openFeedbackTable(database, { secret: "a secret" });
    expect(await other.consent(42)).toBe("granted");
    expect(await other.entries()).toEqual([entry]);
    const [stored] = await database.query<{ text: string }>(
      `select string_agg(encode(person, 'escape') || encode(record, 'escape'), ' ') as text from ${database.schema}.feedback`,
    );
    expect(stored!.text).not.toMatch(/Charlie|granted/);
    const stranger = await openFeedbackTable(database, { secret: "another" });
    await expect(stranger.entries()).rejects.toThrow("another secret");
    expect(await feedback.forget(42)).toBe(1);
    expect(await feedback.consent(42)).toBe("unknown");
  });

  it("keeps the latest judgement of an answer, of each person", async () => {
    const feedback = await openFeedbackTable(database, { secret: "a secret" });
    await feedback.setConsent(42, "granted");
    await feedback.setConsent(43, "granted");
    const right = { ...entry, judgement: "right", at: "2026-11-23T10:00:00.000Z" } as const;
    const elsewhere = { ...right, citations: [] };
    await feedback.add(42, entry);
    await feedback.add(43, entry);
    for (const later of [elsewhere, right, right]) await feedback.add(42, later);
    expect(await feedback.entries()).toEqual([entry, elsewhere, right]);
    expect(await feedback.forget(42)).toBe(2);
  });

  it("holds nothing of somebody who is forgotten by one process while another keeps their judgement", async () => {
    const [near, far] = await Promise.all(
      [1, 2].map(() => openFeedbackTable(database, { secret: "a secret" })),
    );
    for (let user = 1; user <= 10; user += 1) {
      await near!.setConsent(user, "granted");
      // PGlite lets connections take turns; a server (DATABASE_URL) runs the two at once.
      await Promise.allSettled([near!.add(user, entry), far!.forget(user)]);
      expect(await near!.entries()).toEqual([]);
    }
  });
});

describe("three processes behind one webhook", () => {
  it(
    "answer every question once, although one of them is killed",
    { timeout: 300_000 },
    async () => {
      const report = await shareWebhook({
        databaseUrl: server.url,
        database,
        questions: 30,
        signal: "SIGKILL",
        seed: 1,
      });
      expect(report).toMatchObject({ questions: 30, unanswered: 0, duplicates: 0 });
      expect(report.publications).toBeGreaterThan(0);
    },
  );
});
