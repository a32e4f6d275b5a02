import { describe, expect, it } from "vitest";
import { lawFailure } from "./laws.fixture.ts";
import { orderFailure, planLawFailure } from "./workplan-laws.fixture.ts";

const DOCUMENTS = 50_000;
const PLANS = DOCUMENTS / 20;

describe("every night", () => {
  it(`edits of ${DOCUMENTS} drawn documents keep every law`, () => {
    expect(lawFailure(DOCUMENTS)).toBeUndefined();
  });

  it(`edits of ${PLANS} drawn workplans keep every law`, () => {
    expect(planLawFailure(PLANS)).toBeUndefined();
  });

  it(`changes of ${PLANS} drawn workplans commute`, () => {
    expect(orderFailure(PLANS)).toBeUndefined();
  });
});
