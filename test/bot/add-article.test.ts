import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import type { AdditionOutcome, ArticleSubmission } from "../../src/bot/bot-dependencies.ts";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import { inventedBot } from "../support/invented-bot.ts";
import { message, sent, updateOf, user } from "../support/recording-telegram.ts";

function adminBot(
  outcome: AdditionOutcome,
  admins = new Set([user.id]),
  apiRoot = "http://127.0.0.1:1",
) {
  const submitted: ArticleSubmission[] = [];
  const addArticle = (submission: ArticleSubmission) => {
    submitted.push(submission);
    return Promise.resolve(outcome);
  };
  return { ...inventedBot({ admins, addArticle, client: { apiRoot } }), submitted };
}

const added = { kind: "added", articleId: "n" as ArticleId, title: "Neuf" } as const;
const document = (size: number) =>
  updateOf("message", {
    ...message(),
    document: { file_id: "f", file_unique_id: "u", file_name: "a.txt", file_size: size },
  });

describe("adding an article", () => {
  it("takes a link from an administrator and says what came of it", async () => {
    const bot = adminBot(added);
    const calls = await bot.send(sent("https://example.org/neuf"));
    expect(calls.map(({ text }) => text)).toEqual([
      "Je lis cet article…",
      "Ajouté\u00a0: «\u00a0Neuf\u00a0».",
    ]);
    expect(bot.submitted).toEqual([{ kind: "link", url: "https://example.org/neuf" }]);
  });

  it("says why an article was not taken", async () => {
    const bot = adminBot({ kind: "rejected", reason: "the page holds no article" });
    const calls = await bot.send(sent("https://example.org/rien"));
    expect(calls.at(-1)?.text).toBe(
      "Je n’ai pas pu l’ajouter. Le motif, en anglais\u00a0: «\u00a0the page holds no article\u00a0».",
    );
  });

  it("takes a link with the title that a phone shares with it, and several links by themselves", async () => {
    const bot = adminBot(added);
    await bot.send(sent("La baleine de Brest : le sauvetage\nhttps://example.org/baleine"));
    await bot.send(sent("Le phare rallumé https://example.org/phare via @ouest_infos"));
    await bot.send(sent("https://example.org/un\nhttps://example.org/deux"));
    expect(bot.submitted.map((one) => one.kind === "link" && one.url)).toEqual([
      "https://example.org/baleine",
      "https://example.org/phare",
      "https://example.org/un",
      "https://example.org/deux",
    ]);
    expect(bot.asked).toEqual([]);
  });

  it("takes a question for a question, from administrators too", async () => {
    const bot = adminBot(added);
    await bot.send(sent("Que dit https://example.org/neuf ?"));
    await bot.send(sent("/ajoute https://example.org/neuf"));
    expect(bot.submitted).toEqual([]);
    expect(bot.asked).toHaveLength(1);
  });

  it("takes nothing from anybody else", async () => {
    const bot = adminBot(added, new Set([1]));
    const [answer] = await bot.send(document(10));
    expect(answer?.text).toMatch(/^Je ne lis que le texte/);
    await bot.send(sent("https://example.org/neuf"));
    expect(bot.submitted).toEqual([]);
  });

  it("refuses files that are too large before it fetches them", async () => {
    const [refused, ...more] = await adminBot(added).send(document(6_000_000));
    expect(refused?.text).toMatch(/^Ce fichier est trop gros\u00a0: j’accepte 5 Mo/);
    expect(more).toEqual([]);
  });

  it("fetches a file from the Bot API, and never more of it than promised", async () => {
    let size = 12;
    const server = createServer((_request, response) => response.end("x".repeat(size)));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const bot = adminBot(added, new Set([user.id]), apiRoot);
    bot.bot.api.config.use((previous, method, payload) =>
      method === "getFile"
        ? Promise.resolve({ ok: true, result: { file_path: "documents/a.txt" } as never })
        : previous(method, payload),
    );
    try {
      await bot.send(document(12));
      const [file] = bot.submitted;
      expect(file?.kind === "file" && Buffer.from(file.bytes).toString()).toBe("x".repeat(12));
      size = 7_000_000;
      const [refused] = await bot.send(document(12));
      expect(refused?.text).toMatch(/^Ce fichier est trop gros/);
    } finally {
      server.close();
    }
  });

  it("fails without the token in any message when the file cannot be fetched", async () => {
    const bot = adminBot(added);
    bot.bot.api.config.use((previous, method, payload) =>
      method === "getFile"
        ? Promise.resolve({ ok: true, result: { file_path: "documents/a.txt" } as never })
        : previous(method, payload),
    );
    const [sorry] = await bot.send(document(12));
    expect(sorry?.text).toMatch(/^Désolé/);
    expect(bot.log()).toContain("Cannot download a file");
    expect(bot.log()).not.toContain("1:test");
  });
});
