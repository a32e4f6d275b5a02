import { describe, expect, it } from "vitest";
import { type Gate, gate, gateKeys, leadingGate, shortName } from "./gate.ts";

it.each([
  ["local/coulomb/kaizen-agentic", "kaizen-agentic"],
  ["kaizen-agentic", "kaizen-agentic"],
  ["", ""],
])("shortName of %j is %j", (repo, expected) => {
  expect(shortName(repo)).toBe(expected);
});

it("keeps the order of page 07", () => {
  expect(gateKeys).toEqual([
    "not-suspended",
    "not-held",
    "definitions-ready",
    "schedule-valid",
    "in-sync",
    "soak",
    "wave",
    "diff-scope",
    "approval",
    "window",
  ]);
});

const letters = new Map<string, Gate["result"]>([
  ["p", "pending"],
  ["i", "inconclusive"],
  ["f", "failure"],
]);

/** Gates by a letter each; a capital does not count. */
function gatesBy(results: string): readonly Gate[] {
  return results.split("").map((letter, at) => {
    const result = letters.get(letter.toLowerCase()) ?? "success";
    return { ...gate(`${letter}${at}`, result, ""), enforced: letter === letter.toLowerCase() };
  });
}

describe("leadingGate", () => {
  it.each([
    ["", undefined],
    ["sss", undefined],
    ["sps", "p1"],
    ["spp", "p1"],
    ["pi", "i1"],
    ["ipf", "f2"],
    ["fif", "f0"],
    // What is only shown leads nothing.
    ["FIP", undefined],
    ["FpI", "p1"],
  ])("of %j is %j", (results, expected) => {
    expect(leadingGate(gatesBy(results))?.key).toBe(expected);
  });
});
