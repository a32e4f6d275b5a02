import { type HubBody, hubBodies } from "@coulomb-loop/schemas/hub";
import type { Change, Fields, Json, Kind, Resource } from "../store/types.ts";
import { repoOf } from "../store/rows.ts";
import type { Parameter } from "./parameters.ts";
import {
  conflictFilters,
  keyPattern,
  keyFilter,
  keyParameter,
  reason,
  type Served,
  served,
} from "./served.ts";
import { problem, type Reply } from "./problem.ts";
import { type Call, type Route, route, routeWith } from "./route.ts";
import { goneReply, outcomeReply, shown, wireChange, wireResource } from "./wire.ts";

/** Resources of a page at most. */
export const mostOfPage = 500;

/** What each kind is written with. */
const bodies: Readonly<
  Record<Served["name"], { readonly put: HubBody<PutBody>; readonly patch: HubBody<object> }>
> = {
  domain: { put: hubBodies.domain_put, patch: hubBodies.domain_patch },
  topic: { put: hubBodies.topic_put, patch: hubBodies.topic_patch },
  repo: { put: hubBodies.repo_put, patch: hubBodies.repo_patch },
  workstream: { put: hubBodies.workstream_put, patch: hubBodies.workstream_patch },
  task: { put: hubBodies.task_put, patch: hubBodies.task_patch },
  decision: { put: hubBodies.decision_put, patch: hubBodies.decision_patch },
};

/** All fields of a resource, and the id that a new one is to have. */
type PutBody = object & { readonly id?: string };

/** A checked body as fields: its schema lets no other values in. */
function fieldsOf(body: object): Fields {
  return Object.fromEntries(Object.entries(body));
}

/** Reading and writing of every kind of resource, one at a time. */
export function resourceRoutes(): readonly Route[] {
  return [
    ...served.flatMap((each) => [...readRoutes(each.kind, each.name, each.filters), ...writeRoutes(each)]),
    ...readRoutes("conflicts", "conflict", conflictFilters),
  ];
}

function readRoutes(
  kind: Kind,
  name: string,
  filters: Readonly<Record<string, Parameter>>,
): readonly Route[] {
  const page: Readonly<Record<string, Parameter>> = {
    ...filters,
    key: keyFilter,
    limit: {
      type: "integer",
      minimum: 1,
      maximum: mostOfPage,
      description: `Resources of a page; default ${mostOfPage}.`,
    },
    cursor: { type: "string", maxLength: 600, description: "`next` of the page before." },
  };
  const shape = { schema: name, etag: true } as const;
  return [
    route(
      {
        operation: `list_${kind}`,
        method: "GET",
        path: `/v1/${kind}`,
        summary: `Lists ${kind}, ascending by key.`,
        scope: "read",
        query: page,
        answers: { 200: { description: "A page.", schema: `${name}_page` } },
        problems: [400],
      },
      (call) => list(kind, filters, call),
    ),
    route(
      {
        operation: `get_${name}`,
        method: "GET",
        path: `/v1/${kind}/{id}`,
        summary: `Reads one of the ${kind}.`,
        scope: "read",
        answers: { 200: { description: "It.", ...shape } },
        problems: [404, 410],
      },
      async (call) => {
        const found = await find(call, kind);
        return "status" in found ? found : { status: 200, ...shown(found) };
      },
    ),
    route(
      {
        operation: `get_${name}_history`,
        method: "GET",
        path: `/v1/${kind}/{id}/history`,
        summary: "Every change of it, oldest first; also of one that was deleted.",
        scope: "read",
        answers: { 200: { description: "Changes.", schema: "history" } },
        problems: [404],
      },
      async (call) => {
        const resource = await call.frame.store.get(kind, { id: call.id });
        if (resource === undefined || !mayRead(call, resource)) return notFound(kind);
        const changes = await call.frame.store.history(call.id);
        return { status: 200, body: { changes: changes.map(wireChange) } };
      },
    ),
  ];
}

function writeRoutes({ kind, name, deleteScope }: Served): readonly Route[] {
  const it = { schema: name, etag: true } as const;
  return [
    routeWith(
      bodies[name].put,
      {
        operation: `put_${name}`,
        method: "PUT",
        path: `/v1/${kind}`,
        summary: `Makes one of the ${kind} under its key, or gives it all its fields anew.`,
        scope: "write",
        query: { key: keyParameter, ...reason },
        condition: "create",
        answers: { 200: { description: "It was there.", ...it }, 201: { description: "It is new.", ...it } },
        problems: [409, 410, 412, 422, 428],
      },
      (call) => {
        const { id, ...fields } = call.body;
        const key = call.query.text("key") ?? "";
        return write(call, {
          kind,
          address: { key },
          condition: call.condition,
          do: "put",
          fields: fieldsOf(fields),
          ...(id === undefined ? {} : { id }),
        });
      },
    ),
    routeWith(
      bodies[name].patch,
      {
        operation: `patch_${name}`,
        method: "PATCH",
        path: `/v1/${kind}/{id}`,
        summary: "Changes some of its fields (merge patch, RFC 7396).",
        scope: "write",
        query: reason,
        condition: "change",
        answers: { 200: { description: "It, as it is now.", ...it } },
        problems: [404, 410, 412, 422, 428],
      },
      (call) =>
        write(call, {
          kind,
          address: { id: call.id },
          condition: call.condition,
          do: "patch",
          fields: fieldsOf(call.body),
        }),
    ),
    route(
      {
        operation: `delete_${name}`,
        method: "DELETE",
        path: `/v1/${kind}/{id}`,
        summary: "Deletes it; a tombstone stays.",
        scope: deleteScope,
        query: reason,
        condition: "change",
        answers: { 204: { description: "It is gone." } },
        problems: [404, 410, 412, 422, 428],
      },
      (call) => write(call, { kind, address: { id: call.id }, condition: call.condition, do: "delete" }),
    ),
  ];
}

async function write(call: Call<unknown>, change: Change): Promise<Reply> {
  const [outcome] = await call.frame.store.write([change], call.author);
  if (outcome === undefined) throw new Error("one change has one outcome");
  call.frame.waiting.wake();
  const there = "resource" in outcome ? outcome.resource : undefined;
  // Of a resource of another repo nothing is told, not even that it is there.
  if (there !== undefined && !mayRead(call, there))
    return "id" in change.address ? notFound(change.kind) : notOurs(call);
  if (outcome.kind === "stale" && there === undefined && "id" in change.address) return notFound(change.kind);
  return outcomeReply(outcome);
}

async function list(
  kind: Kind,
  filters: Readonly<Record<string, Parameter>>,
  call: Call<unknown>,
): Promise<Reply> {
  const { query, caller, frame } = call;
  const cursor = query.text("cursor");
  const after = cursor === undefined ? undefined : Buffer.from(cursor, "base64url").toString("utf8");
  if (after !== undefined && !keyPattern.test(after))
    return problem(400, "bad_parameter", "the cursor is none of this hub's", { hint: "begin without one" });
  const limit = query.number("limit") ?? mostOfPage;
  const where: Fields = Object.fromEntries(
    Object.keys(filters).flatMap((name): [string, Json][] => {
      const value = query.text(name);
      if (value === undefined) return [];
      return [name === "label" ? ["labels", [value]] : [name, value]];
    }),
  );
  const found = await frame.store.list({
    kind,
    where,
    limit: limit + 1,
    ...(after === undefined ? {} : { after }),
    ...(caller.repo === undefined ? {} : { visibleTo: caller.repo }),
    ...(query.text("key") === undefined ? {} : { key: query.text("key") ?? "" }),
  });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const next =
    found.length > limit && last !== undefined ? { next: Buffer.from(last.key).toString("base64url") } : {};
  return { status: 200, body: { items: items.map(wireResource), ...next } };
}

/** The resource that the path names, or why it is not shown. */
export async function find(call: Call<unknown>, kind: Kind): Promise<Resource | Reply> {
  const resource = await call.frame.store.get(kind, { id: call.id });
  if (resource === undefined || !mayRead(call, resource)) return notFound(kind);
  return resource.deletedAt === undefined ? resource : goneReply(resource);
}

/** Whether the caller's token reaches a resource: what belongs to no repo is everybody's. */
export function mayRead({ caller }: Pick<Call<unknown>, "caller">, resource: Resource): boolean {
  const repo = repoOf(resource);
  return caller.repo === undefined || repo === null || repo === caller.repo;
}

export function notFound(kind: string): Reply {
  return problem(404, "not_found", `there is no such resource among ${kind}`);
}

function notOurs({ caller }: Call<unknown>): Reply {
  return problem(403, "forbidden_repo", `this token is for ${caller.repo ?? ""} and reaches nothing else`);
}
