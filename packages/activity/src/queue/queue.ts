import type { PlannedSlot } from "../plan-tick.ts";

/** A slot to be worked on, and when that was decided. */
export interface Job {
  readonly planned: PlannedSlot;
  /** Epoch milliseconds. */
  readonly decidedAt: number;
}

/** Works on jobs until it is stopped. */
export interface Worker {
  /** Takes no more, and waits for what is under way. */
  stop(): Promise<void>;
}

/**
 * Carries decisions to who works on them, in this process or in several (page 06 R16). A queue promises nothing of its own: that
 * a slot has one task is the ledger's claim, and what a queue loses the next tick decides again.
 */
export interface Queue {
  /** Puts jobs in. One that waits there already is not put in a second time. */
  send(jobs: readonly Job[]): Promise<void>;
  /** Hands jobs to `handle`, a few at a time, at most `concurrency` calls at once. What it throws is told, and ends nothing. */
  work(
    handle: (jobs: readonly Job[]) => Promise<void>,
    options: { readonly concurrency: number },
  ): Promise<Worker>;
  /** Ends what it holds open; workers are stopped before. */
  close(): Promise<void>;
}

/** Jobs handed over at once: as many as are claimed at once. */
export const jobsAtOnce = 50;

/** What a job is about: a second one of the same slot and decision is the same job. */
export function jobKey({ planned: { slot, decision } }: Job): string {
  switch (decision.kind) {
    case "dispatch":
      return `${slot.id}#${decision.attempt}`;
    case "settle":
      return `${slot.id}#settle`;
    case "wait":
      return `${slot.id}#wait`;
  }
}
