import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Case, draw, prepare } from "./drawn-edits.fixture.ts";
import { drawnDocument } from "./drawn-yaml.fixture.ts";
import { codesOf, lawFailure, valueAt } from "./laws.fixture.ts";
import { failureOf, RUNS } from "./runs.fixture.ts";
import { isList, isMap } from "./yaml-value.ts";

/** Refusals that the edit brings upon itself: places that overlap, or that are not of the kind it takes them for. */
const ASKED = new Set(["edit_overlap", "yaml_collection", "yaml_path"]);

/** A removal of all there is in a map or list is refused in any file, tidy or not. */
function leavesNothing({ root, edits: [edit] }: Case): boolean {
  if (edit?.op !== "remove") return false;
  const parent = valueAt(root, edit.path.slice(0, -1));
  return (isMap(parent) && parent.size < 2) || (isList(parent) && parent.length < 2);
}

describe(`edits of ${RUNS} drawn documents`, () => {
  it("keep every law", () => {
    expect(lawFailure(RUNS)).toBeUndefined();
  });

  it("are not refused in tidy files, except for what they ask", () => {
    const property = fc.property(drawnDocument(true), draw, (bytes, drawn) => {
      const prepared = prepare(bytes, [drawn]);
      // An entry that shares its line cannot be removed, and the first one of a list item always does.
      if (prepared === undefined || prepared.edits[0]?.op === "remove") return;
      expect(codesOf(prepared.result).filter((code) => !ASKED.has(code))).toEqual([]);
    });
    expect(failureOf(property)).toBeUndefined();
  });

  it("are refused in fewer than one of ten in untidy files", () => {
    let edits = 0;
    const refusals: string[] = [];
    const property = fc.property(drawnDocument(false), draw, (bytes, drawn) => {
      const prepared = prepare(bytes, [drawn]);
      if (prepared === undefined || leavesNothing(prepared)) return;
      edits += 1;
      const code = codesOf(prepared.result).find((found) => !ASKED.has(found));
      if (code !== undefined) refusals.push(code);
    });
    expect(failureOf(property)).toBeUndefined();
    expect(edits).toBeGreaterThan(RUNS / 2);
    expect(refusals.length / edits).toBeLessThan(0.1);
  });
});
