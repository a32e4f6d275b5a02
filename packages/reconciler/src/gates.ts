import type { OpsDocuments } from "@coulomb-loop/cadence";
import {
  defaultDst,
  isCronProblem,
  nextOccurrences,
  parseCron,
  parseInstant,
  windowState,
} from "@coulomb-loop/cadence";
import type { ProposalSummary } from "@coulomb-loop/forge";
import type { Cadence, RepoPlan } from "@coulomb-loop/schemas";
import type { BaseRecord } from "./state.ts";

/** Whether a proposal may be opened or updated, as a plan says it. */
export type Gate = RepoPlan["gate"];

/** What the gates rest on (page 03 R7), beside the classified plans. */
export interface GateInputs {
  readonly documents: OpsDocuments;
  /** What is remembered of a repo after this run. */
  readonly base: (plan: RepoPlan) => BaseRecord | undefined;
  /** Proposals of a repo, newest first. */
  readonly proposals: (plan: RepoPlan) => readonly ProposalSummary[];
  /** Whether people declined what is planned. */
  readonly declined: (plan: RepoPlan) => boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** One repo of a loop with all that its gates need. */
interface Member {
  readonly plan: RepoPlan;
  readonly cadence: Cadence;
  readonly peers: readonly RepoPlan[];
}

/**
 * Asks the gates of every repo that has something to propose: suspension, then waves, then windows; the first that is
 * shut says why, and when it opens. Pacing is asked when a proposal is opened. Pure.
 */
export function gatePlans(plans: readonly RepoPlan[], inputs: GateInputs): RepoPlan[] {
  const policies = new Map(
    inputs.documents.loops.flatMap(({ cadence }) =>
      cadence === undefined ? [] : [[cadence.value.loop, cadence.value] as const],
    ),
  );
  return plans.map((plan) => {
    const cadence = policies.get(plan.loop);
    if (plan.change === null || cadence === undefined) return plan;
    const peers = plans.filter((other) => other.loop === plan.loop && other.mode === "run");
    return { ...plan, gate: gateOf({ plan, cadence, peers }, inputs) };
  });
}

function gateOf(member: Member, inputs: GateInputs): Gate {
  const { cadence } = member;
  const suspension = suspensionOf(cadence.suspend, inputs.now);
  if (suspension !== undefined) return suspension;
  const wave = isRollout(member) ? waveGate(member, inputs) : undefined;
  return wave ?? windowGate(cadence, inputs.now) ?? { open: true };
}

/** Suspension of a loop as a shut gate; `undefined` when it is not suspended at `now` (epoch milliseconds). */
export function suspensionOf(suspend: Cadence["suspend"], now: number): Gate | undefined {
  if (suspend === undefined || suspend === false) return undefined;
  if (suspend === true) return shut("suspended", "the loop is suspended");
  if (suspend.until !== undefined && !(parseInstant(suspend.until) > now)) return undefined;
  const until =
    suspend.until === undefined ? {} : { opens_at: new Date(parseInstant(suspend.until)).toISOString() };
  return { ...shut("suspended", `the loop is suspended: ${suspend.reason}`), ...until };
}

/**
 * Waves order a change of what is wanted. Restoring what a repo lost, and leaving one, roll nothing out, and should not
 * wait for repos that have to do with it in no way.
 */
function isRollout({ plan, cadence }: Member): boolean {
  return plan.mode === "run" && plan.class !== "drift" && (cadence.waves ?? []).length > 0;
}

function waveGate(member: Member, inputs: GateInputs): Gate | undefined {
  const { plan, cadence, peers } = member;
  const waves = [...(cadence.waves ?? [])].sort((a, b) => a.select.wave - b.select.wave);
  for (const wave of waves.filter(({ select }) => select.wave < plan.wave)) {
    const members = peers.filter((peer) => peer.wave === wave.select.wave);
    const behind = members.filter((peer) => !isThrough(peer));
    if (behind.length > 0)
      return shut("wave", `wave ${wave.select.wave} (${wave.name}) comes first: ${names(behind)}`);
    const soaking = soakOf(members, wave.required_soak_cycles ?? 0, cadence, inputs);
    if (soaking !== undefined)
      return {
        ...shut("wave", `wave ${wave.select.wave} (${wave.name}) soaks: ${names(soaking.repos)}`),
        ...(soaking.until === undefined ? {} : { opens_at: new Date(soaking.until).toISOString() }),
      };
  }
  return crowdGate(member, waves.find(({ select }) => select.wave === plan.wave)?.max_concurrency, inputs);
}

/** Repos that cannot or need not follow hold nobody up: opted out, ineligible, overridden. */
function isThrough(plan: RepoPlan): boolean {
  const overridden = plan.overrides.some(({ state }) => state !== "expired");
  return plan.class === "in_sync" || plan.class === "opted_out" || plan.class === "ineligible" || overridden;
}

/** The repos of a wave that have not been in sync for enough cycles yet, and when the last of them will have. */
function soakOf(
  members: readonly RepoPlan[],
  cycles: number,
  cadence: Cadence,
  { base, now }: GateInputs,
): { readonly repos: readonly RepoPlan[]; readonly until: number | undefined } | undefined {
  if (cycles === 0) return undefined;
  const ends = members
    .filter((plan) => plan.class === "in_sync")
    .map((plan) => ({ plan, end: soakEnd(plan, base(plan), cycles, cadence) }));
  const soaking = ends.filter(({ end }) => end === undefined || end > now);
  if (soaking.length === 0) return undefined;
  const until = soaking.map(({ end }) => end ?? Number.NaN);
  return {
    repos: soaking.map(({ plan }) => plan),
    until: until.some(Number.isNaN) ? undefined : Math.max(...until),
  };
}

/** When so many cycles have begun since a repo came in sync; `undefined` when its phase has no cycles. */
function soakEnd(
  plan: RepoPlan,
  base: BaseRecord | undefined,
  cycles: number,
  cadence: Cadence,
): number | undefined {
  const since = base?.synced?.digest === plan.inputs_digest ? Date.parse(base.synced.since) : Number.NaN;
  const phase = cadence.phases.find(({ name }) => name === plan.phase);
  const first = cadence.steps.find((step) => phase?.schedule[step]?.cron !== undefined);
  const cron = parseCron(first === undefined ? "" : (phase?.schedule[first]?.cron ?? ""));
  if (Number.isNaN(since) || isCronProblem(cron)) return undefined;
  return nextOccurrences(cron, plan.timezone, defaultDst, since + 1, cycles).at(-1);
}

/** At most so many proposals of a wave are open at once; who has one keeps it, the others follow by name. */
function crowdGate(
  { plan, peers }: Member,
  most: number | undefined,
  { proposals, declined }: GateInputs,
): Gate | undefined {
  if (most === undefined || hasOpen(plan, proposals)) return undefined;
  const wave = peers.filter((peer) => peer.wave === plan.wave);
  const open = wave.filter((peer) => hasOpen(peer, proposals));
  const waiting = wave.filter(
    (peer) => peer.change !== null && peer.class !== "drift" && !hasOpen(peer, proposals) && !declined(peer),
  );
  const place = open.length + waiting.indexOf(plan);
  if (place < most) return undefined;
  return shut(
    "wave",
    `${most} proposals of wave ${plan.wave} may be open at once; one must be merged or closed first`,
  );
}

function hasOpen(plan: RepoPlan, proposals: GateInputs["proposals"]): boolean {
  return proposals(plan).some(({ state }) => state === "open");
}

function windowGate(cadence: Cadence, now: number): Gate | undefined {
  const state = windowState(cadence.promotion_windows ?? [], "reconcile", cadence.timezone, now);
  if (state.open) return undefined;
  const opens = state.opensAt === undefined ? {} : { opens_at: new Date(state.opensAt).toISOString() };
  return { ...shut("window", `window ${state.window} is shut`), ...opens };
}

function shut(kind: NonNullable<Gate["kind"]>, message: string): Gate {
  return { open: false, kind, message };
}

/** The first repos by name, and how many more. */
function names(plans: readonly RepoPlan[]): string {
  const shown = plans.slice(0, 5).map(({ repo_id }) => repo_id);
  const more = plans.length - shown.length;
  return `${shown.join(", ")}${more === 0 ? "" : ` and ${more} more`}`;
}
