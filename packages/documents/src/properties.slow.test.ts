import { describe, expect, it } from "vitest";
import { lawFailure } from "./laws.fixture.ts";
import { bytesFailure, piecesFailure, valueFailure } from "./reading-laws.fixture.ts";
import { tidyFailure, untidyRefusals } from "./refusals.fixture.ts";
import { NIGHTLY_RUNS } from "./runs.fixture.ts";

// Every night 50,000 of each; for a commit, where COULOMB_PROPERTY_SEED draws the same ones each time, fewer.
const HOUR = 3_600_000;

describe(`${NIGHTLY_RUNS} drawn documents`, () => {
  it.each<readonly [string, (runs: number) => string | undefined]>([
    ["edits keep every law", lawFailure],
    ["edits are not refused in tidy files, except for what they ask", tidyFailure],
    ["reading gives findings for any bytes", bytesFailure],
    ["reading gives findings for any pieces of YAML and Markdown", piecesFailure],
    ["reading gives the same value as the library for tidy documents", valueFailure],
  ])("%s", { timeout: HOUR }, (_, failure) => {
    expect(failure(NIGHTLY_RUNS)).toBeUndefined();
  });

  it("edits are refused in fewer than one of ten in untidy files", { timeout: HOUR }, () => {
    const { share, seed } = untidyRefusals(NIGHTLY_RUNS);
    expect(share, `of seed ${seed}`).toBeLessThan(0.1);
  });
});
