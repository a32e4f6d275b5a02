import { hubBodies } from "@coulomb-loop/schemas/hub";
import { kinds } from "../store/types.ts";
import type { Fields, Kind, Resource } from "../store/types.ts";
import { sorted } from "../store/json.ts";
import type { Transaction } from "../store/store.ts";
import { problem, type Reply } from "./problem.ts";
import { find, mayRead } from "./resource-routes.ts";
import { type Call, type Route, route, routeWith } from "./route.ts";
import { uuid } from "./served.ts";
import { outcomeReply, shown, wireChange, wireResource } from "./wire.ts";

/** Seconds that a long poll waits at most. */
export const mostWait = 30;

/** Milliseconds after which a long poll looks itself: another process may have written. */
const lookEvery = 1_000;

/** The feed of changes, snapshots, and what clients tell. */
export function feedRoutes(): readonly Route[] {
  return [
    route(
      {
        operation: "list_changes",
        method: "GET",
        path: "/v1/changes",
        summary: "Changes after a sequence, in the order of their commits; none is ever skipped.",
        scope: "read",
        query: {
          since: {
            type: "integer",
            minimum: 0,
            maximum: 9_007_199_254_740_991,
            required: true,
            description: "The sequence read last; 0: from the beginning.",
          },
          limit: {
            type: "integer",
            minimum: 1,
            maximum: 5_000,
            description: "Changes at most; default 1000.",
          },
          wait: {
            type: "integer",
            minimum: 0,
            maximum: mostWait,
            description: "Seconds to wait when there is none; default 0.",
          },
          kind: {
            type: "string",
            maxLength: 40,
            values: kinds,
            several: true,
            description: "Only of these kinds.",
          },
          repo: {
            type: "string",
            maxLength: 300,
            description: "Only what belongs to the repo with this key.",
          },
        },
        answers: { 200: { description: "Changes, and where to go on.", schema: "changes" } },
        problems: [400, 403, 410],
      },
      listChanges,
    ),
    route(
      {
        operation: "read_snapshot",
        method: "GET",
        path: "/v1/snapshot",
        summary:
          "Everything of one moment as JSON lines, or what belongs to one repo (its id), tombstones included.",
        scope: "read",
        query: {
          replica: {
            type: "string",
            maxLength: 36,
            pattern: uuid.source,
            description: "Id of a repo.",
          },
        },
        answers: {
          200: {
            description: "JSON lines: the head, resources, the end.",
            schema: "snapshot_line",
            mediaType: "application/jsonl",
          },
        },
        problems: [400, 403, 404, 410],
      },
      snapshot,
    ),
    routeWith(
      hubBodies.event_request,
      {
        operation: "create_event",
        method: "POST",
        path: "/v1/events",
        summary: "Tells of something that happened, once for its id.",
        scope: "write",
        answers: {
          200: { description: "It was told before, in these words.", schema: "event", etag: true },
          201: { description: "It is kept.", schema: "event", etag: true },
        },
        problems: [403, 409, 412, 422],
      },
      (call) =>
        call.transact(async (transaction) => {
          const { id, ...told } = call.body;
          const repo = told.repo ?? call.caller.repo;
          const fields: Fields = { ...told, ...(repo === undefined ? {} : { repo }) };
          const there = await transaction.get("events", { key: id });
          const reply =
            there === undefined ? await tell(transaction, call, id, fields) : toldBefore(call, there, fields);
          return { status: reply.status, body: reply.body ?? null };
        }),
    ),
  ];
}

async function tell(
  transaction: Transaction,
  call: Call<unknown>,
  key: string,
  fields: Fields,
): Promise<Reply> {
  const [outcome] = await transaction.write(
    [{ kind: "events", address: { key }, condition: { absent: true }, do: "put", fields }],
    call.author,
  );
  if (outcome === undefined) throw new Error("one change has one outcome");
  return outcomeReply(outcome);
}

/** Told in other words it would not be the same event, and an event never changes. */
function toldBefore(call: Call<unknown>, there: Resource, fields: Fields): Reply {
  if (!mayRead(call, there))
    return problem(403, "forbidden_repo", "an event of this id was told for another repo", {
      hint: "give yours another id",
    });
  const isSame = JSON.stringify(sorted(there.fields)) === JSON.stringify(sorted(fields));
  return isSame ? { status: 200, ...shown(there) } : outcomeReply({ kind: "stale", resource: there });
}

async function listChanges(call: Call<undefined>): Promise<Reply> {
  const { query, frame, caller, signal } = call;
  const repo = query.text("repo") ?? caller.repo;
  if (caller.repo !== undefined && repo !== caller.repo)
    return problem(403, "forbidden_repo", `this token is for ${caller.repo} and reads nothing else`);
  const since = query.number("since") ?? 0;
  const kindsAsked = query.texts("kind");
  const wanted = kinds.filter((kind) => kindsAsked === undefined || kindsAsked.includes(kind));
  const asked = {
    since,
    limit: query.number("limit") ?? 1_000,
    kinds: wanted,
    ...(repo === undefined ? {} : { repo }),
  };
  let left = (query.number("wait") ?? 0) * 1_000;
  for (;;) {
    // Asked for before looking, so that no write falls in between.
    const over = new AbortController();
    const woken =
      left > 0
        ? frame.waiting.next(Math.min(left, lookEvery), AbortSignal.any([signal, over.signal]))
        : undefined;
    const feed = await frame.store.changes(asked);
    if (feed.kind === "gone") {
      over.abort();
      return problem(410, "history_gone", `changes after ${since} are not all here`, {
        hint: "begin anew: GET /v1/snapshot, then go on from its seq",
        members: { min_seq: feed.minSeq, head_seq: feed.headSeq },
      });
    }
    if (feed.events.length > 0 || woken === undefined || signal.aborted) {
      over.abort();
      return {
        status: 200,
        body: {
          hub_id: frame.store.hubId,
          changes: feed.events.map(wireChange),
          next_since: feed.nextSince,
          head_seq: feed.headSeq,
        },
      };
    }
    await woken;
    // Whoever lost the token meanwhile learns nothing more.
    if (!(await call.isInForce()))
      return problem(401, "unauthorized", "the token was revoked", {
        headers: { "www-authenticate": 'Bearer realm="coulomb state hub"' },
      });
    left -= lookEvery;
  }
}

async function snapshot(call: Call<undefined>): Promise<Reply> {
  const id = call.query.text("replica");
  if (id === undefined && call.caller.repo !== undefined)
    return problem(403, "forbidden_repo", `this token is for ${call.caller.repo}: name its replica`);
  const repo = id === undefined ? undefined : await find({ ...call, id }, "repos");
  if (repo !== undefined && "status" in repo) return repo;
  const lines: string[] = [];
  let count = 0;
  const seq = await call.frame.store.snapshot(
    (resources) => {
      count += resources.length;
      lines.push(resources.map(lineOf).join(""));
    },
    repo === undefined ? {} : { repo: repo.key },
  );
  const head = {
    line: "head",
    hub_id: call.frame.store.hubId,
    seq,
    ...(repo === undefined ? {} : { repo: repo.key }),
  };
  return {
    status: 200,
    headers: { "content-type": "application/jsonl" },
    lines: [`${JSON.stringify(head)}\n`, ...lines, `${JSON.stringify({ line: "end", count })}\n`],
  };
}

function lineOf(resource: Resource): string {
  const { kind, deletedAt }: { readonly kind: Kind; readonly deletedAt?: string } = resource;
  const gone = deletedAt === undefined ? {} : { deleted: true };
  return `${JSON.stringify({ line: "resource", kind, ...gone, resource: wireResource(resource) })}\n`;
}
