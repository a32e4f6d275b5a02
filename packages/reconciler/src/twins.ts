import type { DesiredRepo } from "@coulomb-loop/cadence";
import type { RepoObservation } from "@coulomb-loop/forge";
import { canonicalJson } from "@coulomb-loop/schemas/digest";
import type { RepoPlan } from "@coulomb-loop/schemas";
import { hasProposals } from "./base.ts";
import { type PlannedRepo, planRepo, type RepoInputs, sourceOf } from "./plan-repo.ts";

/** Plans a repo as `planRepo` does. */
export type RepoPlanner = (inputs: RepoInputs) => PlannedRepo;

/**
 * A planner for one run, which works out once what repos come to that differ in nothing but their names: most of a fleet
 * is in sync, in the same phase, and holds the same values. Such repos share the parts of their plans.
 */
export function createRepoPlanner(): RepoPlanner {
  const twins = new Map<string, RepoPlan>();
  const numbers = new WeakMap<object, number>();
  let last = 0;
  const numberOf = (part: object) => {
    const found = numbers.get(part);
    if (found !== undefined) return found;
    last += 1;
    numbers.set(part, last);
    return last;
  };
  return (inputs) => {
    const likeness = likenessOf(inputs);
    if (likeness === undefined) return planRepo(inputs);
    const key = likeness.map((part) => (typeof part === "string" ? part : numberOf(part))).join(" ");
    const twin = twins.get(key);
    if (twin !== undefined) return { plan: { ...twin, ...ownParts(inputs) }, base: inputs.base };
    const planned = planRepo(inputs);
    if (!isSettled(inputs, planned)) return planned;
    twins.set(key, planned.plan);
    // The record itself says that nothing is to be written.
    return { plan: planned.plan, base: inputs.base };
  };
}

/**
 * All that decides on a plain repo, beside its names; `undefined` for a repo with anything particular: overrides, a former
 * name, proposals, a history that was asked for. Values that are alike are the same object, or count as different.
 */
function likenessOf({
  desired,
  observation,
  base,
  policy,
  readings,
}: RepoInputs): readonly (string | object)[] | undefined {
  if (!isPlain(desired) || !isQuiet(observation) || base?.loop !== desired.loop) return undefined;
  const file = observation.files.get(desired.file);
  if (file?.kind !== "known" || file.value.kind !== "file") return undefined;
  const raw = readings?.getReading(file.value.blob);
  if (typeof raw !== "object" || raw === null) return undefined;
  const { paths, removedAgents, loop, phase, timezone } = desired;
  const words = [loop, phase, desired.file, timezone, base.synced?.digest ?? ""];
  return [paths, removedAgents, policy, raw, base.values, JSON.stringify(words)];
}

function isPlain(desired: DesiredRepo): boolean {
  const { mode, overrides, formerIds, movedFrom, isFormerFile, isFormerLoop } = desired;
  const isHere = formerIds === undefined && movedFrom === undefined;
  return (
    mode === "run" &&
    overrides.length === 0 &&
    isHere &&
    isFormerFile === undefined &&
    isFormerLoop === undefined
  );
}

/** Whether nothing but the file can decide: the repo takes writes, and nothing of ours was ever seen there. */
function isQuiet(observation: RepoObservation): boolean {
  const { facts, lastChanges } = observation;
  if (facts.kind !== "known" || !facts.value.eligible.ok || lastChanges !== undefined) return false;
  return !hasProposals(observation);
}

/** Whether a repo is in sync, and remembered as it is: then those like it are, too. */
function isSettled({ base }: RepoInputs, planned: PlannedRepo): boolean {
  return (
    planned.plan.class === "in_sync" &&
    planned.plan.change === null &&
    base !== undefined &&
    planned.base !== undefined &&
    canonicalJson(planned.base) === canonicalJson(base)
  );
}

/** What a plan says of the repo itself. */
function ownParts({ desired, observation, locate }: RepoInputs): Partial<RepoPlan> {
  const { id, forge, owner, repo, wave, source } = desired;
  const { facts } = observation;
  const file = observation.files.get(desired.file);
  return {
    repo_id: id,
    forge,
    owner,
    repo,
    wave,
    source: sourceOf(source, locate),
    ...(facts.kind === "known"
      ? {
          default_branch: facts.value.defaultBranch,
          ...(facts.value.head === null ? {} : { head: facts.value.head }),
        }
      : {}),
    ...(file?.kind === "known" && file.value.kind === "file" ? { blob: file.value.blob } : {}),
  };
}
