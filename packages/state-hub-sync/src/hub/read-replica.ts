import { CoulombError } from "@coulomb-loop/schemas";
import { type HubMapping, pathOf, type Wire, wireOf } from "./mapping.ts";
import { emptyResources, isReplicaKind, type Replica, type ReplicaKind } from "./replica-cache.ts";
import { type Transport, unexpected } from "./transport.ts";

/** Where a replica is read from. */
export interface ReplicaSource {
  readonly transport: Transport;
  readonly mapping: HubMapping;
  /** Key of the repo. */
  readonly repo: string;
}

/** Id of the repo on the hub. Throws CoulombError `hub_unregistered`. */
export async function findRepo({ transport, mapping, repo }: ReplicaSource): Promise<string> {
  const answer = await transport.send({ method: "GET", path: pathOf(mapping, "find_repo", { key: repo }) });
  if (answer.status !== 200 || !Array.isArray(wireOf(answer.json)["items"])) throw unexpected(answer);
  const [found] = itemsOf(answer.json);
  if (found === undefined)
    throw new CoulombError("hub_unregistered", `the hub knows no repo ${repo}`, {
      hint: "register it: coulomb hub register",
    });
  return String(found["id"]);
}

/** What the hub holds now: the known replica and what came since, or all of it anew. */
export async function upToDate(options: ReplicaSource, known: Replica | undefined): Promise<Replica> {
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

async function snapshot({ transport, mapping }: ReplicaSource, repoId: string): Promise<Replica> {
  const answer = await transport.send({ method: "GET", path: pathOf(mapping, "snapshot", { id: repoId }) });
  if (answer.status !== 200) throw unexpected(answer);
  const parsed = wiresOf(answer.text);
  const [head, end] = [parsed?.[0], parsed?.at(-1)];
  const isWhole =
    head?.["line"] === "head" && end?.["line"] === "end" && end["count"] === (parsed?.length ?? 0) - 2;
  if (parsed === undefined || head === undefined || !isWhole)
    throw new CoulombError("hub_failed", "the hub's snapshot is cut off", { hint: "run again" });
  const resources = emptyResources();
  for (const { kind, resource, deleted } of parsed) {
    if (!isReplicaKind(kind)) continue;
    const wire = wireOf(resource);
    resources[kind].set(String(wire["id"]), deleted === true ? { ...wire, deleted: true } : wire);
  }
  return { hubId: String(head["hub_id"]), repoId, seq: Number(head["seq"]), resources };
}

/** Lines of JSON; `undefined`: one is none, as where they are cut off. */
function wiresOf(text: string): readonly Wire[] | undefined {
  try {
    return text
      .trimEnd()
      .split("\n")
      .map((line) => wireOf(JSON.parse(line)));
  } catch {
    return undefined;
  }
}

/** Of a hub without a feed: every page of its tasks. */
export async function listed({ transport, mapping, repo }: ReplicaSource): Promise<Replica> {
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

function itemsOf(json: unknown): readonly Wire[] {
  const { items } = wireOf(json);
  return Array.isArray(items) ? items.map(wireOf) : [];
}
