import type {
  BlobCache,
  FileWrite,
  Forge,
  Instant,
  Oid,
  RepoName,
  RepoObservation,
} from "@coulomb-loop/forge";
import { canonicalJson } from "@coulomb-loop/schemas/digest";
import { CoulombError } from "@coulomb-loop/schemas";
import { createIntern } from "./intern.ts";
import { isPace, type PaceRecord, textOfPace } from "./pace-record.ts";
import { corruptState, parseLines, parseObject } from "./state-lines.ts";

/** What is remembered of one schedule file. */
export interface BaseRecord {
  readonly repo_id: string;
  readonly loop: string;
  readonly file: string;
  /** Value by pointer, as last seen in sync. Empty when the loop owns nothing there any more. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Number of the newest merged proposal that `values` already take into account; 0 for none. */
  readonly merged: number;
  /** Number of the newest finished proposal that the audit holds; 0 for none. */
  readonly audited: number;
  /** Since when the repo is as this digest wants it. */
  readonly synced?: { readonly digest: string; readonly since: string };
  /** A write that the forge refused for good, for what was wanted then at this head of the repo. */
  readonly refused?: { readonly digest: string; readonly head: string; readonly message: string };
  /** Ids under which the repo was known before it moved, oldest first: what people said then still holds. */
  readonly former_ids?: readonly string[];
  /** Loops that had the file before, as long as anything of theirs may still be open. */
  readonly former_loops?: readonly string[];
  /** Numbers of those loops' proposals, as `merged`, `audited` and `accepted` are of the present one's. */
  readonly loops?: Readonly<Record<string, Required<Pick<BaseRecord, "merged" | "audited" | "accepted">>>>;
  /** Set where nothing else is known of the file, and a proposal of ours may be open for it. */
  readonly offered?: true;
  /** Numbers of closed proposals whose content was taken in by other means, as by a squash: nobody declined them. */
  readonly accepted?: readonly number[];
}

/** A change that people declined: it is not offered again, also when the forge lists newer proposals only. */
export interface DeclinedRecord {
  readonly repo_id: string;
  readonly key: string;
  readonly change: string;
  readonly number: number;
}

/** Who works on the fleet, until when. It saves two runs the same work; safety never rests on it (page 03 R15). */
export interface LeaseRecord {
  readonly holder: string;
  readonly nonce: string;
  readonly expires_at: string;
}

/** What an installation remembers between runs. It caches what the forges know. */
export interface Memory {
  readonly base: readonly BaseRecord[];
  readonly declined: readonly DeclinedRecord[];
  /** By forge. */
  readonly pace: Readonly<Record<string, PaceRecord>>;
}

/** The state of an installation, as read from its branch in the ops repo. */
export interface State extends Memory {
  /** Head of the state branch; `null` when it does not exist yet. */
  readonly head: Oid | null;
  readonly lease: LeaseRecord | undefined;
}

/** Branch of the ops repo that keeps an installation's state. */
export function stateBranch(installation: string): string {
  return `coulomb-state/${installation}`;
}

const files = {
  base: "base.jsonl",
  declined: "declined.jsonl",
  audit: "audit.jsonl",
  pace: "pace.json",
  lease: "lease.json",
} as const;

/** Where the state lives. */
export interface StatePlace {
  readonly forge: Forge;
  readonly repo: RepoName;
  readonly installation: string;
}

/**
 * Reads the state branch. It caches what the forge knows: a missing branch is an empty state. Throws CoulombError
 * `state_unreachable` when it cannot be read, and `state_corrupt` with file and line when it is damaged: without
 * state, nothing may be written.
 */
export async function readState(place: StatePlace, cache: BlobCache): Promise<State> {
  const { head, texts } = await readFiles(
    place,
    [files.base, files.declined, files.pace, files.lease],
    cache,
  );
  const where = (file: string) => `${stateBranch(place.installation)}:${file}`;
  const intern = createIntern<BaseRecord["values"]>();
  const base = parseLines(texts.get(files.base) ?? "", where(files.base), isBaseRecord);
  return {
    head,
    base: base.map((record) => ({ ...record, values: intern(record.values) })),
    declined: parseLines(texts.get(files.declined) ?? "", where(files.declined), isDeclinedRecord),
    pace: parseObject(texts.get(files.pace), where(files.pace), isPace) ?? {},
    lease: parseObject(texts.get(files.lease), where(files.lease), isLease),
  };
}

async function readFiles(
  { forge, repo, installation }: StatePlace,
  names: readonly string[],
  cache: BlobCache,
): Promise<{ head: Oid | null; texts: ReadonlyMap<string, string> }> {
  const query = { repo, at: stateBranch(installation), files: names, branches: [] };
  for await (const observation of forge.observe([query], cache)) {
    const { facts } = observation;
    if (facts.kind === "unknown") throw unreachable(repo, facts.message);
    const texts = new Map<string, string>();
    for (const name of names) {
      const text = textOf(observation, name, repo, `${stateBranch(installation)}:${name}`);
      if (text !== undefined) texts.set(name, text);
    }
    return { head: facts.value.head, texts };
  }
  throw new CoulombError(
    "state_unreachable",
    `the forge answered nothing for the ops repo ${repo.owner}/${repo.repo}`,
    { hint: "run coulomb doctor" },
  );
}

function textOf(
  observation: RepoObservation,
  name: string,
  repo: RepoName,
  where: string,
): string | undefined {
  const file = observation.files.get(name);
  if (file?.kind !== "known") throw unreachable(repo, file?.message ?? "no answer");
  if (file.value.kind === "other") throw corruptState(where, `a ${file.value.what}`);
  if (file.value.kind === "absent") return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file.value.bytes);
  } catch {
    throw corruptState(where, "bytes that are not UTF-8");
  }
}

function unreachable(repo: RepoName, message: string): CoulombError {
  return new CoulombError(
    "state_unreachable",
    `the ops repo ${repo.owner}/${repo.repo} cannot be read: ${message}`,
    {
      hint: "the state branch lives there; check ops_repo and forges in coulomb.yaml, then run coulomb doctor",
    },
  );
}

/**
 * What became of the state: `left` to whoever wrote it first, or to the next run because the forge wants to be asked later
 * (`at`, epoch milliseconds) or did not say what it did (`message`); `refused` for good, with the forge's reason.
 */
export type StateResult =
  | { readonly kind: "unchanged" }
  | { readonly kind: "left"; readonly message?: string; readonly at?: Instant }
  | { readonly kind: "written"; readonly head: Oid }
  | { readonly kind: "refused"; readonly message: string };

/** What a run adds to the state. */
export interface StateChange extends Memory {
  /** Lines for the audit, in order. */
  readonly audit: readonly object[];
  /** `null` gives the lease back. */
  readonly lease: LeaseRecord | null;
}

/**
 * Writes what differs, as one commit on the head that was read. A lost race, or an answer that never came, is left to
 * the next run, which derives the same from the forge. A refusal is not: what nobody can remember would come back as
 * adoption.
 */
export async function writeState(
  place: StatePlace,
  state: State,
  change: StateChange,
  time: number,
  cache: BlobCache,
): Promise<StateResult> {
  const audit = change.audit.length === 0 ? [] : [await appendedAudit(place, change.audit, cache)];
  const writes = [
    ...changedLines(files.base, state.base, change.base),
    ...changedLines(files.declined, state.declined, change.declined),
    ...changed(files.pace, textOfPace(state.pace), textOfPace(change.pace)),
    ...changed(files.lease, textOfLease(state.lease), textOfLease(change.lease ?? undefined)),
    ...audit,
  ];
  if (writes.length === 0) return { kind: "unchanged" };
  return commit(place, state.head, writes, "Record what was seen in sync\n", time);
}

/** Takes or prolongs the lease, and writes the pacing that goes with it: one commit on the head that was read. */
export function writeLease(
  place: StatePlace,
  state: Pick<State, "head" | "pace">,
  { lease, pace }: { readonly lease: LeaseRecord; readonly pace: Memory["pace"] },
  time: number,
): Promise<StateResult> {
  const writes = [
    { path: files.lease, content: encode(textOfLease(lease)) },
    ...changed(files.pace, textOfPace(state.pace), textOfPace(pace)),
  ];
  return commit(place, state.head, writes, `Begin the run of ${lease.holder}\n`, time);
}

async function commit(
  { forge, repo, installation }: StatePlace,
  head: Oid | null,
  writes: readonly FileWrite[],
  message: string,
  time: number,
): Promise<StateResult> {
  const result = await forge.advanceBranch({
    repo,
    branch: stateBranch(installation),
    expected: head,
    base: head,
    mergeBase: false,
    files: writes,
    message,
    time,
  });
  if (result.kind === "rejected") return { kind: "refused", message: `${result.reason}: ${result.hint}` };
  if (result.kind === "done") return { kind: "written", head: result.value };
  if (result.kind === "retry_at") return { kind: "left", message: result.message, at: result.at };
  return result.kind === "unclear" ? { kind: "left", message: result.message } : { kind: "left" };
}

/** The audit is read only when something is added to it: it grows with every proposal. */
async function appendedAudit(
  place: StatePlace,
  lines: readonly object[],
  cache: BlobCache,
): Promise<FileWrite> {
  const { texts } = await readFiles(place, [files.audit], cache);
  const before = texts.get(files.audit) ?? "";
  const kept = before === "" || before.endsWith("\n") ? before : `${before}\n`;
  return {
    path: files.audit,
    content: encode(kept + lines.map((line) => `${canonicalJson(line)}\n`).join("")),
  };
}

/** Records that are the same objects are the same lines, and need not be written out to see that. */
function changedLines(path: string, before: readonly object[], after: readonly object[]): FileWrite[] {
  const known = new Set(before);
  if (before.length === after.length && after.every((record) => known.has(record))) return [];
  return changed(path, linesOf(before), linesOf(after));
}

function changed(path: string, before: string, after: string): FileWrite[] {
  if (before === after) return [];
  return [{ path, content: after === "" ? null : encode(after) }];
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** One line per record, ascending, canonical: equal states are equal bytes. */
function linesOf(records: readonly object[]): string {
  return records
    .map((record) => `${canonicalJson(record)}\n`)
    .sort()
    .join("");
}

function textOfLease(lease: LeaseRecord | undefined): string {
  return lease === undefined ? "" : `${canonicalJson(lease)}\n`;
}

function isBaseRecord(
  value: Readonly<Record<string, unknown>>,
): value is Record<string, unknown> & BaseRecord {
  const { values, merged, audited, synced, refused, former_ids, former_loops, accepted, loops, offered } =
    value;
  return (
    hasTexts(value, ["repo_id", "loop", "file"]) &&
    isMap(values) &&
    typeof merged === "number" &&
    typeof audited === "number" &&
    (synced === undefined || (isMap(synced) && hasTexts(synced, ["digest", "since"]))) &&
    isListOf(former_ids, "string") &&
    isListOf(former_loops, "string") &&
    isListOf(accepted, "number") &&
    (offered === undefined || offered === true) &&
    (loops === undefined || (isMap(loops) && Object.values(loops).every(hasNumbers))) &&
    (refused === undefined || (isMap(refused) && hasTexts(refused, ["digest", "head", "message"])))
  );
}

function isDeclinedRecord(
  value: Readonly<Record<string, unknown>>,
): value is Record<string, unknown> & DeclinedRecord {
  return hasTexts(value, ["repo_id", "key", "change"]) && typeof value.number === "number";
}

function isLease(value: Readonly<Record<string, unknown>>): value is Record<string, unknown> & LeaseRecord {
  return hasTexts(value, ["holder", "nonce", "expires_at"]);
}

function hasNumbers(value: unknown): boolean {
  if (!isMap(value)) return false;
  const { merged, audited, accepted } = value;
  return (
    typeof merged === "number" &&
    typeof audited === "number" &&
    Array.isArray(accepted) &&
    isListOf(accepted, "number")
  );
}

function isListOf(value: unknown, type: "string" | "number"): boolean {
  return value === undefined || (Array.isArray(value) && value.every((each) => typeof each === type));
}

function hasTexts(value: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean {
  return keys.every((key) => typeof value[key] === "string");
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
