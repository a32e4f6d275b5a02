import { parseInstant } from "@coulomb-loop/cadence";
import type { RepoPlan, RunReport } from "@coulomb-loop/schemas";
import type { RepoClass } from "./classify.ts";
import type { RepoResult } from "./prepare.ts";

/** One statement about a repo; a condition that is missing is Unknown. */
export type Condition = RunReport["repos"][number]["conditions"][number];

/** How well something is, from the best to the worst. */
export type Health = RunReport["health"];

/** From the best to the worst: of several the worst counts (page 03 §7). */
export const healthOrder: readonly Health[] = ["healthy", "suspended", "progressing", "degraded", "unknown"];

/** Instants that tell since when a condition holds, as RFC 3339; absent where nobody knows. */
export interface Transitions {
  /** Since when the repo is as it is wanted now. */
  readonly syncedSince?: string;
  /** Since when it is in drift or conflict. */
  readonly driftSince?: string;
  /** When its open proposal was opened. */
  readonly proposedAt?: string;
  /** When its newest finished proposal was merged or closed. */
  readonly finishedAt?: string;
}

/**
 * Ready, Synced, Reconciling and Stalled of one repo, from its plan and where its proposal rests. A time is given only
 * where it is known that the status has held since: see `timesOf`. Pure.
 */
export function conditionsOf(result: RepoResult, transitions: Transitions): Condition[] {
  const { plan } = result;
  const say = (
    type: Condition["type"],
    status: Condition["status"],
    reason: string,
    message: string,
    since?: string,
  ): Condition => ({
    type,
    status,
    reason,
    message,
    observed_digest: plan.inputs_digest,
    ...(since === undefined ? {} : { last_transition: since }),
  });
  if (plan.class === "unknown") {
    const types = ["Ready", "Synced", "Reconciling", "Stalled"] as const;
    return types.map((type) => say(type, "Unknown", "unknown", plan.reason));
  }
  const synced = plan.class === "in_sync";
  const settled = synced || plan.class === "released";
  const waiting = waitingFor(result);
  const stalled = stalledBy(result);
  const since = timesOf(result, transitions);
  const isReady = settled && stalled === undefined;
  return [
    say("Ready", isReady ? "True" : "False", stalled ?? plan.class, plan.reason, since.ready),
    say("Synced", synced ? "True" : "False", plan.class, plan.reason, since.synced),
    waiting === undefined
      ? say("Reconciling", "False", "idle", "nothing is under way", since.reconciling)
      : say("Reconciling", "True", waiting, sentence(result), since.reconciling),
    stalled === undefined
      ? say("Stalled", "False", "none", "nothing stands in the way", since.stalled)
      : say("Stalled", "True", stalled, sentence(result), since.stalled),
  ];
}

/** Since when each condition has its status; `undefined` where the forge and the state do not tell. */
interface Times {
  readonly ready?: string | undefined;
  readonly synced?: string | undefined;
  readonly reconciling?: string | undefined;
  readonly stalled?: string | undefined;
}

/**
 * In sync: since a run first saw it so, or since the proposal that restored it was finished. Out of sync: since the
 * drift began, or at the latest since the proposal about it was opened. Under way: since that proposal was opened.
 * Declined: since people closed it. Everything else left no trace: when the ops repo began to want something else is
 * not known before a proposal says so, nor when a branch was edited, a write refused or a repo archived.
 */
function timesOf(result: RepoResult, transitions: Transitions): Times {
  const { plan, outcome } = result;
  const { driftSince, proposedAt, finishedAt } = transitions;
  const stalled = stalledBy(result);
  const isWaiting = waitingFor(result) !== undefined;
  if (plan.class === "in_sync") {
    const synced = latest(transitions.syncedSince, finishedAt);
    const calm = transitions.syncedSince === undefined ? undefined : synced;
    return {
      synced: calm,
      ready: stalled === undefined ? calm : undefined,
      reconciling: isWaiting ? proposedAt : calm,
      stalled: stalled === undefined ? calm : undefined,
    };
  }
  if (plan.class === "released") return {};
  const synced = earliest(driftSince, proposedAt);
  const isDeclined = stalled === "declined";
  const isShown = outcome === "clean" && stalled === "drift";
  return {
    synced,
    ready: synced,
    reconciling: isWaiting ? proposedAt : isDeclined ? finishedAt : undefined,
    stalled: isDeclined ? finishedAt : isShown ? driftSince : undefined,
  };
}

/**
 * Since when a repo is in drift or conflict (RFC 3339): since its file was changed last, as far as that is known. What
 * an override left behind is drift from the end of the override on, however old the file is (page 03 R4).
 */
export function driftStart(plan: RepoPlan): string | undefined {
  if (plan.class !== "drift" && plan.class !== "conflict") return undefined;
  const changedAt = plan.last_change?.at;
  const times = plan.paths
    .filter((path) => path.class === "drift" || path.class === "conflict")
    .map((path) => {
      if (!path.reason.includes("(override_expired)")) return changedAt;
      const ends = plan.overrides.filter(
        ({ pointer, state }) => pointer === path.pointer && state === "expired",
      );
      return latest(changedAt, ...ends.map(({ expires_at }) => expires_at));
    });
  return earliest(...times);
}

function latest(...instants: readonly (string | undefined)[]): string | undefined {
  return ordered(instants).at(-1);
}

function earliest(...instants: readonly (string | undefined)[]): string | undefined {
  return ordered(instants)[0];
}

/** By what they mean: fractions of a second make the order of the texts another one. */
function ordered(instants: readonly (string | undefined)[]): string[] {
  return instants
    .filter((instant) => instant !== undefined)
    .sort((a, b) => parseInstant(a) - parseInstant(b));
}

/** Health of one repo. */
export function healthOf(result: RepoResult): Health {
  if (result.plan.class === "unknown" || result.outcome === "unknown") return "unknown";
  if (stalledBy(result) !== undefined) return "degraded";
  if (result.plan.class === "opted_out" || (result.outcome === "suspended" && result.plan.change !== null))
    return "suspended";
  if (result.plan.class === "in_sync" || result.plan.class === "released") return "healthy";
  return waitingFor(result) === undefined ? "degraded" : "progressing";
}

/** The worst of several; `healthy` when there are none. */
export function worstHealth(all: readonly Health[]): Health {
  return healthOrder.findLast((health) => all.includes(health)) ?? "healthy";
}

/**
 * Health by loop and wave, ascending. A repo that leaves, has left or vanished from its roster is in no wave: it counts
 * beside them, and for the loop.
 */
export function rollup(results: readonly RepoResult[]): RunReport["loops"] {
  const byLoop = Map.groupBy(results, ({ plan }) => plan.loop);
  return [...byLoop]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([loop, members]) => {
      const running = members.filter(({ plan }) => plan.mode === "run");
      const left = members.filter(({ plan }) => plan.mode !== "run");
      const waves = [...Map.groupBy(running, ({ plan }) => plan.wave)].sort(([a], [b]) => a - b);
      return {
        loop,
        health: worstHealth(members.map(healthOf)),
        waves: waves.map(([wave, repos]) => ({ wave, ...groupOf(repos) })),
        ...(left.length === 0 ? {} : { left: groupOf(left) }),
      };
    });
}

function groupOf(repos: readonly RepoResult[]): { readonly health: Health; readonly repos: number } {
  return { health: worstHealth(repos.map(healthOf)), repos: repos.length };
}

/** What a change that is under way waits for. */
function waitingFor({ plan, outcome, gate }: RepoResult): string | undefined {
  switch (outcome) {
    case "proposed":
    case "held":
      return "awaiting_merge";
    case "queued":
      return `awaiting_${gate ?? plan.gate.kind ?? "pace"}`;
    case "suspended":
      return plan.change === null ? undefined : "awaiting_suspended";
    case "planned":
      return "awaiting_run";
    case "retry":
    case "cancelled":
      return "awaiting_retry";
    default:
      return undefined;
  }
}

const needPeople: ReadonlySet<RepoClass> = new Set<RepoClass>([
  "unsupported",
  "ineligible",
  "foreign_owner",
  "moved",
  "conflict",
  "leaving_conflict",
  "orphaned",
]);

/** What keeps a repo from getting on by itself: its class, or an answer that people or the forge gave. */
function stalledBy({ plan, outcome }: RepoResult): string | undefined {
  if (needPeople.has(plan.class)) return plan.class;
  switch (outcome) {
    case "rejected":
    case "blocked":
    case "edited":
    case "declined":
    case "stale":
      return outcome;
    default:
      // A policy that only shows what differs leaves it to people.
      return outcome === "clean" && (plan.class === "drift" || plan.class === "adoption")
        ? plan.class
        : undefined;
  }
}

function sentence({ plan, message }: RepoResult): string {
  return message === "" ? plan.reason : message;
}
