import { randomUUID } from "node:crypto";
import { CoulombError } from "@coulomb-loop/schemas";
import type { FieldName, HubTask, HubView } from "../model.ts";
import type { HubSide, ItemOutcome, Lease } from "../run/ports.ts";
import type { SyncItem } from "../plan/types.ts";
import { type HubMapping, pathOf, type Wire, wireOf } from "./mapping.ts";
import {
  emptyResources,
  isReplicaKind,
  type Replica,
  type ReplicaCache,
  type ReplicaKind,
} from "./replica-cache.ts";
import { codeOf, detailOf, type HubResponse, type Transport } from "./transport.ts";
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

/** Items of one request at most. */
const itemsAtOnce = 500;

/** Bytes of one request's items at most: the hub takes 1 MiB. */
const bytesAtOnce = 900_000;

/** The hub's side of a sync over HTTP. */
export function createHubSide(options: HubSideOptions): HubSide & HubGlance {
  const { transport, mapping, repo, holder, cache } = options;
  let replica: Replica | undefined;
  const replicaId = async () => replica?.repoId ?? (await findRepo(options));
  const post = (
    operation: "lease" | "release" | "sync",
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
      const outcomes: ItemOutcome[] = [];
      for (const batch of batchesOf(items, mapping)) {
        const answer = await post("sync", await replicaId(), { fence: lease.fence, items: batch });
        if (answer.status === 409 && codeOf(answer) === "lease_lost") return "lease_lost";
        if (answer.status !== 200) throw unexpected(answer);
        outcomes.push(...outcomesOf(mapping, answer));
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

async function findRepo({ transport, mapping, repo }: HubSideOptions): Promise<string> {
  const answer = await transport.send({ method: "GET", path: pathOf(mapping, "find_repo", { key: repo }) });
  if (answer.status !== 200) throw unexpected(answer);
  const [found] = itemsOf(answer.json);
  if (found === undefined)
    throw new CoulombError("hub_unregistered", `the hub knows no repo ${repo}`, {
      hint: "register it: coulomb hub register",
    });
  return String(found["id"]);
}

/** What the hub holds now: the known replica and what came since, or all of it anew. */
async function upToDate(options: HubSideOptions, known: Replica | undefined): Promise<Replica> {
  if (known === undefined) return snapshot(options, await findRepo(options));
  const { transport, mapping, repo } = options;
  let { seq } = known;
  let resources: Record<ReplicaKind, ReadonlyMap<string, Wire>> | undefined;
  for (;;) {
    const answer = await transport.send({
      method: "GET",
      path: pathOf(mapping, "changes", { since: seq, key: repo }),
    });
    // The hub forgot, or is another one: begin anew.
    if (answer.status === 410) return snapshot(options, await findRepo(options));
    if (answer.status !== 200) throw unexpected(answer);
    const { hub_id: hubId, changes, next_since: next, head_seq: head } = wireOf(answer.json);
    if (hubId !== known.hubId) return snapshot(options, await findRepo(options));
    if (!Array.isArray(changes) || typeof next !== "number" || typeof head !== "number")
      throw unexpected(answer);
    if (changes.length > 0) resources = folded(mapping, resources ?? known.resources, changes.map(wireOf));
    seq = next;
    if (next >= head) return { ...known, seq, resources: resources ?? known.resources };
  }
}

/** Resources after changes of the feed. */
function folded(
  mapping: HubMapping,
  before: Readonly<Record<ReplicaKind, ReadonlyMap<string, Wire>>>,
  changes: readonly Wire[],
): Record<ReplicaKind, Map<string, Wire>> {
  const after = emptyResources();
  for (const [kind, known] of Object.entries(before)) if (isReplicaKind(kind)) after[kind] = new Map(known);
  for (const json of changes) {
    const { kind, id, key, rev, deleted, changed } = mapping.decode.change(json);
    if (!isReplicaKind(kind)) continue;
    const old = after[kind].get(id) ?? { id, key };
    const fields = new Map(Object.entries(old));
    const revs = { ...wireOf(old["field_revs"]) };
    for (const [field, { to }] of Object.entries(changed)) {
      if (to === undefined) fields.delete(field);
      else fields.set(field, to);
      revs[field] = rev;
    }
    after[kind].set(id, {
      ...Object.fromEntries(fields),
      rev,
      field_revs: revs,
      ...(deleted ? { deleted: true } : {}),
    });
  }
  return after;
}

async function snapshot({ transport, mapping }: HubSideOptions, repoId: string): Promise<Replica> {
  const answer = await transport.send({ method: "GET", path: pathOf(mapping, "snapshot", { id: repoId }) });
  if (answer.status !== 200) throw unexpected(answer);
  const lines = answer.text.trimEnd().split("\n");
  const parsed = lines.map((line) => wireOf(JSON.parse(line)));
  const [head, end] = [parsed[0], parsed.at(-1)];
  if (head?.["line"] !== "head" || end?.["line"] !== "end" || end["count"] !== parsed.length - 2)
    throw new CoulombError("hub_failed", "the hub's snapshot is cut off", { hint: "run again" });
  const resources = emptyResources();
  for (const { kind, resource, deleted } of parsed) {
    if (!isReplicaKind(kind)) continue;
    const wire = wireOf(resource);
    resources[kind].set(String(wire["id"]), deleted === true ? { ...wire, deleted: true } : wire);
  }
  return { hubId: String(head["hub_id"]), repoId, seq: Number(head["seq"]), resources };
}

/** Of a hub without a feed: every page of its tasks. */
async function listed({ transport, mapping, repo }: HubSideOptions): Promise<Replica> {
  const resources = emptyResources();
  for (let cursor = ""; ; ) {
    const path = pathOf(mapping, "list_tasks", { key: repo, cursor }).replace(/[?&]cursor=(?=&|$)/, "");
    const answer = await transport.send({ method: "GET", path });
    if (answer.status !== 200) throw unexpected(answer);
    for (const wire of itemsOf(answer.json)) resources.tasks.set(mapping.decode.task(wire).id, wire);
    const { next } = wireOf(answer.json);
    if (typeof next !== "string") return { hubId: "", repoId: "", seq: 0, resources };
    cursor = next;
  }
}

function viewOf({ decode }: HubMapping, repo: string, { seq, resources }: Replica): HubView {
  const decoded = <T>(kind: ReplicaKind, one: ((json: Wire) => T) | undefined): T[] =>
    one === undefined ? [] : Array.from(resources[kind].values(), one);
  const tasks: readonly HubTask[] = decoded("tasks", decode.task);
  return {
    seq,
    repo,
    tasks: new Map(tasks.map((task) => [task.id, task])),
    workstreams: new Map(decoded("workstreams", decode.workstream).map((each) => [each.id, each])),
    decisions: new Map(decoded("decisions", decode.decision).map((each) => [each.key, each])),
    links: new Map(decoded("links", decode.link).map((each) => [each.taskId, each])),
    conflicts: decoded("conflicts", decode.conflict),
  };
}

async function hadValue(
  { transport, mapping }: HubSideOptions,
  taskId: string,
  { field }: FieldName,
  rev: number,
  value: string | null,
): Promise<boolean> {
  const answer = await transport.send({
    method: "GET",
    path: pathOf(mapping, "task_history", { id: taskId }),
  });
  if (answer.status !== 200) return false;
  const { changes } = wireOf(answer.json);
  if (!Array.isArray(changes)) return false;
  const change = changes.map((json) => mapping.decode.change(wireOf(json))).find((each) => each.rev === rev);
  const to = change?.changed[field];
  return to !== undefined && (to.to ?? null) === value;
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

function unexpected(answer: HubResponse): CoulombError {
  return new CoulombError("hub_refused", `the hub answered ${answer.status}: ${detailOf(answer)}`, {
    hint:
      answer.status === 403
        ? "use a token with the scope sync, for this repo"
        : "is this a coulomb state hub of this release? coulomb doctor tells",
  });
}

function itemsOf(json: unknown): readonly Wire[] {
  const { items } = wireOf(json);
  return Array.isArray(items) ? items.map(wireOf) : [];
}
