import { type HubApi, hubBodies } from "@coulomb-loop/schemas/hub";
import { feedBounds } from "../store/feed.ts";
import { lockLease, type ReplicaLease, setLease, takeLease } from "../store/replicas.ts";
import type { Sql } from "../store/sql.ts";
import type { Transaction } from "../store/store.ts";
import type { Json, Resource } from "../store/types.ts";
import { answered, problem, type Reply } from "./problem.ts";
import { find } from "./resource-routes.ts";
import { type Call, type Route, routeWith } from "./route.ts";
import { groupOf, outcomeOf } from "./sync-items.ts";

/** Seconds that a lease holds when nobody says; each write keeps it for as long again. */
const usualLease = 300;

/** The sync of a repo with the hub (page 05, B): one client at a time, by lease and fence. */
export function replicaRoutes(): readonly Route[] {
  return [
    routeWith(
      hubBodies.lease_request,
      {
        operation: "lease_replica",
        method: "POST",
        path: "/v1/replicas/{id}/lease",
        summary: "Asks for the sole right to sync a repo (its id), or keeps it for longer.",
        scope: "sync",
        answers: { 200: { description: "The lease.", schema: "lease" } },
        problems: [404, 409, 410],
      },
      giveLease,
    ),
    routeWith(
      hubBodies.lease_release,
      {
        operation: "release_replica",
        method: "POST",
        path: "/v1/replicas/{id}/release",
        summary: "Gives a lease back, so that nobody waits for its end.",
        scope: "sync",
        answers: { 204: { description: "It is given back." } },
        problems: [404, 409, 410],
      },
      (call) =>
        forRepo(call, async ({ id }) =>
          call.transact(async ({ sql, now }) => {
            const held = await lockLease(sql, id);
            if (held?.fence !== call.body.fence) return answered(lost(held));
            // A number that nobody has: what is given back writes no more.
            await setLease(sql, id, {
              ...held,
              fence: held.fence + 1,
              expiresAt: new Date(now).toISOString(),
            });
            return { status: 204, body: null };
          }),
        ),
    ),
    routeWith(
      hubBodies.sync_request,
      {
        operation: "sync_replica",
        method: "POST",
        path: "/v1/replicas/{id}/sync",
        summary:
          "Carries out writes of a sync in one transaction: each whole or not at all, on the condition of the revisions that were read.",
        scope: "sync",
        answers: { 200: { description: "Outcomes, in their order.", schema: "sync_answer" } },
        problems: [404, 409, 410],
      },
      (call) => forRepo(call, (repo) => call.transact((transaction) => sync(transaction, call, repo))),
    ),
  ];
}

async function giveLease(call: Call<HubApi.LeaseRequest>): Promise<Reply> {
  const { holder, lease_s: seconds = usualLease, fence } = call.body;
  return forRepo(call, ({ id }) =>
    call.transact(async ({ sql, now }) => {
      const result = await takeLease(sql, id, {
        holder,
        seconds,
        now,
        ...(fence === undefined ? {} : { fence }),
      });
      if (result.kind === "lost") return answered(lost(undefined));
      if (result.kind === "held") return answered(heldBy(result.lease));
      const { head } = await feedBounds(sql);
      return {
        status: 200,
        body: { fence: result.lease.fence, expires_at: result.lease.expiresAt, head_seq: head },
      };
    }),
  );
}

async function sync(
  transaction: Transaction,
  { body, author }: Call<HubApi.SyncRequest>,
  { id, key: repo }: Resource,
): Promise<{ readonly status: number; readonly body: Json }> {
  const { sql, now, newId } = transaction;
  const held = await lockLease(sql, id);
  if (held === undefined || held.fence !== body.fence) return answered(lost(held));
  const until = new Date(now + usualLease * 1000).toISOString();
  if (until > held.expiresAt) await setLease(sql, id, { ...held, expiresAt: until });
  const keys = await keysOf(
    sql,
    body.items.flatMap((item) => (item.do === "task" ? [item.id] : [])),
  );
  const groups = body.items.map((item) =>
    groupOf(item, { repo, newId, keyOf: (taskId) => keys.get(taskId) }),
  );
  const outcomes = await transaction.writeGroups(
    groups.map(({ changes }) => changes),
    { ...author, origin: "file", repo },
  );
  return {
    status: 200,
    body: {
      outcomes: outcomes.flatMap((outcome, index) => {
        const group = groups[index];
        return group === undefined ? [] : [outcomeOf(group, outcome, repo)];
      }),
    },
  };
}

async function keysOf(sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.rows<{ readonly id: string; readonly key: string }>(
    "SELECT id::text AS id, key FROM resources WHERE kind = 'tasks' AND id = ANY ($1::uuid[])",
    [ids],
  );
  return new Map(rows.map(({ id, key }) => [id, key]));
}

async function forRepo(call: Call<unknown>, work: (repo: Resource) => Promise<Reply>): Promise<Reply> {
  const repo = await find(call, "repos");
  return "status" in repo ? repo : work(repo);
}

function heldBy({ holder, expiresAt }: ReplicaLease): Reply {
  return problem(409, "lease_held", `${holder} syncs this repo until ${expiresAt}`, {
    hint: "come back then, or when that run is over",
    members: { holder, until: expiresAt },
  });
}

function lost(lease: ReplicaLease | undefined): Reply {
  const now = lease === undefined ? "" : `; ${lease.holder} has it now`;
  return problem(409, "lease_lost", `this lease is not the newest${now}`, {
    hint: "observe both sides anew",
  });
}
