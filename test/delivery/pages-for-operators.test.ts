/** SECURITY.md and docs/operations.md name nothing that does not exist. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { VARIABLE_NAMES } from "../../src/config.ts";

const pages = ["SECURITY.md", "docs/operations.md"].map((path) => ({
  path,
  text: readFileSync(path, "utf8"),
}));

describe.each(pages)("$path", ({ text }) => {
  it("names only files that exist", () => {
    const named = text.matchAll(/(?:src|test|docs)\/[\w/.-]*\w/g);
    expect([...named].map(([path]) => path).filter((path) => !existsSync(path))).toEqual([]);
  });

  it("names only commands that there are", () => {
    const commands = [...text.matchAll(/sourcier -- (\w+)/g)].map(([, command]) => command!);
    const help = readFileSync("src/cli.ts", "utf8");
    expect(commands.filter((command) => !help.includes(`add("${command}`))).toEqual([]);
  });

  it("names only settings that there are", () => {
    const named = [...text.matchAll(/`([A-Z]+(?:_[A-Z]+)+)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !VARIABLE_NAMES.includes(name))).toEqual([]);
  });
});
