import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pasts, tellBoth } from "./walk-oracle.fixture.ts";

const seed =
  process.env.COULOMB_PROPERTY_SEED === undefined ? undefined : Number(process.env.COULOMB_PROPERTY_SEED);

describe("the walk", () => {
  it("is as many evaluations, over many histories", { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(pasts, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (past, chances) => {
        const { byWalk, byEvaluation } = tellBoth(past, chances);
        expect(byWalk).toEqual(byEvaluation);
      }),
      { numRuns: 300, ...(seed === undefined ? {} : { seed }) },
    );
  });
});
