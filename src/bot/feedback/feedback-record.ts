/** One consent or judgement as it is kept: encrypted (AES-256-GCM) whatever it is written to. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { ArticleId } from "../../corpus/raw-article.ts";
import { ConfigError } from "../../errors.ts";
import type { FeedbackConsent, FeedbackEntry } from "../bot-dependencies.ts";

const articleIdSchema = z.string().transform((id) => id as ArticleId);

const entrySchema = z.object({
  question: z.string(),
  lang: z.enum(["fr", "en"]),
  judgement: z.enum(["right", "wrong"]),
  verdict: z.enum(["yes", "planned", "not-stated"]).nullable(),
  citations: z.array(
    z.object({
      articleId: articleIdSchema,
      start: z.number(),
      end: z.number(),
      passage: z.string(),
    }),
  ),
  at: z.string(),
});

const recordSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("consent"),
    userId: z.number(),
    consent: z.enum(["granted", "refused"]),
  }),
  z.object({ kind: z.literal("entry"), userId: z.number(), entry: entrySchema }),
]);

export type FeedbackRecord = z.infer<typeof recordSchema>;
type EntryRecord = Extract<FeedbackRecord, { kind: "entry" }>;

/** @throws {TypeError} for anybody who has not agreed that judgements are kept */
export function assertConsented(consent: FeedbackConsent): void {
  if (consent !== "granted")
    throw new TypeError("Cannot keep feedback as the user has not consented");
}

/** A user's judgement, copied: whoever handed it over may go on changing it. */
export function entryRecord(userId: number, entry: FeedbackEntry): EntryRecord {
  const citations = entry.citations.map((citation) => ({ ...citation }));
  return { kind: "entry", userId, entry: { ...entry, citations } };
}

/** Whether somebody judges an answer again: whatever the judgement, and whenever. */
export function isReplacedBy(record: FeedbackRecord, newer: EntryRecord): boolean {
  return (
    record.kind === "entry" &&
    record.userId === newer.userId &&
    isDeepStrictEqual(answerOf(record), answerOf(newer))
  );
}

function answerOf({ entry: { question, lang, verdict, citations } }: EntryRecord) {
  return { question, lang, verdict, citations };
}

/** @param secret something secret and lasting, such as the bot's token */
export function feedbackKey(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "sourcier feedback", 32));
}

export function sealRecord(record: FeedbackRecord, key: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const body = Buffer.concat([cipher.update(JSON.stringify(record), "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Where records are kept, for messages. */
export interface RecordPlace {
  readonly kind: "file" | "table";
  readonly name: string;
}

/** @throws {ConfigError} when it is damaged or of another key */
export function unsealRecord(bytes: Buffer, key: Buffer, place: RecordPlace): FeedbackRecord {
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    return recordSchema.parse(JSON.parse(text.toString("utf8")));
  } catch (error) {
    throw Object.assign(
      new ConfigError([
        `Cannot read the feedback in ${JSON.stringify(place.name)}: it is damaged or was written with another secret; restore the secret or move the ${place.kind} away`,
      ]),
      { cause: error },
    );
  }
}
