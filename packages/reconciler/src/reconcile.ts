import { resolveDesired } from "@coulomb-loop/cadence";
import type { BlobCache, Forge, RepoName, RepoObservation } from "@coulomb-loop/forge";
import type { Plan, RepoPlan } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import type { ApplyOptions } from "./apply.ts";
import { applyPlan, foreseePlan } from "./apply.ts";
import { exitCodeOf, worstExitCode } from "./classify.ts";
import type { Forges } from "./observe.ts";
import { memoryCache, observeFleet } from "./observe.ts";
import type { OpsRepo } from "./ops-repo.ts";
import type { PlannedFleet } from "./plan-fleet.ts";
import { planFleet, policyOf } from "./plan-fleet.ts";
import type { PlanFacts, RepoResult } from "./prepare.ts";
import type { ReadingMemo } from "./schedule-file.ts";
import type { State, StateResult } from "./state.ts";
import { readState, writeState } from "./state.ts";

/** Everything one run works with. */
export interface RunContext {
  readonly ops: OpsRepo;
  readonly installation: string;
  readonly opsRepo: { readonly forge: Forge; readonly name: RepoName };
  readonly forges: Forges;
  readonly toolVersion: string;
  readonly concurrency: number;
  /** Epoch milliseconds. */
  readonly now: number;
  /** What earlier runs read; default: a cache that lives as long as this run. */
  readonly cache?: BlobCache & Partial<ReadingMemo>;
  readonly onObserved?: (id: string) => void;
}

/** What a run saw and would do. */
export interface Prospect extends PlannedFleet {
  readonly state: State;
  readonly observations: ReadonlyMap<string, RepoObservation>;
  readonly cache: BlobCache;
}

/** What a run did. */
export interface RunResult {
  readonly plan: Plan;
  readonly repos: readonly RepoResult[];
  readonly state: StateResult | { readonly kind: "skipped" };
}

/** A saved plan is applied within a day (page 03 R13). */
const longestAge = 24 * 3_600_000;

/** Observes the fleet and plans it. Writes nothing and needs no right to write. */
export async function prospect(context: RunContext): Promise<Prospect> {
  const cache: NonNullable<RunContext["cache"]> = context.cache ?? memoryCache();
  const desired = resolveDesired(context.ops.documents, context.now);
  const [state, observations] = await Promise.all([
    readState(context.opsRepo.forge, context.opsRepo.name, context.installation, cache),
    observeFleet(desired, context.forges, context.installation, cache, context.onObserved),
  ]);
  const planned = planFleet({
    ...context.ops,
    installation: context.installation,
    toolVersion: context.toolVersion,
    observations,
    base: state.base,
    now: context.now,
    ...(isMemo(cache) ? { readings: cache } : {}),
  });
  return { ...planned, state, observations, cache };
}

function isMemo(cache: Partial<ReadingMemo>): cache is ReadingMemo {
  return cache.getReading !== undefined && cache.putReading !== undefined;
}

/** Hooks of a run, for progress and interruption. */
export type RunHooks = Pick<ApplyOptions, "signal" | "onRepo" | "onWrite">;

/**
 * Applies what was just planned, or exactly a saved plan: then each repo whose facts, inputs or planned bytes differ
 * by now is `stale` and not written. State is written last, and not after an interruption.
 */
export async function reconcile(
  context: RunContext,
  seen: Prospect,
  hooks: RunHooks = {},
  saved?: Plan,
): Promise<RunResult> {
  const facts = planFacts(context, seen, saved);
  const { plan } = facts;
  const repos = await applyPlan({ ...facts, cache: seen.cache, concurrency: context.concurrency, ...hooks });
  if (hooks.signal?.aborted === true) return { plan, repos, state: { kind: "skipped" } };
  const { forge, name } = context.opsRepo;
  const state = await writeState(forge, name, context.installation, seen.state, seen.base, context.now);
  return { plan, repos, state };
}

/**
 * Says what `reconcile` would do now, of what was just planned or of a saved plan: where each proposal rests, or the
 * first step that would be taken. Writes nothing.
 */
export async function foresee(context: RunContext, seen: Prospect, saved?: Plan): Promise<RunResult> {
  const facts = planFacts(context, seen, saved);
  const repos = await foreseePlan({ ...facts, concurrency: context.concurrency });
  return { plan: facts.plan, repos, state: { kind: "skipped" } };
}

function planFacts(context: RunContext, seen: Prospect, saved: Plan | undefined): PlanFacts {
  return {
    plan: saved ?? seen.plan,
    observations: seen.observations,
    forges: context.forges,
    policy: (repo) => policyOf(context.ops.documents, repo),
    now: context.now,
    ...(saved === undefined ? {} : { staleness: stalenessOf(context, saved, seen) }),
  };
}

/** Refuses, as a whole, a plan that was made elsewhere; repo by repo, one whose inputs changed. */
function stalenessOf(
  context: RunContext,
  saved: Plan,
  seen: Prospect,
): (plan: RepoPlan) => string | undefined {
  if (saved.installation !== context.installation) {
    throw new CoulombError(
      "plan_foreign",
      `the plan was made by installation "${saved.installation}", this is "${context.installation}"`,
      { hint: "apply it in the ops repo it was made in" },
    );
  }
  const age = context.now - Date.parse(saved.created_at);
  const present = new Map(seen.plan.repos.map((repo) => [`${repo.repo_id} ${repo.key}`, repo]));
  return (repo) => {
    // Written so that a time that is none counts as too old.
    if (!(age <= longestAge)) return "the plan is older than 24 hours";
    const now = present.get(`${repo.repo_id} ${repo.key}`);
    if (now === undefined) return "the repo is no longer active in the roster";
    if (now.inputs_digest !== repo.inputs_digest)
      return "what the ops repo wants of it changed since the plan was made";
    return undefined;
  };
}

/** The exit code of a run: of every repo's class and outcome the one that matters most. */
export function runExitCode(result: RunResult): number {
  const codes = result.repos.map((repo) => outcomeCode(repo));
  return worstExitCode(result.state.kind === "refused" ? [1, ...codes] : codes);
}

function outcomeCode({ plan, outcome }: RepoResult): number {
  switch (outcome) {
    case "stale":
      return 5;
    case "unknown":
    case "rejected":
    case "retry":
    case "cancelled":
      return 1;
    case "blocked":
    case "edited":
    case "declined":
    case "held":
      return 4;
    default:
      return exitCodeOf(plan.class);
  }
}
