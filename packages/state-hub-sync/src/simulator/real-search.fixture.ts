import { emptyTally, fates, type Tally } from "./judge.fixture.ts";
import { drawSchedule } from "./random.fixture.ts";
import type { RealHub } from "./real-hub.fixture.ts";
import { playReal } from "./real-schedule.fixture.ts";
import type { Move } from "./moves.fixture.ts";
import type { Flaws } from "./world.fixture.ts";

/** What schedules on real parts went through. */
export interface RealSearched {
  readonly schedules: number;
  /** Those that failed, with what they say and their moves. */
  readonly failures: readonly {
    readonly seed: number;
    readonly broken: readonly string[];
    readonly moves: readonly Move[];
  }[];
  readonly tally: Tally;
  /** Outcomes of runs, calls that met a fault, rows of the table, ways of merging: each by its name. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Plays the schedules of `count` seeds from `from` on, so many at once as there are hubs. */
export async function searchReal(
  hubs: readonly RealHub[],
  from: number,
  count: number,
  flaws: Flaws = {},
): Promise<RealSearched> {
  const tally = emptyTally();
  const counts = new Map<string, number>();
  const add = (name: string, times = 1) => counts.set(name, (counts.get(name) ?? 0) + times);
  const failures: RealSearched["failures"][number][] = [];
  let next = from;
  const lane = async (hub: RealHub) => {
    for (let seed = next++; seed < from + count; seed = next++) {
      const moves = drawSchedule(seed);
      // In every fourth schedule nobody answers what only a person may decide.
      const verdict = await playReal(hub, moves, flaws, seed % 4 !== 0);
      for (const fate of fates) tally[fate] += verdict.tally[fate];
      for (const outcome of verdict.outcomes) add(`run ${outcome}`);
      for (const call of verdict.faults) add(`fault ${call}`);
      for (const [row, times] of verdict.rows) add(`row ${row}`, times);
      for (const [way, times] of Object.entries(verdict.merges)) add(`merge ${way}`, times);
      add("refused by the hub", verdict.refused);
      if (verdict.broken.length > 0) failures.push({ seed, broken: verdict.broken, moves });
    }
  };
  await Promise.all(hubs.map(lane));
  return { schedules: count, failures, tally, counts };
}

/** Prints what a search went through, for the log of CI. */
export function reportReal(from: number, { schedules, failures, tally, counts }: RealSearched): void {
  const lines = [
    `simulator on real parts: ${failures.length} of ${schedules} schedules from seed ${from} fail`,
    `  values of people: ${listed(Object.entries(tally))}; ${listed([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))}`,
  ];
  for (const { seed, broken, moves } of failures)
    lines.push(`  seed ${seed}: ${broken.join("; ")}`, ...moves.map((move) => `    ${JSON.stringify(move)}`));
  process.stdout.write(`${lines.join("\n")}\n`);
}

function listed(pairs: Iterable<readonly [string, number]>): string {
  return [...pairs].map(([name, times]) => `${times} ${name}`).join(", ");
}
