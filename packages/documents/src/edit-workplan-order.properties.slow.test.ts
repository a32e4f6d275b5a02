import { describe, expect, it } from "vitest";
import { RUNS } from "./runs.fixture.ts";
import { orderFailure } from "./workplan-laws.fixture.ts";

// A file of its own, so that it runs beside the other laws of workplans.
describe(`changes of different tasks in ${RUNS} drawn workplans`, () => {
  it("commute", { timeout: 120_000 }, () => {
    expect(orderFailure(RUNS)).toBeUndefined();
  });
});
