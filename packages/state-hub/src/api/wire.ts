import type { Event, Json, Outcome, Refusal, Resource } from "../store/types.ts";
import { etagOf } from "./conditions.ts";
import { problem, type Reply } from "./problem.ts";

/** A resource as the API shows it: its fields beside what the hub keeps of it. */
export function wireResource(resource: Resource): { readonly [key: string]: Json } {
  const { id, key, rev, fields, fieldRevs, createdAt, updatedAt } = resource;
  return {
    ...fields,
    id,
    key,
    rev,
    field_revs: fieldRevs,
    created_at: createdAt,
    updated_at: updatedAt,
  };
}

/** An event as the API shows it. */
export function wireChange(event: Event): { readonly [key: string]: Json } {
  const { seq, kind, key, id, rev, changed, deleted, repo, actor, cause, at } = event;
  return {
    seq,
    kind,
    key,
    id,
    rev,
    changed,
    actor,
    at,
    ...(deleted === undefined ? {} : { deleted }),
    ...(repo === undefined ? {} : { repo }),
    ...(cause === undefined ? {} : { cause }),
  };
}

/** What a client is told of a write. */
export function outcomeReply(outcome: Outcome): Reply {
  switch (outcome.kind) {
    case "created":
      return { status: 201, ...shown(outcome.resource) };
    case "changed":
    case "same":
      return { status: 200, ...shown(outcome.resource) };
    case "deleted":
      return { status: 204 };
    case "stale":
      return staleReply(outcome.resource);
    case "gone":
      return goneReply(outcome.resource);
    case "refused":
      return refusedReply(outcome.refusal);
  }
}

/** A resource with its revision as ETag. */
export function shown(resource: Resource): Pick<Reply, "body" | "headers"> {
  return { body: wireResource(resource), headers: { etag: etagOf(resource.rev) } };
}

function staleReply(resource: Resource | undefined): Reply {
  if (resource === undefined)
    return problem(412, "stale", "there is no such resource at that revision", {
      hint: "make it with If-None-Match: *",
    });
  return problem(412, "stale", `${resource.key} is at revision ${resource.rev}`, {
    hint: "look at what is there, and decide anew",
    members: { current: wireResource(resource) },
    headers: { etag: etagOf(resource.rev) },
  });
}

/** A tombstone. */
export function goneReply({ key, deletedAt }: Resource): Reply {
  return problem(410, "gone", `${key} was deleted at ${deletedAt ?? "some time"}`);
}

/** A change whose condition holds and that may not be. */
export function refusedReply({ code, message, hint }: Refusal): Reply {
  const more = { code, ...(hint === undefined ? {} : { hint }) };
  if (code === "forbidden_repo") return problem(403, "forbidden_repo", message, more);
  if (code === "id_taken" || code === "id_differs") return problem(409, "id_taken", message, more);
  return problem(422, "refused", message, more);
}
