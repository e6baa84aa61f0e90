import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** The way of the data: a folder imports only from folders to its left, and from the files named here. */
const WAY = [
  "corpus",
  "clean",
  "passages",
  "terms",
  "encounters",
  "embed",
  "store",
  "ingest",
  "search",
  "answer",
  "reply",
  "bot",
  "delivery",
  "pictures",
  "web",
  "terminal",
  "eval",
  "commands",
];

/** Files of `src` itself: the first may be imported by every folder, the others compose. */
const FOR_EVERYBODY = ["errors.ts", "logger.ts"];
const COMPOSERS = ["main.ts", "run-bot.ts", "cli.ts", "read-environment.ts"];

/** Packages that speak in types all over the bot and the schemas, instead of doing one job in one file. */
const SPOKEN_PACKAGES = ["grammy", "zod", "hono"];

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => {
    const text = readFileSync(join("src", path), "utf8");
    const found = text.matchAll(/^(?:import|export)\b[^;]*?\bfrom "([^"]+)"/gms);
    const bare = text.matchAll(/^import "([^"]+)"/gm);
    return { path, text, imports: [...found, ...bare].map((match) => match[1]!) };
  });

const folderOf = (path: string) => (path.includes("/") ? path.split("/")[0]! : "");

function offences(check: (file: SourceFile) => readonly string[]): string[] {
  return files.flatMap((file) => check(file).map((offence) => `${file.path}: ${offence}`));
}

describe("the tree of src", () => {
  it("lets data flow one way: imports point back along it", () => {
    const wrongWay = offences(({ path, imports }) => {
      const place = WAY.indexOf(folderOf(path));
      if (place === -1) return [];
      return imports
        .filter((target) => target.startsWith("."))
        .map((target) => join(path, "..", target))
        .filter((target) => {
          if (!target.includes("/"))
            return (
              place < WAY.indexOf("commands") &&
              !FOR_EVERYBODY.includes(target) &&
              target !== "config.ts"
            );
          return WAY.indexOf(folderOf(target)) > place;
        });
    });
    expect(wrongWay).toEqual([]);
  });

  it("has no folder that the way of the data does not name", () => {
    const folders = new Set(files.map(({ path }) => folderOf(path)).filter(Boolean));
    expect([...folders].filter((folder) => !WAY.includes(folder))).toEqual([]);
  });

  it("imports each package in one file, so that it can be replaced there", () => {
    const importers = new Map<string, Set<string>>();
    for (const { path, imports } of files) {
      for (const target of imports.filter((name) => !/^(?:\.|node:)/.test(name))) {
        const name = target
          .split("/")
          .slice(0, target.startsWith("@") ? 2 : 1)
          .join("/");
        if (SPOKEN_PACKAGES.includes(name)) continue;
        importers.set(name, (importers.get(name) ?? new Set()).add(path));
      }
    }
    const shared = [...importers].filter(([, paths]) => paths.size > 1);
    expect(shared.map(([name, paths]) => `${name}: ${[...paths].join(", ")}`)).toEqual([]);
  });

  it("declares every package it imports, and imports every package it declares", () => {
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
      dependencies: Record<string, string>;
    };
    const everything = files.map(({ text }) => text).join("\n");
    const unused = Object.keys(dependencies).filter((name) => !everything.includes(`"${name}`));
    // tsx runs the sources themselves: package.json's scripts name it.
    expect(unused.filter((name) => name !== "tsx")).toEqual([]);
  });

  it("touches the process only where it is composed, and never writes to the console elsewhere", () => {
    expect(
      offences(({ path, text }) => {
        if (COMPOSERS.includes(path)) return [];
        return ["process.env", "process.argv", "process.exit", "console."].filter((use) =>
          text.includes(use),
        );
      }),
    ).toEqual([]);
  });

  it("keeps files readable: at most 350 lines, tables apart", () => {
    const tooLong = offences(({ path, text }) => {
      const lines = text.split("\n").length;
      const isTable =
        /(?:texts|rules|names|capitals|equivalents|countries)[^/]*\.ts$|\/(?:texts|synonyms)\//.test(
          path,
        );
      return lines > 350 && !isTable ? [`${lines} lines`] : [];
    });
    expect(tooLong).toEqual([]);
  });

  it("has no barrel and no drawer for odds and ends", () => {
    const names = files.map(({ path }) => path.split("/").at(-1)!);
    expect(
      names.filter((name) => /^(?:index|utils?|helpers?|common|types|misc)\.ts$/.test(name)),
    ).toEqual([]);
  });

  it("gives each folder a heading in ARCHITECTURE.md", () => {
    const architecture = readFileSync("ARCHITECTURE.md", "utf8");
    const missing = WAY.filter((folder) => !architecture.includes(`\n### ${folder}/`));
    expect(missing).toEqual([]);
  });
});
