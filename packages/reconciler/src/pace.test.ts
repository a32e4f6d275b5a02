import { manualClock } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import { createPace, type Pace } from "./pace.ts";
import { isPace, type PaceRecord, textOfPace } from "./pace-record.ts";

const start = Date.UTC(2026, 0, 5, 8);
const [second, minute, hour] = [1000, 60_000, 3_600_000];
const limits = { perHour: 60, burst: 5 };
const tooFast = (at: number, how: "until" | "at_least") =>
  ({ kind: "retry_at", at, message: "slow down", tooFast: how }) as const;

/** Runs, one after the other, each of which reads what the one before wrote. */
function world(before: Readonly<Record<string, PaceRecord>> = {}) {
  const clock = manualClock(start);
  let pace = before;
  return {
    clock,
    run: <T>(work: (pace: Pace) => T): T => {
      const text = textOfPace(pace);
      const read: Record<string, unknown> = text === "" ? {} : JSON.parse(text);
      if (!isPace(read)) throw new Error(`not read: ${text}`);
      const one = createPace(read, limits, clock.now(), clock.now);
      const result = work(one);
      pace = one.records();
      return result;
    },
    records: () => pace,
  };
}

/** How many proposals can be opened at once. */
function openable(pace: Pace): number {
  let count = 0;
  while (count < 100 && pace.admit("hub") === undefined) count += 1;
  return count;
}

describe("the pace over runs", () => {
  it("opens a burst, and then so many an hour", () => {
    const { clock, run } = world();
    expect(run(openable)).toBe(5);
    clock.advance(2 * minute);
    expect(run(openable)).toBe(2);
  });

  it("makes no write before the time that a forge named, in whichever run", () => {
    const { clock, run } = world();
    const until = start + 90 * second;
    expect(run((pace) => pace.learn("hub", tooFast(until, "until")))).toBe(until);
    clock.advance(90 * second - 1);
    run((pace) => {
      expect(pace.shutUntil("hub")).toBe(until);
      expect(pace.shutUntil("other")).toBeUndefined();
      expect(pace.admit("hub")).toContain("2026-01-05T08:01:30.000Z");
      expect(pace.doneAt("hub", 1)).toBe(until);
      // Half of 60 an hour.
      expect(pace.doneAt("hub", 3)).toBe(until + 4 * minute);
    });
    clock.advance(1);
    expect(run((pace) => pace.shutUntil("hub"))).toBeUndefined();
    expect(run(openable)).toBe(1);
    clock.advance(2 * minute);
    expect(run(openable)).toBe(1);
  });

  it("doubles a pause that the forge leaves open, and halves the rate, each time anew", () => {
    const { clock, run } = world();
    const pauses: number[] = [];
    const waits: number[] = [];
    for (let count = 0; count < 8; count += 1) {
      const until = run((pace) => pace.learn("hub", tooFast(clock.now() + minute, "at_least")));
      pauses.push((until - clock.now()) / minute);
      clock.advance(until - clock.now());
      run((pace) => {
        expect(openable(pace)).toBe(1);
        waits.push((pace.doneAt("hub", 1) - clock.now()) / minute);
      });
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 32, 32]);
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 64, 64]);
  });

  it("takes the pause that is longer: its own, or the least that the forge told", () => {
    const { run } = world();
    expect(run((pace) => pace.learn("hub", tooFast(start + hour, "at_least")))).toBe(start + hour);
  });

  it("takes limits of writes that were under way together for one", () => {
    const { run, records } = world();
    run((pace) => {
      const until = pace.learn("hub", tooFast(start + minute, "at_least"));
      expect(pace.learn("hub", tooFast(start + minute, "at_least"))).toBe(until);
    });
    expect(records()["hub"]?.limit?.times).toBe(1);
  });

  it("gets back to its rate by an hour without a limit for each that came", () => {
    const { clock, run, records } = world();
    for (let count = 0; count < 2; count += 1) {
      const until = run((pace) => pace.learn("hub", tooFast(clock.now() + minute, "until")));
      clock.advance(until - clock.now());
    }
    const spacing = () =>
      run((pace) => {
        openable(pace);
        return (pace.doneAt("hub", 1) - clock.now()) / minute;
      });
    expect(spacing()).toBe(4);
    clock.advance(hour);
    expect(spacing()).toBe(2);
    clock.advance(hour);
    expect(spacing()).toBe(1);
    expect(records()["hub"]).not.toHaveProperty("limit");
    clock.advance(hour);
    expect(run(openable)).toBe(5);
  });

  it("learns nothing from what is put off for another reason", () => {
    const { run, records } = world();
    const later = { kind: "retry_at", at: start + hour, message: "no connection" } as const;
    expect(run((pace) => pace.learn("hub", later))).toBe(start + hour);
    expect(run((pace) => pace.shutUntil("hub"))).toBeUndefined();
    expect(records()).toEqual({});
  });

  it("keeps what was learned when a run ends before its time", () => {
    const clock = manualClock(start);
    const before = { hub: { tokens: 1, at: "2026-01-05T07:59:00.000Z", limit: lesson } };
    const pace = createPace(before, limits, start, clock.now);
    expect(pace.reserve(new Map([["hub", 3]]))["hub"]).toMatchObject({ tokens: 0, limit: lesson });
  });

  it("reads what earlier versions wrote, and refuses what nobody wrote", () => {
    expect(world({ hub: { tokens: 2, at: "2026-01-05T08:00:00.000Z" } }).run(openable)).toBe(2);
    for (const limit of [{ until: 1, times: 1 }, { until: "x" }, { until: "x", times: 0.5 }, []])
      expect(isPace({ hub: { tokens: 2, at: "2026-01-05T08:00:00.000Z", limit } })).toBe(false);
  });

  it("is not stopped by a time that cannot be read", () => {
    const limit = { until: "never", times: 1 };
    const { run } = world({ hub: { tokens: 2, at: "2026-01-05T08:00:00.000Z", limit } });
    expect(run((pace) => pace.shutUntil("hub"))).toBeUndefined();
    expect(run(openable)).toBe(2);
  });
});

const lesson = { until: "2026-01-05T07:58:00.000Z", times: 2 };
