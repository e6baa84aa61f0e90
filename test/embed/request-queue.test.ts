import { describe, expect, it } from "vitest";
import { RequestQueue } from "../../src/embed/request-queue.ts";

describe("RequestQueue", () => {
  it("hands out questions first, each kind in the order it came", () => {
    const queue = new RequestQueue<string>();
    queue.add("passage", "p1");
    queue.add("question", "q1");
    queue.add("passage", "p2");
    queue.add("question", "q2");
    expect([queue.next(), queue.next(), queue.next()]).toEqual(["q1", "q2", "p1"]);
    expect(queue.drain()).toEqual(["p2"]);
    expect(queue.next()).toBeUndefined();
  });
});
