import { describe, expect, it } from "vitest";
import { RUNS } from "./runs.fixture.ts";
import { orderFailure, planLawFailure } from "./workplan-laws.fixture.ts";

/** A workplan costs more than a YAML file. */
const PLANS = Math.ceil(RUNS / 10);

describe(`edits of ${PLANS} drawn workplans`, () => {
  it("are never refused, and keep every law", () => {
    expect(planLawFailure(PLANS)).toBeUndefined();
  });

  it("of different tasks commute", () => {
    expect(orderFailure(PLANS)).toBeUndefined();
  });
});
