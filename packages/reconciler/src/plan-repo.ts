import type { DesiredRepo, DesiredSource } from "@coulomb-loop/cadence";
import { isZone, optedOut, valueAt } from "@coulomb-loop/cadence";
import type { Source } from "@coulomb-loop/documents";
import type { FileState, RepoObservation } from "@coulomb-loop/forge";
import { blobId, digestOf } from "@coulomb-loop/schemas/digest";
import type { Cadence, Finding, PathPlan, RepoPlan } from "@coulomb-loop/schemas";
import type { BaseSubject } from "./base.ts";
import { effectiveBase, rememberedBase } from "./base.ts";
import type { RepoClass } from "./classify.ts";
import { worst } from "./classify.ts";
import { blocked, lastChangeOf } from "./repo-facts.ts";
import { planPaths } from "./repo-paths.ts";
import type { ReadingMemo } from "./schedule-file.ts";
import { editScheduleFile, readScheduleFile } from "./schedule-file.ts";
import { scheduleKey } from "./schedule-key.ts";
import type { BaseRecord } from "./state.ts";

/** What the plan of one repo rests on. */
export interface RepoInputs {
  readonly installation: string;
  readonly desired: DesiredRepo;
  readonly observation: RepoObservation;
  /** What is remembered of it, under this id or the one from before it moved. */
  readonly base: BaseRecord | undefined;
  readonly policy: Pick<Cadence, "adoption" | "on_drift">;
  /** Line and column of a desired value in the ops repo. */
  readonly locate: (source: DesiredSource) => { readonly line: number; readonly column: number } | undefined;
  /** Epoch milliseconds; only a pause with an end depends on it. */
  readonly asOf: number;
  readonly readings?: ReadingMemo;
}

/** A repo's plan, and what the next state must remember of it. */
export interface PlannedRepo {
  readonly plan: RepoPlan;
  readonly base: BaseRecord | undefined;
}

/**
 * Plans one repo: reads its schedule file, classifies every owned path, and makes and proves the edits. Pure. Refuses
 * as `unsupported` what the editor cannot prove, and never touches a byte that is not planned.
 */
export function planRepo(inputs: RepoInputs): PlannedRepo {
  const { observation, desired } = inputs;
  const gone = goneRepo(inputs);
  if (gone !== undefined) return gone;
  const stop = blocked(inputs.installation, desired, observation, inputs.policy.adoption === "takeover");
  if (stop !== undefined) return stopped(inputs, stop.class, stop.reason);
  const file = observation.files.get(desired.file);
  if (file?.kind !== "known")
    return stopped(inputs, "unknown", file?.message ?? `${desired.file} was not read`);
  if (file.value.kind === "other")
    return stopped(inputs, "unsupported", `${desired.file} is a ${file.value.what}, not a file`);
  const known = file.value.kind === "file" ? inputs.readings?.getReading(file.value.blob) : undefined;
  const { plan, base, writes } = known === undefined ? unread : classifyFile(inputs, file.value, known);
  if (plan?.class === "in_sync" && writes.length === 0) return { plan, base };
  const schedule = readScheduleFile(file.value, desired.file);
  if ("refused" in schedule)
    return stopped(inputs, "unsupported", `${desired.file} cannot be read safely`, schedule.refused);
  const raw = schedule.read?.raw;
  if (file.value.kind === "file" && isJson(raw)) inputs.readings?.putReading(file.value.blob, raw);
  return planFile(inputs, file.value, schedule.source, raw);
}

/**
 * A repo that the forge does not know, or that nothing can be written to any more, and that is to be forgotten: there is
 * nothing left to look at (page 03 R6). One that only vanished from the roster waits for somebody's word.
 */
function goneRepo(inputs: RepoInputs): PlannedRepo | undefined {
  const { desired, observation, base } = inputs;
  const { facts } = observation;
  const isGone = facts.kind === "unknown" && facts.reason === "not_found";
  if (desired.mode === "undeclared" && isGone) {
    const reason = `${desired.source.what}, and the forge does not know the repo: an entry under removed with mode: release forgets it`;
    return stopped(inputs, "orphaned", reason);
  }
  const isShut = facts.kind === "known" && !facts.value.eligible.ok;
  if (desired.mode !== "release" || (!isGone && !isShut)) return undefined;
  const reason = isGone ? "the repo is gone" : "the repo takes no writes any more, and is let go";
  const { plan } = stopped(inputs, "released", reason);
  return { plan, base: base === undefined ? undefined : { ...base, values: {} } };
}

/** Which schedule file a plan is about. */
export function subjectOf(installation: string, desired: DesiredRepo): BaseSubject {
  const { id, formerIds = [], loop, file } = desired;
  return {
    installation,
    repoIds: [id, ...formerIds.toReversed()],
    loop,
    file,
    key: scheduleKey(loop),
  };
}

/** What a reading of a file comes to, before any edit is made. */
interface ClassifiedFile extends PlannedRepo {
  /** Paths that a proposal sets or takes away. */
  readonly writes: readonly PathPlan[];
}

const unread: { readonly [K in keyof ClassifiedFile]: K extends "writes" ? readonly [] : undefined } = {
  plan: undefined,
  base: undefined,
  writes: [],
};

function classifyFile(inputs: RepoInputs, file: FileState, raw: unknown): ClassifiedFile {
  const { desired, policy } = inputs;
  const subject = subjectOf(inputs.installation, desired);
  const effective = effectiveBase(subject, inputs.base, inputs.observation, seedsOf(desired));
  const paths = planPaths({
    desired,
    raw,
    owned: effective.record?.values ?? {},
    asOf: inputs.asOf,
    locate: inputs.locate,
    ...(effective.record?.synced === undefined ? {} : { syncedSince: effective.record.synced.since }),
  });
  const found = classOf(desired, paths);
  const isLeftOpen = isForgotten(inputs, found);
  const repoClass = isLeftOpen ? "orphaned" : found;
  const rest: RepoPlan = {
    ...heading(inputs, valueAt(raw, "/timezone")),
    ...fileFacts(inputs, file),
    ...lastChangeOf(inputs.observation, desired.file),
    ...notesOf(effective.mergedWithEdits),
    paths,
    class: repoClass,
    reason: isLeftOpen
      ? `${desired.source.what}, and a proposal of ours may be open there`
      : reasonOf(paths, repoClass),
    edits: [],
    result_blob: null,
    change: null,
  };
  const sighting = { inSync: repoClass === "in_sync", digest: rest.inputs_digest, at: inputs.asOf };
  const base = rememberedBase(subject, effective.record, paths, sighting);
  const optOut = optedOut(raw, inputs.asOf);
  if (optOut !== undefined && repoClass !== "released")
    return { plan: { ...rest, class: "opted_out", reason: optOut }, base, writes: [] };
  return { plan: rest, base, writes: paths.filter((path) => isWritten(path, policy)) };
}

function planFile(
  inputs: RepoInputs,
  file: FileState,
  source: Source | undefined,
  raw: unknown,
): PlannedRepo {
  const { desired } = inputs;
  const { plan: rest, base, writes } = classifyFile(inputs, file, raw);
  if (writes.length === 0) return { plan: rest, base };
  const edited = editScheduleFile(desired, source, raw, writes.map(writeOf));
  if ("refused" in edited)
    return stopped(inputs, "unsupported", `${desired.file} cannot be edited safely`, edited.refused, rest);
  const edits = edited.splices.map(([start, end, text]): [number, number, string] => [start, end, text]);
  return {
    plan: {
      ...rest,
      edits,
      result_blob: edited.bytes === null ? null : blobId(edited.bytes, objectFormat(inputs.observation)),
      change: changeOf(desired, writes),
    },
    base,
  };
}

/** Says of a repo that vanished from its roster that a proposal of ours may still be open there. */
function isForgotten({ desired, base }: RepoInputs, found: RepoClass): boolean {
  return desired.mode === "undeclared" && base?.offered === true && found === "released";
}

/**
 * The worst of the paths. A repo that leaves and has nothing of the loop any more is released; of one that stays, what was
 * let go says nothing.
 */
function classOf({ mode }: DesiredRepo, paths: readonly PathPlan[]): RepoClass {
  const left = mode === "run" ? paths.filter((path) => path.class !== "released") : paths;
  const found = worst(left.map((path) => path.class));
  return found === "in_sync" && mode !== "run" ? "released" : found;
}

function writeOf({ pointer, desired }: PathPlan): { pointer: string; value?: string | boolean } {
  return typeof desired === "string" || typeof desired === "boolean"
    ? { pointer, value: desired }
    : { pointer };
}

function notesOf(mergedWithEdits: number | undefined): Pick<RepoPlan, "notes"> {
  if (mergedWithEdits === undefined) return {};
  const note = `proposal ${mergedWithEdits} was merged with changes of people (merged_with_edits), so it says nothing about what is in sync`;
  return { notes: [note] };
}

function seedsOf({ paths }: DesiredRepo): Set<string> {
  return new Set(paths.filter((path) => path.ownership === "seed").map((path) => path.pointer));
}

/** Whether a value survives JSON unchanged: only such a reading may be kept. */
function isJson(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== "object" || value === null)
    return typeof value === "string" || typeof value === "boolean" || value === null;
  return Object.entries(value).every(([key, child]) => key !== "__proto__" && isJson(child));
}

/** Whether a path is proposed: what differs, unless the policy only shows it, or a person must decide first. */
export function isWritten(path: PathPlan, policy: RepoInputs["policy"]): boolean {
  switch (path.class) {
    case "in_sync":
    case "overridden":
    case "released":
    case "leaving_conflict":
    case "orphaned":
      return false;
    case "drift":
      return policy.on_drift !== "show";
    case "adoption":
      return policy.adoption !== "refuse";
    case "create":
    case "pending":
    case "conflict":
    case "leaving":
      return true;
  }
}

/** What a proposal means, without its wording: decides whether a declined change is the same (page 03 §4). */
function changeOf(desired: DesiredRepo, writes: readonly PathPlan[]): string {
  const paths = writes.map(({ pointer, live, desired: wanted }) => ({
    pointer,
    live: live ?? null,
    desired: wanted ?? null,
  }));
  // A repo that moved is the same repo: what was declined under its old name is declined.
  return digestOf({ repo: desired.formerIds?.[0] ?? desired.id, key: scheduleKey(desired.loop), paths });
}

function stopped(
  inputs: RepoInputs,
  repoClass: RepoClass,
  reason: string,
  findings: readonly Finding[] = [],
  rest: Partial<RepoPlan> = {},
): PlannedRepo {
  const errors = findings
    .filter((finding) => finding.severity === "error")
    .map(({ path, ...finding }) => ({ ...finding, path: [...(path ?? [])] }));
  const plan: RepoPlan = {
    ...heading(inputs),
    paths: [],
    ...rest,
    class: repoClass,
    reason: [reason, ...flawOf(errors[0])].join(": "),
    edits: [],
    result_blob: null,
    change: null,
    ...(errors.length === 0 ? {} : { findings: errors }),
  };
  return { plan, base: inputs.base };
}

/** The first flaw of a file, with its place: whoever sees the reason alone should know where to look. */
function flawOf(finding: Finding | undefined): string[] {
  if (finding === undefined) return [];
  const { file, line, column, message } = finding;
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  const words = message.toWellFormed().replaceAll(/\s+/g, " ").slice(0, 500).toWellFormed();
  return [place === "" ? words : `${place} ${words}`];
}

function heading(
  { desired, policy, locate }: RepoInputs,
  liveZone?: unknown,
): Omit<RepoPlan, "class" | "reason" | "paths" | "edits" | "result_blob" | "change"> {
  const { id, forge, owner, repo, loop, mode, phase, wave, file, source, because } = desired;
  return {
    repo_id: id,
    forge,
    owner,
    repo,
    loop,
    mode,
    phase,
    wave,
    timezone: typeof liveZone === "string" && isZone(liveZone) ? liveZone : desired.timezone,
    key: scheduleKey(loop),
    file,
    source: sourceOf(source, locate),
    ...(because === undefined ? {} : { because }),
    overrides: desired.overrides.map(({ pointer, state, expiresAt, reason, owner: answers }) => ({
      pointer,
      state,
      expires_at: expiresAt,
      reason,
      owner: answers,
    })),
    // The gates are asked when every repo of the loop is classified.
    gate: { open: true },
    inputs_digest: inputsDigest(desired, policy),
  };
}

/** Where a value stands in the ops repo, for a plan. */
export function sourceOf(source: DesiredSource, locate: RepoInputs["locate"]): RepoPlan["source"] {
  return { what: source.what, file: source.file, ...locate(source) };
}

/** Digest of all that the ops repo wants of a repo; its name is no part of it. */
function inputsDigest(desired: DesiredRepo, policy: RepoInputs["policy"]): string {
  const { mode, file, phase, paths, freed, removedAgents } = desired;
  const values = Object.fromEntries(
    paths.map((path) => [path.pointer, { value: path.value, ownership: path.ownership }]),
  );
  return digestOf({
    mode,
    file,
    phase,
    values,
    released: freed.map(({ pointer }) => pointer),
    removed_agents: removedAgents.map(({ agent }) => agent),
    adoption: policy.adoption ?? null,
    on_drift: policy.on_drift ?? null,
  });
}

function fileFacts({ observation }: RepoInputs, file: FileState): Partial<RepoPlan> {
  const { facts } = observation;
  if (facts.kind !== "known") return {};
  return {
    default_branch: facts.value.defaultBranch,
    ...(facts.value.head === null ? {} : { head: facts.value.head }),
    blob: file.kind === "file" ? file.blob : null,
  };
}

function objectFormat({ facts }: RepoObservation): "sha1" | "sha256" {
  return facts.kind === "known" && facts.value.head?.length === 64 ? "sha256" : "sha1";
}

function reasonOf(paths: readonly PathPlan[], repoClass: RepoClass): string {
  if (repoClass === "in_sync") return inSyncReason(paths);
  if (repoClass === "released") return "nothing that the loop is known to own is there";
  const deciding = paths.filter((path) => path.class === repoClass);
  return `${deciding.map((path) => path.pointer).join(", ")}: ${deciding[0]?.reason ?? ""}`;
}

function inSyncReason(paths: readonly PathPlan[]): string {
  const overridden = paths.filter((path) => path.class === "overridden").length;
  const released = paths.filter((path) => path.class === "released").length;
  const rest = paths.length - overridden - released;
  const aside = overridden === 0 ? "" : `, ${overridden} left to the repo by an override`;
  return `all ${rest} owned values are as desired${aside}`;
}
