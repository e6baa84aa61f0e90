import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface CitationJson {
  readonly articleId: string;
  readonly passage: string;
  readonly start: number;
  readonly end: number;
  readonly highlight: { readonly start: number; readonly end: number } | null;
}

interface AnswerJson {
  readonly id?: string;
  readonly kind: string;
  readonly confidence: string;
  readonly text: string;
  readonly citations: readonly CitationJson[];
}

const start = (args: readonly string[], nodeArgs: readonly string[] = []) =>
  spawn(process.execPath, ["--import", "tsx", ...nodeArgs, "src/cli.ts", ...args], {
    env: { ...process.env, BOT_TOKEN: "", LOG_LEVEL: "" },
  });

/** What a program says and how it ends, however long that takes. */
async function runOf(child: ChildProcessWithoutNullStreams): Promise<Run> {
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, stdout, stderr };
}

/** Runs the command line as a reader's shell would. */
async function sourcier(args: readonly string[], stdin = ""): Promise<Run> {
  const child = start(args);
  child.stdin.end(stdin);
  return await runOf(child);
}

describe("the command line, over the five articles", { timeout: 120_000 }, () => {
  let indexDir: string;
  let texts: ReadonlyMap<string, string>;
  beforeAll(async () => {
    indexDir = await mkdtemp(join(tmpdir(), "sourcier-cli-"));
    const { stdout } = await sourcier(["articles", "--json"]);
    const articles = JSON.parse(stdout) as { articleId: string; text: string }[];
    texts = new Map(articles.map(({ articleId, text }) => [articleId, text]));
    await sourcier(["ingest", "--index", indexDir]);
  }, 120_000);
  afterAll(async () => rm(indexDir, { recursive: true }));

  const index = () => ["--index", indexDir];

  it("answers 100 questions in one process, in order, each passage a slice of its article", async () => {
    const titles = [...texts.keys()];
    const questions = Array.from({ length: 100 }, (_, n) => ({
      id: `q${n}`,
      question: `${["De quoi parle", "Que dit", "Qui cite"][n % 3]!} l'article ${titles[n % 5]!} sur la Syrie, ${n} ?`,
    }));
    const lines = questions.map((question) => JSON.stringify(question)).join("\n");
    const { code, stdout, stderr } = await sourcier(["ask", "--jsonl", ...index()], lines);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const answers = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as AnswerJson);
    expect(answers.map(({ id }) => id)).toEqual(questions.map(({ id }) => id));
    for (const { citations } of answers)
      for (const { articleId, passage, start, end, highlight } of citations) {
        expect(passage).toBe(texts.get(articleId)!.slice(start, end));
        if (highlight === null) continue;
        expect(highlight.start).toBeGreaterThanOrEqual(start);
        expect(highlight.end).toBeLessThanOrEqual(end);
      }
  });

  it("stops without a word when nobody reads its answers any more, as before `head`", async () => {
    const child = start(["ask", "--jsonl", ...index()]);
    child.stdout.once("data", () => child.stdout.destroy());
    child.stdin.on("error", () => undefined); // it may have ended before it read all
    child.stdin.write(`${JSON.stringify({ question: "Qui a rencontré Lavrov ?" })}\n`.repeat(50));
    expect(await runOf(child)).toMatchObject({ code: 141, stderr: "" }); // with its input left open
  });

  it("never takes it for a success when nothing is left to wait for before the end", async () => {
    const unref = "data:text/javascript,process.stdin.unref()"; // so that its input does not keep it
    const child = start(["ask", "--jsonl", ...index()], ["--import", unref]);
    const { code, stderr } = await runOf(child);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: "sourcier: the program ended before its work was done\n",
    });
  });

  it.skipIf(!existsSync("/dev/full"))("says in one line that its output is full", async () => {
    const shell = "exec node --import tsx src/cli.ts articles > /dev/full";
    const { code, stderr } = await runOf(spawn("sh", ["-c", shell]));
    expect({ code, lines: stderr.trim().split("\n") }).toEqual({
      code: 1,
      lines: [expect.stringMatching(/^sourcier: The output cannot be written: ENOSPC/)],
    });
  });

  it("answers a question in words", async () => {
    const question = "Quelle frontière faut-il fermer selon Lavrov ?";
    const { code, stdout } = await sourcier(["ask", question, ...index()]);
    expect(code).toBe(0);
    expect(stdout).toContain("frontière");
    expect(stdout).toMatch(/francais\.rt\.com|Al-Ahed/);
  });

  it("refuses to answer what the articles do not say", async () => {
    const { stdout } = await sourcier(["ask", "--json", "Comment cuire un œuf ?", ...index()]);
    expect(JSON.parse(stdout)).toMatchObject({ kind: "no-answer", confidence: "none" });
  });

  it("lists who met whom, filtered by a name without its accents", async () => {
    const { stdout } = await sourcier(["encounters", "--json", "--person", "choigou", ...index()]);
    expect(JSON.parse(stdout)).toEqual([]);
    const lavrov = await sourcier(["encounters", "--person", "lavrov", ...index()]);
    expect(lavrov.stdout).toContain("Lavrov");
  });

  it("finds the index whole, says what a changed corpus lacks, and mends it", async () => {
    const corpus = await mkdtemp(join(tmpdir(), "sourcier-corpus-"));
    for (const articleId of texts.keys())
      await writeFile(join(corpus, `${articleId}.txt`), await readFile(`seeds/${articleId}.txt`));
    await writeFile(join(corpus, "sources.json"), await readFile("seeds/sources.json"));
    const before = await sourcier(["verify", "--corpus", corpus, ...index()]);
    expect(before).toMatchObject({ code: 0, stderr: "" });
    await writeFile(
      join(corpus, "nouveau.txt"),
      "Une baleine\n\nUne baleine bleue s'est échouée à Brest.",
    );
    const after = await sourcier(["verify", "--corpus", corpus, ...index()]);
    expect(after.code).toBe(1);
    expect(after.stdout).toMatch(/1 articles are missing.*ingest/);
    const ingest = await sourcier(["ingest", "--corpus", corpus, ...index()]);
    expect(ingest.stdout).toContain("1 added, 0 changed, 5 unchanged, 0 removed, 0 rejected");
    const asked = await sourcier([
      "ask",
      "--json",
      "Où la baleine s'est-elle échouée ?",
      "--corpus",
      corpus,
      ...index(),
    ]);
    expect((JSON.parse(asked.stdout) as AnswerJson).citations[0]?.articleId).toBe("nouveau");
    await rm(corpus, { recursive: true });
  });

  it("answers from an index that cannot be written, and says so; an ingest fails", async () => {
    const lock = join(indexDir, "update.lock");
    await writeFile(lock, ""); // where a folder is to be: refused to every user, root too
    await utimes(lock, 0, 0);
    const seeds = ["--corpus", "seeds", ...index()];
    const asked = await sourcier(["ask", "Qui a rencontré Lavrov ?", ...seeds]);
    expect(asked).toMatchObject({ code: 0, stdout: expect.stringContaining("Lavrov") as string });
    expect(asked.stderr).toMatch(/cannot be written.*The index is used as it is; --no-update/);
    const ingested = await sourcier(["ingest", ...seeds]);
    expect(ingested).toMatchObject({ code: 1, stdout: "" });
    expect(ingested.stderr).toMatch(/cannot be written/);
    expect(ingested.stderr).not.toMatch(/as it is/);
    await rm(lock);
  });

  it.each([
    ["an unknown command", ["frobnicate"]],
    ["an unknown option", ["ask", "--loud", "Qui ?"]],
    ["no question", ["ask"]],
    ["a count out of bounds", ["ask", "-k", "0", "Qui ?"]],
    ["an unknown language", ["ask", "--lang", "de", "Qui ?"]],
    ["a question beside those of standard input", ["ask", "--jsonl", "Qui ?"]],
    ["a corpus named twice", ["ingest", "--corpus", "seeds", "docs"]],
    ["a corpus that names nothing", ["ingest", "--corpus", ""]],
    ["an index that names nothing", ["ask", "Qui ?", "--index", " "]],
  ])("exits with 2 and one clear line for %s", async (_, args) => {
    const { code, stdout, stderr } = await sourcier([...args, ...index()]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr.trim().split("\n").length).toBeLessThanOrEqual(2);
  });

  it("exits with 1 and says what to do when the corpus is not there", async () => {
    const { code, stderr } = await sourcier(["ingest", "--corpus", "no-such-folder", ...index()]);
    expect(code).toBe(1);
    expect(stderr).toContain("no-such-folder");
  });

  it("tells everything with --help, on stdout", async () => {
    const { code, stdout } = await sourcier(["--help"]);
    expect(code).toBe(0);
    for (const command of ["ask", "ingest", "articles", "encounters", "eval", "bench", "verify"])
      expect(stdout).toContain(command);
  });
});
