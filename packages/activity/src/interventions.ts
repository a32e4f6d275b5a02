import type { HubApi } from "@coulomb-loop/schemas/hub";
import type { HubClient, HubResult, LedgerClient } from "@coulomb-loop/state-hub-sync";

/** What a change of a slot's task was, when somebody stepped in. */
interface Intervention {
  readonly kind: "reopened" | "skipped";
  /** The token's name. */
  readonly by: string;
  /** The task's revision: with it the event is told once, whoever finds it. */
  readonly rev: number;
}

/**
 * How the reason of every change that a tick makes to a task begins. A tick may find what another one did, under another token, just
 * before it died.
 */
const tickCause = "tick: ";

/** Characters that the hub takes as a reason. */
const longestReason = 500;

/** Interventions of one slot that are told; the first decides already. */
const mostTold = 10;

/** The reason of a change that a tick makes. */
export function tickReason(reason: string): string {
  return `${tickCause}${reason}`.slice(0, longestReason).toWellFormed();
}

/**
 * What people did in the history of a task (page 06, 6, row 3): opened it again once it was over, cancelled or deleted it. `ticker` is
 * the name of the tick's token. The moves of a session (begun, blocked, done) are none. Pure.
 */
function interventionsOf(changes: readonly HubApi.Change[], ticker: string): readonly Intervention[] {
  return changes.flatMap(({ changed, deleted, actor: by, cause, rev }): Intervention[] => {
    if (by === ticker || cause?.startsWith(tickCause) === true) return [];
    if (deleted === true) return [{ kind: "skipped", by, rev }];
    const { from, to } = changed.status ?? {};
    if (to === "cancelled") return [{ kind: "skipped", by, rev }];
    const isOver = from === "done" || from === "cancelled";
    return isOver && (to === "todo" || to === "in_progress") ? [{ kind: "reopened", by, rev }] : [];
  });
}

/** What the history of a task is read, and the ledger told, with. */
interface InterventionContext {
  readonly hub: Pick<HubClient, "history">;
  readonly ledger: Pick<LedgerClient, "slotEvents" | "tellSlot">;
}

/** A slot whose task is out, and who looks after it. */
interface Watched {
  readonly slot: HubApi.Slot;
  /** `undefined`: there is none any more. */
  readonly task: HubApi.Task | undefined;
  /** Name of the tick's token. */
  readonly ticker: string;
}

/**
 * Tells the ledger what people did to the task of a slot, each once. To be called before the slot is settled, once the task has
 * ended, or before it is opened again.
 * Answers with the refusal of an event; `undefined`: all is told.
 */
export async function tellInterventions(
  { hub, ledger }: InterventionContext,
  { slot, task: there, ticker }: Watched,
): Promise<HubResult<unknown> | undefined> {
  const task = there?.id ?? (await deletedTask(ledger, slot));
  const history = task === undefined ? undefined : await hub.history("tasks", task);
  if (history?.kind !== "done") return history?.kind === "refused" ? history : undefined;
  for (const { kind, by, rev } of interventionsOf(history.value.changes, ticker).slice(0, mostTold)) {
    const told = await ledger.tellSlot(slot.id, {
      id: `intervention#${rev}`,
      type: "intervention",
      data: { kind, by },
    });
    if (told.kind !== "done" && !(told.kind === "refused" && told.code === "content_differs")) return told;
  }
  return undefined;
}

/** Id of a task that nobody finds any more: its history stays. */
async function deletedTask(
  ledger: InterventionContext["ledger"],
  { key }: HubApi.Slot,
): Promise<string | undefined> {
  const task = (await ledger.slotEvents({ key })).find(({ type }) => type === "dispatched")?.data?.task;
  return typeof task === "string" ? task : undefined;
}
