/** Hides things that were just made from the next reads, as a replica that is behind does. */
export interface Lag {
  /** Hides a key from so many reads. */
  hide(key: string, reads: number): void;
  /** Whether this read does not see the key yet; counts as one. */
  hides(key: string): boolean;
}

/** Makes a lag that hides nothing. `onHidden` is told of each read that it hides something from. */
export function createLag(onHidden: () => void): Lag {
  const left = new Map<string, number>();
  return {
    hide(key, reads) {
      if (reads > 0) left.set(key, reads);
    },
    hides(key) {
      const reads = left.get(key);
      if (reads === undefined) return false;
      if (reads > 1) left.set(key, reads - 1);
      else left.delete(key);
      onHidden();
      return true;
    },
  };
}
