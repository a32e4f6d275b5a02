import type { OpsDocuments } from "@coulomb-loop/cadence";
import type { RepoPlan } from "@coulomb-loop/schemas";
import type { BaseRecord } from "./state.ts";

/** What the guard looks at. */
export interface GuardInputs {
  readonly documents: OpsDocuments;
  readonly plans: readonly RepoPlan[];
  /** Repos of a loop that cannot be read now, by loop; a saved plan knows only which could not be read then. */
  readonly unknown: ReadonlyMap<string, number>;
  /** What earlier runs remembered. */
  readonly base: readonly BaseRecord[];
  /** Whether this run would write nothing for a plan: it is offered already, or people declined it. */
  readonly isOffered: (plan: RepoPlan) => boolean;
}

/** Percent of a loop that may leave in one run when coulomb.yaml says nothing. */
const defaultRemoval = 20;

/** Percent of a loop that may be unknown in a run that writes. */
const mostUnknown = 10;

/**
 * What makes a run too sweeping to go on without a word (page 03 R8): too many repos of a loop leave or have an agent
 * turned off, its roster is empty while repos are owned, or too many cannot be read. Only what this run would newly do
 * counts: what is offered or declined already was looked at. Answers one sentence for each; none: go on. One repo is
 * always allowed to leave, or to be unreadable, however small the loop is. Pure.
 */
export function massChanges({ documents, plans, unknown: unread, base, isOffered }: GuardInputs): string[] {
  const percent = documents.coulomb?.value.limits?.max_removal_percent ?? defaultRemoval;
  const loops = [...new Set([...plans.map(({ loop }) => loop), ...base.map(({ loop }) => loop)])].sort();
  return loops.flatMap((loop) => {
    const members = plans.filter((plan) => plan.loop === loop);
    const owned = base.filter((record) => record.loop === loop && Object.keys(record.values).length > 0);
    const running = new Set(members.filter(({ mode }) => mode === "run").map(({ repo_id }) => repo_id));
    const ownedIds = new Set(owned.map(({ repo_id }) => repo_id));
    // What left long ago makes no loop larger.
    const present = new Set([...running, ...ownedIds]);
    const size = present.size;
    // A file that the loop left for another in the same repo is no repo that leaves, nor is one that another loop runs.
    const forgotten = members.filter(
      ({ mode, repo_id, file }) =>
        mode === "release" &&
        ownedIds.has(repo_id) &&
        !running.has(repo_id) &&
        !plans.some((other) => other.mode === "run" && other.repo_id === repo_id && other.file === file),
    );
    const leaving = members.filter((plan) => isLeaving(plan) && !isOffered(plan)).length + forgotten.length;
    const unknown = unread.get(loop) ?? 0;
    const isEmpty = owned.length > 0 && running.size === 0;
    return [
      ...(leaving > allowed(size, percent)
        ? [
            `${leaving} of ${size} repos of ${loop} would leave or have agents turned off (max_removal_percent: ${percent})`,
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

/** Whether a proposal takes the loop out of a repo, or turns an agent off there. */
function isLeaving({ change, mode, paths }: RepoPlan): boolean {
  if (change === null) return false;
  const turnsOff = paths.some(
    ({ pointer, desired, live }) => pointer.endsWith("/enabled") && desired === false && live === true,
  );
  return mode === "prune" || mode === "disable" || turnsOff;
}
