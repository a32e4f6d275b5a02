import { describe, expect, it } from "vitest";
import { onStage, startFiles, valueOfWrite } from "./contract/harness.ts";
import { countingForge, faultAt, faultyForge, readOnlyForge, SimulatedCrash } from "./forge-wrappers.ts";
import { gitHarness } from "./git-harness.ts";
import { manualClock } from "./manual-clock.ts";

const branch = "coulomb/pilot/schedule";
const onBare = (test: Parameters<typeof onStage>[1]) => onStage(() => gitHarness("bare", startFiles), test);

describe("countingForge", () => {
  it(
    "counts each call and keeps the writes in order",
    onBare(async ({ forge, repo, write }) => {
      const counting = countingForge(forge);
      const plan = await write();
      const head = valueOfWrite(await counting.advanceBranch(plan));
      await counting.deleteBranch({ repo, branch }, head);
      await counting.check();
      expect(counting.counts).toMatchObject({ advanceBranch: 1, deleteBranch: 1, check: 1, observe: 0 });
      expect(counting.writes).toEqual([
        { method: "advanceBranch", args: [plan] },
        { method: "deleteBranch", args: [{ repo, branch }, head] },
      ]);
      counting.reset();
      expect(counting.writes).toEqual([]);
      expect(counting.counts.advanceBranch).toBe(0);
    }),
  );
});

describe("faultyForge", () => {
  it(
    "crashes before a write, or after it",
    onBare(async ({ forge, write, person }) => {
      const plan = await write();
      const before = faultyForge(forge, faultAt(1, { kind: "crash_before" }));
      await expect(before.advanceBranch(plan)).rejects.toThrow(SimulatedCrash);
      expect(await person.head(branch)).toBeNull();
      const after = faultyForge(forge, faultAt(1, { kind: "crash_after" }));
      await expect(after.advanceBranch(plan)).rejects.toThrow(SimulatedCrash);
      expect(await person.head(branch)).not.toBeNull();
    }),
  );

  it(
    "answers what the plan says, with or without making the write, and lets others act first",
    onBare(async ({ forge, write, person }) => {
      const plan = await write();
      const result = { kind: "unclear", message: "cut off" } as const;
      const faulty = faultyForge(forge, (_call, index) => {
        if (index === 1) return { kind: "answer", result };
        if (index === 2) return { kind: "answer_after", result };
        return { kind: "meanwhile", act: () => person.deleteBranch(branch) };
      });
      expect(await faulty.advanceBranch(plan)).toBe(result);
      expect(await person.head(branch)).toBeNull();
      expect(await faulty.advanceBranch(plan)).toBe(result);
      const head = await person.head(branch);
      expect(head).not.toBeNull();
      expect(await faulty.advanceBranch({ ...plan, expected: head })).toEqual({ kind: "lost_race" });
    }),
  );
});

describe("readOnlyForge", () => {
  it(
    "reads, and throws at a write",
    onBare(async ({ forge, write }) => {
      const plan = await write();
      const reading = readOnlyForge(forge);
      expect((await reading.check()).kind).toBe("known");
      expect(() => reading.advanceBranch(plan)).toThrow("advanceBranch");
    }),
  );
});

describe("manualClock", () => {
  it("stands still until it is moved, both ways", () => {
    const clock = manualClock("2026-01-05T09:00:00Z");
    expect(clock.now()).toBe(Date.UTC(2026, 0, 5, 9));
    clock.advance(-1000);
    expect(clock.now()).toBe(Date.UTC(2026, 0, 5, 8, 59, 59));
    clock.set("2027-01-01T00:00:00Z");
    expect(clock.now()).toBe(Date.UTC(2027, 0, 1));
    expect(() => clock.set("soon")).toThrow(RangeError);
  });
});
