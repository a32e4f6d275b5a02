import type { Cadence, Finding } from "@coulomb-loop/schemas";
import { fromPointer, validateSchedule } from "@coulomb-loop/schemas";
import { checkSchedule } from "./checks/check-schedule.ts";
import type { Cron } from "./cron.ts";
import { isCronProblem, parseCron } from "./cron.ts";
import type { DesiredValue } from "./desired.ts";
import { countFirings } from "./firings.ts";
import { isZone } from "./zone.ts";

const day = 86_400_000;

/** An override may live this long, in milliseconds, so that a deviation stays an exception (page 03 R4). */
export const longestOverride = 90 * day;

/** How often a pinned cron and its phase's fire in 28 days. */
export interface ComparedFirings {
  readonly pinned: Cron;
  readonly phase: Cron;
  readonly pinnedCount: number;
  readonly phaseCount: number;
}

/**
 * Compares a cron that an override pins with the one its phase has, over the 28 days from `asOf` (epoch milliseconds)
 * in the zone of the loop. `undefined` for a path that is no cron, a phase without one, and what cannot be read.
 */
export function compareFirings(
  cadence: Cadence,
  phase: string | undefined,
  pointer: string,
  value: unknown,
  asOf: number,
): ComparedFirings | undefined {
  const [section, agent = "", key] = fromPointer(pointer);
  const wanted = cadence.phases.find(({ name }) => name === phase)?.schedule[agent]?.cron;
  if (section !== "agents" || key !== "cron" || wanted === undefined) return undefined;
  return compareCrons(value, wanted, cadence.timezone, asOf);
}

/** The same for two values of a cron, each as it is written; `undefined` when one of them or the zone is none. */
export function compareCrons(
  value: unknown,
  wanted: unknown,
  zone: string,
  asOf: number,
): ComparedFirings | undefined {
  if (!isZone(zone)) return undefined;
  const [pinned, base] = [parseCron(String(value)), parseCron(String(wanted))];
  if (isCronProblem(pinned) || isCronProblem(base)) return undefined;
  const count = (cron: Cron) => mostFirings(cron, zone, asOf);
  return { pinned, phase: base, pinnedCount: count(pinned), phaseCount: count(base) };
}

/**
 * Four weeks hold every day of the week equally often, but may hold none of a month's days that a cron names: then the
 * fullest four weeks of a year count, or the verdict would change by the day.
 */
function mostFirings(cron: Cron, zone: string, asOf: number): number {
  if (!cron.restricts.dayOfMonth && cron.months.length === 12) return countFirings(cron, zone, asOf);
  const starts = Array.from({ length: 13 }, (_, index) => asOf + index * 28 * day);
  return Math.max(...starts.map((from) => countFirings(cron, zone, from)));
}

/**
 * What is wrong with a value that an override would pin: it is written into the schedule file, so it must satisfy that
 * file's contract. Findings carry `file` and a path of the schedule file. Pure.
 */
export function pinnedValueFlaws(
  pointer: string,
  value: DesiredValue,
  file: string,
): { readonly kind: "contract" | "schedule"; readonly findings: readonly Finding[] } {
  const [section = "", agent, key] = fromPointer(pointer);
  const schedule = { timezone: "UTC", agents: {} };
  const written =
    agent === undefined || key === undefined
      ? { ...schedule, [section]: value }
      : { ...schedule, agents: { [agent]: { cadence: "manual", enabled: false, [key]: value } } };
  const checked = validateSchedule(written);
  return checked.ok
    ? { kind: "schedule", findings: checkSchedule(checked.value, file) }
    : { kind: "contract", findings: checked.findings };
}
