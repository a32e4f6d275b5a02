import { isOid } from "../names.ts";
import type { Comment, CommitStatus, Oid, ProposalState } from "../port.ts";
import { failed, ok, type Result } from "../problem.ts";

/** Something that happened to a proposal: who, when (epoch milliseconds, UTC), and why for people. */
export interface RecordEvent {
  /** `Name <email>`; empty when nobody can say, as for a branch somebody deleted. */
  readonly by: string;
  readonly at: number;
  readonly reason: string;
}

/** What a record keeps of a proposal that a newer one of the same branch has replaced. */
export interface PreviousProposal {
  readonly number: number;
  /** The first `<!-- coulomb:v1 … -->` of its body, else empty. */
  readonly marker: string;
  readonly state: "merged" | "closed";
  readonly title: string;
  readonly base: string;
  readonly head: Oid;
  readonly opened: RecordEvent;
  readonly closed: RecordEvent;
  readonly merged_oid: Oid | null;
}

/** `proposal.json`, contract `proposal/v1`: what `refs/coulomb/proposals/<installation>/<key>` holds beside `body.md`. */
export interface ProposalRecord {
  readonly number: number;
  readonly state: ProposalState;
  readonly title: string;
  readonly draft: boolean;
  readonly labels: readonly string[];
  readonly base: string;
  readonly branch: string;
  readonly head: Oid;
  /** A head of the base branch under which `head` was seen unmerged; spares the question while it stands. */
  readonly base_oid: Oid;
  readonly opened: RecordEvent;
  readonly closed: RecordEvent | null;
  readonly merged_oid: Oid | null;
  readonly statuses: readonly CommitStatus[];
  readonly comments: readonly Comment[];
  /** Newest first, at most 20. */
  readonly previous: readonly PreviousProposal[];
}

const contract = "proposal/v1";

/** Prints a record: fixed key order, two spaces, a final line feed. The same record gives the same bytes. */
export function printRecord(record: ProposalRecord): string {
  const document = {
    contract,
    number: record.number,
    state: record.state,
    title: record.title,
    draft: record.draft,
    labels: record.labels,
    base: record.base,
    branch: record.branch,
    head: record.head,
    base_oid: record.base_oid,
    opened: printEvent(record.opened),
    closed: record.closed === null ? null : printEvent(record.closed),
    merged_oid: record.merged_oid,
    statuses: record.statuses.map(({ context, state, description, head }) => ({
      context,
      state,
      description,
      head,
    })),
    comments: record.comments.map(({ by, at, body }) => ({ by, at: printTime(at), body })),
    previous: record.previous.map((old) => ({
      number: old.number,
      marker: old.marker,
      state: old.state,
      title: old.title,
      base: old.base,
      head: old.head,
      opened: printEvent(old.opened),
      closed: printEvent(old.closed),
      merged_oid: old.merged_oid,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function printEvent({ by, at, reason }: RecordEvent) {
  return { by, at: printTime(at), reason };
}

function printTime(at: number): string {
  return new Date(at).toISOString();
}

/** Reads a record. Strict: a missing, unknown or wrong key is a problem `corrupt` that names it. Never throws. */
export function parseRecord(document: string): Result<ProposalRecord> {
  try {
    const fields = object(JSON.parse(document), "proposal.json");
    if (fields["contract"] !== contract) throw new Mismatch("contract", contract, fields["contract"]);
    return ok(readRecord(fields));
  } catch (error) {
    if (error instanceof Mismatch || error instanceof SyntaxError)
      return failed("corrupt", `proposal.json: ${error.message}`);
    throw error;
  }
}

class Mismatch extends Error {
  constructor(where: string, expected: string, received: unknown) {
    super(`${where}: expected ${expected}, received ${(JSON.stringify(received) ?? "nothing").slice(0, 80)}`);
  }
}

type Fields = Readonly<Record<string, unknown>>;

function readRecord(fields: Fields): ProposalRecord {
  const keys = [
    "contract",
    "number",
    "state",
    "title",
    "draft",
    "labels",
    "base",
    "branch",
    "head",
    "base_oid",
    "opened",
    "closed",
    "merged_oid",
    "statuses",
    "comments",
    "previous",
  ];
  exactly(fields, keys, "proposal.json");
  const record: ProposalRecord = {
    number: count(fields["number"], "number"),
    state: oneOf(fields["state"], ["open", "merged", "closed"], "state"),
    title: text(fields["title"], "title"),
    draft: flag(fields["draft"], "draft"),
    labels: list(fields["labels"], "labels", text),
    base: text(fields["base"], "base"),
    branch: text(fields["branch"], "branch"),
    head: oid(fields["head"], "head"),
    base_oid: oid(fields["base_oid"], "base_oid"),
    opened: event(fields["opened"], "opened"),
    closed: nullable(fields["closed"], "closed", event),
    merged_oid: nullable(fields["merged_oid"], "merged_oid", oid),
    statuses: list(fields["statuses"], "statuses", status),
    comments: list(fields["comments"], "comments", comment),
    previous: list(fields["previous"], "previous", previous),
  };
  if ((record.state === "open") !== (record.closed === null)) {
    throw new Mismatch("closed", record.state === "open" ? "null" : "an event", fields["closed"]);
  }
  return record;
}

function event(value: unknown, where: string): RecordEvent {
  const fields = exactly(object(value, where), ["by", "at", "reason"], where);
  return {
    by: text(fields["by"], `${where}.by`),
    at: time(fields["at"], `${where}.at`),
    reason: text(fields["reason"], `${where}.reason`),
  };
}

function status(value: unknown, where: string): CommitStatus {
  const fields = exactly(object(value, where), ["context", "state", "description", "head"], where);
  return {
    context: text(fields["context"], `${where}.context`),
    state: oneOf(fields["state"], ["success", "failure", "pending", "error"], `${where}.state`),
    description: text(fields["description"], `${where}.description`),
    head: oid(fields["head"], `${where}.head`),
  };
}

function comment(value: unknown, where: string): Comment {
  const fields = exactly(object(value, where), ["by", "at", "body"], where);
  return {
    by: text(fields["by"], `${where}.by`),
    at: time(fields["at"], `${where}.at`),
    body: text(fields["body"], `${where}.body`),
  };
}

function previous(value: unknown, where: string): PreviousProposal {
  const keys = ["number", "marker", "state", "title", "base", "head", "opened", "closed", "merged_oid"];
  const fields = exactly(object(value, where), keys, where);
  return {
    number: count(fields["number"], `${where}.number`),
    marker: text(fields["marker"], `${where}.marker`),
    state: oneOf(fields["state"], ["merged", "closed"], `${where}.state`),
    title: text(fields["title"], `${where}.title`),
    base: text(fields["base"], `${where}.base`),
    head: oid(fields["head"], `${where}.head`),
    opened: event(fields["opened"], `${where}.opened`),
    closed: event(fields["closed"], `${where}.closed`),
    merged_oid: nullable(fields["merged_oid"], `${where}.merged_oid`, oid),
  };
}

function object(value: unknown, where: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Mismatch(where, "an object", value);
  return Object.fromEntries(Object.entries(value));
}

function exactly(fields: Fields, keys: readonly string[], where: string): Fields {
  const extra = Object.keys(fields).find((key) => !keys.includes(key));
  if (extra !== undefined) throw new Mismatch(where, `the keys ${keys.join(", ")}`, extra);
  return fields;
}

function list<T>(value: unknown, where: string, read: (item: unknown, where: string) => T): T[] {
  if (!Array.isArray(value)) throw new Mismatch(where, "a list", value);
  return value.map((item, index) => read(item, `${where}[${index}]`));
}

function nullable<T>(value: unknown, where: string, read: (value: unknown, where: string) => T): T | null {
  return value === null ? null : read(value, where);
}

function text(value: unknown, where: string): string {
  if (typeof value !== "string") throw new Mismatch(where, "a text", value);
  return value;
}

function flag(value: unknown, where: string): boolean {
  if (typeof value !== "boolean") throw new Mismatch(where, "true or false", value);
  return value;
}

function count(value: unknown, where: string): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 1) {
    throw new Mismatch(where, "a whole number from 1", value);
  }
  return value;
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[], where: string): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new Mismatch(where, allowed.join(" or "), value);
  return found;
}

function oid(value: unknown, where: string): Oid {
  const found = text(value, where);
  if (!isOid(found)) throw new Mismatch(where, "an object id", value);
  return found;
}

function time(value: unknown, where: string): number {
  const found = text(value, where);
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(found) ? Date.parse(found) : Number.NaN;
  if (Number.isNaN(at)) throw new Mismatch(where, "a time like 2026-01-31T09:00:00.000Z", value);
  return at;
}
