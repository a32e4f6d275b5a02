import { expect, it } from "vitest";
import { skippedLines } from "./skipped.mjs";

const test = (status, fullName) => ({ status, fullName });

it("tells what was left out and why, once for each reason", () => {
  const report = {
    testResults: [
      {
        name: "shells.test.ts",
        assertionResults: [
          test("passed", "bash a"),
          test("skipped", "fish a: NOT TESTED, fish IS NOT INSTALLED"),
          test("skipped", "fish b: NOT TESTED, fish IS NOT INSTALLED"),
          test("pending", "on an old Node"),
        ],
      },
      { name: "other.test.ts", assertionResults: [test("failed", "x")] },
    ],
  };
  expect(skippedLines(report)).toEqual([
    "2 skipped: shells.test.ts: NOT TESTED, fish IS NOT INSTALLED",
    "1 skipped: shells.test.ts: on an old Node",
  ]);
});
