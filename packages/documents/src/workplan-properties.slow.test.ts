import { describe, expect, it } from "vitest";
import { NIGHTLY_RUNS } from "./runs.fixture.ts";
import { orderFailure, planLawFailure } from "./workplan-laws.fixture.ts";

// As for documents; in a file of its own, so that it runs beside them.
const HOUR = 3_600_000;

describe(`${NIGHTLY_RUNS} drawn workplans`, () => {
  it("are never refused, and keep every law when they are edited", { timeout: HOUR }, () => {
    expect(planLawFailure(NIGHTLY_RUNS)).toBeUndefined();
  });

  it("are the same in whatever order their tasks are changed", { timeout: HOUR }, () => {
    expect(orderFailure(NIGHTLY_RUNS)).toBeUndefined();
  });
});
