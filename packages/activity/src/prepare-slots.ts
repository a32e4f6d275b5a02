import { type Activity, type DesiredRepo, parseDuration } from "@coulomb-loop/cadence";
import type { HubApi } from "@coulomb-loop/schemas/hub";
import type { HubClient, LedgerClient } from "@coulomb-loop/state-hub-sync";
import type { SlotOutcome } from "./apply-slots.ts";
import { changeTask } from "./change-task.ts";
import { firingActivities } from "./plan-slots.ts";
import { parsePrepare, type PrepareCommand } from "./prepare-command.ts";
import type { Decided, TickContext } from "./tick.ts";

/** What is to be prepared, for one slot. */
export interface PrepareRequest {
  readonly command: PrepareCommand;
  readonly repo: DesiredRepo;
  readonly slot: string;
  readonly cycle: string;
  readonly attempt: number;
  /** Digest of the activity definition. */
  readonly definition: string;
  /** Steps it builds on. */
  readonly upstream: readonly string[];
  /** Milliseconds for which it is good. */
  readonly expiresIn: number | undefined;
}

/** A verified result, or why there is none. */
export type Preparation =
  | { readonly kind: "prepared"; readonly text: string; readonly digest: string; readonly head: string }
  | { readonly kind: "refused"; readonly code: string; readonly message: string };

/** Prepares in a throw-away clone, and pushes nothing. */
export interface Preparer {
  prepare(request: PrepareRequest): Promise<Preparation>;
}

/** What preparing works with. */
export interface PrepareContext extends Pick<TickContext, "documents" | "definitions" | "onSlot" | "signal"> {
  readonly hub: Pick<HubClient, "list" | "patch">;
  readonly ledger: Pick<LedgerClient, "claimSlots" | "tellSlot" | "slots" | "slotEvents">;
  readonly preparer: Preparer;
}

/** Seconds that a claim for preparing holds: a clone takes a while. */
const leaseSeconds = 600;

/**
 * Prepares the slots whose task is out and that are not prepared yet: keeps the result with the task, and says `prepared` in the
 * ledger. One after the other, each under a claim; what somebody else prepares meanwhile is left to them. Outcomes by due and key.
 */
export async function prepareSlots(
  context: PrepareContext,
  { asOf }: Pick<Decided, "asOf">,
): Promise<readonly SlotOutcome[]> {
  const activities = new Map(
    firingActivities({ ...context, asOf }).map((each) => [`${each.definition.id} ${each.repo.id}`, each]),
  );
  const outcomes: SlotOutcome[] = [];
  for (const slot of await context.ledger.slots({ state: "dispatched" })) {
    if (context.signal?.aborted === true) break;
    const activity = activities.get(`${slot.activity} ${slot.repo}`);
    const command = parsePrepare(activity?.definition.task.prepare ?? "");
    if (activity === undefined || command === undefined || (await isPrepared(context, slot))) continue;
    const claimed = await context.ledger.claimSlots({
      state: "dispatched",
      slots: [slot.id],
      lease_s: leaseSeconds,
    });
    if (claimed === undefined) continue;
    const outcome = await prepareOne(context, { slot, activity, command });
    await context.ledger.tellSlot(slot.id, {
      id: `released#${claimed.claim.id}`,
      type: "released",
      claim: claimed.claim.id,
    });
    outcomes.push(outcome);
    context.onSlot?.(outcome);
  }
  return outcomes;
}

async function isPrepared({ ledger }: PrepareContext, { key }: HubApi.Slot): Promise<boolean> {
  const events = await ledger.slotEvents({ key });
  return hasPrepared(events, attemptOf(events));
}

/** Attempts that were dispatched. */
function attemptOf(events: readonly HubApi.SlotEvent[]): number {
  return events.filter(({ type }) => type === "dispatched").length;
}

/** Each attempt has a bundle of its own: it says which one it closes. */
function hasPrepared(events: readonly HubApi.SlotEvent[], attempt: number): boolean {
  return events.some(({ type, data }) => type === "prepared" && data?.attempt === attempt);
}

interface Preparing {
  readonly slot: HubApi.Slot;
  readonly activity: Activity;
  readonly command: PrepareCommand;
}

async function prepareOne(
  context: PrepareContext,
  { slot, activity, command }: Preparing,
): Promise<SlotOutcome> {
  const { hub, ledger, preparer } = context;
  // Somebody may have prepared it between the look and the claim.
  const events = await ledger.slotEvents({ key: slot.key });
  const attempt = attemptOf(events);
  if (hasPrepared(events, attempt)) return { slot: slot.key, result: "taken" };
  const { definition } = activity;
  const made = await preparer.prepare({
    command,
    repo: activity.repo,
    slot: slot.key,
    cycle: slot.cycle,
    attempt,
    definition: digestOfDispatch(events) ?? slot.definition_digest,
    upstream: stepsBefore(context, activity),
    expiresIn: parseDuration(definition.policy?.close_deadline ?? ""),
  });
  if (made.kind === "refused")
    return { slot: slot.key, result: "refused", reason: made.code, message: made.message };
  const [task] = await hub.list("tasks", { key: slot.key });
  // The task first: who sees that it is prepared finds the bundle there.
  const kept =
    task === undefined
      ? undefined
      : await changeTask(hub, task, ({ bundle }) =>
          bundle === made.text
            ? undefined
            : { fields: { bundle: made.text }, reason: "its bundle was prepared" },
        );
  if (kept?.kind !== "done")
    return {
      slot: slot.key,
      result: "refused",
      reason: kept?.kind ?? "missing",
      message: kept?.kind === "refused" ? kept.message : "its task does not take the bundle",
    };
  const told = await ledger.tellSlot(slot.id, {
    id: `prepared#${attempt}`,
    type: "prepared",
    data: {
      digest: made.digest,
      bytes: new TextEncoder().encode(made.text).length,
      head: made.head,
      attempt,
    },
  });
  return told.kind === "done"
    ? { slot: slot.key, result: "prepared", attempt, task: kept.value.id }
    : { slot: slot.key, result: "taken" };
}

/** The definition that the task was made from: it may be newer than the slot. */
function digestOfDispatch(events: readonly HubApi.SlotEvent[]): string | undefined {
  const digest = events.findLast(({ type }) => type === "dispatched")?.data?.definition_digest;
  return typeof digest === "string" ? digest : undefined;
}

/** Steps of the activities that one depends on. */
function stepsBefore({ definitions }: PrepareContext, { definition }: Activity): readonly string[] {
  return (definition.depends_on ?? []).flatMap(
    ({ activity }) => definitions.find(({ definition: { id } }) => id === activity)?.definition.step ?? [],
  );
}
