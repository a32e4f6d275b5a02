import { canonicalJson } from "@coulomb-loop/schemas/digest";
import type { Finding } from "@coulomb-loop/schemas";
import type { HubDecision, LocalDecision } from "../model.ts";
import type { SyncItem } from "./types.ts";

/** Plans one decision: it goes one way, to the hub, and an accepted one may only become superseded. */
export function planDecision(
  { file, key, values, places }: LocalDecision,
  found: HubDecision | undefined,
): SyncItem | Finding | undefined {
  if (found === undefined) return { do: "decision", key, rev: null, values };
  if (canonicalJson(values) === canonicalJson(found.values)) return undefined;
  const { status } = found.values;
  const isFrozen = status === "superseded" || (status === "accepted" && !isSuperseding(values, found.values));
  if (isFrozen)
    return {
      code: "decision_immutable",
      severity: "error",
      message: `${key} is ${status} in the hub and differs in the file; expected no change${status === "accepted" ? " but status: superseded" : ""}`,
      hint: "restore the file, and write a new decision that supersedes it",
      file,
      ...placeOfChange(values, found.values, places),
    };
  return { do: "decision", key, rev: found.rev, values };
}

function isSuperseding(after: HubDecision["values"], before: HubDecision["values"]): boolean {
  return canonicalJson(after) === canonicalJson({ ...before, status: "superseded" });
}

/** The first field that may not differ and does; of one that was taken away nothing is left to point at but the file. */
function placeOfChange(
  after: LocalDecision["values"],
  before: HubDecision["values"],
  places: LocalDecision["places"],
) {
  const isChanged = (field: string) =>
    canonicalJson(after[field] ?? null) !== canonicalJson(before[field] ?? null);
  const changed = Object.keys(after).filter(isChanged);
  const field = changed.find((each) => each !== "status" || after[each] !== "superseded") ?? changed[0];
  return (field === undefined ? undefined : places[field]) ?? { line: 1, column: 1 };
}
