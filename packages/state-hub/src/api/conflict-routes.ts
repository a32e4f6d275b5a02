import { type HubApi, hubBodies } from "@coulomb-loop/schemas/hub";
import type { Transaction } from "../store/store.ts";
import type { Change, Fields, Resource } from "../store/types.ts";
import { isMap, textOf } from "../store/json.ts";
import { problem, type Reply } from "./problem.ts";
import { mayRead, notFound } from "./resource-routes.ts";
import { type Call, type Route, routeWith } from "./route.ts";
import { outcomeReply, refusedReply, wireResource } from "./wire.ts";

/** Deciding of conflicts by a person, for that pair of versions and no other. */
export function conflictRoutes(): readonly Route[] {
  return [
    routeWith(
      hubBodies.resolve_request,
      {
        operation: "resolve_conflict",
        method: "POST",
        path: "/v1/conflicts/{id}/resolve",
        summary: "Says which value stays: of the files, of the hub, or another one, which becomes the hub's.",
        scope: "write",
        answers: { 200: { description: "The conflict, resolved.", schema: "conflict", etag: true } },
        problems: [400, 404, 409, 410, 422],
      },
      (call) =>
        call.transact(async (transaction) => {
          const reply = await resolve(transaction, call);
          return { status: reply.status, body: reply.body ?? null };
        }),
    ),
  ];
}

async function resolve(transaction: Transaction, call: Call<HubApi.ResolveRequest>): Promise<Reply> {
  const conflict = await transaction.get("conflicts", { id: call.id });
  if (conflict === undefined || !mayRead(call, conflict)) return notFound("conflicts");
  if (conflict.fields["state"] === "resolved")
    return problem(409, "conflict_resolved", `${conflict.key} is resolved already`, {
      hint: "change the value itself: in the file, or on the hub",
    });
  const { keep, value, reason } = call.body;
  if ((keep === "value") !== (value !== undefined))
    return refusedReply({
      code: "invalid_body",
      message: "a value is given with keep: value, and only then",
    });
  const task = value === undefined ? undefined : await taskOf(transaction, conflict);
  const wrong = task === undefined || value === undefined ? undefined : whyNotSet(conflict, task, value);
  if (wrong !== undefined) return wrong;
  const author = { ...call.author, cause: reason };
  const resolution = { by: call.caller.name, keep, reason, at: new Date(transaction.now).toISOString() };
  const fields: Fields = {
    ...conflict.fields,
    state: "resolved",
    // With another value both lose; the files' side then takes what the hub has.
    loser: keep === "local" ? "remote" : "local",
    resolution: value === undefined ? resolution : { ...resolution, value },
  };
  const record: Change = { ...named(conflict), do: "put", fields };
  const changes =
    task === undefined || value === undefined ? [record] : [record, setting(task, fieldIn(conflict), value)];
  const [outcome] = await transaction.writeGroups([changes], { ...author, origin: "hub" });
  if (outcome === undefined) throw new Error("one group has one outcome");
  if (outcome.kind === "failed") return outcomeReply(outcome.outcome);
  const [first] = outcome.outcomes;
  if (first === undefined) throw new Error("a group that was made has outcomes");
  return { ...outcomeReply(first), status: 200 };
}

async function taskOf(transaction: Transaction, conflict: Resource): Promise<Resource> {
  const task = await transaction.get("tasks", { id: textOf(conflict.fields["task_id"]) ?? "" });
  if (task === undefined) throw new Error("the task of a conflict never goes");
  return task;
}

function fieldIn({ fields }: Resource): string {
  return textOf(fields["field"]) ?? "";
}

/** A value is set for the recorded pair of versions, and must be one that the field can have. */
function whyNotSet(conflict: Resource, task: Resource, value: string): Reply | undefined {
  const field = fieldIn(conflict);
  const remote = conflict.fields["remote"];
  const version = isMap(remote) ? textOf(remote["version"]) : undefined;
  if (version !== `rev:${task.fieldRevs[field] ?? 0}`)
    return problem(409, "conflict_resolved", `${task.key} got another ${field} since`, {
      hint: "look at the task, and change it itself",
      members: { current: wireResource(task) },
    });
  const checked = hubBodies.task_patch.validate({ [field]: value });
  if (checked.ok) return undefined;
  return problem(400, "invalid_body", checked.findings[0]?.message ?? `${field} cannot be that`, {
    findings: checked.findings,
  });
}

/** The change that gives the task the value that a person chose. */
function setting(task: Resource, field: string, value: string): Change {
  return { ...named(task), do: "patch", fields: { [field]: value } };
}

function named({ kind, key, rev }: Resource) {
  return { kind, address: { key }, condition: { rev } };
}
