import type { Observed, ProposalSummary } from "@coulomb-loop/forge";
import { branchName } from "@coulomb-loop/proposals";
import type { Prospect, RepoResult, Transitions } from "@coulomb-loop/reconciler";
import { conditionsOf, driftStart, endingOverrides, healthOf } from "@coulomb-loop/reconciler";
import type { RepoPlan, RunReport } from "@coulomb-loop/schemas";

/** What a report says of one repo. */
type RepoReport = RunReport["repos"][number];

/** What a report takes from a look at the fleet. */
export type SeenFleet = Pick<Prospect, "base" | "observations" | "plan">;

/** The paths that a report tells and counts: whoever opted out is not in drift, whatever the file says. */
export function reportedPaths(plan: RepoPlan): RepoPlan["paths"] {
  return plan.class === "opted_out" ? [] : plan.paths;
}

/** One repo of a run or of a status, with its conditions. */
export function repoReport(seen: SeenFleet, result: RepoResult): RepoReport {
  const { plan, outcome, message, writes, number, url } = result;
  const since = driftStart(plan);
  return {
    repo_id: plan.repo_id,
    loop: plan.loop,
    phase: plan.phase,
    ...(plan.mode === "run" ? { wave: plan.wave } : {}),
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
    paths: reportedPaths(plan)
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
    ...(since === undefined ? {} : { drift_since: since }),
  };
}

/** What a person should know beside the class; left out when there is nothing. */
export function notesFor(plan: RepoPlan): Pick<RepoReport, "notes"> {
  const notes = [...(plan.notes ?? []), ...endingOverrides(plan)];
  return notes.length === 0 ? {} : { notes };
}

function transitionsOf(seen: SeenFleet, plan: RepoPlan): Transitions {
  const record = recordOf(seen, plan);
  const open = openProposal(seen, plan);
  const since = driftStart(plan);
  const finishedAt = proposalsOf(seen, plan).find(({ closedAt }) => closedAt !== undefined)?.closedAt;
  return {
    ...(record?.synced?.digest === plan.inputs_digest ? { syncedSince: record.synced.since } : {}),
    ...(open === undefined ? {} : { proposedAt: new Date(open.openedAt).toISOString() }),
    ...(finishedAt === undefined ? {} : { finishedAt: new Date(finishedAt).toISOString() }),
    ...(since === undefined ? {} : { driftSince: since }),
  };
}

/** Records by repo and file, for each base that was looked into: a search for each repo would grow with the square. */
const indexes = new WeakMap<SeenFleet["base"], ReadonlyMap<string, SeenFleet["base"][number]>>();

function recordOf({ base }: SeenFleet, { repo_id, file }: RepoPlan): SeenFleet["base"][number] | undefined {
  const index = indexes.get(base) ?? new Map(base.map((each) => [`${each.repo_id} ${each.file}`, each]));
  indexes.set(base, index);
  return index.get(`${repo_id} ${file}`);
}

/** The open proposal of a planned repo, as it was observed. */
export function openProposal(seen: SeenFleet, repo: RepoPlan): ProposalSummary | undefined {
  return proposalsOf(seen, repo).find((proposal) => proposal.state === "open");
}

/** The proposals of a planned repo, newest first; none when they are unknown, which `unknownProposals` tells. */
export function proposalsOf(seen: SeenFleet, repo: RepoPlan): readonly ProposalSummary[] {
  const listed = listedOf(seen, repo);
  return listed?.kind === "known" ? listed.value : [];
}

/** Why it is not known which proposals a planned repo has; `undefined` when it is known. */
export function unknownProposals(seen: SeenFleet, repo: RepoPlan): string | undefined {
  const listed = listedOf(seen, repo);
  if (listed?.kind === "known") return undefined;
  const facts = seen.observations.get(repo.repo_id)?.facts;
  return listed?.message ?? (facts?.kind === "unknown" ? facts.message : "they were not read");
}

function listedOf(seen: SeenFleet, repo: RepoPlan): Observed<readonly ProposalSummary[]> | undefined {
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
