import type { Fields, Kind, Resource } from "./types.ts";

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

/** Key of the repo that a resource belongs to; `null`: to none. */
export function repoOf({ kind, key, fields }: Pick<Resource, "kind" | "key" | "fields">): string | null {
  if (kind === "repos") return key;
  return typeof fields.repo === "string" ? fields.repo : null;
}
