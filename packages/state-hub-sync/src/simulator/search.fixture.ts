import { drawSchedule } from "./random.fixture.ts";
import type { Tally } from "./judge.fixture.ts";
import { emptyTally, fates } from "./judge.fixture.ts";
import type { Move } from "./moves.fixture.ts";
import { play } from "./schedule.fixture.ts";
import { shrink } from "./shrink.fixture.ts";
import type { Flaws } from "./world.fixture.ts";

/** A schedule that fails, with as few moves as shrinking leaves. */
export interface Failure {
  readonly seed: number;
  readonly broken: readonly string[];
  readonly moves: readonly Move[];
}

/** What a search went through. */
export interface Searched {
  readonly schedules: number;
  /** How many failed in the way that was looked for. */
  readonly failed: number;
  readonly first: Failure | undefined;
  readonly tally: Tally;
  readonly outcomes: ReadonlyMap<string, number>;
  /** Faults by the call that met them. */
  readonly faults: ReadonlyMap<string, number>;
  readonly rows: ReadonlyMap<string, number>;
  readonly mostQuietRuns: number;
}

/** What a search is to find, and when it has seen enough. */
export interface Sought {
  readonly flaws?: Flaws;
  /** How the failures show that are looked for; default: all do. */
  readonly shows?: RegExp;
  /** It ends with so many failures; default: with the last schedule. */
  readonly enough?: number;
}

/** Plays the schedules of at most `count` seeds from `from` on, and shrinks the first that fails. */
export async function search(
  from: number,
  count: number,
  { flaws = {}, shows = /./, enough = Infinity }: Sought = {},
): Promise<Searched> {
  const tally = emptyTally();
  const [outcomes, faults, rows] = [newCount(), newCount(), newCount()];
  let [schedules, failed, mostQuietRuns] = [0, 0, 0];
  let first: number | undefined;
  for (; schedules < count && failed < enough; schedules++) {
    const seed = from + schedules;
    const verdict = await play(drawSchedule(seed), flaws, resolvesIn(seed));
    for (const fate of fates) tally[fate] += verdict.tally[fate];
    for (const each of verdict.outcomes) add(outcomes, each, 1);
    for (const each of verdict.faults) add(faults, each, 1);
    for (const [row, times] of verdict.rows) add(rows, row, times);
    mostQuietRuns = Math.max(mostQuietRuns, verdict.quietRuns);
    if (!verdict.broken.some((each) => shows.test(each))) continue;
    failed += 1;
    first ??= seed;
  }
  const failure = first === undefined ? undefined : await shrunk(first, flaws, shows);
  return { schedules, failed, first: failure, tally, outcomes, faults, rows, mostQuietRuns };
}

function newCount(): Map<string, number> {
  return new Map();
}

function add(counts: Map<string, number>, name: string, times: number): void {
  counts.set(name, (counts.get(name) ?? 0) + times);
}

/** In every fourth schedule nobody answers what only a person may decide. */
function resolvesIn(seed: number): boolean {
  return seed % 4 !== 0;
}

async function shrunk(seed: number, flaws: Flaws, shows: RegExp): Promise<Failure> {
  const brokenBy = async (moves: readonly Move[]) => (await play(moves, flaws, resolvesIn(seed))).broken;
  const moves = await shrink(drawSchedule(seed), async (left) =>
    (await brokenBy(left)).some((each) => shows.test(each)),
  );
  return { seed, broken: await brokenBy(moves), moves };
}

/** Prints what a search went through, for the log of CI. */
export function report(name: string, from: number, found: Searched): void {
  const { schedules, failed, first, tally, mostQuietRuns } = found;
  const lines = [
    `simulator: ${name}: ${failed} of ${schedules} schedules from seed ${from} fail; quiet after ${mostQuietRuns} runs`,
    `  values of people: ${listed(Object.entries(tally))}; runs: ${listed(found.outcomes)}`,
    `  faults: ${listed(found.faults)}; rows: ${listed(found.rows)}`,
  ];
  if (first !== undefined) {
    lines.push(`  seed ${first.seed}: ${first.broken[0]}`);
    lines.push(...first.moves.map((move) => `    ${JSON.stringify(move)}`));
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}

function listed(counts: Iterable<readonly [string, number]>): string {
  return [...counts].map(([name, count]) => `${count} ${name}`).join(", ");
}
