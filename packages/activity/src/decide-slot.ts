import type { Activity, Timing } from "@coulomb-loop/cadence";
import { parseDuration, parseCron, isCronProblem, sameCron, timingOf } from "@coulomb-loop/cadence";
import type { Discovery, ScheduledRun } from "./discover.ts";
import { hasFailed, preparedAt, type SlotFacts, type SlotIndex, succeededAt } from "./slot-facts.ts";

/** Why a slot is closed without a record that counts; the hub keeps it with the slot. */
export type SettleReason =
  | "closed"
  | "failed"
  | "missed"
  | "overlap"
  | "upstream_failed"
  | "opted_out"
  | "not_in_sync"
  | "unreadable"
  | "not_declared";

/** What a tick does with a slot now. Instants are epoch milliseconds. */
export type SlotDecision =
  /** Its task is made, or opened again for another attempt. */
  | {
      readonly kind: "dispatch";
      readonly attempt: number;
      readonly trigger: "schedule" | "retry" | "catch_up";
      readonly readyAt: number;
      readonly startBy: number | undefined;
      readonly isLate: boolean;
    }
  /** It is over; `event` is what is told before, where there is something to tell. */
  | {
      readonly kind: "settle";
      readonly reason: SettleReason;
      readonly message: string;
      readonly event?: "skipped" | "opted_out" | "not_in_sync" | "unreadable" | "config_changed";
    }
  /** Nothing is to be done yet; `until` is when to look again, where that is known. */
  | { readonly kind: "wait"; readonly reason: string; readonly until?: number };

/** What a decision rests on. */
export interface DecisionInput {
  readonly facts: SlotFacts;
  /** As the ops repo declares it now; `undefined`: it does not, or its definition may not be fired. */
  readonly activity: Activity | undefined;
  /** Every slot of the ledger that may matter: those before it, and those of its cycle. */
  readonly slots: SlotIndex;
  /** What the definition's resolver answers; `undefined` for one without sources. */
  readonly discovery: Discovery | undefined;
  /** Epoch milliseconds, by the hub's clock. */
  readonly asOf: number;
}

/** How far catch-up looks back where a definition does not say. */
const usualWindow = 86_400_000;

/**
 * Decides what is done with a slot that is not settled (page 06 R8, R11 to R13). The first rule that fits wins; a slot is never
 * left without a reason. Pure.
 */
export function decideSlot(input: DecisionInput): SlotDecision {
  const { facts, asOf } = input;
  if (facts.slot.state === "dispatched") return decideDispatched(input);
  const readyAt = Date.parse(facts.slot.ready_at);
  if (asOf < readyAt) return { kind: "wait", reason: "not due yet", until: readyAt };
  return decideOpen(input);
}

/** A task is out: is it closed, to be tried again, or over time? */
function decideDispatched({ facts, activity, asOf }: DecisionInput): SlotDecision {
  const { closeBy, attempts } = facts;
  if (succeededAt(facts) !== undefined)
    return { kind: "settle", reason: "closed", message: "a record closed it" };
  const isOver = closeBy !== undefined && asOf > closeBy;
  if (hasFailed(facts)) {
    const retries = activity?.definition.policy?.retries ?? 0;
    if (attempts <= retries && !isOver && activity !== undefined) {
      const failedAt = Math.max(...facts.closing.map(({ received_at: at }) => Date.parse(at)));
      return dispatched(activity, { attempt: attempts + 1, trigger: "retry", readyAt: failedAt, asOf });
    }
    return { kind: "settle", reason: "failed", message: `attempt ${attempts} failed, and no other follows` };
  }
  if (!isOver)
    return { kind: "wait", reason: "its task is open", ...(closeBy === undefined ? {} : { until: closeBy }) };
  const last = facts.events.findLast(({ type }) => type === "dispatched");
  const lateEnd = last?.data?.trigger === "catch_up" ? catchUpEnd(activity, Date.parse(last.at)) : closeBy;
  if (asOf <= lateEnd) return { kind: "wait", reason: "its task is open, to catch up", until: lateEnd };
  return { kind: "settle", reason: "missed", message: "no record closed it in time" };
}

/** A task that catches up has as long as one that is on time. */
function catchUpEnd(activity: Activity | undefined, dispatchedAt: number): number {
  const { closeDeadline } = activity === undefined ? {} : timingOf(activity.definition);
  return dispatchedAt + (closeDeadline ?? 0);
}

function decideOpen(input: DecisionInput): SlotDecision {
  const { facts, activity, asOf } = input;
  const { closeBy } = facts;
  // Work that was done before its task was made needs none.
  if (succeededAt(facts) !== undefined)
    return { kind: "settle", reason: "closed", message: "a record closed it before it was dispatched" };
  if (activity === undefined)
    return {
      kind: "settle",
      reason: "not_declared",
      event: "config_changed",
      message: "the ops repo does not declare it any more, or its definition may not fire",
    };
  const isOver = closeBy !== undefined && asOf > closeBy;
  if (isOver && !catchesUp(input, activity))
    return { kind: "settle", reason: "missed", message: "nobody dispatched it in time" };
  const consent = decideConsent(input, activity);
  if (consent !== undefined) return consent;
  const upstream = upstreamOf(input, activity);
  if (upstream.kind === "failed")
    return { kind: "settle", reason: "upstream_failed", event: "skipped", message: upstream.message };
  if (upstream.kind === "pending" && !isOver)
    return { kind: "wait", reason: upstream.message, ...(closeBy === undefined ? {} : { until: closeBy }) };
  const overlap = decideOverlap(input, activity);
  if (overlap !== undefined) return overlap;
  const readyAt = Math.max(Date.parse(facts.slot.ready_at), upstream.kind === "done" ? upstream.at : 0);
  return dispatched(activity, { attempt: 1, trigger: isOver ? "catch_up" : "schedule", readyAt, asOf });
}

function dispatched(
  activity: Activity,
  {
    attempt,
    trigger,
    readyAt,
    asOf,
  }: {
    readonly attempt: number;
    readonly trigger: "schedule" | "retry" | "catch_up";
    readonly readyAt: number;
    readonly asOf: number;
  },
): SlotDecision {
  const { startDeadline }: Timing = timingOf(activity.definition);
  const startBy = startDeadline === undefined ? undefined : readyAt + startDeadline;
  return {
    kind: "dispatch",
    attempt,
    trigger,
    readyAt,
    startBy,
    isLate: startBy !== undefined && asOf > startBy,
  };
}

/** Whether a slot whose time is over is dispatched all the same. */
function catchesUp({ facts, slots, asOf }: DecisionInput, { definition: { policy, id } }: Activity): boolean {
  const mode = policy?.catch_up ?? "none";
  const window = parseDuration(policy?.window ?? "") ?? usualWindow;
  if (mode === "none" || facts.due < asOf - window) return false;
  if (mode === "all") return true;
  return !slots
    .of(id, facts.slot.repo)
    .some(({ slot, due }) => due > facts.due && Date.parse(slot.ready_at) <= asOf);
}

/** What the repo itself says: that it was not to be had, withdrew its consent, or runs at other times than desired. */
function decideConsent(
  { facts, discovery, asOf }: DecisionInput,
  activity: Activity,
): SlotDecision | undefined {
  if (discovery === undefined) return undefined;
  const excluded = discovery.excluded.find(({ repo }) => repo === facts.slot.repo);
  if (excluded?.reason === "unreadable") {
    const patience = facts.slot.start_by === undefined ? undefined : Date.parse(facts.slot.start_by);
    if (patience !== undefined && asOf < patience)
      return { kind: "wait", reason: `it could not be read: ${excluded.message}`, until: patience };
    return { kind: "settle", reason: "unreadable", event: "unreadable", message: excluded.message };
  }
  if (excluded?.reason === "opted_out")
    return { kind: "settle", reason: "opted_out", event: "opted_out", message: excluded.message };
  // The file is the repo's consent.
  if (excluded?.reason === "no_schedule") return outOfSync(excluded.message);
  // `ignore` looks at consent only (page 06 R8).
  if ((activity.definition.context?.target_cron ?? "ignore") === "ignore") return undefined;
  if (excluded !== undefined) return outOfSync(excluded.message);
  const runs = discovery.runs.filter(({ repo }) => repo === facts.slot.repo);
  return decideSync(
    activity,
    runs.find(({ agent }) => agent === activity.step),
  );
}

/** Whether the repo's own cron fires as desired; one that an override frees may fire as it likes. */
function decideSync(
  { clock, repo, step }: Activity,
  run: ScheduledRun | undefined,
): SlotDecision | undefined {
  if (run === undefined) return outOfSync(`it schedules no agent ${step}`);
  const isFreed = repo.freed.some(({ pointer }) => pointer === `/agents/${step}/cron`);
  if (isFreed && !isCronProblem(parseCron(run.cron))) return undefined;
  if (sameCron(run.cron, clock.cron.text) && run.timezone === clock.zone) return undefined;
  return outOfSync(
    `it runs at "${run.cron}" (${run.timezone}), and "${clock.cron.text}" (${clock.zone}) is desired`,
  );
}

function outOfSync(message: string): SlotDecision {
  return { kind: "settle", reason: "not_in_sync", event: "not_in_sync", message };
}

type Upstream =
  | { readonly kind: "done"; readonly at: number }
  | { readonly kind: "pending"; readonly message: string }
  | { readonly kind: "failed"; readonly message: string };

/** The worst of what an activity waits for in this cycle and repo. An upstream without a slot is not waited for. */
function upstreamOf({ facts, slots, asOf }: DecisionInput, { definition }: Activity): Upstream {
  let at = 0;
  let pending: Upstream | undefined;
  for (const { activity, when = "success" } of definition.depends_on ?? []) {
    const upstream = slots
      .inCycle(facts.slot.repo, facts.slot.cycle)
      .findLast(({ slot, due }) => slot.activity === activity && due <= facts.due);
    if (upstream === undefined) continue;
    const success = succeededAt(upstream);
    const done = when === "prepared" ? earliest(success, preparedAt(upstream)) : success;
    if (done !== undefined) {
      at = Math.max(at, done);
      continue;
    }
    const isOver = upstream.closeBy !== undefined && asOf > upstream.closeBy;
    if (upstream.slot.state === "settled" || isOver)
      return { kind: "failed", message: `${activity} did not get there in this cycle` };
    pending ??= {
      kind: "pending",
      message: `${activity} is not ${when === "prepared" ? "prepared" : "done"} yet`,
    };
  }
  return pending ?? { kind: "done", at };
}

function earliest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.min(a, b);
}

/** An earlier slot of the same activity and repo that is still open (page 06 R13). */
function decideOverlap(
  { facts, slots, asOf }: DecisionInput,
  { definition: { policy } }: Activity,
): SlotDecision | undefined {
  const mode = policy?.overlap ?? "skip";
  if (mode === "allow") return undefined;
  const earlier = slots
    .of(facts.slot.activity, facts.slot.repo)
    .filter(
      (other) =>
        other.due < facts.due &&
        other.slot.state !== "settled" &&
        succeededAt(other) === undefined &&
        (other.closeBy === undefined || asOf <= other.closeBy),
    );
  const [first] = earlier;
  if (first === undefined) return undefined;
  const isWaiting = earlier.some(({ slot }) => slot.state === "open");
  if (mode === "buffer_one" && !isWaiting)
    return { kind: "wait", reason: `${first.slot.key} is still open`, ...untilOf(facts) };
  return {
    kind: "settle",
    reason: "overlap",
    event: "skipped",
    message: `${first.slot.key} is still open`,
  };
}

function untilOf({ closeBy }: SlotFacts): { readonly until?: number } {
  return closeBy === undefined ? {} : { until: closeBy };
}
