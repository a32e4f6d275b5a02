import type { Switches, Wanted } from "@coulomb-loop/proposals";
import { settleProposal } from "@coulomb-loop/proposals";
import type { RepoPlan } from "@coulomb-loop/schemas";
import { effectiveBase } from "../base.ts";
import { memoryCache } from "../observe.ts";
import { planRepo, subjectOf } from "../plan-repo.ts";
import type { PlanFacts } from "../prepare.ts";
import { prepareRepo } from "../prepare.ts";
import { rememberDeclined } from "../remember.ts";
import * as letters from "./alphabet.fixture.ts";
import { observationOf } from "./observation.fixture.ts";
import { Paused, replayForge } from "./replay-forge.fixture.ts";
import type { Answer, Base, Call, Declined, Desire, Memory, Seen, Value } from "./world.fixture.ts";
import { openOf } from "./world.fixture.ts";

/** How a mutant misleads the real functions; the true model leaves all of it out. */
export interface Blinkers {
  /** What the declined memory, the base and the decision are told of the proposals. */
  readonly seesDeclined?: (seen: Seen) => Seen;
  readonly seesBase?: (seen: Seen) => Seen;
  readonly seesFacts?: (seen: Seen) => Seen;
  /** Nothing is known to be declined while a proposal is open: the second half of row 5 is gone. */
  readonly forgetsWhileOpen?: boolean;
  /** The state keeps no declined changes. */
  readonly forgetsDeclined?: boolean;
}

/** What a run made of its first read: what it proposes, and what it will remember. */
export interface Start {
  /** Names what is wanted, see `wantedOf`; `null`: nothing to propose. */
  readonly want: string | null;
  /** The run ends before it settles anything. */
  readonly halted: string | null;
  readonly declined: readonly Declined[];
  readonly next: Base | null;
}

/** What the real function does next: a call, or where it rests. */
export type Advice = { readonly call: Call } | { readonly rest: string; readonly row: number };

interface Judged {
  readonly want: string | null;
  readonly halted: string | null;
  readonly value: Base["value"];
  readonly remembers: boolean;
}

const wants = new Map<string, Wanted>();

/** What a plan proposes, by the name that `Start` gives it. */
function wantedOf(name: string): Wanted {
  const wanted = wants.get(name);
  if (wanted === undefined) throw new Error(`nothing was planned as ${name}`);
  return wanted;
}

/** The real planner and the real functions of the state, remembered by what they depend on. */
export function createBrain(blinkers: Blinkers) {
  const judged = new Map<string, Judged>();
  const advised = new Map<string, Advice>();
  const remembered = new Map<string, readonly Declined[]>();

  const declinedOf = (declined: readonly Declined[], seen: Seen): readonly Declined[] => {
    const lens = blinkers.seesDeclined?.(seen) ?? seen;
    const key = JSON.stringify([declined, lens.proposals, lens.blind]);
    const known = remembered.get(key) ?? rememberedOf(declined, lens);
    remembered.set(key, known);
    return blinkers.forgetsDeclined === true ? [] : known;
  };

  const start = (desire: Desire, memory: Memory, seen: Seen): Start => {
    const base = effectiveOf(desire, memory.base, blinkers.seesBase?.(seen) ?? seen);
    const key = JSON.stringify([desire, seen.live, seen.blind, base === null, base?.value]);
    const verdict = judged.get(key) ?? judge(desire, seen, base);
    judged.set(key, verdict);
    const { want, halted, value, remembers } = verdict;
    const next = remembers ? { value, merged: base?.merged ?? 0 } : null;
    return { want, halted, declined: declinedOf(memory.declined, seen), next };
  };

  /** Asks the real `settleProposal` for its next call. Depends on nothing but its arguments. */
  const advise = async (from: Start, seen: Seen, answers: readonly Answer[]): Promise<Advice> => {
    if (from.halted !== null) return { rest: from.halted, row: 0 };
    const lens = blinkers.seesFacts?.(seen) ?? seen;
    const declines = isDeclined(from);
    const key = `${from.want}${declines}${JSON.stringify([lens, answers])}`;
    const known = advised.get(key) ?? (await settleOnce(from.want, declines, lens, answers, blinkers));
    advised.set(key, known);
    return known;
  };

  return { start, advise, declinedOf, summary: () => summaryOf(judged, advised) };
}

function summaryOf(judged: ReadonlyMap<string, Judged>, advised: ReadonlyMap<string, Advice>) {
  const rests = [...advised.values()].flatMap((advice) => ("rest" in advice ? [advice.rest] : []));
  return { plans: judged.size, steps: advised.size, rests: [...new Set(rests)].sort() };
}

export type Brain = ReturnType<typeof createBrain>;

function isDeclined({ want, declined }: Start): boolean {
  return want !== null && declined.some(({ change }) => want.startsWith(`${change}:`));
}

function rememberedOf(declined: readonly Declined[], seen: Seen): readonly Declined[] {
  const common = { repo_id: letters.target.repoId, key: letters.key };
  const known = declined.map(({ change, number }) => ({
    ...common,
    number,
    change: letters.digestOfChange(change),
  }));
  const observations = new Map([[letters.target.repoId, observationOf(seen)]]);
  const inputs = { installation: letters.installation, observations, memory: { declined: known } };
  const records = rememberDeclined(inputs, [letters.desiredOf("a")]);
  return records
    .map(({ change, number }) => ({ change: letters.changeOfDigest(change), number }))
    .sort((a, b) => (a.change < b.change ? -1 : 1));
}

function effectiveOf(desire: Desire, base: Base | null, seen: Seen): Base | null {
  const subject = subjectOf(letters.installation, letters.desiredOf(desire));
  const effective = effectiveBase(subject, letters.recordOf(base), observationOf(seen), new Set());
  // A repo that cannot be read is not planned, and keeps what is known of it.
  return seen.blind === "repo" ? base : letters.baseOf(effective.record);
}

/** Plans with the real planner, from a base that already holds what the proposals say. */
function judge(desire: Desire, seen: Seen, base: Base | null): Judged {
  const observation = observationOf({ ...seen, branch: null, proposals: [] });
  const desired = letters.desiredOf(desire);
  const planned = planRepo({
    installation: letters.installation,
    desired,
    observation,
    base: letters.recordOf(base),
    policy: {},
    locate: () => undefined,
    asOf: letters.noon,
  });
  const next = letters.baseOf(planned.base);
  const rest = { value: next?.value ?? null, remembers: next !== null };
  return { ...prepare(planned.plan, seen.live, desire, observation), ...rest };
}

function prepare(
  plan: RepoPlan,
  live: Value,
  desire: Desire,
  observation: ReturnType<typeof observationOf>,
): Pick<Judged, "want" | "halted"> {
  const whole = {
    format_version: "1.0",
    kind: "plan" as const,
    installation: letters.installation,
    tool_version: "0",
    created_at: new Date(letters.noon).toISOString(),
    ops_inputs_digest: "",
    repos: [plan],
    plan_digest: letters.planDigest,
  };
  const facts: PlanFacts = {
    plan: whole,
    observations: new Map([[plan.repo_id, observation]]),
    forges: new Map([["local", replayForge(nothingSeen, [])]]),
    policy: () => ({}),
    declined: [],
    reopen: new Set(),
    rebuild: new Set(),
    moved: new Map(),
    formerFiles: new Set(),
    accepted: new Map(),
    refused: () => undefined,
    now: letters.noon,
  };
  const prepared = prepareRepo(facts, plan);
  if ("outcome" in prepared) return { want: null, halted: prepared.outcome };
  const { wanted } = prepared;
  if (wanted === null) return { want: null, halted: null };
  const change = `${live}>${desire === "prune" ? "-" : desire}`;
  letters.nameChange(wanted.change, change);
  const want = `${change}:${wanted.class}`;
  wants.set(want, wanted);
  return { want, halted: null };
}

const nothingSeen: Seen = { live: "-", branch: null, proposals: [], blind: "nothing" };

async function settleOnce(
  want: string | null,
  declines: boolean,
  seen: Seen,
  answers: readonly Answer[],
  { forgetsWhileOpen = false }: Blinkers,
): Promise<Advice> {
  const wanted = want === null ? null : wantedOf(want);
  const switches: Switches = {
    suspended: false,
    gate: { open: true },
    declined: new Set(declines && wanted !== null ? [wanted.change] : []),
    reopen: forgetsWhileOpen && openOf(seen.proposals) !== undefined,
    rebuild: false,
  };
  try {
    const settled = await settleProposal({
      forge: replayForge(seen, answers),
      target: letters.target,
      wanted,
      switches,
      cache: memoryCache(),
      time: letters.noon,
      observation: observationOf(seen),
    });
    return { rest: settled.rest, row: settled.row };
  } catch (error) {
    if (error instanceof Paused) return { call: error.call };
    throw error;
  }
}
