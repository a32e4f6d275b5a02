import type { Observed, ProposalSummary } from "@coulomb-loop/forge";
import { branchName } from "@coulomb-loop/proposals";
import type { Prospect, RepoResult, Transitions } from "@coulomb-loop/reconciler";
import { conditionsOf, endingOverrides, healthOf } from "@coulomb-loop/reconciler";
import type { RepoPlan, RunReport } from "@coulomb-loop/schemas";

/** What a report says of one repo. */
type RepoReport = RunReport["repos"][number];

/** One repo of a run or of a status, with its conditions. */
export function repoReport(seen: Prospect, result: RepoResult): RepoReport {
  const { plan, outcome, message, writes, number, url } = result;
  const changedAt = plan.last_change?.at;
  const isOff = plan.class === "drift" || plan.class === "conflict";
  return {
    repo_id: plan.repo_id,
    loop: plan.loop,
    phase: plan.phase,
    wave: plan.wave,
    class: plan.class,
    reason: plan.reason,
    health: healthOf(result),
    conditions: conditionsOf(result, transitionsOf(seen, plan)),
    outcome,
    message: message === "" ? plan.reason : message,
    writes: [...writes],
    ...(number === undefined ? {} : { number }),
    ...(url === undefined ? {} : { url }),
    source: plan.source,
    paths: plan.paths
      .filter((path) => path.class !== "in_sync")
      .map(({ pointer, class: found, reason, desired, live, base, source }) => ({
        pointer,
        class: found,
        reason,
        ...(desired === undefined ? {} : { desired }),
        ...(live === undefined ? {} : { live }),
        ...(base === undefined ? {} : { base }),
        source,
      })),
    ...(plan.overrides.length === 0
      ? {}
      : {
          overrides: plan.overrides.map(({ pointer, state, expires_at }) => ({
            path: pointer,
            state,
            expires_at,
          })),
        }),
    ...notesFor(plan),
    ...(isOff && changedAt !== undefined ? { drift_since: changedAt } : {}),
  };
}

/** What a person should know beside the class; left out when there is nothing. */
export function notesFor(plan: RepoPlan): Pick<RepoReport, "notes"> {
  const notes = [...(plan.notes ?? []), ...endingOverrides(plan)];
  return notes.length === 0 ? {} : { notes };
}

function transitionsOf(seen: Prospect, plan: RepoPlan): Transitions {
  const record = seen.base.find(({ repo_id, file }) => repo_id === plan.repo_id && file === plan.file);
  const open = openProposal(seen, plan);
  return {
    ...(record?.synced?.digest === plan.inputs_digest ? { syncedSince: record.synced.since } : {}),
    ...(open === undefined ? {} : { proposedAt: new Date(open.openedAt).toISOString() }),
    ...(plan.last_change === undefined ? {} : { changedAt: plan.last_change.at }),
  };
}

/** The open proposal of a planned repo, as it was observed. */
export function openProposal(seen: Prospect, repo: RepoPlan): ProposalSummary | undefined {
  return proposalsOf(seen, repo).find((proposal) => proposal.state === "open");
}

/** The proposals of a planned repo, newest first; none when they are unknown, which `unknownProposals` tells. */
export function proposalsOf(seen: Prospect, repo: RepoPlan): readonly ProposalSummary[] {
  const listed = listedOf(seen, repo);
  return listed?.kind === "known" ? listed.value : [];
}

/** Why it is not known which proposals a planned repo has; `undefined` when it is known. */
export function unknownProposals(seen: Prospect, repo: RepoPlan): string | undefined {
  const listed = listedOf(seen, repo);
  if (listed?.kind === "known") return undefined;
  const facts = seen.observations.get(repo.repo_id)?.facts;
  return listed?.message ?? (facts?.kind === "unknown" ? facts.message : "they were not read");
}

function listedOf(seen: Prospect, repo: RepoPlan): Observed<readonly ProposalSummary[]> | undefined {
  return seen.observations
    .get(repo.repo_id)
    ?.proposals.get(branchName({ installation: seen.plan.installation, key: repo.key }));
}

/** How many of several have each class; classes that nothing has are left out. */
export function countsOf(items: readonly { readonly class: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[item.class] = (counts[item.class] ?? 0) + 1;
  return counts;
}
