import type { DesiredPath, DesiredRepo } from "@coulomb-loop/cadence";
import type { Read, Source, Splice } from "@coulomb-loop/documents";
import { applySplices, decode, editYaml, readYaml } from "@coulomb-loop/documents";
import type { FileState } from "@coulomb-loop/forge";
import { blobId } from "@coulomb-loop/proposals";
import type { Finding, RepoPlan, Schedule } from "@coulomb-loop/schemas";
import { fromPointer, validateSchedule } from "@coulomb-loop/schemas";

/** A pilot's schedule file as it was read; an absent file has neither source nor reading. */
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
  const read = readYaml(source, validateSchedule);
  if (typeof read.raw !== "object" || read.raw === null || Array.isArray(read.raw))
    return { refused: read.findings };
  return { source, read };
}

/** Sets owned values in a schedule file, or in a new one; the proof of the editor holds for both. */
export function editScheduleFile(
  desired: DesiredRepo,
  source: Source | undefined,
  writes: readonly DesiredPath[],
):
  | { readonly bytes: Uint8Array; readonly splices: readonly Splice[] }
  | { readonly refused: readonly Finding[] } {
  const edits = writes.map(({ pointer, value }) => ({
    op: "set" as const,
    path: fromPointer(pointer),
    value,
  }));
  const result = editYaml(source ?? newSchedule(desired), edits, validateSchedule);
  if (result.status === "refused") return { refused: result.findings };
  if (result.status === "unchanged")
    throw new Error(`${desired.id}: a value that differs was found unchanged`);
  if (source !== undefined) return result;
  return { bytes: result.bytes, splices: [[0, 0, new TextDecoder().decode(result.bytes)]] };
}

/** The bytes a plan's edits make of a live file; `undefined` when they do not hash to the planned blob. */
export function plannedBytes(
  plan: RepoPlan,
  live: Uint8Array,
  format: "sha1" | "sha256",
): Uint8Array | undefined {
  try {
    const bytes = applySplices(live, plan.edits);
    return blobId(bytes, format) === plan.result_blob ? bytes : undefined;
  } catch (error) {
    // Edits that do not fit the file are those of a plan that was not made from it.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * Consent withdrawn by the repo itself, in words: it wins, and is not drift. `asOf` (epoch milliseconds) ends a pause
 * that says until when.
 */
export function optedOut(raw: unknown, asOf: number): string | undefined {
  if (valueAt(raw, "/enabled") === false) return "the repo switched its agents off (enabled: false)";
  const paused = valueAt(raw, "/paused");
  if (typeof paused !== "object" || paused === null) return undefined;
  const until = valueAt(raw, "/paused/until");
  if (typeof until === "string" && Date.parse(until) <= asOf) return undefined;
  const reason = valueAt(raw, "/paused/reason");
  const end = typeof until === "string" ? ` until ${shortened(until)}` : "";
  return `the repo paused its agents${end}${typeof reason === "string" ? `: ${shortened(reason)}` : ""}`;
}

/** Somebody's words as they fit into one sentence of a plan. */
function shortened(text: string): string {
  const line = text.toWellFormed().replaceAll(/\s+/g, " ");
  return line.length > 500 ? `${line.slice(0, 499).toWellFormed()}…` : line;
}

/** The value at a pointer of a parsed document; `undefined` when absent. Own properties only. */
export function valueAt(raw: unknown, pointer: string): unknown {
  let value = raw;
  for (const step of fromPointer(pointer)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** A new file: a text for people, filled by the same editor as every other. */
function newSchedule({ loop, file }: DesiredRepo): Source {
  const text = [
    "# When coding agents run in this repository.",
    `# The loop ${loop} keeps its own values here current by pull request; every other key is yours.`,
    "# To opt out, set enabled: false at the top level.",
    "timezone: UTC",
    "",
  ].join("\n");
  const source = decode(new TextEncoder().encode(text), file);
  if (Array.isArray(source)) throw new Error("the template of a new schedule file does not decode");
  return source;
}
