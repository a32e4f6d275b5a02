import type {
  HubLink,
  HubTask,
  HubView,
  HubWorkstream,
  LocalPlan,
  LocalTask,
  LocalView,
  TaskValues,
} from "../model.ts";
import type { PlanInput } from "./types.ts";

export const repo = "local/acme/plans";

/** A task of a file; linked with the hub's task of the same name unless told otherwise. */
export function localTask(key: string, more: Partial<LocalTask> & { readonly is?: string } = {}): LocalTask {
  const { is = "todo", ...rest } = more;
  return { key, hubId: `id-${key}`, title: key, status: { frontmatter: is, fence: is }, line: 7, ...rest };
}

export function withoutId({ hubId: _hubId, ...task }: LocalTask): LocalTask {
  return task;
}

/** A workplan that the hub knows, with these tasks. */
export function localPlan(
  key: string,
  tasks: readonly LocalTask[],
  more: Partial<LocalPlan> = {},
): LocalPlan {
  return {
    file: `${key}.md`,
    blob: `blob-${key}`,
    key,
    hubId: `id-${key}`,
    workstream: { title: key, status: "active" },
    tasks,
    flawed: [],
    shadowed: false,
    ...more,
  };
}

/** The hub's task at revision 1, each field too. */
export function hubTask(key: string, more: Partial<HubTask> & { readonly is?: string } = {}): HubTask {
  const { is = "todo", ...rest } = more;
  return {
    id: `id-${key}`,
    key,
    repo,
    workstream: key.slice(0, 3),
    rev: 1,
    values: { status: is, title: key },
    fieldRevs: { status: 1, title: 1 },
    deleted: false,
    ...rest,
  };
}

/** The link of a task that was in sync at revision 1. */
export function linkOf(key: string, more: Partial<HubLink> = {}): HubLink {
  const base: TaskValues = { status: "todo", title: key };
  return {
    taskId: `id-${key}`,
    taskKey: key,
    rev: 4,
    base,
    baseRevs: { status: 1, title: 1 },
    orphaned: false,
    ...more,
  };
}

export function hubWorkstream(key: string, more: Partial<HubWorkstream> = {}): HubWorkstream {
  const values = { title: key, status: "active" };
  return { id: `id-${key}`, key, repo, rev: 3, values, deleted: false, ...more };
}

interface Parts {
  readonly plans?: readonly LocalPlan[];
  readonly local?: Partial<LocalView>;
  readonly tasks?: readonly HubTask[];
  readonly links?: readonly HubLink[];
  readonly workstreams?: readonly HubWorkstream[];
  readonly hub?: Partial<HubView>;
  readonly versions?: PlanInput["versions"];
}

/** An input of the planner; the hub has the workstream of every plan unless told otherwise. */
export function inputOf({
  plans = [],
  local,
  tasks = [],
  links = [],
  workstreams,
  hub,
  versions,
}: Parts): PlanInput {
  const known = workstreams ?? plans.map(({ key }) => hubWorkstream(key));
  return {
    local: { head: "h1", plans, decisions: [], unreadable: [], findings: [], ...local },
    hub: {
      seq: 9,
      repo,
      tasks: new Map(tasks.map((task) => [task.id, task])),
      workstreams: new Map(known.map((each) => [each.id, each])),
      decisions: new Map(),
      links: new Map(links.map((link) => [link.taskId, link])),
      conflicts: [],
      ...hub,
    },
    versions: versions ?? new Map(),
    maxRemovalPercent: 20,
  };
}
