import type { Finding, Validator } from "@coulomb-loop/schemas";
import { planEdits } from "./edit-plan.ts";
import { type Open, type Opened, openHost, proveSplices } from "./prove.ts";
import type { Edit, EditResult, Source, Splice } from "./types.ts";

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
  return editOpened(
    source,
    openHost((read) => read, edits, validate),
  );
}

/** Plans the edits of every part of a file, and proves them together. */
export function editOpened(source: Source, open: Open): EditResult {
  const before = open(source);
  if (Array.isArray(before)) return { status: "refused", findings: before };
  const splices = planParts(before);
  if ("findings" in splices) return { status: "refused", findings: splices.findings };
  if (splices.length === 0) return { status: "unchanged" };
  const proved = proveSplices(before, open, splices);
  if (Array.isArray(proved)) return { status: "refused", findings: proved };
  return { status: "edited", bytes: proved, splices };
}

/** The splices of all parts in the order of the file, or every reason why not. */
function planParts({ parts }: Opened): readonly Splice[] | { readonly findings: readonly Finding[] } {
  const plans = parts.map(({ host, tree, edits }) => planEdits(host, tree, edits));
  const findings = plans.flatMap((plan) => ("findings" in plan ? plan.findings : []));
  if (findings.length > 0) return { findings };
  return plans.flatMap((plan) => ("splices" in plan ? plan.splices : []));
}
