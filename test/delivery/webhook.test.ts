import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import { describe, expect, it } from "vitest";
import type { DeliverUpdate } from "../../src/delivery/deliver-update.ts";
import { createWebhook } from "../../src/delivery/webhook.ts";

const secret = "s3cret_S3CRET-s3cret";
const update = { update_id: 700_000_001 };

function webhook(options: { deliver?: DeliverUpdate; inHand?: number; stopped?: boolean } = {}) {
  const seen: Update[] = [];
  const deliver: DeliverUpdate = async (received) => {
    seen.push(received);
    return (await options.deliver?.(received)) ?? "handled";
  };
  const signal = options.stopped === true ? AbortSignal.abort() : new AbortController().signal;
  const handler = createWebhook({ secret, deliver, inHand: () => options.inHand ?? 0, signal });
  return { handler, seen };
}

function post(body: string, headers: Record<string, string> = {}): Request {
  return new Request("http://localhost/telegram", {
    method: "POST",
    body,
    headers: { "x-telegram-bot-api-secret-token": secret, ...headers },
  });
}

describe("createWebhook()", () => {
  it("says 200 once the update is handled, not before", async () => {
    let isHandled = false;
    const { handler } = webhook({
      deliver: async () => {
        await sleep(50);
        isHandled = true;
        return "handled";
      },
    });
    const response = await handler(post(JSON.stringify(update)));
    expect([response.status, isHandled]).toEqual([200, true]);
  });

  it.for([
    ["no secret", ""],
    ["another secret", "s3cret_S3CRET-s3crex"],
    ["a shorter one", "s3cret"],
    ["a longer one", `${secret}x`],
  ] as const)("refuses a request with %s before reading it", async ([, wrong]) => {
    const { handler, seen } = webhook();
    const request = post(JSON.stringify(update), { "x-telegram-bot-api-secret-token": wrong });
    expect((await handler(request)).status).toBe(401);
    expect(request.bodyUsed).toBe(false);
    expect(seen).toEqual([]);
  });

  it.for([
    ["{", 400],
    ["[]", 400],
    ["null", 400],
    ['{"update_id":"1"}', 400],
    [`{"update_id":1,"pad":"${"x".repeat(1_100_000)}"}`, 413],
  ] as const)("refuses a body such as %.12s with %i", async ([body, status]) => {
    const { handler, seen } = webhook();
    expect((await handler(post(body))).status).toBe(status);
    expect(seen).toEqual([]);
  });

  it("refuses other methods", async () => {
    const { handler } = webhook();
    const headers = { "x-telegram-bot-api-secret-token": secret };
    const response = await handler(new Request("http://localhost/telegram", { headers }));
    expect(response.status).toBe(405);
  });

  it("asks Telegram to come again while it stops, is full, or could not finish", async () => {
    const body = JSON.stringify(update);
    const statuses = await Promise.all([
      webhook({ stopped: true }).handler(post(body)),
      webhook({ inHand: 256 }).handler(post(body)),
      webhook({ deliver: () => Promise.resolve("postponed") }).handler(post(body)),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([503, 503, 503]);
  });
});
