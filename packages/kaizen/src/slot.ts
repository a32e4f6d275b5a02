import {
  defaultDst,
  isCronProblem,
  isZone,
  occurrences,
  parseCron,
  instantText as wholeSeconds,
} from "@coulomb-loop/cadence";
import { CoulombError } from "@coulomb-loop/schemas";

/** A slot's key, taken apart. */
export interface Slot {
  readonly key: string;
  readonly loop: string;
  readonly activity: string;
  /** `forge/owner/name`. */
  readonly repo: string;
  /** Epoch milliseconds. */
  readonly due: number;
}

/** Name of the loop of slots that no ops repo expects. */
export const localLoop = "local";

const repoPattern = /^[a-z0-9]+(?:[-_][a-z0-9]+)*\/[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+$/;
const agentPattern = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/;
const day = 86_400_000;

/** Reads a slot's key. Throws `slot_invalid`. */
export function parseSlot(key: string): Slot {
  const match = /^([a-z0-9_-]+)\/([a-z0-9_-]+)\/([^@]+)@(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z)$/.exec(key);
  const [, loop, activity, repo, due] = match ?? [];
  if (
    loop !== undefined &&
    activity !== undefined &&
    repo !== undefined &&
    due !== undefined &&
    key.length <= 500 &&
    isRepoId(repo) &&
    instantText(Date.parse(due)) === due
  )
    return { key, loop, activity, repo, due: Date.parse(due) };
  throw new CoulombError("slot_invalid", `"${key.slice(0, 200)}" is no slot`, {
    hint: "write it as loop/activity/forge/owner/name@due, such as kaizen-stack/hourly-coach/local/coulomb/pilot@2026-08-01T08:15:00Z",
  });
}

/** Key of the slot that a repo's own schedule file makes due; no ledger knows it. */
export function localSlot(agent: string, repo: string, due: number): Slot {
  return parseSlot(`${localLoop}/${agent}/${repo}@${instantText(due)}`);
}

/** Whether a text is `forge/owner/name`. */
export function isRepoId(text: string): boolean {
  return repoPattern.test(text) && text.length <= 300 && !/\/\.{1,2}(?:\/|$)/.test(text);
}

/** Refuses a name that no agent may have: it becomes part of paths. Throws `usage`. */
export function checkAgent(name: string): string {
  if (agentPattern.test(name) && name.length <= 80) return name;
  throw new CoulombError("usage", `"${name.slice(0, 100)}" is no name of an agent`, {
    hint: "a lower-case word of letters, digits, - and _, such as coach",
  });
}

/** An instant to the second, as slots have it; empty for none. */
export function instantText(instant: number): string {
  return Number.isFinite(instant) ? wholeSeconds(instant) : "";
}

/** Instants at which a cron fires in [from, to); none for a cron or zone that cannot be read. */
export function firings(cron: string | undefined, zone: string, from: number, to: number): number[] {
  const parsed = cron === undefined ? undefined : parseCron(cron);
  if (parsed === undefined || isCronProblem(parsed) || !isZone(zone)) return [];
  return occurrences(parsed, zone, defaultDst, from, to);
}

/** The newest instant before `before` at which a cron fires; looks back five years at most. */
export function lastFiring(cron: string | undefined, zone: string, before: number): number | undefined {
  let to = before;
  for (const days of [1, 7, 31, 366, 1461]) {
    const from = to - days * day;
    const newest = firings(cron, zone, from, to).at(-1);
    if (newest !== undefined) return newest;
    to = from;
  }
  return undefined;
}
