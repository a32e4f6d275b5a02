import type { RepoObservation } from "@coulomb-loop/forge";
import { branchName, parseMarker } from "@coulomb-loop/proposals";
import type { PathPlan } from "@coulomb-loop/schemas";
import type { BaseRecord } from "./state.ts";

/** Which schedule file a base is about. */
export interface BaseSubject {
  readonly installation: string;
  readonly repoId: string;
  readonly file: string;
  /** Proposal key. */
  readonly key: string;
}

/**
 * What is known to have been in sync: the state, and what our newest merged proposal set since (page 03 R2). A proposal
 * that people changed before they merged it proves nothing, and is only counted. Seed values are set once and never
 * compared again, so they are no base.
 */
export function effectiveBase(
  subject: BaseSubject,
  known: BaseRecord | undefined,
  observation: RepoObservation,
  seeds: ReadonlySet<string>,
): BaseRecord | undefined {
  const listed = observation.proposals.get(branchName(subject));
  const merged =
    listed?.kind === "known" ? listed.value.find((proposal) => proposal.state === "merged") : undefined;
  if (merged === undefined || merged.ref.number <= (known?.merged ?? 0)) return known;
  const marker = parseMarker(merged.body);
  const ours =
    marker?.installation === subject.installation &&
    marker.repo === subject.repoId &&
    marker.head === merged.head;
  return {
    repo_id: subject.repoId,
    file: subject.file,
    values: ours ? withoutSeeds({ ...known?.values, ...marker.values }, seeds) : (known?.values ?? {}),
    merged: merged.ref.number,
  };
}

function withoutSeeds(
  values: Readonly<Record<string, unknown>>,
  seeds: ReadonlySet<string>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([pointer]) => !seeds.has(pointer)));
}

/** The next base: what is in sync now, and for the rest what was known before. */
export function rememberedBase(
  subject: BaseSubject,
  base: BaseRecord | undefined,
  paths: readonly PathPlan[],
): BaseRecord | undefined {
  const values: Record<string, unknown> = { ...base?.values };
  for (const path of paths) {
    if (path.class === "in_sync" && path.ownership !== "seed") values[path.pointer] = path.desired;
  }
  if (base === undefined && Object.keys(values).length === 0) return undefined;
  return { repo_id: subject.repoId, file: subject.file, values, merged: base?.merged ?? 0 };
}
