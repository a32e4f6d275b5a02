import type { RetryPolicy } from "@coulomb-loop/proposals";
import { manualClock } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import { createPace } from "./pace.ts";
import { pauseStop, untilOpen } from "./pause.ts";

const start = Date.UTC(2026, 0, 5, 8);

/** A forge that is shut for a minute, and a policy that waits as far as it lets the clock go. */
function shut(mostMs: number) {
  const clock = manualClock(start);
  const pace = createPace({}, { perHour: 60, burst: 5 }, start, clock.now);
  pace.learn("hub", { kind: "retry_at", at: start + 60_000, message: "slow down", tooFast: "until" });
  const waits: number[] = [];
  const retry: RetryPolicy = {
    wait: async (tries, at) => {
      waits.push(tries);
      if (tries >= 5 || at - clock.now() > mostMs) return false;
      clock.advance(Math.min(at - clock.now(), 20_000));
      return true;
    },
  };
  return { clock, pace, retry, waits };
}

describe("a forge that wants a pause", () => {
  it("is waited for, as often as it takes", async () => {
    const { clock, pace, retry, waits } = shut(60_000);
    expect(await untilOpen(pace, retry, "hub")).toBeUndefined();
    expect(clock.now()).toBe(start + 60_000);
    expect(waits).toEqual([1, 2, 3]);
    expect(pauseStop(pace, "hub")).toBeUndefined();
  });

  it("is left alone where that takes too long, and it is said until when", async () => {
    const { clock, pace, retry } = shut(59_999);
    expect(await untilOpen(pace, retry, "hub")).toContain("2026-01-05T08:01:00.000Z");
    expect(clock.now()).toBe(start);
    expect(pauseStop(pace, "hub")).toMatchObject({
      code: "write_limit",
      hint: "run again after 2026-01-05T08:01:00.000Z",
    });
  });

  it("keeps no other forge waiting", async () => {
    const { pace, retry, waits } = shut(0);
    expect(await untilOpen(pace, retry, "other")).toBeUndefined();
    expect(pauseStop(pace, "other")).toBeUndefined();
    expect(waits).toEqual([]);
  });
});
