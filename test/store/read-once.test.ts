import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readOnce, readOnceFor } from "../../src/store/read-once.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sourcier-read-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("reads a file again after a failure, and never again after a success", async () => {
  const path = join(folder, "facts");
  const read = readOnce(() => readFile(path, "utf8"));
  await expect(Promise.all([read(), read()])).rejects.toMatchObject({ code: "ENOENT" });
  await writeFile(path, "first");
  expect(await Promise.all([read(), read()])).toEqual(["first", "first"]);
  await rm(path);
  expect(await read()).toBe("first");
});

it("keeps what it read of each object apart", async () => {
  const read = readOnceFor(({ name }: { readonly name: string }) => readFile(join(folder, name)));
  const [one, other] = [{ name: "one" }, { name: "other" }];
  await writeFile(join(folder, "one"), "1");
  expect(String(await read(one))).toBe("1");
  await expect(read(other)).rejects.toMatchObject({ code: "ENOENT" });
  await writeFile(join(folder, "other"), "2");
  expect(String(await read(other))).toBe("2");
  expect(await read(one)).toBe(await read(one));
});
