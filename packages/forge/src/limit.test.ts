import { describe, expect, it } from "vitest";
import { createLimit } from "./limit.ts";

describe("createLimit", () => {
  it("runs at most so many at once, in order, also when some fail", async () => {
    const limit = createLimit(2);
    const started: number[] = [];
    let busy = 0;
    let most = 0;
    const work = (index: number) =>
      limit(async () => {
        started.push(index);
        busy += 1;
        most = Math.max(most, busy);
        await new Promise((resolve) => setImmediate(resolve));
        busy -= 1;
        if (index % 3 === 0) throw new Error("no");
        return index;
      });
    const results = await Promise.allSettled([0, 1, 2, 3, 4, 5, 6].map(work));
    expect(most).toBe(2);
    expect(started).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(results.map((each) => each.status === "fulfilled")).toEqual([
      false,
      true,
      true,
      false,
      true,
      true,
      false,
    ]);
  });
});
