/** Every way in which one call can fail, over real HTTP: what people see, and how soon. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Delivery } from "../../src/delivery/open-delivery.ts";
import { createLogger } from "../../src/logger.ts";
import { createEchoBot, echoOf } from "../support/echo-bot.ts";
import { startFaultTelegram, type Fault, type FaultTelegram } from "../support/fault-telegram.ts";

interface Row {
  readonly fault: string;
  readonly faults: readonly Fault[];
  /** What the user sees in the end. */
  readonly sees: readonly string[];
  readonly withinMs: number;
}

const question = "Où Lavrov a-t-il rencontré Kerry ?";
const answer = echoOf(question);
const uncertain = "note: uncertain";

/** Calls that never get an answer are given up after this time in these tests. */
const callMs = 400;

const sendRows: readonly Row[] = [
  { fault: "none", faults: [], sees: [answer], withinMs: 1_000 },
  {
    fault: "429 with retry_after 1",
    faults: [{ kind: "too-many", retryAfter: 1 }],
    sees: [answer],
    withinMs: 2_500,
  },
  {
    fault: "500 twice",
    faults: Array.from({ length: 2 }, () => ({
      kind: "refuse",
      code: 500,
      description: "Internal Server Error",
    })),
    sees: [answer],
    withinMs: 3_000,
  },
  {
    fault: "502 with an HTML page",
    faults: [{ kind: "html", status: 502 }],
    sees: [answer],
    withinMs: 2_000,
  },
  {
    fault: "503 with an HTML page",
    faults: [{ kind: "html", status: 503 }],
    sees: [answer],
    withinMs: 2_000,
  },
  {
    // Nobody can tell whether it arrived: it is not sent again, and the user is told so.
    fault: "reset before delivery, request already sent",
    faults: [{ kind: "reset-before" }],
    sees: [uncertain],
    withinMs: 1_500,
  },
  {
    fault: "reset after delivery",
    faults: [{ kind: "reset-after" }],
    sees: [answer, uncertain],
    withinMs: 1_500,
  },
  {
    fault: "stall before delivery",
    faults: [{ kind: "stall-before" }],
    sees: [uncertain],
    withinMs: 2_000,
  },
  {
    fault: "stall after delivery",
    faults: [{ kind: "stall-after" }],
    sees: [answer, uncertain],
    withinMs: 2_000,
  },
  {
    fault: "malformed JSON after delivery",
    faults: [{ kind: "malformed-after" }],
    sees: [answer, uncertain],
    withinMs: 1_500,
  },
  {
    fault: "body cut short after delivery",
    faults: [{ kind: "truncated-after" }],
    sees: [answer, uncertain],
    withinMs: 1_500,
  },
  {
    fault: "504 of a proxy after delivery",
    faults: [{ kind: "html", status: 504 }],
    sees: [answer, uncertain],
    withinMs: 1_500,
  },
  {
    fault: "403 the user blocked the bot",
    faults: [{ kind: "refuse", code: 403, description: "Forbidden: bot was blocked by the user" }],
    sees: [],
    withinMs: 1_000,
  },
  {
    fault: "400 a refused message",
    faults: [{ kind: "refuse", code: 400, description: "Bad Request: message is too long" }],
    sees: ["note: failed"],
    withinMs: 1_000,
  },
];

describe("faults of the Bot API", () => {
  let telegram: FaultTelegram;
  let directory: string;
  let delivery: Delivery;
  let polling: Promise<void>;

  beforeEach(async () => {
    telegram = await startFaultTelegram();
    directory = await mkdtemp(join(tmpdir(), "sourcier-delivery-"));
    const { url: apiRoot, token } = telegram;
    const logger = createLogger({ level: "silent", secrets: [token] });
    const options = { apiRoot, token, directory, logger, timeouts: { callMs, pollMs: 1_000 } };
    ({ delivery } = await createEchoBot(options));
    polling = delivery.poll();
    await telegram.until(() => telegram.calls.some(({ method }) => method === "getUpdates"));
  });

  afterEach(async () => {
    await delivery.stop();
    await polling;
    await telegram.close();
    await rm(directory, { recursive: true });
  });

  const settled = () => {
    const { outcomes } = delivery.health();
    return outcomes.handled + outcomes.passed > 0;
  };

  it.for(sendRows)("sendMessage: $fault", async ({ faults, sees, withinMs }) => {
    telegram.fail("sendMessage", ...faults);
    const startedAt = Date.now();
    telegram.say(1001, question);
    await telegram.until(settled, withinMs);
    await sleep(50);
    expect(telegram.messages(1001).map(({ text }) => text)).toEqual(sees);
    expect(Date.now() - startedAt).toBeLessThan(withinMs + 100);
  });
});
