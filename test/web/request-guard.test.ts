import { describe, expect, it } from "vitest";
import { createTestPage, TestBrowser } from "../support/test-page.ts";

const { page } = createTestPage();

describe("who may talk to the page", () => {
  it.each(["127.0.0.1:8080", "localhost:8080", "sourcier.localhost", "[::1]:8080", "192.168.1.20"])(
    "answers for %s",
    async (host) => {
      expect((await new TestBrowser(page, { host }).get("/healthz")).status).toBe(200);
    },
  );

  it.each(["evil.example", "127.0.0.1.evil.example:8080", "localhost.evil.example", "a@b", ""])(
    "does not answer for the foreign name %j (DNS rebinding)",
    async (host) => {
      expect((await new TestBrowser(page, { host }).get("/")).status).toBe(421);
    },
  );

  it("answers for the host of PUBLIC_URL, and lets Telegram's web client frame it", async () => {
    const open = createTestPage({ publicUrl: "https://sourcier.example/" }).page;
    const response = await new TestBrowser(open, { host: "sourcier.example" }).get("/");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-security-policy")).toContain(
      "frame-ancestors https://web.telegram.org",
    );
    expect(response.headers.get("x-frame-options")).toBeNull();
  });

  it.each([
    ["another site", { host: "localhost:8080", origin: "https://evil.example" }],
    ["another port", { host: "localhost:8080", origin: "http://localhost:9090" }],
    ["a sandbox", { host: "localhost:8080", origin: "null" }],
    ["another site, as the browser says", { host: "localhost", "sec-fetch-site": "cross-site" }],
    ["a sister site", { host: "localhost", "sec-fetch-site": "same-site" }],
  ])("refuses a message sent from %s", async (_, headers: Record<string, string>) => {
    const response = await new TestBrowser(page, headers).post("/api/messages", { text: "hi" });
    expect(response.status).toBe(403);
  });

  it("takes a message from its own page", async () => {
    const headers = {
      host: "localhost:8080",
      origin: "http://localhost:8080",
      "sec-fetch-site": "same-origin",
    };
    const response = await new TestBrowser(page, headers).post("/api/messages", { text: "hi" });
    expect(response.status).toBe(200);
  });

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "application/jsonx",
  ])("refuses %s, which a foreign form could send", async (type) => {
    const browser = new TestBrowser(page, { "content-type": type });
    expect((await browser.post("/api/messages", { text: "hi" })).status).toBe(415);
  });

  it("gives every answer a strict content security policy and its companions", async () => {
    for (const path of ["/", "/healthz", "/nowhere", "/assets/chat.js", "/encounters"]) {
      const { headers } = await page.request(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
    }
  });

  it("gives a session cookie that scripts and other sites cannot use", async () => {
    const cookie = (await page.request("/")).headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^sourcier_session=[\w-]{32};/);
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Strict");
  });

  it("gives a Mini App in a frame a cookie that exists in that frame alone", async () => {
    const open = createTestPage({ publicUrl: "https://sourcier.example" }).page;
    const headers = {
      host: "sourcier.example",
      "x-forwarded-proto": "https",
      "sec-fetch-dest": "iframe",
    };
    const cookie = (await open.request("/", { headers })).headers.get("set-cookie") ?? "";
    for (const word of ["HttpOnly", "Secure", "SameSite=None", "Partitioned"]) {
      expect(cookie).toContain(word);
    }
  });

  it("does not take up a session cookie that it cannot have given", async () => {
    const response = await page.request("/", { headers: { cookie: "sourcier_session=1" } });
    expect(response.headers.get("set-cookie")).toContain("sourcier_session=");
  });

  it.each([
    "/assets/../create-page.ts",
    "/assets/%2e%2e%2fcreate-page.ts",
    "/assets/tsconfig.json",
    "/api/files/x",
    "/.env",
  ])("has nothing at %s", async (path) => {
    expect((await page.request(path)).status).toBe(404);
  });
});
