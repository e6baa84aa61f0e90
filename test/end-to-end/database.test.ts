import { spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPgliteServer, type PgliteServer } from "../support/pglite-server.ts";

describe("the command line with DATABASE_URL", { timeout: 120_000 }, () => {
  let server: PgliteServer;
  beforeAll(async () => {
    server = await startPgliteServer();
  }, 120_000);
  afterAll(async () => server.close());

  const sourcier = async (...args: string[]) => {
    const child = spawn(process.execPath, ["--import", "tsx", "src/cli.ts", ...args], {
      env: { ...process.env, DATABASE_URL: server.url, SEEDS_DIR: "seeds", LOG_LEVEL: "" },
    });
    let stdout = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
    return { code, stdout };
  };

  it("keeps the index in PostgreSQL: builds it, answers from it, finds it whole", async () => {
    const asked = await sourcier("ask", "Qui Lavrov a-t-il rencontré à Belgrade ?");
    expect(asked.code).toBe(0);
    expect(asked.stdout).toContain("Cavusoglu");
    const verified = await sourcier("verify");
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.stdout).toContain("all as in the corpus");
  });
});
