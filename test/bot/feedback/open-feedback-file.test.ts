import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FeedbackEntry } from "../../../src/bot/bot-dependencies.ts";
import { openFeedbackFile } from "../../../src/bot/feedback/open-feedback-file.ts";
import type { ArticleId } from "../../../src/corpus/raw-article.ts";
import { ConfigError } from "../../../src/errors.ts";

let path: string;
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), "sourcier-feedback-")), "deep", "feedback.jsonl");
});
afterEach(() => rm(join(path, "..", ".."), { recursive: true }));

const secret = "a secret";
const entry = (question: string): FeedbackEntry => ({
  question,
  lang: "fr",
  judgement: "wrong",
  verdict: null,
  citations: [{ articleId: "a" as ArticleId, start: 0, end: 3, passage: "abc" }],
  at: "2026-11-22T10:00:00.000Z",
});

describe("openFeedbackFile()", () => {
  it("reads back what it kept, and writes nothing readable", async () => {
    const store = await openFeedbackFile(path, { secret });
    await store.setConsent(4242424242, "granted");
    await store.add(4242424242, entry("Où est Charlie ?"));
    const again = await openFeedbackFile(path, { secret });
    expect(await again.entries()).toEqual([entry("Où est Charlie ?")]);
    expect(await again.consent(4242424242)).toBe("granted");
    const text = await readFile(path, "utf8");
    expect(text).not.toMatch(/Charlie|4242424242|granted/);
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it("takes nothing from those who did not consent", async () => {
    const store = await openFeedbackFile(path, { secret });
    await expect(store.add(1, entry("?"))).rejects.toThrow(TypeError);
    await store.setConsent(1, "refused");
    await expect(store.add(1, entry("?"))).rejects.toThrow("has not consented");
  });

  it("keeps nothing that was judged after consent was withdrawn, however soon after", async () => {
    const store = await openFeedbackFile(path, { secret });
    await store.setConsent(1, "granted");
    await store.setConsent(2, "granted");
    const written = await Promise.allSettled([
      store.forget(1),
      store.add(1, entry("after /forget")),
      store.setConsent(2, "refused"),
      store.add(2, entry("after a refusal")),
      store.setConsent(1, "granted"),
      store.add(1, entry("agreed anew")),
    ]);
    expect(written.map(({ status }) => status === "fulfilled")).toEqual([
      true,
      false,
      true,
      false,
      true,
      true,
    ]);
    const questions = (await (await openFeedbackFile(path, { secret })).entries()).map(
      ({ question }) => question,
    );
    expect(questions).toEqual(["agreed anew"]);
  });

  it("keeps the latest judgement of an answer, of each person", async () => {
    const store = await openFeedbackFile(path, { secret });
    await store.setConsent(1, "granted");
    await store.setConsent(2, "granted");
    const right = {
      ...entry("Qui ?"),
      judgement: "right",
      at: "2026-11-23T10:00:00.000Z",
    } as const;
    const elsewhere = { ...right, citations: [] };
    await Promise.all([
      store.add(1, entry("Qui ?")),
      store.add(2, entry("Qui ?")),
      store.add(1, elsewhere),
      store.add(1, right),
      store.add(1, right),
    ]);
    const again = await openFeedbackFile(path, { secret });
    expect(await again.entries()).toEqual([entry("Qui ?"), elsewhere, right]);
    expect(await again.forget(1)).toBe(2);
  });

  it("forgets one person for good and nobody else, even while others write", async () => {
    const store = await openFeedbackFile(path, { secret });
    await store.setConsent(1, "granted");
    await store.setConsent(2, "granted");
    const writes = Array.from({ length: 20 }, (_, i) => store.add(1 + (i % 2), entry(`q${i}`)));
    await Promise.all(writes);
    const [count] = await Promise.all([store.forget(1), store.add(2, entry("after"))]);
    expect(count).toBe(10);
    const questions = (await (await openFeedbackFile(path, { secret })).entries()).map(
      ({ question }) => question,
    );
    expect(questions).toHaveLength(11);
    expect(questions.every((q) => q === "after" || Number(q.slice(1)) % 2 === 1)).toBe(true);
  });

  it("drops a line that a crash cut short, and nothing else", async () => {
    const store = await openFeedbackFile(path, { secret });
    await store.setConsent(1, "granted");
    await store.add(1, entry("whole"));
    await appendFile(path, "AAAA");
    const again = await openFeedbackFile(path, { secret });
    await again.add(1, entry("next"));
    const questions = (await (await openFeedbackFile(path, { secret })).entries()).map(
      ({ question }) => question,
    );
    expect(questions).toEqual(["whole", "next"]);
  });

  it("refuses another secret and a damaged line, and says what to do", async () => {
    const store = await openFeedbackFile(path, { secret });
    await store.setConsent(1, "granted");
    await expect(openFeedbackFile(path, { secret: "another" })).rejects.toThrow(ConfigError);
    const text = await readFile(path, "utf8");
    await writeFile(path, text.replace(/.{4}\n$/, "AAAA\n"));
    await expect(openFeedbackFile(path, { secret })).rejects.toThrow("move the file away");
  });
});
