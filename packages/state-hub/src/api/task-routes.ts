import { type HubApi, hubBodies } from "@coulomb-loop/schemas/hub";
import { findFreeTask } from "../store/claims.ts";
import { isList, isMap } from "../store/json.ts";
import type { Transaction } from "../store/store.ts";
import type { Author, Fields, Resource } from "../store/types.ts";
import { etagOf } from "./conditions.ts";
import { answered, problem, type Reply } from "./problem.ts";
import { mayRead, notFound } from "./resource-routes.ts";
import { type Call, type Route, routeWith } from "./route.ts";
import { outcomeReply, wireResource } from "./wire.ts";

/** Seconds that a claim holds when nobody says. */
const usualLease = 900;

const task = { schema: "task", etag: true } as const;

/** Claiming of tasks: one holder at a time, until its lease is over. */
export function taskRoutes(): readonly Route[] {
  return [
    routeWith(
      hubBodies.claim_request,
      {
        operation: "claim_task",
        method: "POST",
        path: "/v1/tasks/claim",
        summary:
          "Claims one free, unblocked task of an active workstream, the most urgent first; it becomes in_progress.",
        scope: "write",
        answers: {
          200: { description: "The task, with the claim.", ...task },
          204: { description: "No task is free." },
        },
        problems: [403, 409],
      },
      claimTask,
    ),
    routeWith(
      hubBodies.renew_request,
      {
        operation: "renew_task",
        method: "POST",
        path: "/v1/tasks/{id}/renew",
        summary: "Keeps a claim for longer.",
        scope: "write",
        answers: { 200: { description: "The task.", ...task } },
        problems: [404, 409, 410],
      },
      (call) =>
        held(call, (fields, now) => ({
          ...fields,
          claim: { ...claimOf(fields), expires_at: later(now, call.body.lease_s) },
        })),
    ),
    routeWith(
      hubBodies.release_request,
      {
        operation: "release_task",
        method: "POST",
        path: "/v1/tasks/{id}/release",
        summary: "Gives a claimed task back, with what came of it.",
        scope: "write",
        answers: { 200: { description: "The task.", ...task } },
        problems: [404, 409, 410, 422],
      },
      (call) => held(call, (fields) => released(fields, call.body), call.body.reason),
    ),
  ];
}

async function claimTask(call: Call<HubApi.ClaimRequest>): Promise<Reply> {
  const { body, caller } = call;
  const repo = body.repo ?? caller.repo;
  if (caller.repo !== undefined && repo !== caller.repo)
    return problem(403, "forbidden_repo", `this token is for ${caller.repo} and claims nothing else`);
  return call.transact(async (transaction) => {
    const { now, newId } = transaction;
    const free = await findFreeTask(
      transaction.sql,
      { ...body, ...(repo === undefined ? {} : { repo }) },
      now,
    );
    if (free === undefined) return { status: 204, body: null };
    const claimed = { id: newId(), by: caller.name, expires_at: later(now, body.lease_s) };
    const fields = { ...free.fields, status: "in_progress", assignee: caller.name, claim: claimed };
    return answered(await rewrite(transaction, free, fields, { ...call.author, origin: "hub" }));
  });
}

/** Changes a task that the caller has claimed. */
function held(
  call: Call<{ readonly claim: string }>,
  change: (fields: Fields, now: number) => Fields,
  cause?: string,
): Promise<Reply> {
  return call.transact(async (transaction) => {
    const resource = await transaction.get("tasks", { id: call.id });
    if (resource === undefined || !mayRead(call, resource)) return answered(notFound("tasks"));
    if (claimOf(resource.fields)?.id !== call.body.claim) {
      const holder = claimOf(resource.fields);
      return answered(
        problem(
          409,
          "claim_lost",
          holder === undefined ? "nobody has claimed this task" : `${holder.by} has claimed this task`,
          {
            hint: "leave it alone: claim another one",
          },
        ),
      );
    }
    const author: Author = { ...call.author, origin: "hub", ...(cause === undefined ? {} : { cause }) };
    return answered(await rewrite(transaction, resource, change(resource.fields, transaction.now), author));
  });
}

function released(fields: Fields, { status = "todo", evidence = [] }: HubApi.ReleaseRequest): Fields {
  const had = isList(fields["evidence"]) ? fields["evidence"] : [];
  const { assignee: _assignee, ...unassigned } = fields;
  return {
    ...(status === "todo" ? unassigned : fields),
    status,
    ...(had.length + evidence.length === 0 ? {} : { evidence: [...had, ...evidence] }),
  };
}

async function rewrite(
  transaction: Transaction,
  { key, rev }: Resource,
  fields: Fields,
  author: Author,
): Promise<Reply> {
  const [outcome] = await transaction.write(
    [{ kind: "tasks", address: { key }, condition: { rev }, do: "put", fields }],
    author,
  );
  if (outcome === undefined) throw new Error("one change has one outcome");
  return outcome.kind === "changed" || outcome.kind === "same"
    ? { status: 200, body: wireResource(outcome.resource), headers: { etag: etagOf(outcome.resource.rev) } }
    : outcomeReply(outcome);
}

function claimOf(fields: Fields): HubApi.Claim | undefined {
  const claim = fields["claim"];
  if (!isMap(claim)) return undefined;
  const { id, by, expires_at } = claim;
  if (typeof id !== "string" || typeof by !== "string" || typeof expires_at !== "string") return undefined;
  return { id, by, expires_at };
}

function later(now: number, seconds = usualLease): string {
  return new Date(now + seconds * 1000).toISOString();
}
