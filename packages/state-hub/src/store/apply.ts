import { isMap } from "./json.ts";
import type { Change, Event, Fields, Json, Outcome, Resource, RuleFrame, Rules } from "./types.ts";

/** A change that was judged against what is there: its outcome when it is carried out, and the fields that differ. */
export interface Judged {
  readonly outcome: Outcome;
  readonly changed: Event["changed"];
}

/**
 * What a change makes of a resource at an instant (RFC 3339), or why it makes nothing of it. `id` is for a resource that is
 * new and that nobody has named. Pure.
 */
export function judge(
  change: Change,
  before: Resource | undefined,
  frame: RuleFrame & { readonly rules: Rules; readonly at: string; readonly id: string },
): Judged {
  const { rules, at, id } = frame;
  if (before?.deletedAt !== undefined) return nothing({ kind: "gone", resource: before });
  const holds = "absent" in change.condition ? before === undefined : before?.rev === change.condition.rev;
  if (!holds) return nothing({ kind: "stale", resource: before });
  if (before === undefined && (change.do !== "put" || "id" in change.address))
    return nothing({ kind: "stale", resource: undefined });
  const named = change.do === "put" ? change.id?.toLowerCase() : undefined;
  if (before !== undefined && named !== undefined && named !== before.id)
    return nothing({
      kind: "refused",
      resource: before,
      refusal: { code: "id_differs", message: `${before.key} has the id ${before.id}, not ${named}` },
    });
  const asked = fieldsAfter(change, before?.fields ?? {});
  const after = rules.complete(change, before?.fields, asked, frame.author);
  const refusal = rules.refuse(change, before, after, frame);
  if (refusal !== undefined) return nothing({ kind: "refused", refusal, resource: before });
  if (change.do === "expect" && before !== undefined) return nothing({ kind: "same", resource: before });
  const changed = differences(before?.fields ?? {}, after);
  if (before !== undefined && change.do !== "delete" && Object.keys(changed).length === 0)
    return nothing({ kind: "same", resource: before });
  const rev = (before?.rev ?? 0) + 1;
  const revs = Object.fromEntries(Object.keys(changed).map((field) => [field, rev]));
  const key = before?.key ?? ("key" in change.address ? change.address.key : "");
  const resource: Resource = {
    kind: change.kind,
    key,
    id: before?.id ?? named ?? id,
    rev,
    // A tombstone keeps what was there last.
    fields: change.do === "delete" ? (before?.fields ?? {}) : after,
    fieldRevs: change.do === "delete" ? (before?.fieldRevs ?? {}) : { ...before?.fieldRevs, ...revs },
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
    ...(change.do === "delete" ? { deletedAt: at } : {}),
  };
  const kind = change.do === "delete" ? "deleted" : before === undefined ? "created" : "changed";
  return { outcome: { kind, resource }, changed: change.do === "delete" ? {} : changed };
}

function nothing(outcome: Outcome): Judged {
  return { outcome, changed: {} };
}

function fieldsAfter(change: Change, before: Fields): Fields {
  switch (change.do) {
    case "put":
      return change.fields;
    case "patch":
      return merged(before, change.fields);
    case "delete":
      return {};
    case "expect":
      return before;
  }
}

/** Applies a merge patch (RFC 7396). */
function merged(before: Fields, patch: Fields): Fields {
  const after = new Map(Object.entries(before));
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) after.delete(field);
    else after.set(field, isMap(value) ? merged(mapOf(after.get(field)), value) : value);
  }
  return Object.fromEntries(after);
}

function mapOf(value: Json | undefined): Fields {
  return isMap(value) ? value : {};
}

function differences(before: Fields, after: Fields): Event["changed"] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return Object.fromEntries(
    fields.flatMap((field) => {
      const [from, to] = [before[field], after[field]];
      if (sameJson(from, to)) return [];
      return [[field, { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }]];
    }),
  );
}

/** Equality of JSON values, whatever the order of their keys. */
function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, index) => sameJson(each, b[index]));
  if (!isMap(a) || !isMap(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}
