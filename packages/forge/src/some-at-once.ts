/**
 * Works on items, so many at once, and yields each result as soon as it is there. Whoever leaves early waits for the work
 * that is under way, and leaves none behind.
 */
export async function* someAtOnce<T, R>(
  items: readonly T[],
  size: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running = new Map<number, Promise<{ readonly index: number; readonly result: R }>>();
  const waiting = items.entries();
  const startNext = () => {
    const next = waiting.next();
    if (next.done === true) return;
    const [index, item] = next.value;
    running.set(
      index,
      work(item).then((result) => ({ index, result })),
    );
  };
  try {
    for (let count = 0; count < size; count += 1) startNext();
    while (running.size > 0) {
      const { index, result } = await Promise.race(running.values());
      running.delete(index);
      startNext();
      yield result;
    }
  } finally {
    await Promise.allSettled(running.values());
  }
}
