import { randomUUID } from "node:crypto";
import { CoulombError } from "@coulomb-loop/schemas";
import type { FieldName } from "../model.ts";
import type { HubSide, ItemOutcome, Lease } from "../run/ports.ts";
import type { SyncItem } from "../plan/types.ts";
import { type HubChange, type HubMapping, pathOf, wireOf } from "./mapping.ts";
import { findRepo, listed, upToDate } from "./read-replica.ts";
import type { Replica, ReplicaCache } from "./replica-cache.ts";
import { codeOf, detailOf, type HubResponse, type Transport, unexpected } from "./transport.ts";
import { viewOf } from "./view.ts";
import { wireItem } from "./wire-items.ts";

/** What the hub's side of a sync is made with. */
export interface HubSideOptions {
  readonly transport: Transport;
  readonly mapping: HubMapping;
  /** Key of the repo: `<forge>/<owner>/<repo>`. */
  readonly repo: string;
  /** Who asks for the lease, for those who are told to wait. */
  readonly holder: string;
  readonly cache: ReplicaCache;
}

/** Where in a hub's feed something was seen. */
export interface HubPoint {
  readonly hubId: string;
  readonly seq: number;
}

/** A look at a hub that reads nothing of what it holds. */
export interface HubGlance {
  /** Where the last `observe` left off; `undefined` before it. */
  readonly seen: () => HubPoint | undefined;
  /** Whether the hub still holds of this repo what it held then; false where that cannot be told. */
  readonly isSame: (point: HubPoint) => Promise<boolean>;
}

/** Who gave a field the value that it has on the hub. */
export interface HubSetter {
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
  readonly reason?: string;
}

/** What a person says about a conflict: which side's value stays, and why. */
export interface HubVerdict {
  readonly keep: "local" | "remote";
  readonly reason: string;
}

/** What people ask of a hub beside the sync. */
export interface HubDesk {
  /** The newest change of each field of a task, as far as the hub tells. */
  readonly setters: (taskId: string) => Promise<ReadonlyMap<string, HubSetter>>;
  /**
   * Decides a conflict by its id; the next sync carries it out. `refused`: the hub says why. Throws `hub_capability` where
   * the hub records no conflicts.
   */
  readonly resolve: (
    conflictId: string,
    verdict: HubVerdict,
  ) => Promise<
    | { readonly kind: "done" }
    | { readonly kind: "refused"; readonly code: string; readonly message: string; readonly hint?: string }
  >;
}

/** Items of one request at most. */
const itemsAtOnce = 500;

/** Bytes of one request's items at most: the hub takes 1 MiB. */
const bytesAtOnce = 900_000;

/** The hub's side of a sync over HTTP. */
export function createHubSide(options: HubSideOptions): HubSide & HubGlance & HubDesk {
  const { transport, mapping, repo, holder, cache } = options;
  let replica: Replica | undefined;
  const replicaId = async () => replica?.repoId ?? (await findRepo(options));
  const post = (
    operation: "lease" | "release" | "sync" | "resolve_conflict",
    id: string,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ) => transport.send({ method: "POST", path: pathOf(mapping, operation, { id }), body, headers });
  return {
    seen: () => (replica === undefined ? undefined : { hubId: replica.hubId, seq: replica.seq }),
    async isSame({ hubId, seq }) {
      if (!mapping.has.changes) return false;
      const answer = await transport.send({
        method: "GET",
        path: pathOf(mapping, "changes", { since: seq, key: repo }),
      });
      const { hub_id: now, changes } = wireOf(answer.json);
      return answer.status === 200 && now === hubId && Array.isArray(changes) && changes.length === 0;
    },
    async observe() {
      replica = mapping.has.changes
        ? await upToDate(options, replica ?? cache.read())
        : await listed(options);
      cache.write(replica);
      return viewOf(mapping, repo, replica);
    },
    hadValue: (taskId, name, rev, value) => hadValue(options, taskId, name, rev, value),
    setters: (taskId) => settersOf(options, taskId),
    async resolve(conflictId, verdict) {
      mayWrite(mapping);
      // Asked again after a lost answer, the hub would say that somebody has decided it: we did.
      const once = { "idempotency-key": randomUUID() };
      const answer = await post("resolve_conflict", conflictId, verdict, once);
      if (answer.status === 200) return { kind: "done" };
      if (answer.status !== 404 && answer.status !== 409) throw unexpected(answer);
      const { hint } = wireOf(answer.json);
      return {
        kind: "refused",
        code: codeOf(answer),
        message: detailOf(answer),
        ...(typeof hint === "string" ? { hint } : {}),
      };
    },
    async lease() {
      mayWrite(mapping);
      if (!mapping.has.lease) return { kind: "ours", fence: 1, seq: replica?.seq ?? 0 };
      // Asked again after a lost answer, the hub would say that somebody has it: we do.
      const once = { "idempotency-key": randomUUID() };
      const answer = await post("lease", await replicaId(), { holder }, once);
      const { fence, head_seq: seq, holder: by, until } = wireOf(answer.json);
      if (answer.status === 409 && codeOf(answer) === "lease_held")
        return { kind: "held", by: String(by), until: String(until) };
      if (answer.status !== 200 || typeof fence !== "number" || typeof seq !== "number")
        throw unexpected(answer);
      return { kind: "ours", fence, seq };
    },
    async sync(lease, items) {
      mayWrite(mapping);
      const id = await replicaId();
      const outcomes: ItemOutcome[] = [];
      for (const batch of batchesOf(items, mapping)) {
        const sent = await sendBatch(batch, mapping, (wires) =>
          post("sync", id, { fence: lease.fence, items: wires }),
        );
        if (sent === "lease_lost") return sent;
        outcomes.push(...sent);
      }
      return outcomes;
    },
    async release(lease: Lease) {
      if (!mapping.has.lease) return;
      const answer = await post("release", await replicaId(), { fence: lease.fence });
      // Somebody newer has it: there is nothing to give back.
      if (answer.status !== 204 && codeOf(answer) !== "lease_lost") throw unexpected(answer);
    },
  };
}

/** Refuses to write to a hub that could lose an edit by it. */
function mayWrite({ has, name }: HubMapping): void {
  const missing = (["conditionalWrite", "keyedCreate", "linkStore"] as const).filter((each) => !has[each]);
  if (missing.length === 0) return;
  throw new CoulombError("hub_capability", `${name} lacks ${missing.join(", ")}: a sync could lose an edit`, {
    hint: "coulomb sync --check and coulomb sync explain only read, and work",
  });
}

/** Every change of a task, oldest first; none where the hub does not tell. */
async function historyOf(
  { transport, mapping }: HubSideOptions,
  taskId: string,
): Promise<readonly HubChange[]> {
  const path = pathOf(mapping, "task_history", { id: taskId });
  const answer = await transport.send({ method: "GET", path });
  const { changes } = wireOf(answer.json);
  if (answer.status !== 200 || !Array.isArray(changes)) return [];
  return changes.map((json) => mapping.decode.change(wireOf(json)));
}

async function hadValue(
  options: HubSideOptions,
  taskId: string,
  { field }: FieldName,
  rev: number,
  value: string | null,
): Promise<boolean> {
  const change = (await historyOf(options, taskId)).find((each) => each.rev === rev);
  const to = change?.changed[field];
  return to !== undefined && (to.to ?? null) === value;
}

async function settersOf(options: HubSideOptions, taskId: string): Promise<ReadonlyMap<string, HubSetter>> {
  const found = new Map<string, HubSetter>();
  for (const { changed, by, at, reason } of await historyOf(options, taskId))
    for (const field of Object.keys(changed))
      if (by !== undefined && at !== undefined)
        found.set(field, { by, at, ...(reason === undefined ? {} : { reason }) });
  return found;
}

/** Items as requests: so many of them, and so many bytes. */
function batchesOf(items: readonly SyncItem[], mapping: HubMapping): readonly unknown[][] {
  const batches: unknown[][] = [];
  let bytes = 0;
  for (const item of items) {
    const wire = wireItem(item, mapping);
    const size = Buffer.byteLength(JSON.stringify(wire)) + 1;
    const last = batches.at(-1);
    if (last === undefined || last.length === itemsAtOnce || bytes + size > bytesAtOnce) {
      batches.push([wire]);
      bytes = size;
    } else {
      last.push(wire);
      bytes += size;
    }
  }
  return batches;
}

/**
 * Sends items. A request that the hub cannot read at all is sent again in halves, down to the item that is to blame: one
 * value that it cannot keep stops its own task, and no other.
 */
async function sendBatch(
  batch: readonly unknown[],
  mapping: HubMapping,
  send: (batch: readonly unknown[]) => Promise<HubResponse>,
): Promise<readonly ItemOutcome[] | "lease_lost"> {
  const answer = await send(batch);
  if (answer.status === 200) return outcomesOf(mapping, answer);
  if (answer.status === 409 && codeOf(answer) === "lease_lost") return "lease_lost";
  if (answer.status !== 400 && answer.status !== 413) throw unexpected(answer);
  if (batch.length === 1)
    return [
      {
        kind: "refused",
        code: codeOf(answer),
        message: detailOf(answer),
        hint: "change the value in the file",
      },
    ];
  const middle = Math.ceil(batch.length / 2);
  const first = await sendBatch(batch.slice(0, middle), mapping, send);
  if (first === "lease_lost") return first;
  const second = await sendBatch(batch.slice(middle), mapping, send);
  return second === "lease_lost" ? second : [...first, ...second];
}

function outcomesOf({ decode }: HubMapping, answer: HubResponse): readonly ItemOutcome[] {
  const { outcomes } = wireOf(answer.json);
  if (!Array.isArray(outcomes)) throw unexpected(answer);
  return outcomes.map((json): ItemOutcome => {
    const { kind, task, link, workstream, decision, code, message, hint } = wireOf(json);
    if (kind === "stale") return { kind };
    if (kind !== "done")
      return {
        kind: "refused",
        code: String(code),
        message: String(message),
        ...(typeof hint === "string" ? { hint } : {}),
      };
    return {
      kind,
      ...(task === undefined ? {} : { task: decode.task(wireOf(task)) }),
      ...(link === undefined || decode.link === undefined ? {} : { link: decode.link(wireOf(link)) }),
      ...(workstream === undefined || decode.workstream === undefined
        ? {}
        : { workstream: decode.workstream(wireOf(workstream)) }),
      ...(decision === undefined || decode.decision === undefined
        ? {}
        : { decision: decode.decision(wireOf(decision)) }),
    };
  });
}
