import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const pages = [
  ...readdirSync(".").filter((name) => name.endsWith(".md")),
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

interface PackageFile {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const readPackage = (folder: string) =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageFile;
const packages = [".", "bench", "kernels"];

describe.each(pages)("%s", (page) => {
  const text = readFileSync(page, "utf8");

  it("links and shows only files that are there", () => {
    const targets = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((m) => m[1]!);
    expect(targets.filter((target) => !existsSync(join(dirname(page), target)))).toEqual([]);
  });

  it("names only npm scripts that exist", () => {
    const scripts = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map((match) => match[1]!);
    const known = packages.flatMap((folder) => Object.keys(readPackage(folder).scripts));
    expect(scripts.filter((script) => !known.includes(script))).toEqual([]);
  });

  it("names only files of src and test that are there", () => {
    const paths = [...text.matchAll(/`((?:src|test|docs|models)\/[\w./-]+\.\w+)`/g)];
    expect(paths.map((match) => match[1]!).filter((path) => !existsSync(path))).toEqual([]);
  });
});

describe.each(packages)("package.json of %s", (folder) => {
  it("pins every package to one version", () => {
    const { dependencies, devDependencies } = readPackage(folder);
    const versions = Object.entries({ ...dependencies, ...devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

describe.each(packages)("package-lock.json of %s", (folder) => {
  it("names no host to download from", () => {
    expect(readFileSync(join(folder, "package-lock.json"), "utf8")).not.toMatch(
      /"resolved": "https?:/,
    );
  });
});
