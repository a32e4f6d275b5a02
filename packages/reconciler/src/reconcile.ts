import type { DesiredRepo } from "@coulomb-loop/cadence";
import type { BlobCache, Forge, Oid, RepoName, RepoObservation } from "@coulomb-loop/forge";
import type { RetryPolicy } from "@coulomb-loop/proposals";
import { ownMarker } from "@coulomb-loop/proposals";
import type { Plan, RepoPlan, RunReport } from "@coulomb-loop/schemas";
import { acceptedIn, withAccepted } from "./accepted.ts";
import type { ApplyOptions } from "./apply.ts";
import { applyPlan, foreseePlan } from "./apply.ts";
import { proposalsOf } from "./base.ts";
import type { RepoClass } from "./classify.ts";
import { exitCodeOf, worstExitCode } from "./classify.ts";
import type { ForgeCost } from "./cost.ts";
import { predictCost } from "./cost.ts";
import { massChanges } from "./guard.ts";
import type { Holder } from "./lease.ts";
import { checkTakeOver, createLease, heldLease, leaseMessage } from "./lease.ts";
import type { Forges, Observable } from "./observe.ts";
import { asIdle, memoryCache, observeFleet } from "./observe.ts";
import type { OpsRepo } from "./ops-repo.ts";
import { orderKey } from "./order-key.ts";
import type { Pace } from "./pace.ts";
import { createPace } from "./pace.ts";
import { opsForgeName, pauseStop, untilOpen } from "./pause.ts";
import type { PlannedFleet } from "./plan-fleet.ts";
import { fleetOf, planFleet, policyOf, withOpenProposals } from "./plan-fleet.ts";
import type { PlanFacts, RepoResult } from "./prepare.ts";
import { auditProposals, rememberDeclined, rememberRefused, standingRefusal } from "./remember.ts";
import type { ReadingMemo } from "./schedule-file.ts";
import { unreviewed } from "./reviewed.ts";
import type { SettledMemo } from "./settled.ts";
import { settledHeads } from "./settled.ts";
import { stalenessOf } from "./staleness.ts";
import type { State, StateChange, StatePlace, StateResult } from "./state.ts";
import { readState, writeState } from "./state.ts";

/** Everything one run works with. */
export interface RunContext {
  readonly ops: OpsRepo;
  readonly installation: string;
  readonly opsRepo: { readonly forge: Forge; readonly name: RepoName };
  readonly forges: Forges;
  readonly toolVersion: string;
  readonly concurrency: number;
  /** When the run began, epoch milliseconds: the one instant that plan and gates know. */
  readonly now: number;
  /** Epoch milliseconds as they pass, for the lease. */
  readonly clock: () => number;
  readonly holder: Holder;
  readonly retry: RetryPolicy;
  /** What earlier runs read; default: a cache that lives as long as this run. */
  readonly cache?: BlobCache & Partial<ReadingMemo> & Partial<SettledMemo>;
  readonly onObserved?: (id: string) => void;
}

/** What a run saw and would do. */
export interface Prospect extends PlannedFleet {
  readonly fleet: readonly DesiredRepo[];
  readonly state: State;
  readonly observations: ReadonlyMap<string, RepoObservation>;
  readonly cache: BlobCache;
}

/** What somebody asks of one run beside the plan. */
export interface Orders {
  /** Proposals, as `orderKey` names them, that are offered again although people declined them. */
  readonly reopen?: ReadonlySet<string>;
  /** Proposals at which a write that was refused is tried again. */
  readonly retry?: ReadonlySet<string>;
  /** Proposals that people edited and that are made anew. */
  readonly rebuild?: ReadonlySet<string>;
  /** Keys of the changes that were reviewed (`changeKey`): every other one is stale, and left alone. */
  readonly reviewed?: ReadonlySet<string>;
  /** Digest of a plan whose sweep somebody has looked at. */
  readonly allowMassChange?: string;
}

/** What a run did. */
export interface RunResult {
  readonly plan: Plan;
  readonly repos: readonly RepoResult[];
  readonly state: { readonly kind: StateResult["kind"] | "skipped"; readonly message?: string };
  /** Why nothing was written at all. */
  readonly stopped?: RunReport["stopped"];
  /** The pacing of the run, by forge. */
  readonly pace: Pace;
}

/** Classes of which people ask who changed the file, and when. */
const asksWho: ReadonlySet<RepoClass> = new Set<RepoClass>([
  "drift",
  "conflict",
  "adoption",
  "leaving_conflict",
]);

/** Observes the fleet and plans it. Writes nothing and needs no right to write. */
export async function prospect(context: RunContext): Promise<Prospect> {
  const cache: NonNullable<RunContext["cache"]> = context.cache ?? memoryCache();
  const { forges, installation, ops, now } = context;
  const state = await readState(placeOf(context), cache);
  const fleet = fleetOf(ops.documents, state, now);
  const sparing = fleet.map((repo) => withSparing(repo, cache.getSettled?.(repo.id)));
  const spared = await observeFleet(sparing, forges, installation, cache, context.onObserved);
  const observations = new Map([...spared].map(([id, observation]) => [id, asIdle(observation)] as const));
  const planned = (seen: ReadonlyMap<string, RepoObservation>) =>
    planFleet({
      ...ops,
      fleet,
      installation,
      toolVersion: context.toolVersion,
      observations: seen,
      memory: state,
      now,
      ...(isMemo(cache) ? { readings: cache } : {}),
    });
  const first = planned(observations);
  const asked = new Set(
    first.plan.repos
      .filter((repo) => asksWho.has(repo.class) || isNewWrite(repo, observations))
      .map(({ repo_id }) => repo_id),
  );
  const doubtful = new Set(
    first.plan.repos
      .filter((repo) => repo.class !== "in_sync" && spared.get(repo.repo_id)?.idle === true)
      .map(({ repo_id }) => repo_id),
  );
  if (asked.size === 0 && doubtful.size === 0) return { ...first, fleet, state, observations, cache };
  const again = fleet
    .filter(({ id }) => asked.has(id) || doubtful.has(id))
    .map((repo) => ({ ...repo, lastChange: asked.has(repo.id) }));
  const more = await observeFleet(again, forges, installation, cache);
  const all = new Map([...observations, ...more]);
  return { ...planned(all), fleet, state, observations: all, cache };
}

function withSparing(repo: DesiredRepo, head: Oid | undefined): Observable {
  return head === undefined ? repo : { ...repo, sparing: head };
}

/** Before a file is first proposed to, it is asked whose it is: another installation may keep the same values there. */
function isNewWrite(
  { repo_id, change, blob, key }: RepoPlan,
  observations: ReadonlyMap<string, RepoObservation>,
): boolean {
  if (change === null || typeof blob !== "string") return false;
  const proposals = [...(observations.get(repo_id)?.proposals ?? [])];
  return !proposals.some(
    ([branch, listed]) =>
      branch.endsWith(`/${key}`) &&
      listed.kind === "known" &&
      listed.value.some(({ state }) => state === "open"),
  );
}

function placeOf({ opsRepo, installation }: RunContext): StatePlace {
  return { forge: opsRepo.forge, repo: opsRepo.name, installation };
}

function isMemo(cache: Partial<ReadingMemo>): cache is ReadingMemo {
  return cache.getReading !== undefined && cache.putReading !== undefined;
}

/** Hooks of a run, for progress and interruption. */
export type RunHooks = Pick<ApplyOptions, "signal" | "onRepo" | "onWrite">;

/**
 * Applies what was just planned, or exactly a saved plan: then each repo whose facts, inputs or planned bytes differ
 * by now is `stale` and not written. Stops before the first write when another run is at work, or when the plan is too
 * sweeping. State is written last; after an interruption only the lease is given back.
 */
export async function reconcile(
  context: RunContext,
  seen: Prospect,
  hooks: RunHooks = {},
  saved?: Plan,
  orders: Orders = {},
): Promise<RunResult> {
  checkTakeOver(seen.state, context.holder.takeOver);
  const stopped = stopOf(context, seen, saved ?? seen.plan, orders);
  if (stopped !== undefined) return asStopped(await foresee(context, seen, saved, orders));
  const facts = planFacts(context, seen, saved, orders);
  const place = placeOf(context);
  const costs = costOf(context, seen, facts.plan);
  const dear = await overBudget(context, costs);
  if (dear !== undefined)
    return asStopped({ ...(await foresee(context, seen, saved, orders)), stopped: dear });
  const pace = paceOf(context, seen);
  const opsForge = opsForgeName(context.forges, context.opsRepo.forge);
  const paused = pauseStop(pace, opsForge);
  if (paused !== undefined)
    return asStopped({ ...(await foresee(context, seen, saved, orders)), stopped: paused });
  const lease = createLease({
    place,
    before: seen.state,
    holder: context.holder,
    clock: context.clock,
    reserved: pace.reserve(mayOpen(costs)),
    again: () => readState(place, seen.cache),
  });
  const latest = new Map(seen.observations);
  const repos = await applyPlan({
    ...facts,
    onObserved: ({ repo_id }, observation) => joinProposals(latest, repo_id, observation),
    cache: seen.cache,
    concurrency: context.concurrency,
    ...hooks,
    beforeWrite: lease.hold,
    pace,
    retry: context.retry,
  });
  const faster = lease.isTaken() ? undefined : lease.lostTo();
  if (faster !== undefined)
    return { plan: facts.plan, repos, state: { kind: "skipped" }, stopped: faster, pace };
  const before = lease.state();
  const memory =
    hooks.signal?.aborted === true
      ? { ...seen.state, pace: pace.records(), audit: [] }
      : { ...remembered(context, seen, facts, latest, repos), pace: pace.records() };
  if (hooks.signal?.aborted === true && !lease.isTaken())
    return { plan: facts.plan, repos, state: { kind: "skipped" }, pace };
  // What a limit taught is worth one commit to a forge that wants a pause, where the pause is too long to wait for.
  await untilOpen(pace, context.retry, opsForge);
  // A lease that a dead run left behind goes too.
  const state = await writeState(place, before, { ...memory, lease: null }, context.now, seen.cache);
  const isWritten = state.kind === "written" || state.kind === "unchanged";
  // After an interruption finished proposals were not remembered.
  if (isWritten && hooks.signal?.aborted !== true) context.cache?.putSettled?.(settledHeads(latest));
  return { plan: facts.plan, repos, state, pace };
}

/** How many proposals the run may open, by forge. */
function mayOpen(costs: readonly ForgeCost[]): ReadonlyMap<string, number> {
  return new Map(costs.flatMap(({ forge, opens }) => (opens === 0 ? [] : [[forge, opens]])));
}

/** What carrying out a plan costs at most. */
export function costOf(context: RunContext, seen: Prospect, plan: Plan): readonly ForgeCost[] {
  const { forges, opsRepo } = context;
  const opsForge = opsForgeName(forges, opsRepo.forge);
  return predictCost({ plan, observations: seen.observations, forges, opsForge });
}

/**
 * A run that would need more requests than a forge still grants does not begin: half a roll-out is worse than a late one.
 * Asked only of forges that count.
 */
async function overBudget(
  { forges, now }: RunContext,
  costs: readonly ForgeCost[],
): Promise<RunResult["stopped"]> {
  for (const { forge, requests } of costs) {
    if (requests === 0) continue;
    const identity = await forges.get(forge)?.check();
    const budget = identity?.kind === "known" ? identity.value.budget : undefined;
    if (budget === undefined || budget.left >= requests || budget.resetsAt <= now) continue;
    const at = new Date(budget.resetsAt).toISOString();
    return {
      code: "request_budget",
      message: `the run may need ${requests} requests on ${forge}, and ${budget.left} are left until ${at}`,
      hint: `run again after ${at}`,
    };
  }
  return undefined;
}

/** What is to be remembered, from what was read last: proposals that this run closed are finished too. */
function remembered(
  { installation }: RunContext,
  seen: Prospect,
  { declined }: PlanFacts,
  observations: ReadonlyMap<string, RepoObservation>,
  results: readonly RepoResult[],
): Pick<StateChange, "base" | "declined" | "audit"> {
  const { fleet } = seen;
  const accepted = acceptedIn(installation, fleet, seen.base, observations);
  const taken = withAccepted(installation, fleet, accepted, observations);
  const inputs = { installation, observations: taken, memory: { declined } };
  const reopened = new Set(seen.declined.filter((record) => !declined.includes(record)));
  const found = rememberDeclined(inputs, fleet).filter(
    (record) => ![...reopened].some((no) => no.repo_id === record.repo_id && no.number === record.number),
  );
  const base = withOpenProposals(installation, fleet, rememberRefused(seen.base, results), observations);
  return { ...auditProposals(inputs, fleet, base), declined: found };
}

/** Several loops may run in one repo, each with proposals of its own: what one reads again leaves the others be. */
function joinProposals(latest: Map<string, RepoObservation>, id: string, observation: RepoObservation): void {
  const before = latest.get(id);
  latest.set(id, {
    ...observation,
    branches: new Map([...(before?.branches ?? []), ...observation.branches]),
    proposals: new Map([...(before?.proposals ?? []), ...observation.proposals]),
  });
}

/** Another run at work, or a plan that is too sweeping; `undefined` to go on. */
function stopOf(context: RunContext, seen: Prospect, plan: Plan, orders: Orders): RunResult["stopped"] {
  const held = heldLease(seen.state, context.holder, context.now);
  if (held !== undefined) return { code: "run_in_progress", ...leaseMessage(held) };
  const sweeping = massChanges({
    documents: context.ops.documents,
    plans: plan.repos,
    unknown: unreadRepos(seen.plan),
    base: seen.state.base,
    isOffered: (repo) => isOffered(seen, repo),
  });
  if (sweeping.length === 0 || orders.allowMassChange === plan.plan_digest) return undefined;
  return {
    code: "mass_change",
    message: sweeping.join("; "),
    hint: "look at it: coulomb plan --out plan.json; if it is meant, apply exactly that plan and name its plan_digest: coulomb reconcile --plan plan.json --allow-mass-change <plan_digest>",
  };
}

/** Repos that cannot be read now, by loop. */
function unreadRepos({ repos }: Plan): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { loop, class: found } of repos)
    if (found === "unknown") counts.set(loop, (counts.get(loop) ?? 0) + 1);
  return counts;
}

/** Whether people have been asked already: a proposal of this change is open, or they declined it. */
function isOffered({ plan, observations, declined }: Prospect, repo: RepoPlan): boolean {
  const subject = { installation: plan.installation, key: repo.key };
  const open = proposalsOf(subject, observations.get(repo.repo_id)).some(
    ({ state, body }) => state === "open" && ownMarker(subject, body)?.change === repo.change,
  );
  return (
    open ||
    declined.some(
      ({ repo_id, key, change }) => repo_id === repo.repo_id && key === repo.key && change === repo.change,
    )
  );
}

/** Stops that pass by themselves; the others wait for a person. */
const passes: ReadonlySet<string> = new Set(["run_in_progress", "request_budget", "write_limit"]);

/**
 * What is foreseen of a run that is stopped before its first write, as it then ends: what would have been written is
 * left alone, or to the run at work; what rests, rests.
 */
export function asStopped(result: RunResult): RunResult {
  const { stopped } = result;
  if (stopped === undefined) return result;
  const outcome = passes.has(stopped.code) ? "retry" : "blocked";
  const repos = result.repos.map(
    (repo): RepoResult =>
      repo.outcome === "planned"
        ? { ...repo, outcome, message: `nothing is written: ${stopped.message}` }
        : repo,
  );
  return { ...result, repos };
}

/**
 * Says what `reconcile` would do now, of what was just planned or of a saved plan: where each proposal rests, or the
 * first step that would be taken. Writes nothing.
 */
export async function foresee(
  context: RunContext,
  seen: Prospect,
  saved?: Plan,
  orders: Orders = {},
): Promise<RunResult> {
  const facts = planFacts(context, seen, saved, orders);
  const pace = paceOf(context, seen);
  const repos = await foreseePlan({ ...facts, concurrency: context.concurrency, pace });
  const stopped = stopOf(context, seen, facts.plan, orders);
  const result: RunResult = { plan: facts.plan, repos, state: { kind: "skipped" }, pace };
  return stopped === undefined ? result : { ...result, stopped };
}

function paceOf({ ops, now, clock }: RunContext, { state }: Prospect): Pace {
  const limits = ops.documents.coulomb?.value.limits;
  return createPace(
    state.pace,
    { perHour: limits?.proposals_per_hour ?? 60, burst: limits?.proposals_burst ?? 5 },
    now,
    clock,
  );
}

function planFacts(
  context: RunContext,
  seen: Prospect,
  saved: Plan | undefined,
  { reopen = new Set(), rebuild = new Set(), retry = new Set(), reviewed }: Orders,
): PlanFacts {
  const { fleet } = seen;
  const refused = seen.state.base.filter((record) => record.refused !== undefined);
  const records = new Map(refused.map((record) => [`${record.repo_id} ${record.file}`, record]));
  return {
    formerFiles: new Set(
      fleet.flatMap(({ id, file, isFormerFile }) => (isFormerFile === true ? [`${id} ${file}`] : [])),
    ),
    refused: (plan) =>
      retry.has(orderKey(plan))
        ? undefined
        : standingRefusal(records.get(`${plan.repo_id} ${plan.file}`), plan),
    plan: saved ?? seen.plan,
    observations: seen.observations,
    forges: context.forges,
    policy: (repo) => policyOf(context.ops.documents, repo),
    // An order takes the no away; whoever says it again closes what was offered again.
    declined: seen.declined.filter((record) => !reopen.has(orderKey(record))),
    reopen,
    rebuild,
    moved: new Map(fleet.flatMap(({ id, formerIds }) => (formerIds === undefined ? [] : [[id, formerIds]]))),
    accepted: acceptedIn(context.installation, fleet, seen.base, seen.observations),
    now: context.now,
    ...(saved === undefined ? {} : { staleness: stalenessOf(context, saved, seen.plan) }),
    ...(reviewed === undefined ? {} : { staleness: unreviewed(reviewed, (repo) => isOffered(seen, repo)) }),
  };
}

/** The exit code of a run: of every repo's class and outcome the one that matters most. */
export function runExitCode(result: RunResult): number {
  const codes = result.repos.map((repo) => outcomeCode(repo));
  const stopped = result.stopped === undefined ? [] : [passes.has(result.stopped.code) ? 1 : 4];
  return worstExitCode([...(result.state.kind === "refused" ? [1] : []), ...stopped, ...codes]);
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
