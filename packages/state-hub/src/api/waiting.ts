import { setTimeout as sleep } from "node:timers/promises";

/** Those who wait for the next change. */
export interface Waiting {
  /** A write of this process was committed. */
  wake(): void;
  /** Resolves at the next write of this process, after so many milliseconds, or when the signal fires. */
  next(longestMs: number, signal: AbortSignal): Promise<void>;
}

/** Waiting within one process; writes of others are seen when its time is over. */
export function createWaiting(): Waiting {
  let wakers = new Set<() => void>();
  return {
    wake() {
      const all = wakers;
      wakers = new Set();
      for (const waker of all) waker();
    },
    async next(longestMs, signal) {
      const over = new AbortController();
      const waker = () => over.abort();
      wakers.add(waker);
      try {
        await sleep(longestMs, undefined, { signal: AbortSignal.any([signal, over.signal]) });
      } catch {
        // Woken, or nobody waits any more.
      } finally {
        wakers.delete(waker);
      }
    },
  };
}
