import { describe, expect, it } from "vitest";
import { type StreakCycle, streakOf } from "./streak.ts";
import type { Result } from "./verdict.ts";

const results: Readonly<Record<string, Result>> = {
  S: "success",
  F: "failure",
  I: "inconclusive",
  P: "pending",
  X: "success",
};

/** A cycle for each letter, named by its place; `X` is left out. */
function cycles(letters: string, seqs: readonly (number | undefined)[] = []): StreakCycle[] {
  return letters.split("").map((letter, index) => ({
    id: String(index),
    anchor: index,
    seq: seqs.length === 0 ? index + 7 : seqs[index],
    result: results[letter] ?? "pending",
    decidedAt: index,
    leftOut: letter === "X" ? "other files" : undefined,
  }));
}

describe("streakOf", () => {
  it.each([
    ["", "", ""],
    ["S", "0", ""],
    ["SS", "0 1", ""],
    ["SSS", "0 1 2", ""],
    ["SSF", "", "result 2"],
    ["SSI", "", "result 2"],
    ["FSS", "1 2", "result 0"],
    ["ISS", "1 2", "result 0"],
    ["SFSIS", "4", "result 3"],
    ["SSP", "0 1", ""],
    ["SPS", "0", ""],
    ["PSS", "", ""],
    ["SPPS", "0", ""],
    ["SPFS", "3", "result 2"],
    ["SPXS", "3", "left_out 2"],
    ["FPS", "", "result 0"],
    ["SXS", "2", "left_out 1"],
    ["SSX", "", "left_out 2"],
  ])("of %s counts %s, broken by %s", (letters, counted, broken) => {
    const { length, cycles: ids, brokenBy } = streakOf(cycles(letters));
    expect([ids.join(" "), brokenBy === undefined ? "" : `${brokenBy.kind} ${brokenBy.cycle}`]).toEqual([
      counted,
      broken,
    ]);
    expect(length).toBe(ids.length);
  });

  it.each<[string, (number | undefined)[], string, string]>([
    ["SS", [4, 5], "0 1", ""],
    ["SS", [4, 6], "1", "gap 1"],
    ["SS", [4, 4], "1", "gap 1"],
    ["SSSS", [4, 5, 7, 8], "2 3", "gap 2"],
    ["SF", [4, 6], "", "result 1"],
    ["FS", [4, 6], "1", "result 0"],
    ["SPS", [4, 5, 7], "2", "gap 2"],
    ["PS", [4, 6], "1", "gap 1"],
    ["PS", [4, 5], "", ""],
    ["SS", [undefined, 5], "1", "gap 1"],
    ["SS", [undefined, 1], "1", "gap 1"],
    ["SS", [5, undefined], "1", "gap 1"],
    ["SS", [undefined, undefined], "1", "gap 1"],
  ])("of %s with the numbers %j counts %s, broken by %s", (letters, seqs, counted, broken) => {
    const { cycles: ids, brokenBy } = streakOf(cycles(letters, seqs));
    expect([ids.join(" "), brokenBy === undefined ? "" : `${brokenBy.kind} ${brokenBy.cycle}`]).toEqual([
      counted,
      broken,
    ]);
  });

  it.each([
    ["", undefined, undefined],
    ["P", undefined, undefined],
    ["SSP", "1", "1"],
    ["SPS", "2", "0"],
    ["SF", "1", undefined],
    ["SX", undefined, undefined],
    ["SXP", undefined, undefined],
    ["SXS", "2", "2"],
  ])("of %s names %s as the newest that is decided, and %s as its last", (letters, newest, last) => {
    const streak = streakOf(cycles(letters));
    expect([streak.newest?.id, streak.last?.id]).toEqual([newest, last]);
  });
});
