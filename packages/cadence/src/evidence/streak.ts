import type { Result } from "./verdict.ts";

/** One cycle of a streak, of a repo or of the fleet. */
export interface StreakCycle {
  readonly id: string;
  readonly anchor: number;
  readonly seq: number | undefined;
  readonly result: Result;
  readonly decidedAt: number | undefined;
  /** Why it restarts the streak instead of counting. */
  readonly leftOut: string | undefined;
}

/** Why a streak is not longer. */
export interface StreakBreak {
  readonly kind: "result" | "gap" | "left_out";
  readonly cycle: string;
  readonly message: string;
}

/** How many cycles in a row succeeded. */
export interface Streak {
  readonly length: number;
  /** Ids of its cycles, ascending. */
  readonly cycles: readonly string[];
  readonly brokenBy: StreakBreak | undefined;
  /** The newest cycle that counts and is decided; it may wait behind one that is pending. */
  readonly newest: StreakCycle | undefined;
  /** The newest of its cycles. */
  readonly last: StreakCycle | undefined;
}

/**
 * The streak at the end of some cycles, ascending by anchor (page 06 R5, R20): success adds one; failure and inconclusive set it
 * to 0; what is pending waits, and nothing after it counts until it is decided. Cycles are consecutive when their numbers are.
 */
export function streakOf(cycles: readonly StreakCycle[]): Streak {
  let found: StreakCycle[] = [];
  let brokenBy: StreakBreak | undefined;
  let newest: StreakCycle | undefined;
  let before: StreakCycle | undefined;
  let isWaiting = false;
  const restart = (kind: StreakBreak["kind"], cycle: string, message: string) => {
    found = [];
    brokenBy = { kind, cycle, message };
    isWaiting = false;
  };
  for (const cycle of cycles) {
    const isNext = before?.seq !== undefined && cycle.seq === before.seq + 1;
    if (!isNext && (found.length > 0 || isWaiting))
      restart("gap", cycle.id, "the cycle before it is not the one that the clock names");
    before = cycle;
    if (cycle.leftOut !== undefined) {
      restart("left_out", cycle.id, cycle.leftOut);
      newest = undefined;
      continue;
    }
    if (cycle.result === "pending") {
      isWaiting = true;
      continue;
    }
    newest = cycle;
    if (cycle.result !== "success") restart("result", cycle.id, cycle.result);
    else if (!isWaiting) found.push(cycle);
  }
  return { length: found.length, cycles: found.map(({ id }) => id), brokenBy, newest, last: found.at(-1) };
}
