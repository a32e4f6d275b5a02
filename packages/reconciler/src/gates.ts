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
import { isWritten } from "./plan-repo.ts";
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
  /** Whether no proposal can be opened for what is planned: people declined it, or something is in the way. */
  readonly declined: (plan: RepoPlan) => boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What the repos of one wave of a loop have in common, worked out once for all of them. */
interface Wave {
  readonly number: number;
  readonly name: string;
  /** Why the next wave must wait; `undefined` when it need not. */
  readonly shut: Gate | undefined;
  /** Place of each repo that wants a proposal, after those that have one, when only so many may be open. */
  readonly places: ReadonlyMap<RepoPlan, number>;
  /** Repos that have or get one of the places. */
  readonly ahead: readonly RepoPlan[];
  readonly most: number | undefined;
}

/** The waves of a loop, ascending, and its policy. */
interface Loop {
  readonly cadence: Cadence;
  readonly waves: readonly Wave[];
  readonly window: Gate | undefined;
  readonly suspension: Gate | undefined;
  /** Nothing is deleted after a partial read (page 03 R8). */
  readonly partial: Gate | undefined;
}

/**
 * Asks the gates of every repo that has something to propose: suspension, then waves, then windows; the first that is
 * shut says why, and when it opens. Pacing is asked when a proposal is opened. Pure.
 */
export function gatePlans(plans: readonly RepoPlan[], inputs: GateInputs): RepoPlan[] {
  const members = Map.groupBy(plans, ({ loop }) => loop);
  const loops = new Map(
    inputs.documents.loops.flatMap(({ cadence }) => {
      if (cadence === undefined) return [];
      return [
        [cadence.value.loop, loopOf(cadence.value, members.get(cadence.value.loop) ?? [], inputs)] as const,
      ];
    }),
  );
  return plans.map((plan) => {
    const loop = loops.get(plan.loop);
    return plan.change === null || loop === undefined ? plan : { ...plan, gate: gateOf(plan, loop) };
  });
}

function loopOf(cadence: Cadence, members: readonly RepoPlan[], inputs: GateInputs): Loop {
  const running = members.filter(({ mode }) => mode === "run");
  const byWave = Map.groupBy(running, ({ wave }) => wave);
  const unread = members.filter((plan) => plan.class === "unknown");
  const waves = [...(cadence.waves ?? [])].sort((a, b) => a.select.wave - b.select.wave);
  return {
    cadence,
    waves: waves.map((wave) => waveOf(wave, byWave.get(wave.select.wave) ?? [], cadence, inputs)),
    window: windowGate(cadence, inputs.now),
    suspension: suspensionOf(cadence.suspend, inputs.now),
    partial:
      unread.length === 0
        ? undefined
        : shut("guard", `nothing is deleted while repos of the loop cannot be read: ${names(unread)}`),
  };
}

function gateOf(plan: RepoPlan, loop: Loop): Gate {
  const wave = isRollout(plan, loop.cadence) ? waveGate(plan, loop.waves) : undefined;
  const partial = plan.mode === "prune" ? loop.partial : undefined;
  return loop.suspension ?? partial ?? wave ?? loop.window ?? { open: true };
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
 * wait for repos that have to do with it in no way. A proposal that also brings something new does: it goes whole or not
 * at all.
 */
function isRollout(plan: RepoPlan, cadence: Cadence): boolean {
  return plan.mode === "run" && plan.paths.some((path) => path.class !== "drift" && isWritten(path, cadence));
}

function waveGate(plan: RepoPlan, waves: readonly Wave[]): Gate | undefined {
  const earlier = waves.find(({ number, shut: reason }) => number < plan.wave && reason !== undefined);
  if (earlier !== undefined) return earlier.shut;
  const own = waves.find(({ number }) => number === plan.wave);
  const place = own?.places.get(plan);
  if (own?.most === undefined || place === undefined || place < own.most) return undefined;
  return shut(
    "wave",
    `proposals of wave ${plan.wave} that may be open at once: ${own.most}; first come ${names(own.ahead)}`,
  );
}

function waveOf(
  {
    name,
    select,
    required_soak_cycles: cycles = 0,
    max_concurrency: most,
  }: NonNullable<Cadence["waves"]>[number],
  members: readonly RepoPlan[],
  cadence: Cadence,
  inputs: GateInputs,
): Wave {
  const title = `wave ${select.wave} (${name})`;
  return {
    number: select.wave,
    name,
    shut: behindGate(title, members) ?? soakGate(title, members, cycles, cadence, inputs),
    ...placesOf(members, most ?? 0, cadence, inputs),
    most,
  };
}

function behindGate(title: string, members: readonly RepoPlan[]): Gate | undefined {
  const behind = members.filter((plan) => !isThrough(plan));
  return behind.length === 0 ? undefined : shut("wave", `${title} comes first: ${names(behind)}`);
}

function soakGate(
  title: string,
  members: readonly RepoPlan[],
  cycles: number,
  cadence: Cadence,
  inputs: GateInputs,
): Gate | undefined {
  const soaking = soakOf(members, cycles, cadence, inputs);
  if (soaking === undefined) return undefined;
  return {
    ...shut("wave", `${title} soaks: ${names(soaking.repos)}`),
    ...(soaking.until === undefined ? {} : { opens_at: new Date(soaking.until).toISOString() }),
  };
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

/**
 * The place of each repo of a wave when only so many proposals may be open: who has one keeps it, the others follow by
 * name. What drifted is restored without a place, and what people declined needs none.
 */
function placesOf(
  members: readonly RepoPlan[],
  most: number,
  cadence: Cadence,
  { proposals, declined }: GateInputs,
): Pick<Wave, "places" | "ahead"> {
  const open = new Set(members.filter((plan) => proposals(plan).some(({ state }) => state === "open")));
  const waiting = members.filter(
    (plan) => plan.change !== null && isRollout(plan, cadence) && !open.has(plan) && !declined(plan),
  );
  return {
    places: new Map(waiting.map((plan, index) => [plan, open.size + index])),
    ahead: [...open, ...waiting].slice(0, most),
  };
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
