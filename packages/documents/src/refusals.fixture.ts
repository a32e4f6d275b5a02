import * as fc from "fast-check";
import { type Case, draw, prepare } from "./drawn-edits.fixture.ts";
import { drawnDocument } from "./drawn-yaml.fixture.ts";
import { codesOf, valueAt } from "./laws.fixture.ts";
import { failureOf } from "./runs.fixture.ts";
import { isList, isMap } from "./yaml-value.ts";

/** Refusals that the edit brings upon itself: places that overlap, or that are not of the kind it takes them for. */
const ASKED = new Set(["edit_overlap", "yaml_collection", "yaml_path"]);

/** The code of a refusal that is not the edit's own fault. */
function refusalOf({ result }: Case): string | undefined {
  return codesOf(result).find((code) => !ASKED.has(code));
}

/** A removal of all there is in a map or list is refused in any file, tidy or not. */
function leavesNothing({ root, edits: [edit] }: Case): boolean {
  if (edit?.op !== "remove") return false;
  const parent = valueAt(root, edit.path.slice(0, -1));
  return (isMap(parent) && parent.size < 2) || (isList(parent) && parent.length < 2);
}

/** What is found when edits of so many tidy documents are refused for anything but what they ask. */
export function tidyFailure(runs: number): string | undefined {
  const property = fc.property(drawnDocument(true), draw, (bytes, drawn) => {
    const prepared = prepare(bytes, [drawn]);
    const code = prepared === undefined || leavesNothing(prepared) ? undefined : refusalOf(prepared);
    if (code !== undefined) throw new Error(JSON.stringify(prepared?.result));
  });
  return failureOf(property, runs);
}

/** How many edits of so many untidy documents are made or refused, and how many of them are refused. */
export function untidyRefusals(runs: number): {
  readonly edits: number;
  readonly share: number;
  readonly seed: number;
} {
  let edits = 0;
  let refused = 0;
  const property = fc.property(drawnDocument(false), draw, (bytes, drawn) => {
    const prepared = prepare(bytes, [drawn]);
    if (prepared === undefined || leavesNothing(prepared)) return;
    edits += 1;
    if (refusalOf(prepared) !== undefined) refused += 1;
  });
  const { seed } = fc.check(property, { numRuns: runs });
  return { edits, share: refused / edits, seed };
}
