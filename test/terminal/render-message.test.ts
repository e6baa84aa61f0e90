import { describe, expect, it } from "vitest";
import { pressableButtons, renderMessage } from "../../src/terminal/render-message.ts";
import type { LocalMessage } from "../../src/web/local-chat.ts";

function message(content: Partial<LocalMessage>): LocalMessage {
  return {
    message_id: 1,
    from: "bot",
    date: 0,
    text: "",
    entities: [],
    reply_markup: null,
    ...content,
  };
}

describe("renderMessage()", () => {
  const quoted = message({
    text: "Oui.\nIls se sont vus.\nÀ Belgrade.\nRT",
    entities: [
      { type: "blockquote", offset: 5, length: 28 },
      { type: "bold", offset: 22, length: 11 },
    ],
  });

  it("marks each line of a quotation with a bar", () => {
    expect(renderMessage(quoted, { styled: false })).toBe(
      "Oui.\n│ Ils se sont vus.\n│ À Belgrade.\nRT",
    );
  });

  it("styles where the terminal understands it", () => {
    expect(renderMessage(quoted, { styled: true })).toContain("│ \x1b[1mÀ Belgrade.");
  });

  it("numbers the buttons that can be pressed and spells out the links", () => {
    const withButtons = message({
      text: "Réponse",
      reply_markup: {
        inline_keyboard: [
          [{ text: "Ouvrir", url: "https://example.org/a" }],
          [
            { text: "Contexte", callback_data: "c" },
            { text: "Suite", callback_data: "s" },
          ],
        ],
      },
    });
    expect(renderMessage(withButtons, { styled: false })).toBe(
      "Réponse\nOuvrir: https://example.org/a\n[1] Contexte  [2] Suite",
    );
    expect(pressableButtons(withButtons).map(({ data }) => data)).toEqual(["c", "s"]);
  });

  it("lets no control sequence of an article reach the terminal", () => {
    const hostile = message({ text: "a\x1b[2Jb\u202ec\x07\td\ne" });
    expect(renderMessage(hostile, { styled: true })).toBe("a[2Jbc d\ne");
  });
});
