import type { DesiredRepo, DesiredSource, OpsDocuments } from "@coulomb-loop/cadence";
import { resolveDesired } from "@coulomb-loop/cadence";
import type { Place } from "@coulomb-loop/documents";
import type { RepoObservation } from "@coulomb-loop/forge";
import { digestOf } from "@coulomb-loop/proposals";
import type { Cadence, Path, Plan } from "@coulomb-loop/schemas";
import { planRepo } from "./plan-repo.ts";
import type { ReadingMemo } from "./schedule-file.ts";
import type { BaseRecord } from "./state.ts";

/** Everything a plan rests on; nothing else is read. */
export interface PlanInputs {
  readonly documents: OpsDocuments;
  readonly locate: (file: string, path: Path) => Place | undefined;
  readonly inputsDigest: string;
  readonly installation: string;
  readonly toolVersion: string;
  /** Observation of every active repo, by repo id. */
  readonly observations: ReadonlyMap<string, RepoObservation>;
  readonly base: readonly BaseRecord[];
  /** Epoch milliseconds: time of the plan, and the instant at which overrides and pauses are judged. */
  readonly now: number;
  readonly readings?: ReadingMemo;
}

/** A plan, and the state as it should be after a run. */
export interface PlannedFleet {
  readonly plan: Plan;
  readonly base: readonly BaseRecord[];
}

/** Plans every active repo, ascending by id. Pure: the same inputs give the same bytes. */
export function planFleet(inputs: PlanInputs): PlannedFleet {
  const known = new Map(inputs.base.map((record) => [baseKey(record.repo_id, record.file), record]));
  const repos = resolveDesired(inputs.documents, inputs.now).map((desired) => {
    const observation = inputs.observations.get(desired.id);
    if (observation === undefined) throw new Error(`${desired.id} was not observed`);
    const key = baseKey(desired.id, desired.file);
    const planned = planRepo({
      installation: inputs.installation,
      desired,
      observation,
      base: known.get(key),
      policy: policyOf(inputs.documents, desired),
      locate: (source: DesiredSource) => inputs.locate(source.file, source.path),
      asOf: inputs.now,
      ...(inputs.readings === undefined ? {} : { readings: inputs.readings }),
    });
    // A line stays when the repo is gone from the roster, until it is released (page 03 R6).
    if (planned.base !== undefined) known.set(key, planned.base);
    return planned.plan;
  });
  const plan = {
    format_version: "1.0",
    kind: "plan" as const,
    installation: inputs.installation,
    tool_version: inputs.toolVersion,
    created_at: new Date(inputs.now).toISOString(),
    ops_inputs_digest: inputs.inputsDigest,
    repos,
  };
  return { plan: { ...plan, plan_digest: planDigest(plan) }, base: [...known.values()] };
}

/** SHA-256 over a plan without its own digest. */
export function planDigest(plan: Omit<Plan, "plan_digest"> & { readonly plan_digest?: string }): string {
  const { plan_digest: _own, ...rest } = plan;
  return digestOf(rest);
}

/** The cadence policy of a repo's loop. */
export function policyOf(
  documents: OpsDocuments,
  desired: Pick<DesiredRepo, "loop">,
): Pick<Cadence, "adoption" | "on_drift" | "suspend"> {
  return documents.loops.find((loop) => loop.cadence?.value.loop === desired.loop)?.cadence?.value ?? {};
}

function baseKey(repoId: string, file: string): string {
  return `${repoId} ${file}`;
}
