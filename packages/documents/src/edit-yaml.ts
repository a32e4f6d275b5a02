import type { Validator } from "@coulomb-loop/schemas";
import { planEdits } from "./edit-plan.ts";
import { type OpenHost, openTree, proveSplices } from "./prove.ts";
import type { Edit, EditResult, Source } from "./types.ts";

/**
 * Edits a YAML file in place: finds each value, splices bytes, proves the result. All edits are made or none.
 *
 * `set` writes a single value over another, or adds it (with missing parents); `remove` takes a key or a list item
 * away; `append` adds to a list. What is there already is left as it is, whatever its spelling: then the result is
 * `unchanged`. With `validate`, an edit may not add a finding that the file did not have before.
 *
 * Refused, with the codes of docs/errors.md: everything that is not local or cannot be proved. Never throws, never
 * changes `source`; offsets of splices are bytes of the file, ascending.
 */
export function editYaml(source: Source, edits: readonly Edit[], validate?: Validator<unknown>): EditResult {
  return editHost(source, (read) => read, edits, validate);
}

/** The same for any part of a file that is YAML. */
export function editHost(
  source: Source,
  open: OpenHost,
  edits: readonly Edit[],
  validate: Validator<unknown> | undefined,
): EditResult {
  const before = openTree(source, open);
  if (Array.isArray(before)) return { status: "refused", findings: before };
  const plan = planEdits(before.host, before.tree, edits);
  if ("findings" in plan) return { status: "refused", findings: plan.findings };
  if (plan.splices.length === 0) return { status: "unchanged" };
  const proved = proveSplices(before, open, edits, plan.splices, validate);
  if (Array.isArray(proved)) return { status: "refused", findings: proved };
  return { status: "edited", bytes: proved, splices: plan.splices };
}
