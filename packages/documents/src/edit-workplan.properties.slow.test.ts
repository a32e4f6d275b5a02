import { describe, expect, it } from "vitest";
import { RUNS } from "./runs.fixture.ts";
import { planLawFailure } from "./workplan-laws.fixture.ts";

describe(`edits of ${RUNS} drawn workplans`, () => {
  it("are never refused, and keep every law", { timeout: 120_000 }, () => {
    expect(planLawFailure(RUNS)).toBeUndefined();
  });
});
