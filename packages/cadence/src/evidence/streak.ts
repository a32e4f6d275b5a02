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

/** A streak while it is counted: all that the next cycle can change. */
export interface StreakState extends Omit<Streak, "cycles"> {
  /** Its cycles, the newest first. */
  readonly tail: Link | undefined;
  /** The cycle before the next. */
  readonly before: StreakCycle | undefined;
  /** Whether one is pending that nothing may follow. */
  readonly isWaiting: boolean;
}

interface Link {
  readonly id: string;
  readonly rest: Link | undefined;
}

/** The streak before the first cycle. */
export const emptyStreak: StreakState = {
  length: 0,
  tail: undefined,
  brokenBy: undefined,
  newest: undefined,
  last: undefined,
  before: undefined,
  isWaiting: false,
};

/**
 * The streak at the end of some cycles, ascending by anchor (page 06 R5, R20): success adds one; failure and inconclusive set it
 * to 0; what is pending waits, and nothing after it counts until it is decided. Cycles are consecutive when their numbers are.
 */
export function streakOf(cycles: readonly StreakCycle[]): Streak {
  return streakAt(cycles.reduce(nextStreak, emptyStreak));
}

/** A streak that is counted so far. Its cycles are listed when they are asked for. */
export function streakAt({ length, brokenBy, newest, last, tail }: StreakState): Streak {
  return {
    length,
    brokenBy,
    newest,
    last,
    get cycles() {
      const ids: string[] = [];
      for (let link = tail; link !== undefined; link = link.rest) ids.push(link.id);
      return ids.reverse();
    },
  };
}

/** The streak after one more cycle; see `streakOf`. */
export function nextStreak(state: StreakState, cycle: StreakCycle): StreakState {
  const { before } = state;
  const isNext = before?.seq !== undefined && cycle.seq === before.seq + 1;
  const isGap = !isNext && (state.length > 0 || state.isWaiting);
  const come = {
    ...(isGap
      ? restarted(state, "gap", cycle.id, "the cycle before it is not the one that the clock names")
      : state),
    before: cycle,
  };
  if (cycle.leftOut !== undefined)
    return { ...restarted(come, "left_out", cycle.id, cycle.leftOut), newest: undefined };
  if (cycle.result === "pending") return { ...come, isWaiting: true };
  const decided = { ...come, newest: cycle };
  if (cycle.result !== "success") return restarted(decided, "result", cycle.id, cycle.result);
  if (decided.isWaiting) return decided;
  return { ...decided, length: decided.length + 1, last: cycle, tail: { id: cycle.id, rest: decided.tail } };
}

function restarted(
  state: StreakState,
  kind: StreakBreak["kind"],
  cycle: string,
  message: string,
): StreakState {
  return {
    ...state,
    length: 0,
    tail: undefined,
    last: undefined,
    brokenBy: { kind, cycle, message },
    isWaiting: false,
  };
}
