import type { Cadence } from "@coulomb-loop/schemas";
import { definitionDigest } from "../digests.ts";
import { type Result, worstOf } from "../evidence/verdict.ts";
import { instantText, parseInstant } from "../instant.ts";
import { windowState } from "../windows.ts";
import type { ApprovalState } from "./approval.ts";
import {
  type Attempt,
  type Candidate,
  type LoopFacts,
  policyOfLoop,
  type WaveView,
  wavesOf,
} from "./attempt.ts";
import { exits, soak } from "./evidence-gates.ts";
import { type Gate, gate, shortName } from "./gate.ts";
import { phaseRank } from "./phase-rank.ts";

/** How a pilot's schedule file is, as the reconciler sees it. */
export interface RepoSync {
  /** `declined`: its people closed the proposal of what it should have, and nobody asked for it again. */
  readonly state: "in_sync" | "waiting" | "opted_out" | "declined" | "unknown";
  readonly message: string;
}

/** Whether something that is computed elsewhere is sound; a message where it is not. */
export type Soundness = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** What gates rest on beside the loop's own facts. A fact that is missing is one that could not be had. */
export interface GateFacts extends LoopFacts {
  readonly candidates: readonly Candidate[];
  /** By repo id. */
  readonly sync: ReadonlyMap<string, RepoSync>;
  /** The schedule file that a repo would get in a phase: `<repo id> <phase>`. */
  readonly schedules: ReadonlyMap<string, Soundness>;
  /** How each activity definition compiles, by id. */
  readonly definitions: ReadonlyMap<string, Soundness>;
  /** Whether the proposal's diff is what the tool writes; `undefined`: there is none. */
  readonly diff: Soundness | undefined;
  /** The responses; `undefined`: there is no proposal. */
  readonly approval: ApprovalState | undefined;
  /** Why the open proposal does not stand; absent: it does, or there is none. */
  readonly stale?: string;
}

/** What gates say when they are met. */
export const metWords = {
  notSuspended: "promotions are not suspended",
  noneHeld: "no target is held",
  leftOut: "left out: ",
  definitions: (count: number, to: string) => `${count} definitions of ${to} are proved`,
  schedules: "the schedule each target would get is valid",
  inSync: "every target is as desired",
  noWave: "no wave comes before",
  waves: (to: string) => `the waves before are in ${to}`,
} as const;

/**
 * Computes every gate of an attempt, in the order in which they lead (page 07, 2). What cannot be computed is inconclusive. Pure.
 */
export function gatesOf(facts: GateFacts, attempt: Attempt): Gate[] {
  const cadence = policyOfLoop(facts);
  if (cadence === undefined)
    return [gate("not-suspended", "inconclusive", "the cadence policy cannot be read")];
  return [
    suspension(cadence, facts.now),
    notHeld(facts, attempt),
    definitionsReady(facts, cadence, attempt),
    schedulesValid(facts, attempt),
    inSync(facts, cadence, attempt),
    ...exits(facts, cadence, attempt),
    soak(cadence, attempt),
    waves(facts, cadence, attempt),
    diffScope(facts),
    approval(facts, cadence, attempt),
    windows(cadence, facts.now),
  ];
}

/** The worst of the gates that count (page 07 P4). */
export function aggregate(gates: readonly Gate[]): Result {
  return worstOf(gates.filter(({ enforced }) => enforced).map(({ result }) => result));
}

/** Whether a person may be asked: everything before the proposal's own gates succeeds (page 07 P5). */
export function mayOpen(gates: readonly Gate[]): boolean {
  const own = new Set(["diff-scope", "approval", "window"]);
  return gates
    .filter(({ key, enforced }) => enforced && !own.has(key))
    .every(({ result }) => result === "success");
}

/** The gates a demotion needs (page 07 P18). */
export function demotionGatesOf(facts: GateFacts, attempt: Attempt): Gate[] {
  const cadence = policyOfLoop(facts);
  if (cadence === undefined)
    return [gate("definitions-ready", "inconclusive", "the cadence policy cannot be read")];
  return [definitionsReady(facts, cadence, attempt), schedulesValid(facts, attempt), diffScope(facts)];
}

function suspension({ suspend }: Cadence, now: number): Gate {
  const isSuspended =
    suspend !== undefined &&
    suspend !== false &&
    (suspend === true || suspend.until === undefined || parseInstant(suspend.until) > now);
  if (!isSuspended) return gate("not-suspended", "success", metWords.notSuspended);
  const reason = typeof suspend === "object" ? `: ${suspend.reason}` : "";
  const until = typeof suspend === "object" && suspend.until !== undefined ? ` until ${suspend.until}` : "";
  return gate("not-suspended", "pending", `the loop is suspended${until}${reason}`, {
    turnedBy: "suspend: false in cadence.yaml",
  });
}

function notHeld({ stale }: GateFacts, { targets, leftOut }: Attempt): Gate {
  const words = leftOut.map(({ repo, because }) => `${shortName(repo)} is ${because}`).join("; ");
  // Of a proposal that does not stand, who is left out is one of its own targets.
  if (targets.length > 0 && (stale === undefined || words === ""))
    return gate("not-held", "success", words === "" ? metWords.noneHeld : `${metWords.leftOut}${words}`);
  return gate("not-held", "pending", words === "" ? "no repo is left" : words, {
    turnedBy: "coulomb hold --release, or the end of the cooldown",
  });
}

function definitionsReady({ documents, definitions }: GateFacts, cadence: Cadence, { to }: Attempt): Gate {
  const ids = cadence.phases.find(({ name }) => name === to)?.definitions ?? [];
  const flaws = ids.flatMap((id): { readonly result: Result; readonly message: string }[] => {
    const placed = documents.definitions.find(({ value }) => value.id === id);
    if (placed === undefined) return [{ result: "failure", message: `${id} is missing` }];
    const compiled = definitions.get(id);
    if (compiled === undefined) return [{ result: "inconclusive", message: `${id} was not compiled` }];
    if (!compiled.ok) return [{ result: "failure", message: `${id}: ${compiled.message}` }];
    const digest = definitionDigest(placed.value, placed.body);
    const { requires = [], proof = [] } = placed.value.enable_gate ?? {};
    const missing = requires.filter(
      (kind) =>
        kind !== "regulator_approval" &&
        !proof.some((given) => given.kind === kind && given.digest === digest),
    );
    return missing.length === 0
      ? []
      : [{ result: "failure", message: `${id} lacks the proof of ${missing.join(" and ")} for its digest` }];
  });
  if (flaws.length === 0) return gate("definitions-ready", "success", metWords.definitions(ids.length, to));
  return gate(
    "definitions-ready",
    worstOf(flaws.map(({ result }) => result)),
    flaws.map(({ message }) => message).join("; "),
    {
      turnedBy: `try them, then coulomb activity prove --phase ${to} --kind <kind> --ref <where>, and coulomb activity compile`,
    },
  );
}

function schedulesValid({ schedules }: GateFacts, { targets, to }: Attempt): Gate {
  const flaws = targets.flatMap(({ repo }): { readonly result: Result; readonly message: string }[] => {
    const found = schedules.get(`${repo.id} ${to}`);
    if (found === undefined)
      return [
        { result: "inconclusive", message: `${shortName(repo.id)}: its schedule could not be computed` },
      ];
    return found.ok ? [] : [{ result: "failure", message: `${shortName(repo.id)}: ${found.message}` }];
  });
  if (flaws.length === 0) return gate("schedule-valid", "success", metWords.schedules);
  return gate(
    "schedule-valid",
    worstOf(flaws.map(({ result }) => result)),
    flaws.map(({ message }) => message).join("; "),
    { turnedBy: "correct the schedule file in that repo" },
  );
}

function inSync({ sync }: GateFacts, cadence: Cadence, { targets }: Attempt): Gate {
  const flaws = targets.flatMap(({ repo }): readonly Gate[] => {
    const found = sync.get(repo.id);
    if (found?.state === "in_sync") return [];
    if (found?.state === "declined") return [declinedSchedule("in-sync", cadence, repo)];
    const result = found === undefined || found.state === "unknown" ? "inconclusive" : "pending";
    const words = `${shortName(repo.id)}: ${found?.message ?? "not observed"}`;
    return [
      gate("in-sync", result, words, { turnedBy: "merge the open schedule proposals; coulomb reconcile" }),
    ];
  });
  if (flaws.length === 0) return gate("in-sync", "success", metWords.inSync);
  const measurements = flaws.find((each) => each.measurements !== undefined)?.measurements;
  return gate(
    "in-sync",
    worstOf(flaws.map(({ result }) => result)),
    flaws.map(({ description }) => description).join("; "),
    {
      turnedBy: [...new Set(flaws.flatMap(({ turnedBy }) => turnedBy ?? []))].join("; "),
      ...(measurements === undefined ? {} : { measurements }),
    },
  );
}

/** A gate that waits for a repo whose people closed the proposal of its schedule: by itself it never turns. */
function declinedSchedule(
  key: "in-sync" | "wave",
  cadence: Cadence,
  { id, wave, phase }: Candidate["repo"],
): Gate {
  const name = shortName(id);
  const own = wavesOf(cadence).find(({ number }) => number === wave)?.name;
  const before = cadence.phases[cadence.phases.findIndex((each) => each.name === phase) - 1]?.name;
  const ways = [
    `coulomb requests label ${name} coulomb:reopen, which offers it again`,
    ...(before === undefined ? [] : [`coulomb demote ${name} --to ${before} --reason …`]),
    `coulomb hold ${name} --reason …, which goes on without it`,
  ];
  return gate(
    key,
    "pending",
    `${name}${own === undefined ? "" : ` of ${own}`} declined its schedule for ${phase}`,
    {
      measurements: { declined: true },
      turnedBy: ways.join("; or "),
    },
  );
}

/** Whether the waves before the attempt's have arrived, and stayed. */
export function waves(
  { candidates, sync }: Pick<GateFacts, "candidates"> & Partial<Pick<GateFacts, "sync">>,
  cadence: Cadence,
  { to, wave, targets }: Attempt,
): Gate {
  if (targets.length === 0) return gate("wave", "pending", "no repo is left");
  const earlier = wavesBefore(cadence, wave);
  if (earlier.length === 0) return gate("wave", "success", metWords.noWave);
  const flaws = earlier.flatMap((each) =>
    candidates
      .filter(({ repo }) => repo.wave === each.number)
      .flatMap((member) => {
        const lack = behind(member, each, to, phaseRank(cadence));
        const isDeclined = lack?.result === "pending" && sync?.get(member.repo.id)?.state === "declined";
        return isDeclined ? declinedSchedule("wave", cadence, member.repo) : (lack ?? []);
      }),
  );
  return (
    flaws.find(({ result }) => result === "failure") ??
    flaws.find(({ measurements }) => measurements?.declined === true) ??
    flaws[0] ??
    gate("wave", "success", metWords.waves(to))
  );
}

/** The waves that come before one of this name. What is of no wave comes after all of them. */
export function wavesBefore(cadence: Cadence, wave: string | undefined): readonly WaveView[] {
  const all = wavesOf(cadence);
  const own = all.findIndex(({ name }) => name === wave);
  return own < 0 ? all : all.slice(0, own);
}

/** What a repo of an earlier wave still lacks; `undefined`: nothing, or it is held. */
function behind(
  { repo, history: { latest, heldBy }, soak: shown }: Candidate,
  { name, soak: required }: WaveView,
  to: string,
  rank: (phase: string) => number,
): Gate | undefined {
  const what = `${shortName(repo.id)} of ${name}`;
  if (heldBy !== undefined && latest?.direction === "demote" && latest.from === to)
    return gate("wave", "failure", `${what} was demoted from ${to}`, {
      turnedBy: `find out why, then coulomb hold ${shortName(repo.id)} --release`,
    });
  if (heldBy !== undefined || rank(repo.phase) > rank(to)) return undefined;
  if (repo.phase !== to) return gate("wave", "pending", `${what} is not in ${to} yet`);
  const { successes: least } = shown;
  if (least >= required) return undefined;
  return gate("wave", "pending", `${what} has ${least} of ${required} cycles in ${to}`, {
    measurements: { required, least },
  });
}

/** The gate of the proposal's diff. */
export function diffScope({ diff, stale }: Pick<GateFacts, "diff" | "stale">): Gate {
  if (stale !== undefined) return gate("diff-scope", "pending", `it does not stand: ${stale}`);
  if (diff === undefined) return gate("diff-scope", "pending", "there is no proposal yet");
  return diff.ok
    ? gate("diff-scope", "success", "it changes what the tool writes, and nothing else")
    : gate("diff-scope", "failure", diff.message, { turnedBy: "take the other changes out of the branch" });
}

/** The gate of the approvals; of a proposal that was just opened there is no state yet. */
export function approval(
  { approval: state, stale }: Pick<GateFacts, "approval" | "stale">,
  cadence: Cadence,
  { from }: Pick<Attempt, "from">,
): Gate {
  const name = cadence.phases.find((phase) => phase.name === from)?.approval;
  if (name === undefined) return gate("approval", "success", "the policy asks for none");
  const policy = cadence.approvals?.find((each) => each.name === name);
  if (policy === undefined) return gate("approval", "inconclusive", `the policy has no approval ${name}`);
  if (stale !== undefined)
    return gate("approval", "pending", "no answer to this head counts: it does not stand");
  if (state === undefined)
    return gate("approval", "pending", "nobody was asked yet", {
      turnedBy: askedOf(policy),
    });
  return gate("approval", state.result, state.description, {
    measurements: { approvals: state.responses.filter(({ because }) => because === undefined).length },
    ...(state.missing.length === 0
      ? {}
      : { turnedBy: `coulomb approve by ${state.missing.join(state.needsEach ? " and " : " or ")}` }),
  });
}

/** Who is to approve, as a policy says: each required one, or else any of the approvers. */
function askedOf({ approvers, min_approvals: least }: NonNullable<Cadence["approvals"]>[number]): string {
  const required = approvers.filter((each) => each.required === true);
  const isFree = required.length === 0;
  const names = (isFree ? approvers : required).map(({ user }) => user).join(isFree ? " or " : " and ");
  return `coulomb approve by ${names}${least > Math.max(1, required.length) ? `, ${least} in all` : ""}`;
}

/** Whether a promotion may be merged at `now` (epoch milliseconds). */
export function windows(cadence: Cadence, now: number): Gate {
  const state = windowState(cadence.promotion_windows ?? [], "promotion", cadence.timezone, now);
  if (state.open) return gate("window", "success", "a promotion may be merged now");
  const opens = state.opensAt === undefined ? "never" : instantText(state.opensAt);
  return gate("window", "pending", `${state.window} keeps it shut; it opens ${opens}`, {
    turnedBy: state.opensAt === undefined ? "promotion_windows of cadence.yaml" : `time: ${opens}`,
  });
}
