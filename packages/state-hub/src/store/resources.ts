import { judge } from "./apply.ts";
import { RaceError, type Sql } from "./sql.ts";
import type { Author, Change, Event, Fields, Kind, Outcome, Resource, Rule } from "./types.ts";

/** What changes are made with. */
export interface WriteFrame {
  readonly author: Author;
  readonly rule: Rule;
  /** Instant of the transaction (RFC 3339, UTC). */
  readonly at: string;
  /** Makes the id of a new resource. */
  readonly newId: () => string;
}

/** A resource after one change, and what the change made different. */
interface Step {
  readonly resource: Resource;
  readonly changed: Event["changed"];
  readonly isNew: boolean;
}

/**
 * Carries out conditional changes in the transaction of `sql`, each on its own: one whose condition fails writes nothing.
 * Answers in the order of the changes. Of two changes of one resource the second is judged by what the first made.
 *
 * Locks are taken in one order, so that writers wait for each other and never in a circle: rows by kind and key, then new
 * keys likewise, then the counter of the feed, last of all. Throws RaceError where somebody made a resource meanwhile: run
 * again, the transaction finds it.
 */
export async function applyChanges(
  sql: Sql,
  changes: readonly Change[],
  frame: WriteFrame,
): Promise<readonly Outcome[]> {
  const rows = await lockRows(sql, changes);
  const steps: Step[] = [];
  const outcomes = changes.map((change): Outcome => {
    const before = rows.find(change);
    const other = change.do === "put" && change.id !== undefined ? rows.withId(change.id) : undefined;
    if (other !== undefined && other !== before) return taken(other, before);
    const { outcome, changed } = judge(change, before, { ...frame, id: frame.newId() });
    if (outcome.kind === "created" || outcome.kind === "changed" || outcome.kind === "deleted") {
      rows.set(outcome.resource);
      steps.push({ resource: outcome.resource, changed, isNew: outcome.kind === "created" });
    }
    return outcome;
  });
  if (steps.length === 0) return outcomes;
  const last = new Map(steps.map(({ resource }) => [resource.id, resource]));
  const fresh = new Set(steps.filter(({ isNew }) => isNew).map(({ resource }) => resource.id));
  await insertRows(
    sql,
    [...last.values()].filter(({ id }) => fresh.has(id)),
  );
  await updateRows(
    sql,
    [...last.values()].filter(({ id }) => !fresh.has(id)),
  );
  await insertEvents(sql, steps, frame);
  return outcomes;
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
    byKey.set(`${resource.kind} ${resource.key}`, resource);
    byId.set(resource.id, resource);
  };
  for (const row of found) set(resourceOf(row));
  const withId = (id: string) => byId.get(id.toLowerCase());
  return {
    set,
    withId,
    find({ kind, address }) {
      if ("key" in address) return byKey.get(`${kind} ${address.key}`);
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
  }));
  // The counter is taken by the statement that uses it: from here on everybody else waits for our commit.
  await sql.rows(
    `WITH counter AS (UPDATE feed SET seq = seq + $2::integer RETURNING seq - $2::integer AS before)
      INSERT INTO events (seq, kind, key, id, rev, changed, deleted, actor, cause, at)
      SELECT counter.before + w.place + 1, w.kind, w.key, w.id, w.rev, w.changed, w.deleted, $3, $4, $5::timestamptz
      FROM counter, jsonb_to_recordset($1::jsonb)
        AS w(place integer, kind text, key text, id uuid, rev integer, changed jsonb, deleted boolean)`,
    [JSON.stringify(events), events.length, author.actor, author.cause ?? null, at],
  );
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
  .map(instantColumn)
  .join(", ")}`;

/** An instant as RFC 3339 text in UTC with milliseconds: drivers make different things of it. */
export function instantColumn(name: string): string {
  return `to_char(${name} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS ${name}`;
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
