import { judge } from "./apply.ts";
import { RaceError, type Sql } from "./sql.ts";
import type {
  Author,
  Change,
  Event,
  Fields,
  GroupOutcome,
  Kind,
  Outcome,
  Reference,
  Resource,
  Rules,
} from "./types.ts";

/** What changes are made with. */
export interface WriteFrame {
  readonly author: Author;
  readonly rules: Rules;
  /** Instant of the transaction (RFC 3339, UTC). */
  readonly at: string;
  /** Makes the id of a new resource. */
  readonly newId: () => string;
}

/** A resource after one change, and what the change made different. */
interface Step {
  readonly resource: Resource;
  /** What was there before; `undefined`: nothing. */
  readonly before: Resource | undefined;
  readonly changed: Event["changed"];
}

/**
 * Carries out groups of conditional changes in the transaction of `sql`: a group is made whole or not at all, and one
 * that fails hinders no other. Answers in the order of the groups. Of two changes of one resource the second is judged by
 * what the first made.
 *
 * Locks are taken in one order, so that writers wait for each other and never in a circle: rows by kind and key, then new
 * keys likewise, then the counter of the feed, last of all. Throws RaceError where somebody made a resource meanwhile: run
 * again, the transaction finds it.
 */
export async function applyGroups(
  sql: Sql,
  groups: readonly (readonly Change[])[],
  frame: WriteFrame,
): Promise<readonly GroupOutcome[]> {
  const changes = groups.flat();
  const rows = await lockRows(sql, changes);
  const known = await findReferences(sql, changes.flatMap(frame.rules.references));
  const exists = (reference: Reference) => known.has(nameOf(reference)) || rows.isThere(reference);
  const steps: Step[] = [];
  const outcomes = groups.map((group): GroupOutcome => {
    const made: Step[] = [];
    const came: Outcome[] = [];
    for (const [index, change] of group.entries()) {
      const { outcome, step } = judgeOne(change, rows, { ...frame, exists });
      if (outcome.kind === "stale" || outcome.kind === "gone" || outcome.kind === "refused") {
        for (const { before, resource } of made.toReversed()) rows.restore(resource, before);
        return { kind: "failed", index, outcome };
      }
      if (step !== undefined) {
        rows.set(step.resource);
        made.push(step);
      }
      came.push(outcome);
    }
    steps.push(...made);
    return { kind: "done", outcomes: came };
  });
  await writeSteps(sql, steps, frame);
  return outcomes;
}

function judgeOne(
  change: Change,
  rows: Rows,
  frame: WriteFrame & { readonly exists: (reference: Reference) => boolean },
): { readonly outcome: Outcome; readonly step?: Step } {
  const before = rows.find(change);
  const other = change.do === "put" && change.id !== undefined ? rows.withId(change.id) : undefined;
  if (other !== undefined && other !== before) return { outcome: taken(other, before) };
  const { outcome, changed } = judge(change, before, { ...frame, id: frame.newId() });
  const isWritten = outcome.kind === "created" || outcome.kind === "changed" || outcome.kind === "deleted";
  if (!isWritten) return { outcome };
  return { outcome, step: { resource: outcome.resource, before, changed } };
}

/** Writes what came of the changes: the last state of each resource, and each of its steps as an event. */
async function writeSteps(sql: Sql, steps: readonly Step[], frame: WriteFrame): Promise<void> {
  if (steps.length === 0) return;
  const last = [...new Map(steps.map(({ resource }) => [resource.id, resource])).values()];
  const fresh = new Set(
    steps.filter(({ before }) => before === undefined).map(({ resource }) => resource.id),
  );
  await insertRows(
    sql,
    last.filter(({ id }) => fresh.has(id)),
  );
  await updateRows(
    sql,
    last.filter(({ id }) => !fresh.has(id)),
  );
  await insertEvents(sql, steps, frame);
}

/** Those of the named resources that are there, by `nameOf`. */
async function findReferences(sql: Sql, references: readonly Reference[]): Promise<ReadonlySet<string>> {
  if (references.length === 0) return new Set();
  const wanted = [...new Map(references.map((each) => [nameOf(each), each])).values()];
  const found = await sql.rows<Reference>(
    `SELECT r.kind, r.key FROM jsonb_to_recordset($1::jsonb) AS w(kind text, key text)
      JOIN resources r ON r.kind = w.kind AND r.key = w.key WHERE r.deleted_at IS NULL`,
    [JSON.stringify(wanted)],
  );
  return new Set(found.map(nameOf));
}

function nameOf({ kind, key }: Reference): string {
  return `${kind} ${key}`;
}

function taken(other: Resource, before: Resource | undefined): Outcome {
  const message = `the id ${other.id} is that of ${other.key} among ${other.kind}`;
  return { kind: "refused", resource: before, refusal: { code: "id_taken", message } };
}

/** The rows that changes are about, locked, as they are while the changes are judged. */
interface Rows {
  find(change: Pick<Change, "kind" | "address">): Resource | undefined;
  withId(id: string): Resource | undefined;
  set(resource: Resource): void;
  /** Undoes a `set`: `before` is what was there. */
  restore(resource: Resource, before: Resource | undefined): void;
  isThere(reference: Reference): boolean;
}

async function lockRows(sql: Sql, changes: readonly Change[]): Promise<Rows> {
  const wanted = changes.flatMap((change) => [
    { kind: change.kind, ...change.address },
    ...(change.do === "put" && change.id !== undefined ? [{ kind: change.kind, id: change.id }] : []),
  ]);
  const found = await sql.rows<ResourceRow>(
    `SELECT ${columns} FROM resources
      WHERE id IN (
        SELECT r.id FROM jsonb_to_recordset($1::jsonb) AS w(kind text, key text, id uuid)
        JOIN resources r ON (r.kind = w.kind AND r.key = w.key) OR r.id = w.id)
      ORDER BY kind, key FOR UPDATE`,
    [JSON.stringify(wanted)],
  );
  const byKey = new Map<string, Resource>();
  const byId = new Map<string, Resource>();
  const set = (resource: Resource) => {
    byKey.set(nameOf(resource), resource);
    byId.set(resource.id, resource);
  };
  for (const row of found) set(resourceOf(row));
  const withId = (id: string) => byId.get(id.toLowerCase());
  return {
    set,
    withId,
    restore(resource, before) {
      if (before !== undefined) return set(before);
      byKey.delete(nameOf(resource));
      byId.delete(resource.id);
    },
    isThere(reference) {
      const resource = byKey.get(nameOf(reference));
      return resource !== undefined && resource.deletedAt === undefined;
    },
    find({ kind, address }) {
      if ("key" in address) return byKey.get(nameOf({ kind, key: address.key }));
      const resource = withId(address.id);
      return resource?.kind === kind ? resource : undefined;
    },
  };
}

async function insertRows(sql: Sql, resources: readonly Resource[]): Promise<void> {
  if (resources.length === 0) return;
  const inserted = await sql.rows(
    `INSERT INTO resources (kind, key, id, rev, fields, field_revs, created_at, updated_at, deleted_at)
      SELECT kind, key, id, rev, fields, field_revs, created_at, updated_at, deleted_at
      FROM ${recordset} ORDER BY kind, key
      ON CONFLICT DO NOTHING RETURNING id`,
    [asRecords(resources)],
  );
  if (inserted.length < resources.length) throw new RaceError("somebody made the same resource");
}

async function updateRows(sql: Sql, resources: readonly Resource[]): Promise<void> {
  if (resources.length === 0) return;
  await sql.rows(
    `UPDATE resources r SET rev = w.rev, fields = w.fields, field_revs = w.field_revs,
        updated_at = w.updated_at, deleted_at = w.deleted_at
      FROM ${recordset} WHERE r.id = w.id`,
    [asRecords(resources)],
  );
}

async function insertEvents(sql: Sql, steps: readonly Step[], { author, at }: WriteFrame): Promise<void> {
  const events = steps.map(({ resource, changed }, place) => ({
    place,
    kind: resource.kind,
    key: resource.key,
    id: resource.id,
    rev: resource.rev,
    changed,
    deleted: resource.deletedAt !== undefined,
    repo: repoOf(resource),
  }));
  // The counter is taken by the statement that uses it: from here on everybody else waits for our commit.
  await sql.rows(
    `WITH counter AS (UPDATE feed SET seq = seq + $2::integer RETURNING seq - $2::integer AS before)
      INSERT INTO events (seq, kind, key, id, rev, changed, deleted, repo, actor, cause, at)
      SELECT counter.before + w.place + 1, w.kind, w.key, w.id, w.rev, w.changed, w.deleted, w.repo, $3, $4, $5::timestamptz
      FROM counter, jsonb_to_recordset($1::jsonb)
        AS w(place integer, kind text, key text, id uuid, rev integer, changed jsonb, deleted boolean, repo text)`,
    [JSON.stringify(events), events.length, author.actor, author.cause ?? null, at],
  );
}

/** Key of the repo that a resource belongs to; `null`: to none. */
export function repoOf({ kind, key, fields }: Pick<Resource, "kind" | "key" | "fields">): string | null {
  if (kind === "repos") return key;
  return typeof fields.repo === "string" ? fields.repo : null;
}

const recordset = `jsonb_to_recordset($1::jsonb) AS w(kind text, key text, id uuid, rev integer, fields jsonb,
  field_revs jsonb, created_at timestamptz, updated_at timestamptz, deleted_at timestamptz)`;

function asRecords(resources: readonly Resource[]): string {
  return JSON.stringify(
    resources.map(({ kind, key, id, rev, fields, fieldRevs, createdAt, updatedAt, deletedAt }) => ({
      kind,
      key,
      id,
      rev,
      fields,
      field_revs: fieldRevs,
      created_at: createdAt,
      updated_at: updatedAt,
      deleted_at: deletedAt ?? null,
    })),
  );
}

/** Columns of a resource, read alike by both drivers. */
export const columns = `kind, key, id::text AS id, rev, fields, field_revs, ${[
  "created_at",
  "updated_at",
  "deleted_at",
]
  .map((name) => instantColumn(name))
  .join(", ")}`;

/** An instant as RFC 3339 text in UTC with milliseconds: drivers make different things of it. */
export function instantColumn(name: string, as = name): string {
  return `to_char(${name} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS ${as}`;
}

export interface ResourceRow {
  readonly kind: Kind;
  readonly key: string;
  readonly id: string;
  readonly rev: number;
  readonly fields: Fields;
  readonly field_revs: Readonly<Record<string, number>>;
  readonly created_at: string;
  readonly updated_at: string;
  readonly deleted_at: string | null;
}

export function resourceOf(row: ResourceRow): Resource {
  return {
    kind: row.kind,
    key: row.key,
    id: row.id,
    rev: row.rev,
    fields: row.fields,
    fieldRevs: row.field_revs,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    ...(row.deleted_at === null ? {} : { deletedAt: row.deleted_at }),
  };
}
