import { describe, expect, it } from "vitest";
import type { LocalMessage } from "../../src/web/local-chat.ts";
import { createTestPage, TestBrowser } from "../support/test-page.ts";

function openBrowser(headers: Record<string, string> = {}): TestBrowser {
  return new TestBrowser(createTestPage().page, headers);
}

describe("POST /api/messages", () => {
  it("gives the bot's reply with its entities and buttons", async () => {
    const { messages } = await openBrowser().ask("Qui a rencontré qui ?");
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      from: "bot",
      text: "« Qui a rencontré qui ? » (fr)",
      entities: [{ type: "bold", offset: 2, length: 21 }],
    });
    expect(messages[0]!.reply_markup?.inline_keyboard[0]).toHaveLength(2);
  });

  it("tells the bot the language of the browser", async () => {
    const english = openBrowser({ "accept-language": "de, en-US;q=0.8, fr;q=0.5" });
    expect((await english.ask("hi")).messages[0]!.text).toBe("« hi » (en)");
    const other = openBrowser({ "accept-language": "ja" });
    expect((await other.ask("hi")).messages[0]!.text).toBe("« hi » (fr)");
  });

  it("carries a picture, which can then be fetched", async () => {
    const browser = openBrowser();
    const [message] = (await browser.ask("/photo")).messages;
    expect(message).toMatchObject({ text: "Un point", photo: { name: "graph.png" } });
    const picture = await browser.get(message!.photo!.url);
    expect(picture.headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await picture.arrayBuffer()).toString("latin1", 1, 4)).toBe("PNG");
  });

  it("keeps the words as they were written, surrogates and all", async () => {
    const text = "été 🌍 \u202eabc <b>&amp;";
    expect((await openBrowser().ask(text)).messages[0]!.text).toContain(text);
  });

  it("never shares a conversation between two browsers", async () => {
    const { page } = createTestPage();
    const [one, other] = [new TestBrowser(page), new TestBrowser(page)];
    await one.ask("secret");
    await other.ask("bonjour");
    const history = (await (await other.get("/api/messages")).json()) as {
      messages: LocalMessage[];
    };
    expect(history.messages.map(({ text }) => text)).toEqual(["bonjour", "« bonjour » (fr)"]);
  });

  it("remembers a conversation for a browser that comes back", async () => {
    const browser = openBrowser();
    await browser.ask("un");
    await browser.ask("deux");
    const { messages } = (await (await browser.get("/api/messages")).json()) as {
      messages: LocalMessage[];
    };
    expect(messages.map(({ from }) => from)).toEqual(["user", "bot", "user", "bot"]);
  });

  it("answers messages sent at the same time one after the other, each once", async () => {
    const browser = openBrowser();
    await browser.get("/");
    const replies = await Promise.all(
      Array.from({ length: 8 }, async () => (await browser.ask("/count")).messages),
    );
    const counted = replies.flat().map(({ text }) => Number(text));
    expect(counted.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("asks for patience when too many wait", async () => {
    const browser = openBrowser();
    await browser.get("/");
    const statuses = await Promise.all(
      Array.from({ length: 30 }, async () => {
        return (await browser.post("/api/messages", { text: "/count" })).status;
      }),
    );
    expect(statuses).toContain(429);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(8);
    expect((await browser.ask("encore là ?")).messages).toHaveLength(1);
  });

  it("gives by itself, later, what the bot sent by itself", async () => {
    const browser = openBrowser();
    const [waiting] = (await browser.ask("/later")).messages;
    expect(waiting!.text).toBe("Un instant…");
    const news = async () => {
      const response = await browser.get("/api/messages?new");
      return ((await response.json()) as { messages: LocalMessage[] }).messages;
    };
    expect(await news()).toEqual([]);
    await expect.poll(news).toMatchObject([{ message_id: waiting!.message_id, text: "Voilà" }]);
    expect(await news()).toEqual([]);
  });

  it("says so, and goes on, when the bot fails", async () => {
    const { page, errors } = createTestPage();
    const browser = new TestBrowser(page);
    const failed = await browser.post("/api/messages", { text: "/fail" });
    expect(failed.status).toBe(500);
    expect(await failed.json()).toEqual({
      error: "Une erreur est survenue : la question n’a pas reçu de réponse.",
    });
    expect(errors).toHaveLength(1);
    expect((await browser.ask("bonjour")).messages).toHaveLength(1);
  });

  it("refuses what Telegram would refuse: a message of 4,097 characters", async () => {
    const { page, errors } = createTestPage();
    expect((await new TestBrowser(page).post("/api/messages", { text: "/long" })).status).toBe(500);
    expect(JSON.stringify(errors[0]!.facts, errorText)).toContain("message is too long");
  });

  it.each([
    ["nothing", ""],
    ["no JSON", "text=hello"],
    ["null", "null"],
    ["another field", '{"message":"hi"}'],
    ["a number", '{"text":1}'],
    ["spaces only", '{"text":"  \\n "}'],
  ])("refuses a body with %s", async (_, body) => {
    const response = await openBrowser().post("/api/messages", body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).not.toBe("");
  });

  it("refuses more than 16 kB", async () => {
    const response = await openBrowser().post("/api/messages", { text: "x".repeat(17_000) });
    expect(response.status).toBe(413);
  });
});

describe("POST /api/callbacks", () => {
  it("gives the message that the button changed, marked as edited", async () => {
    const browser = openBrowser();
    const [asked] = (await browser.ask("bonjour")).messages;
    const { messages } = await browser.press(asked!, "more");
    expect(messages).toMatchObject([
      { message_id: asked!.message_id, text: "Le contexte", edited: true },
    ]);
  });

  it("gives the short notice that answers a button", async () => {
    const browser = openBrowser();
    const [asked] = (await browser.ask("bonjour")).messages;
    const reply = await browser.press(asked!, "notice");
    expect(reply).toMatchObject({ messages: [], notices: [{ text: "Merci", alert: false }] });
  });

  it("passes on the press of a button whose message is gone", async () => {
    const response = await openBrowser().post("/api/callbacks", { data: "x", message_id: 7 });
    expect(await response.json()).toMatchObject({ notices: [{ text: "Bouton inconnu" }] });
  });

  it.each(["{}", '{"data":1,"message_id":1}', '{"data":"x","message_id":"1"}', '{"data":"x"}'])(
    "refuses %s",
    async (body) => {
      expect((await openBrowser().post("/api/callbacks", body)).status).toBe(400);
    },
  );
});

/** Errors have no enumerable message: spell it out. */
function errorText(_key: string, value: unknown): unknown {
  return value instanceof Error ? value.message : value;
}
