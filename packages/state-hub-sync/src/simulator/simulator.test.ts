import { describe, expect, it } from "vitest";
import type { FieldRow } from "../plan/types.ts";
import { ablations } from "./ablations.fixture.ts";
import { directed } from "./directed.fixture.ts";
import { drawAround } from "./random.fixture.ts";
import { play } from "./schedule.fixture.ts";
import { report, search } from "./search.fixture.ts";
import { shrink } from "./shrink.fixture.ts";

const rows: readonly FieldRow[] = [
  "equal",
  "push",
  "propose",
  "copied",
  "local_lost",
  "remote_lost",
  "conflict",
  "manual",
];

/** The same in every run: what a commit is checked with is not up to chance. New seeds are for the slow tests. */
const seed = 1;

describe("2,000 schedules of people, merges, two clients and crashes", () => {
  it("lose no value, create no task twice, and come to rest", async () => {
    const found = await search(seed, 2000);
    report("as it is", seed, found);
    expect(found.first).toBeUndefined();
    // Fewer would say that the judge had little to judge.
    expect(found.tally.final).toBeGreaterThan(3000);
    expect(found.tally.superseded).toBeGreaterThan(2000);
    expect(found.tally.recorded).toBeGreaterThan(200);
    expect(found.tally.open).toBeGreaterThan(10);
    const outcomes = ["busy", "in_sync", "people", "written"];
    const calls = ["hub", "files", "versions", "lease", "sync", "propose", "release"];
    expect(outcomes.filter((each) => (found.outcomes.get(each) ?? 0) < 20)).toEqual([]);
    expect(calls.filter((each) => (found.faults.get(each) ?? 0) < 10)).toEqual([]);
    expect(rows.filter((each) => (found.rows.get(each) ?? 0) < 10)).toEqual([]);
    expect(found.mostQuietRuns).toBeLessThanOrEqual(5);
  });
});

describe("without one rule", () => {
  it.each(ablations.filter(({ isFrequent }) => isFrequent))(
    "a schedule fails: $name",
    async ({ name, flaws, shows }) => {
      const found = await search(seed, 1000, { flaws, shows, enough: 3 });
      report(name, seed, found);
      expect(found.failed).toBeGreaterThan(0);
    },
  );
});

describe("a schedule that was built", () => {
  it.each(directed)("fails without the rule: $name", async ({ flaws, moves }) => {
    const shows = ablations.find(({ flaws: each }) => JSON.stringify(each) === JSON.stringify(flaws))?.shows;
    const { broken } = await play(moves, flaws);
    expect(broken.filter((each) => shows?.test(each))).not.toEqual([]);
  });

  it.each(directed)("holds with it: $name", async ({ moves }) => {
    expect((await play(moves)).broken).toEqual([]);
  });

  it("holds, and most often fails without the rule, whatever else comes between", async () => {
    const counts = { failed: 0, played: 0 };
    for (const { flaws, moves } of directed)
      for (let number = 0; number < 60; number++) {
        const around = drawAround(moves, number);
        expect((await play(around)).broken).toEqual([]);
        counts.played += 1;
        if ((await play(around, flaws)).broken.length > 0) counts.failed += 1;
      }
    process.stdout.write(`simulator: ${counts.failed} of ${counts.played} around what was built fail\n`);
    expect(counts.failed).toBeGreaterThan(counts.played / 3);
  });

  it("exists for each rule that random schedules seldom need", () => {
    const seldom = ablations.filter(({ isFrequent }) => !isFrequent).map(({ flaws }) => flaws);
    const built = directed.map(({ flaws }) => flaws);
    expect(
      seldom.filter((each) => !built.some((other) => JSON.stringify(other) === JSON.stringify(each))),
    ).toEqual([]);
  });
});

describe("shrink", () => {
  it("leaves only moves without which a schedule does not fail", async () => {
    const left = await shrink([1, 2, 3, 4, 5, 6, 7, 8], (moves) =>
      Promise.resolve(moves.includes(3) && moves.includes(7)),
    );
    expect(left).toEqual([3, 7]);
  });
});
