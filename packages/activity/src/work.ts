import { type ApplyContext, applySlots, type SlotOutcome } from "./apply-slots.ts";
import { type Preparer, prepareSlots } from "./prepare-slots.ts";
import type { Job, Queue } from "./queue/queue.ts";
import { type Decided, decideNow, type TickContext } from "./tick.ts";

/** What slots are worked on with. */
export type WorkContext = Omit<ApplyContext, "signal" | "onSlot"> & Pick<TickContext, "hub" | "ledger">;

/** How to work. */
export interface WorkOptions extends WorkContext {
  readonly queue: Queue;
  /** Reads the ops repo anew: what it says now is what counts. */
  readonly readOps: () => Pick<TickContext, "documents" | "definitions" | "forges" | "cache">;
  /** Waits until the next tick is due; resolves early when the work is to end. */
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
  /** Prepares what is out after each tick; without one nothing is prepared. */
  readonly preparer?: Preparer;
  readonly onTick: (decided: Decided) => void;
  readonly onOutcomes: (outcomes: readonly SlotOutcome[]) => void;
  /** Told of a tick that failed; the next one is made all the same. */
  readonly onError: (error: unknown) => void;
}

/** Decisions that are older are not carried out: the next tick decides anew. Milliseconds. */
const longestJob = 300_000;

/**
 * Ticks and works on slots until the signal fires, then ends what is under way. Any number of processes may share a queue: each
 * ticks, each works, and the ledger lets one of them have a slot.
 */
export async function work(options: WorkOptions): Promise<void> {
  const { queue, hub, ledger, concurrency, readOps, pause, preparer, signal, onTick, onOutcomes, onError } =
    options;
  const worker = await queue.work(
    async (jobs) => onOutcomes(await carryOut({ hub, ledger, concurrency }, jobs)),
    { concurrency: 1 },
  );
  let preparing: Promise<void> | undefined;
  try {
    while (!signal.aborted) {
      try {
        const ops = readOps();
        const decided = await decideNow({ ...ops, hub, ledger });
        onTick(decided);
        const due = decided.plan.slots.filter(({ decision }) => decision.kind !== "wait");
        await queue.send(due.map((planned) => ({ planned, decidedAt: decided.asOf })));
        // Clones take their time: the next tick does not wait for them.
        if (preparer !== undefined)
          preparing ??= prepareSlots({ ...ops, hub, ledger, preparer, signal }, decided)
            .then(onOutcomes)
            .catch(onError)
            .finally(() => {
              preparing = undefined;
            });
      } catch (error) {
        onError(error);
      }
      await pause();
    }
  } finally {
    await preparing;
    await worker.stop();
  }
}

/** Carries out jobs that are fresh by the hub's clock. */
export async function carryOut(context: WorkContext, jobs: readonly Job[]): Promise<readonly SlotOutcome[]> {
  const now = Date.parse((await context.hub.meta()).now);
  const fresh = jobs.filter(({ decidedAt }) => now - decidedAt <= longestJob);
  return applySlots(
    context,
    fresh.map(({ planned }) => planned),
  );
}
