import { type Cron, defaultDst, isCronProblem, occurrences, parseCron } from "@coulomb-loop/cadence";
import { Cron as Croner } from "croner";
import { median, printRows } from "./measure.ts";

/** A week in which none of the zones changes its offset: around changes the two mean different things. */
const [from, to] = [Date.UTC(2026, 5, 1), Date.UTC(2026, 5, 8)];

const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "America/Santiago",
  "Asia/Kolkata",
  "UTC",
];

interface Schedule {
  readonly text: string;
  readonly zone: string;
}

/**
 * Measures the planner beside croner over a week of so many schedules, and answers with the targets that were missed.
 * Throws when the two do not name the same instants.
 */
export async function benchPlanner(count: number): Promise<readonly string[]> {
  const schedules = drawSchedules(count);
  const ours = schedules.map(({ text, zone }) => ({ cron: read(text), zone }));
  const theirs = schedules.map(
    ({ text, zone }) => new Croner(text, { mode: "5-part", timezone: zone, paused: true }),
  );
  const plan = () => ours.map(({ cron, zone }) => occurrences(cron, zone, defaultDst, from, to));
  const planned = plan();
  const against = await median(async () => plan(), 15);
  let asked: readonly number[][] = [];
  const time = await median(async () => (asked = theirs.map(weekOf)), 1);
  const firings = compare(schedules, planned, asked);
  console.log(`${firings} firings in a week, the same by both`);
  return printRows([
    { what: "planner", time: against, against },
    { what: "croner", time, against, least: 10 },
  ]);
}

/** Of ten schedules four fire every hour, three every day, two every week, one at odd times; the same in every run. */
function drawSchedules(count: number): Schedule[] {
  const draw = numbers(20_260_601);
  return Array.from({ length: count }, (_, index) => ({
    text: cronText(index % 10, draw),
    zone: zones[draw(zones.length)] ?? "UTC",
  }));
}

function cronText(kind: number, draw: (below: number) => number): string {
  if (kind < 4) return `${draw(60)} * * * *`;
  if (kind < 7) return `${draw(60)} ${draw(24)} * * *`;
  if (kind < 9) return `${draw(60)} ${draw(24)} * * ${draw(7)}`;
  const odd = [
    `*/${5 + draw(20)} 8-17 * * 1-5`,
    `${draw(60)} */${2 + draw(5)} 1-15 * *`,
    `${draw(60)} ${draw(24)} ${1 + draw(28)} * *`,
    `0,30 ${draw(24)} * 1-6 MON,THU`,
  ];
  return odd[draw(odd.length)] ?? "0 0 * * *";
}

/** Numbers that look drawn and are the same for a seed. Source: Numerical Recipes, a linear congruential generator. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function read(text: string): Cron {
  const cron = parseCron(text);
  if (isCronProblem(cron)) throw new Error(`${text}: ${cron.message}`);
  return cron;
}

function weekOf(cron: Croner): number[] {
  const found: number[] = [];
  for (let next = cron.nextRun(new Date(from - 1)); next !== null && next.getTime() < to; ) {
    found.push(next.getTime());
    next = cron.nextRun(next);
  }
  return found;
}

/** How many instants both name; throws at the first schedule for which they do not name the same. */
function compare(
  schedules: readonly Schedule[],
  ours: readonly (readonly number[])[],
  theirs: readonly (readonly number[])[],
): number {
  for (const [index, { text, zone }] of schedules.entries()) {
    if (ours[index]?.join() !== theirs[index]?.join())
      throw new Error(`${text} in ${zone}: ours ${ours[index]?.join()}, theirs ${theirs[index]?.join()}`);
  }
  return ours.reduce((sum, instants) => sum + instants.length, 0);
}
