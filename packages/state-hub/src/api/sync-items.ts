import type { HubApi } from "@coulomb-loop/schemas/hub";
import type { Change, Fields, GroupOutcome, Json, Resource } from "../store/types.ts";
import { wireResource } from "./wire.ts";

/** One write of a sync, as the changes that are made together, and what is told of them. */
export interface ItemGroup {
  readonly changes: readonly Change[];
  /** The kind of each change that is told, by its place in the group. */
  readonly told: readonly (readonly [index: number, name: "task" | "link" | "workstream" | "decision"])[];
}

/** What items are made for: the repo whose files they come from. */
export interface ItemFrame {
  /** Key of the repo. */
  readonly repo: string;
  /** Key of a task by its id. */
  readonly keyOf: (taskId: string) => string | undefined;
  readonly newId: () => string;
}

/** Turns one write of a sync into changes. */
export function groupOf(item: HubApi.SyncItem, frame: ItemFrame): ItemGroup {
  switch (item.do) {
    case "create":
      return createGroup(item, frame);
    case "task":
      return taskGroup(item, frame);
    case "workstream":
      return oneWay("workstreams", "workstream", item, { ...item.values, repo: frame.repo }, item.id);
    case "decision":
      return oneWay("decisions", "decision", item, { ...item.values, repo: frame.repo });
  }
}

type Item<Do extends HubApi.SyncItem["do"]> = Extract<HubApi.SyncItem, { do: Do }>;

/** A new task and the link that says that both sides agree on it. */
function createGroup(item: Item<"create">, { repo, newId }: ItemFrame): ItemGroup {
  const { key, workstream, values } = item;
  const id = item.id ?? newId();
  const absent = { absent: true } as const;
  return {
    changes: [
      {
        kind: "tasks",
        address: { key },
        condition: absent,
        do: "put",
        id,
        fields: { ...values, repo, workstream },
      },
      {
        kind: "links",
        address: { key: linkKey(repo, key) },
        condition: absent,
        do: "put",
        fields: {
          repo,
          task: key,
          task_id: id,
          base: { ...values },
          base_revs: firstRevs(values),
          orphaned: false,
        },
      },
    ],
    told: [
      [0, "task"],
      [1, "link"],
    ],
  };
}

/** A task on the condition of its revision, with its link and the conflicts found on the way. */
function taskGroup(item: Item<"task">, { repo, keyOf }: ItemFrame): ItemGroup {
  const { id, rev, set = {}, base, orphaned = false, conflicts = [] } = item;
  const key = keyOf(id) ?? id;
  const address = { id };
  const isPush = Object.keys(set).length > 0;
  const task: Change = isPush
    ? { kind: "tasks", address, condition: { rev }, do: "patch", fields: { ...set } }
    : { kind: "tasks", address, condition: { rev }, do: "expect" };
  const link: Change = {
    kind: "links",
    address: { key: linkKey(repo, key) },
    condition: item.link_rev === null ? { absent: true } : { rev: item.link_rev },
    do: "put",
    fields: { repo, task: key, task_id: id, base: { ...base }, base_revs: { ...item.base_revs }, orphaned },
  };
  const records = conflicts.map(
    (conflict): Change => ({
      kind: "conflicts",
      address: { key: `${key}.${conflict.field} ${conflict.local.version} ${conflict.remote.version}` },
      condition: { absent: true },
      do: "put",
      fields: {
        ...conflict,
        repo,
        task: key,
        task_id: id,
        state: conflict.loser === null ? "open" : "resolved",
      } as Fields,
    }),
  );
  return {
    changes: [task, link, ...records],
    told: [
      [0, "task"],
      [1, "link"],
    ],
  };
}

function oneWay(
  kind: "workstreams" | "decisions",
  name: "workstream" | "decision",
  { key, rev }: { readonly key: string; readonly rev: number | null },
  fields: Fields,
  id?: string,
): ItemGroup {
  const condition = rev === null ? ({ absent: true } as const) : { rev };
  const change: Change = {
    kind,
    address: { key },
    condition,
    do: "put",
    fields,
    ...(id === undefined ? {} : { id }),
  };
  return { changes: [change], told: [[0, name]] };
}

/** The revisions of a new task's fields. */
function firstRevs(values: object): Fields {
  return Object.fromEntries(Object.keys(values).map((field) => [field, 1]));
}

/** One link for each repo and task. */
function linkKey(repo: string, taskKey: string): string {
  return `${repo} ${taskKey}`;
}

/** What the client is told of one write. */
export function outcomeOf(
  { told }: ItemGroup,
  outcome: GroupOutcome,
  repo: string,
): { readonly [key: string]: Json } {
  if (outcome.kind === "done")
    return {
      kind: "done",
      ...Object.fromEntries(
        told.flatMap(([index, name]) => {
          const each = outcome.outcomes[index];
          const resource = each !== undefined && "resource" in each ? each.resource : undefined;
          return resource === undefined ? [] : [[name, wireResource(resource)]];
        }),
      ),
    };
  const failed = outcome.outcome;
  const there: Resource | undefined = failed.resource;
  if (there !== undefined && there.kind !== "links" && there.fields["repo"] !== repo)
    return refused("link_mismatch", "this key or id belongs to another repo", "give yours another key");
  if (failed.kind === "refused")
    return refused(failed.refusal.code, failed.refusal.message, failed.refusal.hint);
  return { kind: "stale" };
}

function refused(code: string, message: string, hint?: string): { readonly [key: string]: Json } {
  return { kind: "refused", code, message, ...(hint === undefined ? {} : { hint }) };
}
