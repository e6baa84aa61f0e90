import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readConfig, VARIABLE_NAMES } from "../src/config.ts";
import { ConfigError } from "../src/errors.ts";

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("readConfig()", () => {
  it("needs nothing: without variables it serves the page on loopback, without Telegram", () => {
    expect(readConfig({})).toMatchObject({
      telegram: null,
      host: "127.0.0.1",
      port: 8080,
      seedsDir: null,
      defaultLanguage: "fr",
      allowedUsers: null,
    });
  });

  it("takes a variable set to nothing, as in the copied example file, for not set", () => {
    const example = readFileSync(".env.example", "utf8");
    const empty = Object.fromEntries(VARIABLE_NAMES.map((name) => [name, "  "]));
    expect(readConfig(empty)).toEqual(readConfig({}));
    expect(example).not.toMatch(/^[A-Z_]+=.+$/m);
  });

  it("takes what is usual for a variable that is not set or set to nothing, and nothing else", () => {
    const usual = { LOG_LEVEL: "warn" };
    const levels = [{}, { LOG_LEVEL: "" }, { LOG_LEVEL: "debug" }].map(
      (environment) => readConfig(environment, usual).logLevel,
    );
    expect(levels).toEqual(["warn", "warn", "debug"]);
  });

  it("reports every problem at once", () => {
    const problems = problemsOf({
      PORT: "80a",
      HOST: "0.0.0.0",
      LOG_LEVEL: "loud",
      PUBLIC_URL: "javascript:alert(1)",
      WEBHOOK_URL: "https://example.org/hook",
      ALLOWED_USERS: "12, bob",
    });
    for (const name of ["PORT", "LOG_LEVEL", "PUBLIC_URL", "ALLOWED_USERS", "WEBHOOK_SECRET"])
      expect(problems.join("\n")).toContain(name);
    expect(problems.join("\n")).not.toContain("HOST");
  });

  it("never repeats the token or the database's password in a problem", () => {
    const problems = problemsOf({ BOT_TOKEN: "123 SECRET", DATABASE_URL: "mysql://u:SECRET@h/d" });
    expect(problems).toHaveLength(2);
    expect(problems.join("\n")).not.toContain("SECRET");
  });

  it.each(["/sourcier", "/?lang=fr", "/#top", "?", "/a/../b"])(
    "refuses a page's address that ends in %j: its links start at the root",
    (ending) => {
      expect(problemsOf({ PUBLIC_URL: `https://example.org${ending}` })).toEqual([
        expect.stringContaining("PUBLIC_URL must be"),
      ]);
    },
  );

  it.each(["https://example.org", "http://192.168.1.2:8080/"])("takes %s for the page", (url) => {
    expect(readConfig({ PUBLIC_URL: url }).publicUrl).toBe(url);
  });

  it("refuses a webhook that Telegram would not call, one without TLS", () => {
    const webhook = { WEBHOOK_URL: "http://example.org/hook", WEBHOOK_SECRET: "0123456789abcdef" };
    expect(problemsOf({ BOT_TOKEN: "1:test", ...webhook })).toEqual([
      expect.stringContaining("WEBHOOK_URL must be the https address"),
    ]);
  });

  it("chooses the webhook when an address and a secret are given, else polling", () => {
    const token = { BOT_TOKEN: "1:test" };
    expect(readConfig(token).telegram?.delivery).toEqual({ kind: "polling" });
    const webhook = { WEBHOOK_URL: "https://example.org/hook", WEBHOOK_SECRET: "0123456789abcdef" };
    expect(readConfig({ ...token, ...webhook }).telegram?.delivery).toEqual({
      kind: "webhook",
      url: "https://example.org/hook",
      secret: "0123456789abcdef",
    });
  });

  it.each(["README.md", ".env.example"])(
    "has each of its variables in %s, and no other",
    (file) => {
      const text = readFileSync(file, "utf8");
      const documented = file.endsWith("example")
        ? [...text.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]!)
        : VARIABLE_NAMES.filter((name) => text.includes(`\`${name}\``));
      expect(documented.toSorted()).toEqual(VARIABLE_NAMES.toSorted());
    },
  );
});
