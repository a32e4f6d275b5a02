import {
  taskFields,
  type ConflictRecord,
  type HubDecision,
  type HubLink,
  type HubTask,
  type HubWorkstream,
  type TaskField,
  type TaskValues,
  type WorkstreamValues,
} from "../model.ts";
import { type HubChange, type HubMapping, type Wire, wireOf } from "./mapping.ts";

/** Our own hub, the package state-hub. */
export const coulombHub: HubMapping = {
  name: "coulomb state hub",
  has: { conditionalWrite: true, keyedCreate: true, linkStore: true, changes: true, lease: true },
  paths: {
    find_repo: "/v1/repos?key={key}",
    list_tasks: "/v1/tasks?repo={key}&limit=500&cursor={cursor}",
    task_history: "/v1/tasks/{id}/history",
    changes:
      "/v1/changes?since={since}&repo={key}&limit=5000&kind=tasks&kind=workstreams&kind=decisions&kind=links&kind=conflicts",
    snapshot: "/v1/snapshot?replica={id}",
    lease: "/v1/replicas/{id}/lease",
    release: "/v1/replicas/{id}/release",
    sync: "/v1/replicas/{id}/sync",
    resolve_conflict: "/v1/conflicts/{id}/resolve",
  },
  statuses: {
    todo: "todo",
    in_progress: "in_progress",
    blocked: "blocked",
    done: "done",
    cancelled: "cancelled",
  },
  decode: { task, change, workstream, decision, link, conflict },
  encode: (values) => values,
};

function task(json: Wire): HubTask {
  return {
    id: text(json["id"]),
    key: text(json["key"]),
    repo: text(json["repo"]),
    workstream: text(json["workstream"]),
    rev: number(json["rev"]),
    values: valuesOf(json),
    fieldRevs: revsOf(json["field_revs"]),
    deleted: json["deleted"] === true,
  };
}

function workstream(json: Wire): HubWorkstream {
  return {
    id: text(json["id"]),
    key: text(json["key"]),
    repo: text(json["repo"]),
    rev: number(json["rev"]),
    values: workstreamValues(json),
    deleted: json["deleted"] === true,
  };
}

function decision(json: Wire): HubDecision {
  // The hub's own `id` is another one: that of the decision within its loop has a name of its own there.
  const values = ownFields(json, ["repo", "loop", "id_in_loop"]);
  return {
    key: text(json["key"]),
    rev: number(json["rev"]),
    values: { id: text(json["id_in_loop"]), ...values },
  };
}

function link(json: Wire): HubLink {
  return {
    taskId: text(json["task_id"]),
    taskKey: text(json["task"]),
    rev: number(json["rev"]),
    base: valuesOf(wireOf(json["base"])),
    baseRevs: revsOf(json["base_revs"]),
    orphaned: json["orphaned"] === true,
  };
}

function conflict(json: Wire): ConflictRecord {
  const loser = json["loser"];
  return {
    id: text(json["id"]),
    taskId: text(json["task_id"]),
    taskKey: text(json["task"]),
    field: fieldOf(json["field"]),
    base: textOrNull(json["base"]),
    local: sideOf(json["local"]),
    remote: sideOf(json["remote"]),
    loser: loser === "local" || loser === "remote" ? loser : null,
  };
}

function change(json: Wire): HubChange {
  const { actor, at, cause } = json;
  return {
    ...(typeof actor === "string" ? { by: actor } : {}),
    ...(typeof at === "string" ? { at } : {}),
    ...(typeof cause === "string" ? { reason: cause } : {}),
    seq: number(json["seq"]),
    kind: text(json["kind"]),
    id: text(json["id"]),
    key: text(json["key"]),
    rev: number(json["rev"]),
    deleted: json["deleted"] === true,
    changed: Object.fromEntries(
      Object.entries(wireOf(json["changed"])).map(([field, value]) => [field, wireOf(value)]),
    ),
  };
}

function workstreamValues(json: Wire): WorkstreamValues {
  const { title, status, depends_on: before } = json;
  const others = ["domain", "topic", "owner", "supplier", "created", "updated"] as const;
  return {
    title: text(title),
    status: text(status),
    ...Object.fromEntries(
      others.flatMap((name) => {
        const value = json[name];
        return typeof value === "string" ? [[name, value]] : [];
      }),
    ),
    ...(Array.isArray(before) ? { depends_on: before.map(text) } : {}),
  };
}

/** What the hub keeps of every resource beside its fields. */
const kept = new Set(["id", "key", "rev", "field_revs", "created_at", "updated_at", "deleted"]);

function ownFields(json: Wire, without: readonly string[]): Wire {
  return Object.fromEntries(
    Object.entries(json).filter(([name]) => !kept.has(name) && !without.includes(name)),
  );
}

function valuesOf(json: Wire): TaskValues {
  const { status, title, priority } = json;
  return {
    ...(typeof status === "string" ? { status } : {}),
    ...(typeof title === "string" ? { title } : {}),
    ...(typeof priority === "string" ? { priority } : {}),
  };
}

function revsOf(value: unknown): HubTask["fieldRevs"] {
  const { status, title, priority } = wireOf(value);
  return {
    ...(typeof status === "number" ? { status } : {}),
    ...(typeof title === "number" ? { title } : {}),
    ...(typeof priority === "number" ? { priority } : {}),
  };
}

function sideOf(value: unknown): { readonly value: string | null; readonly version: string } {
  const side = wireOf(value);
  return { value: textOrNull(side["value"]), version: text(side["version"]) };
}

function fieldOf(value: unknown): TaskField {
  return taskFields.find((field) => field === value) ?? "status";
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function number(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
