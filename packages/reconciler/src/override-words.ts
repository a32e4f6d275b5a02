import { compareCrons, pinnedValueFlaws } from "@coulomb-loop/cadence";
import type { PathPlan, RepoPlan } from "@coulomb-loop/schemas";

/** An override of a roster entry, as a plan holds it. */
export type PlannedOverride = RepoPlan["overrides"][number];

/** The override that a path's plan rests on: the live one, or the one that just ended; `undefined` when none does. */
export function overrideOf(
  { overrides }: Pick<RepoPlan, "overrides">,
  { pointer, reason }: Pick<PathPlan, "pointer" | "reason">,
): PlannedOverride | undefined {
  const own = overrides.filter((override) => override.pointer === pointer);
  const live = own.find(({ state }) => state !== "expired");
  if (live !== undefined || !reason.includes("override_expired")) return live;
  return own.find(({ expires_at }) => reason.includes(expires_at)) ?? own[0];
}

/** What is soon to end, a sentence each: which override, whose, when, and what happens then (page 03 R4). */
export function endingOverrides({ overrides, phase }: Pick<RepoPlan, "overrides" | "phase">): string[] {
  return overrides
    .filter(({ state }) => state === "expiring")
    .map(
      ({ pointer, expires_at, owner, reason }) =>
        `the override of ${pointer} ends on ${expires_at} (${shortened(owner)}: ${shortened(reason)}); then phase ${phase} decides again, and what differs is drift`,
    );
}

/** Everything a person should know beside a plan's values: what was noted, what the roster says, what ends soon. */
export function notesOf(plan: RepoPlan): string[] {
  const quiet = plan.overrides.filter(({ state }) => state === "live");
  return [
    ...(plan.notes ?? []),
    ...(plan.because === undefined ? [] : [`the roster says why it leaves: ${shortened(plan.because)}`]),
    ...quiet.map(
      ({ pointer, expires_at, owner, reason }) =>
        `the override of ${pointer} holds until ${expires_at} (${shortened(owner)}: ${shortened(reason)})`,
    ),
    ...endingOverrides(plan),
  ];
}

/** Somebody's words inside a sentence. */
function shortened(text: string): string {
  const line = text.toWellFormed().replaceAll(/\s+/g, " ").trim();
  return line.length > 200 ? `${line.slice(0, 199).toWellFormed()}…` : line;
}

/**
 * Why no override in the roster could keep what the repo has at a path, in words; `undefined` when one could. What is
 * advised here `coulomb validate` accepts. Firings are counted from `asOf` (epoch milliseconds).
 */
export function noOverride(
  { file, timezone }: Pick<RepoPlan, "file" | "timezone">,
  path: Pick<PathPlan, "pointer" | "ownership" | "live" | "desired" | "source">,
  asOf: number,
): string | undefined {
  const { pointer, ownership, live, desired, source } = path;
  if (ownership !== "overridable") return `it is ${ownership}`;
  // One without a value leaves it to the repo to have none.
  if (live === undefined) return undefined;
  if (typeof live !== "string" && typeof live !== "boolean")
    return "an override can pin text or a boolean only";
  const [flaw] = pinnedValueFlaws(pointer, live, file).findings;
  if (flaw !== undefined) return flaw.message;
  // What an override pins may be rarer than the phase, which is what counts.
  if (!pointer.endsWith("/cron") || source.what.startsWith("override until ")) return undefined;
  const found = compareCrons(live, desired, timezone, asOf);
  return found === undefined || found.pinnedCount <= found.phaseCount
    ? undefined
    : `it fires ${found.pinnedCount} times in 28 days, the loop's value ${found.phaseCount} times, and an override may only be rarer`;
}
