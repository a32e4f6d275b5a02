import { hasErrors } from "@coulomb-loop/schemas";
import type { SyncPlan } from "../plan/types.ts";
import type { SyncRun } from "./types.ts";

/** What the command ends with (S8); of several the first of 5, 4, 3, 2. */
export type SyncExitCode = 0 | 2 | 3 | 4 | 5;

/**
 * 0: in sync · 2: pushes or creates are due · 3: values of the hub wait for a merge · 4: a person has to act · 5: a saved
 * plan is stale. Of a plan: what would be due; a base that is to move while both sides are equal is in sync. Of a run:
 * what it left.
 */
export function exitCodeOf(ended: SyncRun | SyncPlan): SyncExitCode {
  return "outcome" in ended ? codeOfRun(ended) : codeOfPlan(ended);
}

function codeOfPlan({ items, edits, manual, findings, guard, asked }: SyncPlan): SyncExitCode {
  if (manual.length > 0 || guard !== undefined || hasErrors(findings)) return 4;
  if (edits.length > 0) return 3;
  const isDue = items.some((item) => item.do !== "task" || item.orphaned || Object.keys(item.set).length > 0);
  return isDue || asked.length > 0 ? 2 : 0;
}

function codeOfRun(run: SyncRun): SyncExitCode {
  if (run.outcome === "stale_plan") return 5;
  if (run.outcome === "people" || run.outcome === "refused" || hasErrors(run.findings)) return 4;
  if (run.outcome === "planned" || run.outcome === "busy") return codeOfPlan(run.plan);
  if (run.proposal?.kind === "open" || run.proposal?.kind === "waiting") return 3;
  return run.outcome === "unsettled" ? 2 : 0;
}
