import { cp, mkdtemp, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmbedder } from "../../src/embed/create-embedder.ts";
import type { Embedder } from "../../src/embed/embedder.ts";
import { bulkEndsAfterMs } from "../../src/embed/thread-choice.ts";
import { EmbedderError } from "../../src/errors.ts";

const MODEL = "sourcier-e5-small";

function cosine(left: Float32Array, right: Float32Array): number {
  return left.reduce((sum, value, index) => sum + value * right[index]!, 0);
}

describe("createEmbedder()", () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await createEmbedder({ modelsDir: "models", model: MODEL });
  });
  afterAll(async () => embedder.close());

  it("places a question nearer to the passage that answers it than to another", async () => {
    const question = await embedder.embedQuestion("Qui Lavrov a-t-il rencontré à Belgrade ?");
    const [answer, other] = await embedder.embedPassages([
      "Le ministre russe rencontre à Belgrade son homologue turc.",
      "La tarte se mange tiède, avec une boule de glace.",
    ]);
    expect(cosine(question, answer!)).toBeGreaterThan(cosine(question, other!) + 0.05);
  });

  it("returns vectors of unit length, in the order of the texts whatever their lengths", async () => {
    const texts = ["Un.", "Une phrase bien plus longue que les autres.", "Deux mots.", ""];
    const together = await embedder.embedPassages(texts);
    for (const [index, text] of texts.entries()) {
      const [alone] = await embedder.embedPassages([text]);
      expect(cosine(together[index]!, together[index]!)).toBeCloseTo(1, 5);
      // int8 activations are scaled per batch, hence not exactly 1
      expect(cosine(together[index]!, alone!)).toBeGreaterThan(0.98);
    }
  });

  it("lets the end of a text far beyond 512 tokens weigh in its vector", async () => {
    const filler = "Le conseil municipal a voté le budget de la voirie. ".repeat(120);
    const question = await embedder.embedQuestion("Quelle baleine s'est échouée ?");
    const [without, withEnd] = await embedder.embedPassages([
      filler,
      filler + "Une baleine bleue s'est échouée sur la plage. ".repeat(120),
    ]);
    expect(cosine(question, withEnd!)).toBeGreaterThan(cosine(question, without!) + 0.03);
  });

  it("answers a question before the passages that were waiting", async () => {
    const order: string[] = [];
    const passages = embedder
      .embedPassages(Array.from({ length: 64 }, (_, n) => `Le passage numéro ${n}.`.repeat(20)))
      .then(() => order.push("passages"));
    const question = embedder.embedQuestion("Alors ?").then(() => order.push("question"));
    await Promise.all([passages, question]);
    expect(order).toEqual(["question", "passages"]);
  });

  it("gives a question the same vector before, while and after many passages take more threads", async () => {
    const question = "Qui a signé l'accord de Belgrade ?";
    const before = await embedder.embedQuestion(question);
    const passages = embedder.embedPassages(
      Array.from({ length: 100 }, (_, n) => `Le passage numéro ${n}.`),
    );
    await setTimeout(200);
    expect(await embedder.embedQuestion(question)).toEqual(before);
    await passages;
    await setTimeout(bulkEndsAfterMs + 500);
    expect(await embedder.embedQuestion(question)).toEqual(before);
  });

  it("names what is missing and how to mend it", async () => {
    const failure = createEmbedder({ modelsDir: "models", model: "absent" });
    await expect(failure).rejects.toThrow(EmbedderError);
    await expect(failure).rejects.toThrow(/config\.json.*MODELS_DIR.*ALLOW_REMOTE_MODELS/);
  });

  it.each(["../models/sourcier-e5-small", "a/../../b", "/etc", "a/b/c", "", "a\\b"])(
    "refuses %j as a model's name",
    async (model) => {
      await expect(createEmbedder({ modelsDir: "models", model })).rejects.toThrow(
        /wanted a name such as/,
      );
    },
  );

  it("names the damaged file with the hash expected and the hash found", async () => {
    const modelsDir = await mkdtemp(join(tmpdir(), "sourcier-models-"));
    await cp(join("models", MODEL), join(modelsDir, MODEL), { recursive: true });
    await truncate(join(modelsDir, MODEL, "tokenizer.json"), 1_000_000);
    await expect(createEmbedder({ modelsDir, model: MODEL })).rejects.toThrow(
      /tokenizer\.json must have the SHA-256 7d9cdf21\w+, found \w{64}/,
    );
    await rm(modelsDir, { recursive: true });
  });
});
