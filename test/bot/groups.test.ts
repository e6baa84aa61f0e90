import { describe, expect, it } from "vitest";
import { inventedBot } from "../support/invented-bot.ts";
import {
  botInfo,
  press,
  sent,
  textMessage,
  updateOf,
  user,
} from "../support/recording-telegram.ts";

const group = { group: true } as const;

describe("the bot in groups", () => {
  it.each([
    ["talk", "Qui a signé l'accord ?"],
    ["a command for nobody in particular", "/articles"],
    ["a command for another bot", "/articles@other_bot"],
    ["a mention of somebody else", "@ada Qui a signé ?"],
  ])("keeps silent about %s", async (_what, text) => {
    const { send, asked } = inventedBot();
    expect(await send(sent(text, group))).toEqual([]);
    expect(asked).toEqual([]);
  });

  it("obeys commands addressed to it, below the message that asked", async () => {
    const question = textMessage("/articles@sourcier_test_bot", group);
    const [answer] = await inventedBot().send(updateOf("message", question));
    expect(answer?.text).toMatch(/^Le seul article/);
    expect(answer?.payload["reply_parameters"]).toEqual({
      message_id: question.message_id,
      allow_sending_without_reply: true,
    });
  });

  it("answers mentions, and reads the question without its own name", async () => {
    const { send, asked } = inventedBot();
    const [answer] = await send(sent("@Sourcier_Test_Bot qui a signé ?", group));
    expect(answer?.text).toMatch(/^Voici ce que/);
    expect(asked[0]?.question).toBe("qui a signé ?");
  });

  it("asks for the question when it is only called by name", async () => {
    const [answer] = await inventedBot().send(sent("@sourcier_test_bot", group));
    expect(answer?.text).toMatch(/^Oui/);
  });

  it("answers somebody's message when it is called by name below that", async () => {
    const { send, asked } = inventedBot();
    const call = textMessage("@sourcier_test_bot", { ...group, from: { ...user, id: 77 } });
    const question = textMessage("Qui a signé l'accord ?", group);
    const [answer] = await send(updateOf("message", { ...call, reply_to_message: question }));
    expect(answer?.text).toMatch(/^Voici ce que/);
    expect(asked[0]?.question).toBe("Qui a signé l'accord ?");
    const own = { ...textMessage("Voici…", group), from: botInfo };
    const [hint] = await send(updateOf("message", { ...call, reply_to_message: own }));
    expect(hint?.text).toMatch(/^Oui/);
  });

  it("answers replies to it with the topic of the answer replied to", async () => {
    const { send, asked, telegram } = inventedBot();
    await send(sent("@sourcier_test_bot qui a signé ?", group));
    const repliesTo = { message_id: telegram.lastMessageId(), from: botInfo };
    const other = { ...user, id: 77 };
    await send(sent("et où ?", { ...group, from: other, repliesTo }));
    expect(asked[1]).toMatchObject({
      question: "et où ?",
      previous: { question: "qui a signé ?" },
    });
  });

  it("gives the source of the answer replied to, whoever asked for that", async () => {
    const { send, asked, telegram } = inventedBot();
    await send(sent("@sourcier_test_bot qui a signé ?", group));
    const repliesTo = { message_id: telegram.lastMessageId(), from: botInfo };
    const other = { ...user, id: 77 };
    await send(sent("/source@sourcier_test_bot", { ...group, from: other, repliesTo }));
    expect(asked[1]).toMatchObject({
      question: "Le lien\u202f?",
      previous: { question: "qui a signé ?" },
    });
  });

  it("does not mix up the topics of a forum", async () => {
    const { send, asked } = inventedBot();
    const inTopic = (text: string, topic: number) => {
      const place = { message_thread_id: topic, is_topic_message: true };
      return updateOf("message", { ...textMessage(`@sourcier_test_bot ${text}`, group), ...place });
    };
    await send(inTopic("qui a signé ?", 7));
    await send(inTopic("et où ?", 8));
    await send(inTopic("et quand ?", 7));
    expect(asked.map(({ previous }) => previous?.question)).toEqual([
      undefined,
      undefined,
      "qui a signé ?",
    ]);
  });

  it("does not mix up two people who speak at the same time", async () => {
    const { send, asked } = inventedBot();
    await send(sent("@sourcier_test_bot qui a signé ?", group));
    await send(sent("@sourcier_test_bot et où ?", { ...group, from: { ...user, id: 77 } }));
    expect(asked[1]?.previous).toBeUndefined();
    await send(sent("@sourcier_test_bot et quand ?", group));
    expect(asked[2]?.previous?.question).toBe("qui a signé ?");
  });

  it("keeps an answer in its language, whoever opens the context of a passage", async () => {
    const { send, telegram } = inventedBot();
    const [answer] = await send(sent("@sourcier_test_bot qui a signé ?", group));
    const context = answer?.buttons.find(([label]) => label.startsWith("Contexte"))?.[1] ?? "";
    const bob = { ...user, id: 77, language_code: "en" };
    const id = telegram.lastMessageId();
    const [page] = await send(press(context, id, { ...group, from: bob }));
    expect(page?.text).toMatch(/^Le passage dans son contexte/);
    expect(page?.buttons[0]?.[0]).toBe("◂ Retour à la réponse");
  });

  it("takes an anonymous administrator for a person", async () => {
    const anonymous = { id: 1087968824, is_bot: true, first_name: "Group" };
    const { chat, ...question } = textMessage("@sourcier_test_bot qui ?", { ...group });
    const message = { ...question, chat, from: anonymous, sender_chat: chat };
    const [answer] = await inventedBot().send(updateOf("message", message));
    expect(answer?.text).toMatch(/^Voici ce que/);
  });
});
