import type { DesiredPath, DesiredRepo } from "@coulomb-loop/cadence";
import type { Source } from "@coulomb-loop/documents";
import type { FileState, RepoObservation } from "@coulomb-loop/forge";
import { blobId, digestOf } from "@coulomb-loop/proposals";
import type { Cadence, Finding, PathPlan, RepoPlan } from "@coulomb-loop/schemas";
import type { BaseSubject } from "./base.ts";
import { effectiveBase, rememberedBase } from "./base.ts";
import type { RepoClass } from "./classify.ts";
import { classify, worst } from "./classify.ts";
import type { ReadingMemo } from "./schedule-file.ts";
import { editScheduleFile, optedOut, readScheduleFile, valueAt } from "./schedule-file.ts";
import type { BaseRecord } from "./state.ts";

/** What the plan of one repo rests on. */
export interface RepoInputs {
  readonly installation: string;
  readonly desired: DesiredRepo;
  readonly observation: RepoObservation;
  readonly base: BaseRecord | undefined;
  readonly policy: Pick<Cadence, "adoption" | "on_drift">;
  /** Line and column of a desired value in the ops repo. */
  readonly locate: (
    source: DesiredPath["source"],
  ) => { readonly line: number; readonly column: number } | undefined;
  /** Epoch milliseconds; only a pause with an end depends on it. */
  readonly asOf: number;
  readonly readings?: ReadingMemo;
}

/** A repo's plan, and what the next state must remember of it. */
export interface PlannedRepo {
  readonly plan: RepoPlan;
  readonly base: BaseRecord | undefined;
}

/** Proposal key of a loop: one managed proposal for its schedule file in each repo. */
export function scheduleKey(loop: string): string {
  return `schedule-${loop.replaceAll("_", "-")}`;
}

/**
 * Plans one repo: reads its schedule file, classifies every owned path, and makes and proves the edits. Pure. Refuses
 * as `unsupported` what the editor cannot prove, and never touches a byte that is not planned.
 */
export function planRepo(inputs: RepoInputs): PlannedRepo {
  const { observation, desired } = inputs;
  const { facts } = observation;
  if (facts.kind === "unknown") return stopped(inputs, "unknown", facts.message);
  if (!facts.value.eligible.ok)
    return stopped(inputs, "ineligible", `the repo is ${facts.value.eligible.reason}`);
  const file = observation.files.get(desired.file);
  if (file?.kind !== "known")
    return stopped(inputs, "unknown", file?.message ?? `${desired.file} was not read`);
  if (file.value.kind === "other")
    return stopped(inputs, "unsupported", `${desired.file} is a ${file.value.what}, not a file`);
  const known = file.value.kind === "file" ? inputs.readings?.getReading(file.value.blob) : undefined;
  if (known !== undefined) {
    const planned = planFile(inputs, file.value, undefined, known);
    if (planned.plan.class === "in_sync") return planned;
  }
  const schedule = readScheduleFile(file.value, desired.file);
  if ("refused" in schedule)
    return stopped(inputs, "unsupported", `${desired.file} cannot be read safely`, schedule.refused);
  const raw = schedule.read?.raw;
  if (file.value.kind === "file" && isJson(raw)) inputs.readings?.putReading(file.value.blob, raw);
  return planFile(inputs, file.value, schedule.source, raw);
}

function planFile(
  inputs: RepoInputs,
  file: FileState,
  source: Source | undefined,
  raw: unknown,
): PlannedRepo {
  const { desired } = inputs;
  const subject: BaseSubject = {
    installation: inputs.installation,
    repoId: desired.id,
    file: desired.file,
    key: scheduleKey(desired.loop),
  };
  const known = effectiveBase(subject, inputs.base, inputs.observation, seedsOf(desired));
  const paths = desired.paths.map((path) =>
    planPath(inputs, path, valueAt(raw, path.pointer), known?.values[path.pointer]),
  );
  const base = rememberedBase(subject, known, paths);
  const repoClass = worst(paths.map((path) => path.class));
  const rest: RepoPlan = {
    ...heading(inputs),
    ...fileFacts(inputs, file),
    paths,
    class: repoClass,
    reason: reasonOf(paths, repoClass),
    edits: [],
    result_blob: null,
    change: null,
  };
  const optOut = optedOut(raw, inputs.asOf);
  if (optOut !== undefined) return { plan: { ...rest, class: "opted_out", reason: optOut }, base };
  const writes = paths.filter((path) => isWritten(path, inputs.policy));
  if (writes.length === 0) return { plan: rest, base };
  const pointers = new Set(writes.map((path) => path.pointer));
  const edited = editScheduleFile(
    desired,
    source,
    desired.paths.filter((path) => pointers.has(path.pointer)),
  );
  if ("refused" in edited)
    return stopped(inputs, "unsupported", `${desired.file} cannot be edited safely`, edited.refused, rest);
  const edits = edited.splices.map(([start, end, text]): [number, number, string] => [start, end, text]);
  return {
    plan: {
      ...rest,
      edits,
      result_blob: blobId(edited.bytes, objectFormat(inputs.observation)),
      change: changeOf(desired, writes),
    },
    base,
  };
}

function seedsOf({ paths }: DesiredRepo): Set<string> {
  return new Set(paths.filter((path) => path.ownership === "seed").map((path) => path.pointer));
}

function planPath(inputs: RepoInputs, path: DesiredPath, live: unknown, base: unknown): PathPlan {
  const verdict = classify({
    pointer: path.pointer,
    ownership: path.ownership,
    desired: path.value,
    live,
    base,
  });
  return {
    pointer: path.pointer,
    ...(base === undefined ? {} : { base: jsonValue(base) }),
    ...(live === undefined ? {} : { live: jsonValue(live) }),
    desired: path.value,
    class: verdict.class,
    ownership: path.ownership,
    reason: verdict.reason,
    source: { what: path.source.what, file: path.source.file, ...inputs.locate(path.source) },
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

/** Whether a value survives JSON unchanged: only such a reading may be kept. */
function isJson(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== "object" || value === null)
    return typeof value === "string" || typeof value === "boolean" || value === null;
  return Object.entries(value).every(([key, child]) => key !== "__proto__" && isJson(child));
}

/** Whether a path is proposed: what differs, unless the policy only shows it. */
function isWritten(path: PathPlan, policy: RepoInputs["policy"]): boolean {
  if (path.class === "in_sync") return false;
  if (path.class === "drift") return policy.on_drift !== "show";
  if (path.class === "adoption") return policy.adoption !== "refuse";
  return true;
}

/** What a proposal means, without its wording: decides whether a declined change is the same (page 03 §4). */
function changeOf(desired: DesiredRepo, writes: readonly PathPlan[]): string {
  const paths = writes.map(({ pointer, live, desired: wanted }) => ({
    pointer,
    live: live ?? null,
    desired: wanted ?? null,
  }));
  return digestOf({ repo: desired.id, key: scheduleKey(desired.loop), paths });
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
    reason,
    edits: [],
    result_blob: null,
    change: null,
    ...(errors.length === 0 ? {} : { findings: errors }),
  };
  return { plan, base: inputs.base };
}

function heading({ desired, policy }: RepoInputs) {
  const { id, forge, owner, repo, loop, phase, wave, file, released } = desired;
  const values = Object.fromEntries(
    desired.paths.map((path) => [path.pointer, { value: path.value, ownership: path.ownership }]),
  );
  return {
    repo_id: id,
    forge,
    owner,
    repo,
    loop,
    phase,
    wave,
    key: scheduleKey(loop),
    file,
    inputs_digest: digestOf({
      id,
      file,
      phase,
      values,
      released,
      adoption: policy.adoption ?? null,
      on_drift: policy.on_drift ?? null,
    }),
  };
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
  if (repoClass === "in_sync") return `all ${paths.length} owned values are as desired`;
  const deciding = paths.filter((path) => path.class === repoClass);
  return `${deciding.map((path) => path.pointer).join(", ")}: ${deciding[0]?.reason ?? ""}`;
}
