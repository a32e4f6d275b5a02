import type { HubApi } from "@coulomb-loop/schemas/hub";
import type { HubClient, HubResources, HubResult, LedgerClient } from "@coulomb-loop/state-hub-sync";
import pLimit from "p-limit";
import { changeTask } from "./change-task.ts";
import type { SlotDecision } from "./decide-slot.ts";
import { tellInterventions, tickReason } from "./interventions.ts";
import { plainLine } from "./plain-text.ts";
import type { PlannedSlot, PlannedTask } from "./plan-tick.ts";

/** What decisions are carried out with. */
export interface ApplyContext {
  readonly hub: Pick<HubClient, "list" | "put" | "patch" | "history">;
  readonly ledger: Pick<LedgerClient, "claimSlots" | "tellSlot" | "slotEvents">;
  /** Slots worked on at the same time. */
  readonly concurrency: number;
  /** Told of each slot that was worked on. */
  readonly onSlot?: (outcome: SlotOutcome) => void;
  /** Ends the work between two slots. */
  readonly signal?: AbortSignal;
}

/**
 * What became of a slot. `taken`: somebody else has it, or was faster. `refused`: the hub did not take it; it is tried again by
 * the next tick.
 */
export interface SlotOutcome {
  /** Key of the slot. */
  readonly slot: string;
  readonly result: "dispatched" | "settled" | "prepared" | "taken" | "refused";
  readonly attempt?: number;
  readonly reason?: string;
  /** Id of its task in the hub. */
  readonly task?: string;
  readonly message?: string;
}

type Dispatch = Extract<SlotDecision, { kind: "dispatch" }>;
type Settle = Extract<SlotDecision, { kind: "settle" }>;

/** A slot that is claimed for a decision. */
interface Held<D extends SlotDecision> {
  readonly slot: HubApi.Slot;
  readonly decision: D;
  readonly claim: HubApi.Claim;
}

/** Slots claimed at once: few enough that a claim outlasts the work. */
const claimedAtOnce = 50;

/** Seconds that a claim holds; after a crash others take over then. */
const leaseSeconds = 300;

/**
 * Carries out what was decided, each slot under a claim of its own kind: what somebody else claimed meanwhile is left to
 * them. Outcomes in the order given.
 */
export async function applySlots(
  context: ApplyContext,
  slots: readonly PlannedSlot[],
): Promise<readonly SlotOutcome[]> {
  const due = slots.filter(({ decision }) => decision.kind !== "wait");
  const outcomes = new Map<string, SlotOutcome>();
  const limit = pLimit(Math.max(1, context.concurrency));
  for (const state of ["open", "dispatched"] as const) {
    const ofState = due.filter(({ slot }) => slot.state === state);
    for (let at = 0; at < ofState.length && context.signal?.aborted !== true; at += claimedAtOnce) {
      const batch = ofState.slice(at, at + claimedAtOnce);
      const claimed = await claimBatch(context, batch, state);
      const held = new Set(claimed?.slots.map(({ id }) => id));
      const work = batch.map((planned) =>
        limit(async () => {
          const outcome =
            claimed !== undefined && held.has(planned.slot.id)
              ? await applyClaimed(context, planned, claimed.claim)
              : taken(planned.slot);
          outcomes.set(planned.slot.key, outcome);
          context.onSlot?.(outcome);
        }),
      );
      await Promise.all(work);
    }
  }
  return due.flatMap(({ slot }) => outcomes.get(slot.key) ?? []);
}

function claimBatch(
  { ledger }: ApplyContext,
  [first, ...rest]: readonly PlannedSlot[],
  state: "open" | "dispatched",
): Promise<HubApi.SlotClaimAnswer | undefined> {
  if (first === undefined) return Promise.resolve(undefined);
  return ledger.claimSlots({
    state,
    slots: [first.slot.id, ...rest.map(({ slot }) => slot.id)],
    limit: rest.length + 1,
    lease_s: leaseSeconds,
  });
}

function taken({ key }: HubApi.Slot): SlotOutcome {
  return {
    slot: key,
    result: "taken",
    message: "somebody else has it, or it is not ready by the hub's clock",
  };
}

/** Works on a slot; where that ends in nothing of ours, the claim is given back, so that the next tick may try. */
async function applyClaimed(
  context: ApplyContext,
  planned: PlannedSlot,
  claim: HubApi.Claim,
): Promise<SlotOutcome> {
  const outcome = await applySlot(context, planned, claim);
  if (outcome.result === "taken" || outcome.result === "refused")
    await context.ledger.tellSlot(planned.slot.id, {
      id: `released#${claim.id}`,
      type: "released",
      claim: claim.id,
    });
  return outcome;
}

function applySlot(context: ApplyContext, planned: PlannedSlot, claim: HubApi.Claim): Promise<SlotOutcome> {
  const { slot, decision, task, changed } = planned;
  switch (decision.kind) {
    case "dispatch":
      if (task === undefined) throw new Error(`${slot.key}: a dispatch has a task`);
      return dispatch(context, { slot, decision, claim }, task, changed ?? []);
    case "settle":
      return settle(context, { slot, decision, claim });
    case "wait":
      throw new Error(`${slot.key}: what waits is not worked on`);
  }
}

/** The task first, under the slot's key, then the event: a crash in between finds the same task (page 06 R11). */
async function dispatch(
  context: ApplyContext,
  { slot, decision, claim }: Held<Dispatch>,
  task: PlannedTask,
  changed: readonly string[],
): Promise<SlotOutcome> {
  const { ledger } = context;
  const { attempt, trigger, readyAt, startBy, isLate } = decision;
  const untold = await tellBefore(context, { slot, decision, claim }, changed);
  if (untold !== undefined) return refused(slot, untold);
  const made = await makeTask(context, slot, task, attempt);
  if (made.kind !== "done") return refused(slot, made);
  const event = await ledger.tellSlot(slot.id, {
    id: `dispatched#${attempt}`,
    type: "dispatched",
    claim: claim.id,
    data: {
      attempt,
      trigger,
      task: made.value.id,
      ready_at: new Date(readyAt).toISOString(),
      ...(startBy === undefined ? {} : { start_by: new Date(startBy).toISOString() }),
      late: isLate,
      ...task.digests,
      ...task.run,
    },
  });
  if (event.kind === "done" && event.isNew)
    return { slot: slot.key, result: "dispatched", attempt, task: made.value.id, reason: trigger };
  // Who is late to tell it was overtaken: the slot has its task all the same.
  return event.kind === "done" || isOvertaken(event) ? taken(slot) : refused(slot, event);
}

/** What is to be known of a dispatch before it happens; answers with what the hub did not take. */
async function tellBefore(
  context: ApplyContext,
  { slot, decision: { attempt }, claim }: Held<Dispatch>,
  changed: readonly string[],
): Promise<HubResult<unknown> | undefined> {
  if (changed.length > 0) {
    const told = await context.ledger.tellSlot(slot.id, {
      id: `config_changed#${attempt}`,
      type: "config_changed",
      data: { changed: changed.join(" "), attempt },
    });
    if (told.kind === "refused" && told.code !== "content_differs") return told;
  }
  if (attempt === 1) return undefined;
  const task = await taskOf(context, slot);
  return tellInterventions(context, { slot, task, ticker: claim.by });
}

/** One task a slot: another attempt opens it again. */
async function makeTask(
  { hub }: ApplyContext,
  { key, repo }: HubApi.Slot,
  { title, description, priority, labels }: PlannedTask,
  attempt: number,
): Promise<HubResult<HubApi.Task>> {
  const fields: HubResources["tasks"]["put"] = {
    title,
    description,
    status: "todo",
    repo,
    labels: [...labels],
    ...(priority === undefined ? {} : { priority }),
  };
  const made = await hub.put("tasks", key, fields, "new");
  if (made.kind !== "stale" || made.current === undefined) return made;
  if (attempt === 1) return { kind: "done", value: made.current, isNew: false };
  return changeTask(hub, made.current, (task) =>
    task.labels?.includes(`attempt-${attempt}`) === true
      ? undefined
      : {
          // The bundle was of the attempt before.
          fields: { status: "todo", description, labels: [...labels], bundle: null },
          reason: tickReason(`attempt ${attempt - 1} failed: it is tried again`),
        },
  );
}

async function settle(context: ApplyContext, { slot, decision, claim }: Held<Settle>): Promise<SlotOutcome> {
  const { ledger } = context;
  const { reason, message, event } = decision;
  const data = { reason, message: plainLine(message, longestValue) };
  if (event !== undefined) {
    const told = await ledger.tellSlot(slot.id, { id: event, type: event, data });
    if (told.kind === "refused" && told.code !== "content_differs") return refused(slot, told);
  }
  if (slot.state === "dispatched") {
    const unclosed = await endTask(context, slot, decision, claim);
    if (unclosed !== undefined) return refused(slot, unclosed);
  }
  const settled = await ledger.tellSlot(slot.id, {
    id: "settled",
    type: "settled",
    claim: claim.id,
    data,
  });
  if (settled.kind === "done") return { slot: slot.key, result: "settled", reason, message };
  return isOvertaken(settled) ? taken(slot) : refused(slot, settled);
}

/** Characters of a value that an event holds. */
const longestValue = 2_000;

/** Ends the task of a slot, then tells what people did to it until then; answers with what the hub did not take. */
async function endTask(
  context: ApplyContext,
  slot: HubApi.Slot,
  { reason, message }: Settle,
  claim: HubApi.Claim,
): Promise<HubResult<unknown> | undefined> {
  const task = await taskOf(context, slot);
  if (task !== undefined) {
    const isDone = reason === "closed" || reason === "caught_up";
    const closed = await closeTask(context, task, isDone, tickReason(plainLine(message, longestValue)));
    if (closed.kind === "refused" || closed.kind === "stale") return closed;
  }
  return tellInterventions(context, { slot, task, ticker: claim.by });
}

/** The task of a slot; `undefined`: it was deleted. */
async function taskOf({ hub }: ApplyContext, { key }: HubApi.Slot): Promise<HubApi.Task | undefined> {
  const [task] = await hub.list("tasks", { key });
  return task;
}

/** The task of a slot that is over is over too, unless somebody ended it already. */
function closeTask(
  { hub }: ApplyContext,
  task: HubApi.Task,
  isDone: boolean,
  reason: string,
): Promise<HubResult<unknown>> {
  return changeTask(hub, task, ({ status }) => {
    if (status === "done" || status === "cancelled") return undefined;
    // A blocked task is not done in one step.
    if (isDone && status === "blocked") return { fields: { status: "in_progress" }, reason, again: true };
    return { fields: { status: isDone ? "done" : "cancelled" }, reason };
  });
}

function isOvertaken(result: HubResult<unknown>): boolean {
  return result.kind === "refused" && (result.code === "claim_lost" || result.code === "content_differs");
}

function refused({ key }: HubApi.Slot, result: HubResult<unknown>): SlotOutcome {
  switch (result.kind) {
    case "refused":
      return { slot: key, result: "refused", reason: result.code, message: result.message };
    case "stale":
      return { slot: key, result: "refused", reason: "stale", message: "its task is changed all the time" };
    case "gone":
      return { slot: key, result: "refused", reason: "gone", message: "somebody deleted its task" };
    default:
      return { slot: key, result: "refused", reason: result.kind, message: "the hub does not have it" };
  }
}
