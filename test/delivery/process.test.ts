/** The bot as a process: killed, stopped, refused; and what it prints. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { echoOf } from "../support/echo-bot.ts";
import { startFaultTelegram, type FaultTelegram } from "../support/fault-telegram.ts";
import { killUnderTraffic } from "../support/kill-bot.ts";

describe("the bot's process", () => {
  let telegram: FaultTelegram;
  let directory: string;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    telegram = await startFaultTelegram();
    directory = await mkdtemp(join(tmpdir(), "sourcier-process-"));
  });

  afterEach(async () => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    await telegram.close();
    await rm(directory, { recursive: true });
  });

  function start(settings: { readonly token?: string; readonly answerMs?: number } = {}) {
    const child = spawn(process.execPath, ["--import", "tsx", "test/support/echo-bot.ts"], {
      env: {
        PATH: process.env["PATH"],
        API_ROOT: telegram.url,
        TOKEN: settings.token ?? telegram.token,
        RECORD_DIR: directory,
        ANSWER_MS: String(settings.answerMs ?? 0),
      },
    });
    children.push(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
    }
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    return { child, ended, output: () => output };
  }

  const polls = () => telegram.calls.filter(({ method }) => method === "getUpdates").length;

  it("loses no question when it is killed under traffic, and explains each duplicate", async () => {
    const { unanswered, duplicates, explained, questions } = await killUnderTraffic({
      kills: 6,
      seed: 20261122,
    });
    expect(questions).toBeGreaterThan(20);
    expect(unanswered).toBe(0);
    expect(explained).toBe(duplicates);
  }, 120_000);

  it("ends with code 0 within ten seconds of SIGTERM, its answers finished and confirmed", async () => {
    const bot = start({ answerMs: 300 });
    for (let user = 1; user <= 8; user += 1) telegram.say(user, "question");
    await telegram.until(() => polls() >= 2);
    const startedAt = Date.now();
    bot.child.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
    expect(Date.now() - startedAt).toBeLessThan(10_000);
    expect(telegram.messages()).toHaveLength(8);
    expect(telegram.pending).toEqual([]);
  });

  it("ends at once at the second signal", async () => {
    const bot = start({ answerMs: 60_000 });
    telegram.say(1, "question");
    await telegram.until(() => polls() >= 2);
    bot.child.kill("SIGTERM");
    await sleep(100);
    const startedAt = Date.now();
    bot.child.kill("SIGTERM");
    expect(await bot.ended).toBe(1);
    expect(Date.now() - startedAt).toBeLessThan(1_000);
  });

  it("ends with a code of its own when the token is refused or used by another process", async () => {
    const refused = start({ token: "123456:refused-token" });
    expect(await refused.ended).toBe(3);
    expect(refused.output()).toContain("check BOT_TOKEN");
    const first = start();
    await telegram.until(() => polls() === 1);
    const second = start();
    expect(await first.ended).toBe(3);
    expect(first.output()).toContain("another process");
    second.child.kill("SIGTERM");
    expect(await second.ended).toBe(0);
  });

  it("never prints the token or a question, whatever fails", async () => {
    const bot = start();
    const secret = "une question que personne ne doit lire";
    const kinds = [
      { kind: "too-many", retryAfter: 1 },
      { kind: "refuse", code: 500, description: "Internal Server Error" },
      { kind: "refuse", code: 400, description: "Bad Request: wrong" },
      { kind: "refuse", code: 403, description: "Forbidden: bot was blocked by the user" },
      { kind: "html", status: 502 },
      { kind: "html", status: 504 },
      { kind: "reset-before" },
      { kind: "reset-after" },
      { kind: "malformed-after" },
      { kind: "truncated-after" },
    ] as const;
    telegram.fail("getUpdates", ...kinds.slice(4, 8));
    telegram.fail("getMe", { kind: "reset-before" }, { kind: "html", status: 502 });
    for (const [user, fault] of kinds.entries()) {
      telegram.fail("sendMessage", fault);
      telegram.say(user + 1, `${secret} ${user}`);
    }
    await telegram.until(() => telegram.pending.length === 0, 25_000);
    await telegram.down();
    await sleep(700);
    await telegram.up();
    telegram.say(1, "and on");
    await telegram.until(
      () => telegram.messages(1).some(({ text }) => text === echoOf("and on")),
      10_000,
    );
    bot.child.kill("SIGTERM");
    await bot.ended;
    expect(bot.output().length).toBeGreaterThan(1_000);
    expect(bot.output()).not.toContain("marker");
    expect(bot.output()).not.toContain("MARKER");
    expect(bot.output()).not.toContain(secret);
  }, 60_000);
});
