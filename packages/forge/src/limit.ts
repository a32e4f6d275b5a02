/** Runs work with at most `size` at once, in the order asked. A failed piece of work frees its place. */
export type Limit = <T>(work: () => Promise<T>) => Promise<T>;

/** Makes a limit of `size` places (at least one). */
export function createLimit(size: number): Limit {
  const places = Math.max(1, Math.floor(size));
  const waiting: (() => void)[] = [];
  let busy = 0;
  return async (work) => {
    if (busy < places) busy += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The place is handed over rather than freed, so a newcomer cannot overtake.
      const next = waiting.shift();
      if (next === undefined) busy -= 1;
      else next();
    }
  };
}
