import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pasts, tellBoth } from "./walk-oracle.fixture.ts";

describe("the walk", () => {
  it("decides at every instant what an evaluation of what was known then decides, and nothing in between", () => {
    fc.assert(
      fc.property(pasts, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (past, chances) => {
        const { byWalk, byEvaluation } = tellBoth(past, chances);
        expect(byWalk).toEqual(byEvaluation);
      }),
      { numRuns: 40 },
    );
  });
});
