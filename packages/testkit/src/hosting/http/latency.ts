/** Waiting on a real timer, for benches. */
export interface Latency {
  readonly wait: () => Promise<void>;
  /** Leaves no timer; who waits waits for ever. */
  readonly stop: () => void;
}

/** Makes a wait of so many milliseconds; none for 0. */
export function createLatency(milliseconds: number): Latency {
  const timers = new Set<NodeJS.Timeout>();
  return {
    async wait() {
      if (milliseconds <= 0) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve();
      }, milliseconds);
      timers.add(timer);
      await promise;
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
