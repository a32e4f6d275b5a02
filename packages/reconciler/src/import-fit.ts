import type { DesiredRepo, DesiredValue, OpsDocuments } from "@coulomb-loop/cadence";
import { compareFirings, entryPhase, pinnedValueFlaws, resolveDesired, valueAt } from "@coulomb-loop/cadence";
import type { PathPlan, RosterEntry } from "@coulomb-loop/schemas";
import { fromPointer, toPointer } from "@coulomb-loop/schemas";
import type { ImportTarget } from "./import-target.ts";
import { planPaths } from "./repo-paths.ts";

/** A value that an override keeps as it is; without one, that the repo has none. */
export interface KeptValue {
  readonly pointer: string;
  readonly live?: DesiredValue;
  readonly desired: DesiredValue;
}

/** A value that no override can keep, so that it is proposed. */
export interface ProposedValue {
  readonly pointer: string;
  readonly live?: NonNullable<PathPlan["live"]> | null;
  readonly desired: DesiredValue;
  readonly why: string;
}

/** What taking a repo in with a phase comes to. */
export interface PhaseFit {
  readonly phase: string;
  readonly desired: DesiredRepo;
  readonly kept: readonly KeptValue[];
  readonly proposed: readonly ProposedValue[];
  /** Firings in 28 days by which live crons exceed the phase's, added up over the agents. */
  readonly shortfall: number;
  /** The same in both directions. */
  readonly distance: number;
}

/** What a fit is judged by. */
export interface FitInputs {
  readonly documents: OpsDocuments;
  readonly target: ImportTarget;
  /** What the entry says beside phase and overrides; its own overrides count. */
  readonly entry: RosterEntry;
  /** The schedule file as parsed; `undefined` when it is absent. */
  readonly raw: unknown;
  /** Epoch milliseconds. */
  readonly asOf: number;
}

/**
 * The phase that changes a repo least: first one whose crons fire at least as often as the live ones (else the one that
 * comes nearest), since an override may only be rarer (page 03 R4); then the one in which fewest live values must
 * change, then with fewest overrides, then with crons that fire most nearly as often, then the one a new entry has.
 * When the wish or the queue names a phase, that one.
 */
export function choosePhase(inputs: FitInputs): PhaseFit {
  const { loop, phase } = inputs.target;
  const normal = entryPhase(loop.roster.value, loop.cadence.value, {});
  const fits = loop.cadence.value.phases
    .filter(({ name }) => phase === undefined || name === phase)
    .map(({ name }) => fitPhase(inputs, name));
  const [best] = fits.sort((a, b) => compareRanks(rankOf(a, normal), rankOf(b, normal)));
  if (best === undefined) throw new Error(`${loop.cadence.file} has no phase to choose`);
  return best;
}

function rankOf(
  { phase, kept, proposed, shortfall, distance }: PhaseFit,
  normal: string | undefined,
): number[] {
  const changed = proposed.filter(({ live }) => live !== undefined).length;
  return [shortfall, changed, kept.length, distance, phase === normal ? 0 : 1];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  return a.map((part, index) => part - (b[index] ?? 0)).find((part) => part !== 0) ?? 0;
}

function fitPhase(inputs: FitInputs, phase: string): PhaseFit {
  const desired = resolveAlone(inputs, phase);
  const paths = planPaths({
    desired,
    raw: inputs.raw,
    owned: {},
    asOf: inputs.asOf,
    locate: () => undefined,
  });
  const differing = paths.filter((path) => path.class === "adoption" || path.class === "create");
  const judged = differing.map((path) => ({ path, why: obstacleOf(inputs, desired, path) }));
  const changing = new Set(
    judged.flatMap(({ path, why }) => (why !== undefined && isCron(path) ? [agentOf(path)] : [])),
  );
  const kept: KeptValue[] = [];
  const proposed: ProposedValue[] = [];
  for (const { path, why } of judged) {
    const { pointer, live } = path;
    const wanted = desired.paths.find((one) => one.pointer === pointer)?.value;
    if (wanted === undefined) continue;
    // A cadence says in words what the cron says: kept beside another cron it would be false.
    const bound = pointer.endsWith("/cadence") && changing.has(agentOf(path));
    const reason = why ?? (bound ? "it goes with the cron, which changes" : undefined);
    if (reason !== undefined)
      proposed.push({ pointer, ...(live === undefined ? {} : { live }), desired: wanted, why: reason });
    else if (typeof live === "string" || typeof live === "boolean")
      kept.push({ pointer, live, desired: wanted });
    else kept.push({ pointer, desired: wanted });
  }
  return { phase, desired, kept, proposed, ...distanceOf(inputs, desired) };
}

/** What the ops repo would want of the repo, were it the only entry. */
function resolveAlone({ documents, target, entry, asOf }: FitInputs, phase: string): DesiredRepo {
  const { roster } = target.loop;
  const value = { ...roster.value, active: [{ ...entry, phase }], saturated: [], removed: [], moved: [] };
  const alone = { ...documents, loops: [{ ...target.loop, roster: { ...roster, value } }] };
  const [desired] = resolveDesired(alone, asOf);
  if (desired === undefined) throw new Error(`${target.id} cannot be resolved in phase ${phase}`);
  return desired;
}

/** Why an override cannot keep a live value; `undefined`: it can. */
function obstacleOf(inputs: FitInputs, desired: DesiredRepo, path: PathPlan): string | undefined {
  const { target, raw, asOf } = inputs;
  if (path.class === "create")
    return isCron(path) && path.ownership === "overridable" && isManual(raw, path)
      ? undefined
      : "the repo does not have it yet";
  if (path.ownership !== "overridable") return `it is ${path.ownership}, no override can keep it`;
  if (desired.overrides.some(({ pointer, state }) => pointer === path.pointer && state !== "expired"))
    return "an override of its entry pins another value";
  const { live } = path;
  if (typeof live !== "string" && typeof live !== "boolean")
    return "an override can pin text or a boolean only";
  const [flaw] = pinnedValueFlaws(path.pointer, live, desired.file).findings;
  if (flaw !== undefined) return flaw.message;
  const found = compareFirings(target.loop.cadence.value, desired.phase, path.pointer, live, asOf);
  return found === undefined || found.pinnedCount <= found.phaseCount
    ? undefined
    : `it fires ${found.pinnedCount} times in 28 days, phase ${desired.phase} ${found.phaseCount} times: an override may only be rarer`;
}

function distanceOf(
  { target, raw, asOf }: FitInputs,
  desired: DesiredRepo,
): Pick<PhaseFit, "shortfall" | "distance"> {
  const { cadence } = target.loop;
  const each = desired.paths.map(({ pointer }) => {
    const found = compareFirings(cadence.value, desired.phase, pointer, valueAt(raw, pointer), asOf);
    return found === undefined ? 0 : found.pinnedCount - found.phaseCount;
  });
  return {
    shortfall: sum(each.map((one) => Math.max(0, one))),
    distance: sum(each.map((one) => Math.abs(one))),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** An agent that people start by hand has no cron, and that is a value too. */
function isManual(raw: unknown, path: PathPlan): boolean {
  return valueAt(raw, toPointer(["agents", agentOf(path), "cadence"])) === "manual";
}

function isCron({ pointer }: PathPlan): boolean {
  return pointer.startsWith("/agents/") && pointer.endsWith("/cron");
}

function agentOf({ pointer }: PathPlan): string {
  return fromPointer(pointer)[1] ?? "";
}
