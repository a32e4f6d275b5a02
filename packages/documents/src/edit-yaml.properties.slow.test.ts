import { describe, expect, it } from "vitest";
import { lawFailure } from "./laws.fixture.ts";
import { tidyFailure, untidyRefusals } from "./refusals.fixture.ts";
import { RUNS } from "./runs.fixture.ts";

/** A share needs more cases than a law before it says something. */
const COUNTED = RUNS * 3;

describe(`edits of ${RUNS} drawn documents`, () => {
  it("keep every law", () => {
    expect(lawFailure(RUNS)).toBeUndefined();
  });

  it("are not refused in tidy files, except for what they ask", () => {
    expect(tidyFailure(RUNS)).toBeUndefined();
  });

  it("are refused in fewer than one of ten in untidy files", () => {
    const { edits, share, seed } = untidyRefusals(COUNTED);
    expect(edits).toBeGreaterThan(COUNTED / 2);
    expect(share, `of seed ${seed}`).toBeLessThan(0.1);
  });
});
