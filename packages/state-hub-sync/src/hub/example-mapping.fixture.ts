import type { HubMapping } from "../index.ts";

/** The mapping of docs/integrations/another-hub.md: an issue tracker with words and paths of its own. */
export const trackerMapping: HubMapping = {
  name: "tracker",
  has: { conditionalWrite: false, keyedCreate: false, linkStore: false, changes: false, lease: false },
  paths: {
    find_repo: "/api/projects?name={key}",
    list_tasks: "/api/issues?project={key}&cursor={cursor}",
    task_history: "/api/issues/{id}/log",
    changes: "",
    snapshot: "",
    lease: "",
    release: "",
    sync: "",
    resolve_conflict: "",
  },
  statuses: { todo: "open", in_progress: "started", blocked: "stuck", done: "closed", cancelled: "dropped" },
  decode: {
    task: (json) => ({
      id: String(json["number"]),
      key: String(json["ref"]),
      repo: String(json["project"]),
      workstream: String(json["epic"]),
      rev: Number(json["version"]),
      values: {
        status: ours[String(json["state"])] ?? "todo",
        title: String(json["subject"]),
        ...(typeof json["urgency"] === "string" ? { priority: json["urgency"] } : {}),
      },
      // It does not say which version last changed a field: the newest is the safe answer.
      fieldRevs: {
        status: Number(json["version"]),
        title: Number(json["version"]),
        priority: Number(json["version"]),
      },
      deleted: json["state"] === "removed",
    }),
    change: (json) => ({
      seq: 0,
      kind: "tasks",
      id: String(json["issue"]),
      key: String(json["ref"]),
      rev: Number(json["version"]),
      deleted: false,
      changed: {},
    }),
  },
  encode: ({ status, title, priority }) => ({ state: status, subject: title, urgency: priority }),
};

const ours: Readonly<Record<string, string>> = {
  open: "todo",
  started: "in_progress",
  stuck: "blocked",
  closed: "done",
  dropped: "cancelled",
};
