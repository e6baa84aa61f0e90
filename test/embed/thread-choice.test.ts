import { describe, expect, it } from "vitest";
import { createThreadChoice } from "../../src/embed/thread-choice.ts";

describe("createThreadChoice()", () => {
  it("leaves a core beside a question, and takes all while many passages wait", () => {
    const threads = createThreadChoice(4);
    expect(threads.choose("question", 0)).toBe(3);
    expect(threads.choose("passage", 1)).toBe(3);
    expect(threads.choose("passage", 7)).toBe(4);
    expect(threads.isBulk).toBe(true);
  });

  it("does not change for a question in between, nor for the last passages", () => {
    const threads = createThreadChoice(2);
    expect(threads.choose("passage", 20)).toBe(2);
    expect(threads.choose("question", 20)).toBe(2);
    expect(threads.choose("passage", 0)).toBe(2);
    threads.endBulk();
    expect(threads.isBulk).toBe(false);
    expect(threads.choose("question", 0)).toBe(1);
  });

  it.each([
    { cores: 1, few: 1, all: 1 },
    { cores: 2, few: 1, all: 2 },
    { cores: 32, few: 4, all: 32 },
  ])("with $cores cores uses $few for a question", ({ cores, few, all }) => {
    const threads = createThreadChoice(cores);
    expect(threads.now).toBe(few);
    expect(threads.choose("passage", 99)).toBe(all);
  });
});
