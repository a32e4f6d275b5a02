import { describe, expect, it } from "vitest";
import { bytesFailure, piecesFailure, valueFailure } from "./reading-laws.fixture.ts";
import { RUNS } from "./runs.fixture.ts";

describe(`reading ${RUNS} drawn files`, () => {
  it("gives findings for any bytes", () => {
    expect(bytesFailure(RUNS)).toBeUndefined();
  });

  it("gives findings for any pieces of YAML and Markdown", () => {
    expect(piecesFailure(RUNS)).toBeUndefined();
  });

  it("gives the same value as the library for tidy documents", () => {
    expect(valueFailure(RUNS)).toBeUndefined();
  });
});
