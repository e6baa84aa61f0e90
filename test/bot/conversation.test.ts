import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Update } from "grammy/types";
import { seen, type SeenCall } from "../support/invented-bot.ts";
import {
  edited,
  press,
  sent,
  textMessage,
  updateOf,
  user,
  type MessageOptions,
} from "../support/recording-telegram.ts";
import {
  createRecordedBot,
  openSeedCorpus,
  type RecordedBot,
  type SeedCorpus,
} from "../support/seed-bot.ts";

let corpus: SeedCorpus;
let recorded: RecordedBot;

beforeAll(async () => {
  corpus = await openSeedCorpus();
  recorded = createRecordedBot(corpus.dependencies);
}, 240_000);

afterAll(() => corpus.embedder.close());

async function handle(one: Update): Promise<readonly SeenCall[]> {
  recorded.telegram.clear();
  await recorded.bot.handleUpdate(one);
  return recorded.telegram.visible().map(seen);
}

const say = (text: string, options: MessageOptions = {}) => handle(sent(text, options));

/** Every quotation of a message is a stretch of one of the articles. */
function expectVerbatim(call: SeenCall | undefined): void {
  const entities = (call?.payload["entities"] ?? []) as {
    type: string;
    offset: number;
    length: number;
  }[];
  const quotes = entities.filter(({ type }) => type.endsWith("blockquote"));
  expect(quotes.length).toBeGreaterThan(0);
  for (const { offset, length } of quotes) {
    const quoted = call?.text.slice(offset, offset + length) ?? "";
    expect(corpus.articles.some(({ text }) => text.includes(quoted))).toBe(true);
  }
}

describe("a conversation about the five articles", { timeout: 60_000 }, () => {
  it("answers a question with cited, linked, verbatim passages in one message", async () => {
    const [answer, ...more] = await say(
      "Que demande Jens Stoltenberg aux Alliés à propos d'Idleb ?",
    );
    expect(more).toEqual([]);
    expect(answer?.text).toContain("Les Alliés condamnent la poursuite des frappes");
    expect(answer?.buttons[0]?.[1]).toMatch(/^https:\/\/fr\.euronews\.com\/.*#:~:text=/);
    expectVerbatim(answer);
    expect(answer?.payload["link_preview_options"]).toEqual({ is_disabled: true });
    expect(answer?.payload["parse_mode"]).toBeUndefined();
  });

  it("tells who met whom, then follows up on place and link", async () => {
    const [who] = await say("Qui Lavrov a-t-il rencontré ?");
    expect(who?.text.split("\n")[0]).toMatch(/Sergueï Lavrov a rencontré .*Mevlut Cavusoglu/);
    expectVerbatim(who);
    const [paris] = await say("et à Paris ?");
    expect(paris?.text.split("\n")[0]).toMatch(/Le Drian/);
    const [link] = await say("le lien ?");
    expect(link?.text).toContain(
      "https://francais.rt.com/france/40649-drian-lavrov-nous-faisons-face-au-terrorisme",
    );
  });

  it("does not let another person in another chat follow up on it", async () => {
    await say("Qui Lavrov a-t-il rencontré ?");
    const stranger = { ...user, id: 4242 };
    const [usage] = await say("/source", { from: stranger });
    expect(usage?.text).toMatch(/^Dites-moi le sujet/);
  });

  it("shows the paragraphs around a passage in its place, and the answer again", async () => {
    const [answer] = await say("Qui Lavrov a-t-il rencontré à Belgrade ?");
    const id = recorded.telegram.lastMessageId();
    const context = answer?.buttons.find(([label]) => label.startsWith("Contexte"))?.[1] ?? "";
    const [edit, pressed] = await handle(press(context, id));
    expect(edit?.method).toBe("editMessageText");
    expect(edit?.payload["message_id"]).toBe(id);
    expect(edit?.text).toContain("La rencontre a eu lieu en marge de la conférence");
    expectVerbatim(edit);
    expect(pressed?.method).toBe("answerCallbackQuery");
    const back = edit?.buttons.find(([label]) => label.includes("Retour"))?.[1] ?? "";
    const [again] = await handle(press(back, id));
    expect(again?.text).toBe(answer?.text);
    expect(again?.payload["entities"]).toEqual(answer?.payload["entities"]);
  });

  it("offers the stored article where no address is known", async () => {
    const [answer] = await say("Quand Lavrov et Kerry se sont-ils parlé au téléphone ?");
    const read = answer?.buttons.find(([label]) => label.includes("Lire ici"))?.[1] ?? "";
    const [article] = await handle(press(read, recorded.telegram.lastMessageId()));
    expect(article?.method).toBe("sendMessage");
    expect(article?.text).toMatch(/^Lavrov et Kerry évoquent des opérations conjointes en Syrie/);
    expect(article?.text).toContain("MM. Lavrov et Kerry ont en outre convenu");
  });

  it("says so when the articles do not answer, and shows no passage as an answer", async () => {
    const [answer] = await say("Quelle est la recette de la tarte aux pommes ?");
    expect(answer?.text).toMatch(/^Je n’ai pas trouvé de réponse/);
    expect(answer?.payload["entities"]).toEqual([]);
  });

  it("edits the answer when the question is edited, and nothing when it is not", async () => {
    const asked = textMessage("Qui a rencontré Macron ?");
    await handle(updateOf("message", asked));
    const id = recorded.telegram.lastMessageId();
    const change = edited(asked, "Que dit l'Otan d'Idleb ?");
    const [edit, ...more] = await handle(change);
    expect(edit?.method).toBe("editMessageText");
    expect(edit?.payload["message_id"]).toBe(id);
    expect(edit?.text).toContain("Stoltenberg");
    expect(more).toEqual([]);
    expect(await handle(change)).toEqual([]);
  });

  it("answers in English around French quotations for whom Telegram speaks English", async () => {
    const bob = { id: 7, is_bot: false, first_name: "Bob", language_code: "en-GB" };
    const [answer] = await say("Who did Lavrov meet in Belgrade?", { from: bob });
    expect(answer?.text).not.toMatch(/Voici|Contexte/);
    expect(answer?.buttons.map(([label]) => label).join(" ")).toMatch(/Context/);
    expectVerbatim(answer);
  });

  it("browses the articles and opens one by a deep link", async () => {
    const [list] = await say("/articles");
    expect(list?.text).toMatch(/^Les 5 articles que je connais/);
    const card = list?.buttons[2]?.[1] ?? "";
    const [shown] = await handle(press(card, 9));
    expect(shown?.text).toContain("Lavrov et Kerry évoquent des opérations conjointes en Syrie");
    const [linked] = await say(`/start a${card.slice(2)}`);
    expect(linked?.text).toBe(shown?.text);
  });

  it("answers the examples that it proposes itself", async () => {
    const [help] = await say("/aide");
    const examples = [...(help?.text.matchAll(/^• (.+\?)$/gm) ?? [])].map(([, example]) => example);
    expect(examples.length).toBeGreaterThanOrEqual(3);
    for (const example of examples) {
      const [answer] = await say(example ?? "");
      expect(answer?.text, example).not.toMatch(/^Je n’ai pas trouvé|^Je ne trouve pas/);
    }
  });
});
