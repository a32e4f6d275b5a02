import type { ProposalSummary, RepoObservation } from "@coulomb-loop/forge";
import { branchName, ownMarker } from "@coulomb-loop/proposals";
import type { PathPlan } from "@coulomb-loop/schemas";
import type { BaseRecord } from "./state.ts";

/** Which schedule file a base is about. */
export interface BaseSubject {
  readonly installation: string;
  /** The ids by which markers may name the repo: its own, and those from before it moved. */
  readonly repoIds: readonly [string, ...string[]];
  readonly loop: string;
  readonly file: string;
  /** Proposal key. */
  readonly key: string;
}

/** What was known, and what the newest merged proposal adds to it. */
export interface EffectiveBase {
  readonly record: BaseRecord | undefined;
  /** The newest merged proposal, when people changed it before they merged it. */
  readonly mergedWithEdits?: number;
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
): EffectiveBase {
  const merged = proposalsOf(subject, observation).find((proposal) => proposal.state === "merged");
  if (merged === undefined) return { record: known };
  const marker = ownMarker(subject, merged.body);
  // A proposal for another file says nothing about this one.
  if (marker !== undefined && !Object.hasOwn(marker.files, subject.file)) return { record: known };
  const ours = marker !== undefined && subject.repoIds.includes(marker.repo) && marker.head === merged.head;
  const edited =
    marker !== undefined && marker.head !== merged.head ? { mergedWithEdits: merged.ref.number } : {};
  if (merged.ref.number <= (known?.merged ?? 0)) return { record: known, ...edited };
  const record: BaseRecord = {
    ...emptyRecord(subject),
    ...known,
    values: ours ? changedValues(known, marker.values, seeds) : (known?.values ?? {}),
    merged: merged.ref.number,
  };
  return { record, ...edited };
}

/** The proposals of a schedule file, newest first; none when they are unknown. */
export function proposalsOf(
  subject: Pick<BaseSubject, "installation" | "key">,
  observation: RepoObservation | undefined,
): readonly ProposalSummary[] {
  const listed = observation?.proposals.get(branchName(subject));
  return listed?.kind === "known" ? listed.value : [];
}

/** Whether any proposal of ours is known in a repo, of whichever loop. */
export function hasProposals({ proposals }: RepoObservation): boolean {
  for (const listed of proposals.values())
    if (listed.kind === "known" && listed.value.length > 0) return true;
  return false;
}

/** A value that a merged proposal deleted is `null` in its marker: the loop owns it no more. */
function changedValues(
  known: BaseRecord | undefined,
  set: Readonly<Record<string, unknown>>,
  seeds: ReadonlySet<string>,
): Record<string, unknown> {
  const values = { ...known?.values, ...set };
  return Object.fromEntries(
    Object.entries(values).filter(([pointer, value]) => !seeds.has(pointer) && value !== null),
  );
}

/** A record of which nothing is known yet. */
export function emptyRecord({ repoIds: [repoId], loop, file }: BaseSubject): BaseRecord {
  return { repo_id: repoId, loop, file, values: {}, merged: 0, audited: 0 };
}

/** When a repo was seen as the ops repo wants it. */
export interface Sighting {
  readonly inSync: boolean;
  /** Digest of what is wanted. */
  readonly digest: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * The next base: what is in sync now, without what was released, and for the rest what was known before. `undefined`
 * when there is nothing to remember.
 */
export function rememberedBase(
  subject: BaseSubject,
  base: BaseRecord | undefined,
  paths: readonly PathPlan[],
  sighting: Sighting,
): BaseRecord | undefined {
  const values: Record<string, unknown> = { ...base?.values };
  for (const path of paths) {
    if (path.class === "released") delete values[path.pointer];
    else if (path.class === "in_sync" && path.ownership !== "seed") values[path.pointer] = path.desired;
  }
  const [repoId, ...former] = subject.repoIds;
  if (base === undefined && Object.keys(values).length === 0 && former.length === 0) return undefined;
  const synced = syncedSince(base?.synced, sighting);
  const { synced: _before, ...rest } = ofLoop(base ?? emptyRecord(subject), subject);
  return {
    ...rest,
    repo_id: repoId,
    values,
    ...(synced === undefined ? {} : { synced }),
    ...(former.length === 0 ? {} : { former_ids: former.toReversed() }),
  };
}

/**
 * Another loop that takes the file over goes on from the same values. Its proposals are numbered apart, so each loop's
 * numbers are kept for when it comes back.
 */
function ofLoop(base: BaseRecord, { loop }: BaseSubject): BaseRecord {
  if (base.loop === loop) return base;
  const { refused: _refused, accepted = [], loops = {}, loop: from, merged, audited, ...rest } = base;
  const former = [...(base.former_loops ?? []), from].filter((each) => each !== loop);
  const { [loop]: own, ...others } = { ...loops, [from]: { merged, audited, accepted } };
  return {
    ...rest,
    loop,
    merged: own?.merged ?? 0,
    audited: own?.audited ?? 0,
    ...(own === undefined || own.accepted.length === 0 ? {} : { accepted: own.accepted }),
    loops: others,
    former_loops: [...new Set(former)],
  };
}

/** What was in sync once counts from then on, until something else is wanted and in sync: drift is judged apart. */
function syncedSince(before: BaseRecord["synced"], { inSync, digest, at }: Sighting): BaseRecord["synced"] {
  if (!inSync || before?.digest === digest) return before;
  return { digest, since: new Date(at).toISOString() };
}
