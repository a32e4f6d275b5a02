import type { RepoObservation } from "@coulomb-loop/forge";
import { declines, ownMarker } from "@coulomb-loop/proposals";
import type { RepoPlan } from "@coulomb-loop/schemas";
import { proposalsOf } from "./base.ts";
import type { DeclinedRecord } from "./state.ts";

/** What tells whether people declined a plan. */
export interface DeclinedInputs {
  readonly installation: string;
  readonly observations: ReadonlyMap<string, RepoObservation>;
}

/** Whether people declined what is planned for a repo. */
export function isDeclinedPlan(
  inputs: DeclinedInputs,
  declined: readonly DeclinedRecord[],
  { repo_id, key, change }: RepoPlan,
): boolean {
  if (change === null) return false;
  const subject = { installation: inputs.installation, key };
  return (
    declined.some((record) => record.repo_id === repo_id && record.key === key && record.change === change) ||
    proposalsOf(subject, inputs.observations.get(repo_id)).some((summary) =>
      declines({ summary, marker: ownMarker(subject, summary.body) }, change),
    )
  );
}

/** Whether what is planned for a repo stays declined: people closed it, and neither a label nor an open proposal offers it again. */
export function staysDeclined(
  inputs: DeclinedInputs,
  declined: readonly DeclinedRecord[],
  plan: RepoPlan,
): boolean {
  const subject = { installation: inputs.installation, key: plan.key };
  const isOffered = proposalsOf(subject, inputs.observations.get(plan.repo_id)).some(
    ({ state, body }) => state === "open" && ownMarker(subject, body)?.change === plan.change,
  );
  return !isOffered && isDeclinedPlan(inputs, declined, plan);
}
