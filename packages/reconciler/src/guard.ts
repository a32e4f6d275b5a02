import type { OpsDocuments } from "@coulomb-loop/cadence";
import type { RepoPlan } from "@coulomb-loop/schemas";
import type { BaseRecord } from "./state.ts";

/** What the guard looks at. */
export interface GuardInputs {
  readonly documents: OpsDocuments;
  readonly plans: readonly RepoPlan[];
  /** What earlier runs remembered. */
  readonly base: readonly BaseRecord[];
}

/** Percent of a loop that may leave in one run when coulomb.yaml says nothing. */
const defaultRemoval = 20;

/** Percent of a loop that may be unknown in a run that writes. */
const mostUnknown = 10;

/**
 * What makes a run too sweeping to go on without a word (page 03 R8): too many repos of a loop leave or are disabled,
 * its roster is empty while repos are owned, or too many cannot be read. Answers one sentence for each; none: go on.
 * One repo is always allowed to leave, or to be unreadable, however small the loop is. Pure.
 */
export function massChanges({ documents, plans, base }: GuardInputs): string[] {
  const percent = documents.coulomb?.value.limits?.max_removal_percent ?? defaultRemoval;
  const loops = [...new Set([...plans.map(({ loop }) => loop), ...base.map(({ loop }) => loop)])].sort();
  return loops.flatMap((loop) => {
    const members = plans.filter((plan) => plan.loop === loop);
    const owned = base.filter((record) => record.loop === loop && Object.keys(record.values).length > 0);
    const size = Math.max(members.length, owned.length);
    const leaving = members.filter(isLeaving).length;
    const unknown = members.filter((plan) => plan.class === "unknown").length;
    const isEmpty = owned.length > 0 && !members.some((plan) => plan.mode === "run");
    return [
      ...(leaving > allowed(size, percent)
        ? [
            `${leaving} of ${size} repos of ${loop} would leave or be disabled (max_removal_percent: ${percent})`,
          ]
        : []),
      ...(isEmpty && leaving > 0 ? [`the roster of ${loop} has no active repo left`] : []),
      ...(unknown > allowed(size, mostUnknown)
        ? [`${unknown} of ${size} repos of ${loop} cannot be read (more than ${mostUnknown} %)`]
        : []),
    ];
  });
}

function allowed(size: number, percent: number): number {
  return Math.max(1, Math.floor((size * percent) / 100));
}

/** Whether a proposal of this run takes the loop out of a repo. */
function isLeaving(plan: RepoPlan): boolean {
  return plan.change !== null && (plan.mode === "prune" || plan.mode === "disable");
}
