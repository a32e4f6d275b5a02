/** Median time of some runs in milliseconds. */
export async function median(work: () => Promise<unknown>, count: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < count; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** A time for people. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

/** One thing that was measured beside ours. */
export interface Row {
  readonly what: string;
  /** Milliseconds. */
  readonly time: number;
  /** The time it is compared with. */
  readonly against: number;
  /** Bound of `time / against`, where there is a target. */
  readonly least?: number;
}

/** Prints what was measured, and answers with the targets that were missed. */
export function printRows(rows: readonly Row[]): string[] {
  console.table(
    rows.map(({ what, time, against, least }) => ({
      what,
      time: seconds(time),
      "times ours": Number((time / against).toFixed(2)),
      target: least === undefined ? "" : `>= ${least}`,
    })),
  );
  return rows.flatMap(({ what, time, against, least }) =>
    least !== undefined && time / against < least ? [`${what}: less than ${least} times ours`] : [],
  );
}

/** Says which targets were missed; then the bench fails. */
export function tellMissed(missed: readonly string[]): void {
  for (const line of missed) console.error(`MISSED: ${line}`);
  if (missed.length > 0) process.exitCode = 1;
}
