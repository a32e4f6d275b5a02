import type { RunReport } from "@coulomb-loop/schemas";
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
  /** When its open proposal was opened. */
  readonly proposedAt?: string;
  /** When its file was changed last. */
  readonly changedAt?: string;
}

/** Ready, Synced, Reconciling and Stalled of one repo, from its plan and where its proposal rests. Pure. */
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
  const since = synced ? transitions.syncedSince : (transitions.changedAt ?? transitions.proposedAt);
  return [
    say(
      "Ready",
      settled && stalled === undefined ? "True" : "False",
      stalled ?? plan.class,
      plan.reason,
      since,
    ),
    say("Synced", synced ? "True" : "False", plan.class, plan.reason, since),
    waiting === undefined
      ? say("Reconciling", "False", "idle", "nothing is under way")
      : say("Reconciling", "True", waiting, sentence(result), transitions.proposedAt),
    stalled === undefined
      ? say("Stalled", "False", "none", "nothing stands in the way")
      : say("Stalled", "True", stalled, sentence(result)),
  ];
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
