import type {
  DesiredPath,
  DesiredRepo,
  DesiredSource,
  FreedPath,
  Mode,
  OverrideView,
} from "@coulomb-loop/cadence";
import { compareCrons, ownershipOf, parseInstant, valueAt } from "@coulomb-loop/cadence";
import type { PathPlan } from "@coulomb-loop/schemas";
import { fromPointer, scheduleOwnership, toPointer } from "@coulomb-loop/schemas";
import type { ThreeWay, Verdict } from "./classify.ts";
import { classify, sameValue } from "./classify.ts";

/** What the paths of one schedule file are judged by. */
export interface PathInputs {
  readonly desired: DesiredRepo;
  /** The file as parsed; `undefined` when it is absent. */
  readonly raw: unknown;
  /** Value by pointer, as last seen in sync. */
  readonly owned: Readonly<Record<string, unknown>>;
  /** Since when the repo was last in sync with what was wanted then (RFC 3339). */
  readonly syncedSince?: string;
  /** Epoch milliseconds; how often crons fire is counted from here. */
  readonly asOf: number;
  /** Line and column of a desired value in the ops repo. */
  readonly locate: (source: DesiredSource) => { readonly line: number; readonly column: number } | undefined;
}

/**
 * Classifies every path of a schedule file that is the loop's business: what it wants, what an override leaves to the
 * repo, and what it owned and wants no more. Pure.
 */
export function planPaths(inputs: PathInputs): PathPlan[] {
  const { desired, owned } = inputs;
  const wanted = desired.paths.map((path) => planWanted(inputs, path));
  const freed = desired.freed.map((path) => planFreed(inputs, path));
  const switches = switchesOf(desired, owned).map((path) => planSwitch(inputs, path));
  const done = new Set([...wanted, ...freed].map((path) => path.pointer));
  const left = Object.keys(owned)
    .filter((pointer) => !done.has(pointer))
    .sort()
    .flatMap((pointer) => planLeft(inputs, pointer, switches));
  const all = [...wanted, ...freed, ...switches.flatMap(({ plan }) => plan ?? []), ...left];
  return all.map((path) => wholeAgent(path, all, inputs.raw));
}

/**
 * An agent goes whole or not at all: without cadence and switch what is left of it would break the file's contract. So
 * one that has keys of its own, or values that the repo changed, is for a person.
 */
function wholeAgent(path: PathPlan, all: readonly PathPlan[], raw: unknown): PathPlan {
  const agent = path.class === "leaving" ? agentOf(path.pointer) : undefined;
  if (agent === undefined) return path;
  const entry = valueAt(raw, toPointer(["agents", agent]));
  const kept = Object.keys(typeof entry === "object" && entry !== null ? entry : {}).find((key) => {
    const pointer = toPointer(["agents", agent, key]);
    return !all.some((other) => other.pointer === pointer && other.class === "leaving");
  });
  if (kept === undefined) return path;
  const reason = `the loop leaves, and ${agent} has ${kept}, which is the repo's: it cannot go without it`;
  return { ...path, class: "leaving_conflict", row: 10, reason };
}

function planWanted(inputs: PathInputs, path: DesiredPath): PathPlan {
  const live = valueAt(inputs.raw, path.pointer);
  const base = inputs.owned[path.pointer];
  const verdict = classify({ ...path, mode: "run", desired: path.value, live, base });
  const ended = endedOverride(inputs.desired.overrides, path.pointer);
  return pathPlan(inputs, path, ended === undefined ? verdict : afterOverride(inputs, path, verdict, ended));
}

/** The override of a path that ended last; `undefined` where one is alive, which took its place. */
function endedOverride(overrides: readonly OverrideView[], wanted: string): OverrideView | undefined {
  const all = overrides.filter(({ pointer }) => pointer === wanted);
  if (all.some(({ state }) => state !== "expired")) return undefined;
  return all.sort((a, b) => parseInstant(a.expiresAt) - parseInstant(b.expiresAt)).at(-1);
}

/**
 * From its end on an override is inert, and what it left behind is drift (page 03 R4): the pinned value, or whatever
 * the repo decided. Once the repo has been in sync since, the override is history.
 */
function afterOverride(
  { raw, syncedSince }: PathInputs,
  { pointer }: DesiredPath,
  verdict: Verdict,
  { value, expiresAt }: OverrideView,
): Verdict {
  if (syncedSince !== undefined && Date.parse(syncedSince) >= parseInstant(expiresAt)) return verdict;
  const changed = verdict.class === "drift" || verdict.class === "conflict";
  const isLeft =
    value === undefined
      ? changed
      : (changed || verdict.class === "pending") && sameValue(pointer, valueAt(raw, pointer), value);
  if (!isLeft) return verdict;
  return { class: "drift", row: 5, reason: `its override ended on ${expiresAt} (override_expired)` };
}

/** The repo decides, and may make an agent rarer only: cadence is earned (page 03 R4). */
function planFreed(inputs: PathInputs, path: FreedPath): PathPlan {
  const { raw, owned, desired, asOf } = inputs;
  const { pointer, phase } = path;
  const live = valueAt(raw, pointer);
  const found = pointer.endsWith("/cron")
    ? compareCrons(live, phase.value, desired.timezone, asOf)
    : undefined;
  if (found !== undefined && found.pinnedCount > found.phaseCount) {
    const base = owned[pointer];
    const verdict = classify({ ...phase, mode: "run", desired: phase.value, live, base });
    const reason = `${verdict.reason}, and fires ${found.pinnedCount} times in 28 days, ${phase.source.what} ${found.phaseCount} times: an override may only be rarer (override_too_often)`;
    return pathPlan(inputs, phase, { ...verdict, reason });
  }
  const reason = `the repo decides: ${path.source.what}`;
  return pathPlan(inputs, path, { class: "overridden", row: 0, reason });
}

/** An agent to be turned off: `plan` until that is done or its switch is gone. */
interface Switch {
  readonly agent: string;
  readonly plan: PathPlan | undefined;
}

/** Agents that the loop turned on and wants off: the removed ones, or all of a repo that is to be disabled. */
function switchesOf(desired: DesiredRepo, owned: PathInputs["owned"]): (DesiredPath & { agent: string })[] {
  const agents = new Set(Object.keys(owned).flatMap((pointer) => agentOf(pointer) ?? []));
  const off =
    desired.mode === "disable"
      ? [...agents].sort().map((agent) => ({ agent, source: desired.source }))
      : desired.removedAgents.filter(({ agent }) => agents.has(agent));
  return off.map(({ agent, source }) => ({
    agent,
    pointer: toPointer(["agents", agent, "enabled"]),
    value: false,
    ownership: "enforced",
    source,
  }));
}

function planSwitch(inputs: PathInputs, path: DesiredPath & { readonly agent: string }): Switch {
  const live = valueAt(inputs.raw, path.pointer);
  if (live === undefined || live === false) return { agent: path.agent, plan: undefined };
  // Whoever owns an agent turned it on, also when only its cron was ever seen in sync.
  const base = inputs.owned[path.pointer] ?? true;
  const verdict = classify({ ...path, mode: "run", desired: path.value, live, base });
  return { agent: path.agent, plan: pathPlan(inputs, path, verdict) };
}

/** A path that the loop owned and wants nothing of: let go, taken along, or without a word what becomes of it. */
function planLeft(inputs: PathInputs, pointer: string, switches: readonly Switch[]): PathPlan[] {
  const off = switches.find(({ agent }) => agent === agentOf(pointer));
  // Until an agent is off, the rest of it waits.
  if (off?.plan !== undefined) return [];
  const mode = off === undefined ? leavingMode(inputs.desired, pointer) : "release";
  const ownership = ownershipOf(scheduleOwnership, pointer) ?? "overridable";
  const way: ThreeWay = {
    pointer,
    ownership,
    mode,
    desired: undefined,
    live: valueAt(inputs.raw, pointer),
    base: inputs.owned[pointer],
  };
  const verdict = classify(way);
  if (verdict.class === "unowned") return [];
  return [pathPlan(inputs, { pointer, ownership, source: inputs.desired.source }, verdict)];
}

/** An agent that is still scheduled may lose a key; one that is not must be declared as removed (page 03 R6). */
function leavingMode(desired: DesiredRepo, pointer: string): Mode {
  if (desired.mode !== "run") return desired.mode;
  const agent = agentOf(pointer);
  const scheduled = desired.paths.some((path) => agent === undefined || agentOf(path.pointer) === agent);
  return scheduled ? "release" : "undeclared";
}

/** The agent that a pointer is about: `coach` of `/agents/coach/cron`. */
function agentOf(pointer: string): string | undefined {
  const [section, agent] = fromPointer(pointer);
  return section === "agents" ? agent : undefined;
}

function pathPlan(
  { raw, owned, locate }: PathInputs,
  path: Omit<DesiredPath, "value"> & { readonly value?: DesiredPath["value"] },
  verdict: { readonly class: PathPlan["class"] | "unowned"; readonly row: number; readonly reason: string },
): PathPlan {
  const live = valueAt(raw, path.pointer);
  const base = owned[path.pointer];
  const { class: found, reason } = verdict;
  return {
    pointer: path.pointer,
    ...(base === undefined ? {} : { base: jsonValue(base) }),
    ...(live === undefined ? {} : { live: jsonValue(live) }),
    ...(path.value === undefined ? {} : { desired: path.value }),
    class: found === "unowned" ? "released" : found,
    ownership: path.ownership,
    reason,
    row: verdict.row,
    source: { what: path.source.what, file: path.source.file, ...locate(path.source) },
  };
}

/** A value of a YAML file as JSON can hold it: what it cannot (big or endless numbers, torn characters) becomes text. */
function jsonValue(value: unknown): string | number | boolean | null | unknown[] | Record<string, unknown> {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "string") return value.toWellFormed();
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(jsonValue);
  if (typeof value === "object")
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key.toWellFormed(), jsonValue(item)]),
    );
  return typeof value === "bigint" ? String(value) : null;
}
