/** Waits between tries of a write that a forge could not take yet (page 03 R14). */
export interface RetryPolicy {
  /**
   * Waits before try `tries + 1`, until `at` (epoch milliseconds) where the forge named a time. Answers whether to try
   * again: not after five tries, not when the wait would be longer than three minutes, not after an interruption.
   */
  readonly wait: (tries: number, at: number) => Promise<boolean>;
}

/** Clock, chance and rest of a retry policy. */
export interface RetryClock {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** Answers after so many milliseconds; early, with false, when the run is interrupted. */
  readonly sleep: (ms: number) => Promise<boolean>;
}

const mostTries = 5;
const firstWait = 5000;
const longestWait = 180_000;

/** Five tries; 5 s, doubled each time, up to 3 min, with a fifth of jitter; a time the forge names is honoured. */
export function createRetryPolicy({ now, random, sleep }: RetryClock): RetryPolicy {
  return {
    async wait(tries, at) {
      if (tries >= mostTries) return false;
      const own = firstWait * 2 ** (tries - 1) * (1 + random() / 5);
      const asked = Math.max(own, at - now());
      return asked <= longestWait ? sleep(asked) : false;
    },
  };
}
