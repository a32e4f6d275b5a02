import { describe, expect, it } from "vitest";
import { manualClock } from "../manual-clock.ts";
import { createLimits } from "./limits.ts";

describe("limits", () => {
  it("run out, and are full again after an hour from the first use", () => {
    const clock = manualClock();
    const limits = createLimits(clock.now);
    expect(limits.spend("pat", "core", 3, 2)).toBe(true);
    clock.advance(3_599_000);
    expect(limits.spend("pat", "core", 3, 2)).toBe(false);
    expect(limits.peek("pat", "core", 3)).toMatchObject({ remaining: 0, reset: clock.now() / 1000 + 1 });
    expect(limits.peek("pat", "graphql", 3).remaining).toBe(3);
    expect(limits.peek("kim", "core", 3).remaining).toBe(3);
    clock.advance(1_000);
    expect(limits.spend("pat", "core", 3, 3)).toBe(true);
  });

  it("let so many creations pass in any minute", () => {
    const clock = manualClock();
    const limits = createLimits(clock.now);
    expect([limits.create("pat", 2), limits.create("pat", 2), limits.create("pat", 2)]).toEqual([
      true,
      true,
      false,
    ]);
    clock.advance(60_000);
    expect(limits.create("pat", 2)).toBe(true);
  });
});
