import { type DesiredRepo, type DesiredValue, valueAt } from "@coulomb-loop/cadence";
import type { Edit, Read, Source, Splice } from "@coulomb-loop/documents";
import { applySplices, decode, editYaml, readYaml } from "@coulomb-loop/documents";
import type { FileState } from "@coulomb-loop/forge";
import { blobId } from "@coulomb-loop/schemas/digest";
import type { Finding, RepoPlan, Schedule } from "@coulomb-loop/schemas";
import { fromPointer, toPointer, validateSchedule } from "@coulomb-loop/schemas";
import { fillBlank, isBlank, newSchedule } from "./new-schedule.ts";

/** A pilot's schedule file as it was read; an absent file has neither source nor reading, one without values no reading. */
export interface ReadSchedule {
  readonly source: Source | undefined;
  readonly read: Read<Schedule> | undefined;
}

/**
 * Plain values of schedule files already read, by blob id. A hit spares reading the file once more, and is used only to
 * find a repo in sync: before anything is proposed, the file itself is read.
 */
export interface ReadingMemo {
  getReading(blob: string): unknown;
  putReading(blob: string, value: unknown): void;
}

/**
 * Reads a pilot's schedule file. Schema findings are the pilot's business and do not refuse it: a file with an old,
 * unrelated flaw stays editable. Refused is what does not parse to a map.
 */
export function readScheduleFile(
  file: FileState,
  path: string,
): ReadSchedule | { readonly refused: readonly Finding[] } {
  if (file.kind !== "file") return { source: undefined, read: undefined };
  const source = decode(file.bytes, path);
  if (Array.isArray(source)) return { refused: source };
  if (isBlank(source)) return { source, read: undefined };
  const read = readYaml(source, validateSchedule);
  if (typeof read.raw !== "object" || read.raw === null || Array.isArray(read.raw))
    return { refused: read.findings };
  return { source, read };
}

/** What an edit of a schedule file came to; `null` bytes: the file is to be deleted. */
export type EditedSchedule =
  | { readonly bytes: Uint8Array | null; readonly splices: readonly Splice[] }
  | { readonly refused: readonly Finding[] };

/** A path and the value it shall have; without one it goes. */
export interface ScheduleWrite {
  readonly pointer: string;
  readonly value?: DesiredValue;
}

/** Sets and removes owned values in a schedule file, or sets them in a new one; the proof of the editor holds for both. */
export function editScheduleFile(
  desired: DesiredRepo,
  source: Source | undefined,
  raw: unknown,
  writes: readonly ScheduleWrite[],
): EditedSchedule {
  if (source !== undefined && isBlank(source)) return fillBlank(desired, source, writes);
  const removed = writes.flatMap(({ pointer, value }) => (value === undefined ? [pointer] : []));
  const sets: Edit[] = writes.flatMap(({ pointer, value }) =>
    value === undefined ? [] : [{ op: "set" as const, path: fromPointer(pointer), value }],
  );
  const removals = removed.length === 0 ? [] : removalsOf(raw, removed, desired.file);
  if ("refused" in removals) return removals;
  if (removals === deleteFile) return { bytes: null, splices: [] };
  const start = source ?? newSchedule(desired);
  const result = editYaml(start, [...sets, ...removals], validateSchedule);
  if (result.status === "refused") return { refused: result.findings };
  if (source === undefined) {
    // What the template of a new file says already needs no edit.
    const bytes = result.status === "unchanged" ? start.bytes : result.bytes;
    return { bytes, splices: [[0, 0, new TextDecoder().decode(bytes)]] };
  }
  if (result.status === "unchanged")
    throw new Error(`${desired.id}: a value that differs was found unchanged`);
  return result;
}

/** Stands for the removal of a file in which nothing would be left but what the supplier's contract needs. */
const deleteFile: readonly Edit[] = [];

/** Keys of a schedule file that say nothing without an agent. */
const frame = new Set(["version", "timezone", "domain"]);

/**
 * The edits that take paths away: an agent of which nothing is left goes whole, and with the last agent the file, which
 * would break its contract. Refused when such a file has keys of its own.
 */
function removalsOf(
  raw: unknown,
  removed: readonly string[],
  file: string,
): readonly Edit[] | { readonly refused: readonly Finding[] } {
  const agents = Object.keys(mapAt(raw, "/agents"));
  const gone = agents.filter((agent) => {
    const keys = Object.keys(mapAt(raw, toPointer(["agents", agent])));
    return keys.length > 0 && keys.every((key) => removed.includes(toPointer(["agents", agent, key])));
  });
  if (gone.length > 0 && gone.length === agents.length) {
    const own = Object.keys(mapAt(raw, "")).find((key) => key !== "agents" && !frame.has(key));
    return own === undefined ? deleteFile : { refused: [lastAgents(file, own)] };
  }
  const whole = gone.map((agent): Edit => ({ op: "remove", path: ["agents", agent] }));
  const single = removed.filter((pointer) => !gone.some((agent) => fromPointer(pointer)[1] === agent));
  return [...whole, ...single.map((pointer): Edit => ({ op: "remove", path: fromPointer(pointer) }))];
}

function lastAgents(file: string, key: string): Finding {
  return {
    code: "prune_partial",
    severity: "error",
    message: `${file} has no agent but the loop's, and a key of its own (${key}): neither can go without the other`,
    hint: "remove the agents by hand, or let the repo leave by mode: disable",
    file,
    path: [key],
  };
}

function mapAt(raw: unknown, pointer: string): object {
  const value = valueAt(raw, pointer);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

/** The bytes a plan's edits make of a live file (`null`: none); `undefined` when they do not hash to the planned blob. */
export function plannedBytes(
  plan: RepoPlan,
  live: Uint8Array,
  format: "sha1" | "sha256",
): Uint8Array | null | undefined {
  if (plan.result_blob === null) return plan.edits.length === 0 && plan.blob !== null ? null : undefined;
  try {
    const bytes = applySplices(live, plan.edits);
    return blobId(bytes, format) === plan.result_blob ? bytes : undefined;
  } catch (error) {
    // Edits that do not fit the file are those of a plan that was not made from it.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
