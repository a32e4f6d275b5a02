import type { DesiredRepo } from "@coulomb-loop/cadence";
import type { Marker, ProposalTarget } from "@coulomb-loop/proposals";
import { formatBody } from "@coulomb-loop/proposals";
import { blobId } from "@coulomb-loop/schemas/digest";
import { editScheduleFile, readScheduleFile } from "../schedule-file.ts";
import type { BaseRecord } from "../state.ts";
import type { Base, Desire, Mark, Value } from "./world.fixture.ts";
import { values as letters } from "./world.fixture.ts";

/** The letters of the model as the product sees them: crons, files, blobs, digests, markers. */

export const installation = "model";
const pointer = "/agents/coach/cron";
export const file = ".kaizen/schedule.yml";
export const noon = Date.UTC(2026, 5, 1, 12);
export const planDigest = "p".repeat(64);

const crons: Readonly<Record<Exclude<Value, "-">, string>> = {
  a: "1 9 * * *",
  b: "2 9 * * *",
  x: "3 9 * * *",
};

function letterOf(value: unknown): Value {
  if (value === crons.a) return "a";
  if (value === crons.b) return "b";
  if (value === crons.x) return "x";
  if (value === null || value === undefined) return "-";
  throw new Error("a value that the model does not know");
}

const source = { file: "loops/kaizen/roster.yaml", path: [], what: "phase bootstrap" };

/** What the roster says of the one repo. */
export function desiredOf(desire: Desire | "x"): DesiredRepo {
  const leaves = desire === "prune" || desire === "release";
  return {
    id: "local/acme/one",
    forge: "local",
    owner: "acme",
    repo: "one",
    loop: "kaizen",
    mode: leaves ? desire : "run",
    phase: "bootstrap",
    wave: 0,
    file,
    timezone: "UTC",
    paths: leaves ? [] : [{ pointer, value: crons[desire], ownership: "overridable", source }],
    freed: [],
    overrides: [],
    removedAgents: [],
    source,
  };
}

export const key = "schedule-kaizen";
export const branch = `coulomb/${installation}/${key}`;
export const target: ProposalTarget = {
  installation,
  repo: { owner: "acme", repo: "one" },
  repoId: "local/acme/one",
  key,
};

/** The file without the path; every other value is what the editor makes of it. */
const bare = ["timezone: UTC", "agents:", "  coach:", "    cadence: daily", "    enabled: true", ""].join(
  "\n",
);
const bytes = new Map<Value, Uint8Array>([["-", new TextEncoder().encode(bare)]]);
for (const value of ["a", "b", "x"] as const) bytes.set(value, edited(crons[value]));
const blobs = new Map([...bytes].map(([value, each]) => [value, blobId(each)]));

function edited(cron: string): Uint8Array {
  const schedule = readScheduleFile({ kind: "file", blob: "", bytes: bytesOf("-") }, file);
  if ("refused" in schedule) throw new Error("the bare file cannot be read");
  const { source: text, read } = schedule;
  const made = editScheduleFile(desiredOf("a"), text, read?.raw, [{ pointer, value: cron }]);
  if ("refused" in made || made.bytes === null) throw new Error("the bare file cannot be edited");
  return made.bytes;
}

export function bytesOf(value: Value): Uint8Array {
  const found = bytes.get(value);
  if (found === undefined) throw new Error(`no file for ${value}`);
  return found;
}

export function blobOf(value: Value): string {
  const found = blobs.get(value);
  if (found === undefined) throw new Error(`no blob for ${value}`);
  return found;
}

export function valueOfBlob(blob: string | null): Value {
  for (const [value, each] of blobs) if (each === blob) return value;
  throw new Error(`no value has the blob ${blob}`);
}

/** Main is only ever a base of commits, so that its id says what its file holds. */
export const mainId = (live: Value) => `main-${live}`;
export function valueOfMain(oid: string): Value {
  const found = letters.find((value) => mainId(value) === oid);
  if (found === undefined) throw new Error(`${oid} is no commit of the default branch`);
  return found;
}
export const oidOf = (id: number) => `c${id}`;
export const idOf = (oid: string) => Number(oid.slice(1));

export function valueOfBytes(content: Uint8Array | null): Value {
  return valueOfBlob(content === null ? null : blobId(content));
}

const digests = new Map<string, string>();
const names = new Map<string, string>();

/** Learns the real digest of a change. */
export function nameChange(digest: string, name: string): void {
  const known = digests.get(name);
  if (known !== undefined && known !== digest) throw new Error(`two digests for the change ${name}`);
  if ((names.get(digest) ?? name) !== name) throw new Error(`two changes with the digest of ${name}`);
  digests.set(name, digest);
  names.set(digest, name);
}
export const digestOfChange = (name: string): string => digests.get(name) ?? name;
export const changeOfDigest = (digest: string): string => names.get(digest) ?? digest;

/** A marker of the model as the body of a proposal. */
export function bodyOf(mark: Mark | null): string {
  if (mark === null) return "";
  const marker: Marker = {
    installation,
    repo: target.repoId,
    key,
    plan: planDigest,
    inputs: "",
    change: digestOfChange(mark.change),
    class: mark.class,
    values: mark.value === null ? {} : { [pointer]: mark.value === "-" ? null : crons[mark.value] },
    files: mark.files === null ? {} : { [file]: [blobOf(mark.files[0]), blobOf(mark.files[1])] },
    head: oidOf(mark.head),
    ...(mark.closedBy === null ? {} : { closed_by: mark.closedBy }),
  };
  return formatBody("words", marker);
}

/** The way back. */
export function markOf(marker: Marker | undefined): Mark | null {
  if (marker === undefined) return null;
  const { change, values, files, head } = marker;
  const pair = files[file];
  return {
    change: changeOfDigest(change),
    class: marker.class,
    value: pointer in values ? letterOf(values[pointer]) : null,
    files: pair === undefined ? null : [valueOfBlob(pair[0]), valueOfBlob(pair[1])],
    head: idOf(head),
    closedBy: marker.closed_by ?? null,
  };
}

export function recordOf(base: Base | null): BaseRecord | undefined {
  if (base === null) return undefined;
  const set = base.value === null || base.value === "-" ? {} : { [pointer]: crons[base.value] };
  return { repo_id: target.repoId, loop: "kaizen", file, values: set, merged: base.merged, audited: 0 };
}

export function baseOf(record: BaseRecord | undefined): Base | null {
  if (record === undefined) return null;
  const value = record.values[pointer];
  return { value: value === undefined ? null : letterOf(value), merged: record.merged };
}
