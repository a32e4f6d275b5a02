import type { Finding } from "@coulomb-loop/schemas";
import type { HubTask, HubView, LocalPlan, LocalTask, LocalView } from "../model.ts";

/** What the files name, and what stands in them twice. */
export interface Names {
  readonly keys: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  readonly duplicates: ReadonlySet<string>;
  /** Keys of workplans that several files have. */
  readonly plans: ReadonlySet<string>;
}

/** Collects the keys and ids of all workplans. */
export function namesOf({ plans }: LocalView): Names {
  const [keys, ids] = [new Set<string>(), new Set<string>()];
  const [planKeys, twice] = [new Set<string>(), new Set<string>()];
  const duplicates = new Set<string>();
  for (const plan of plans) {
    add(planKeys, plan.key, twice);
    for (const { key, hubId } of plan.tasks) {
      add(keys, key, duplicates);
      if (hubId !== undefined) add(ids, hubId, duplicates);
    }
  }
  return { keys, ids, duplicates, plans: twice };
}

function add(names: Set<string>, name: string, repeated: Set<string>): void {
  const { size } = names;
  names.add(name);
  if (names.size === size) repeated.add(name);
}

/** Finds the hub's tasks by key; made when it is first asked, since most files name the id. */
export function lookupByKey(hub: HubView): (key: string) => HubTask | undefined {
  let byKey: Map<string, HubTask> | undefined;
  return (key) => {
    if (byKey === undefined) {
      byKey = new Map();
      for (const task of hub.tasks.values()) byKey.set(task.key, task);
    }
    return byKey.get(key);
  };
}

/** Which task of the hub one of a file is (S2): by its id, else by its key, never by its path. */
export type Match =
  | { readonly kind: "known"; readonly task: HubTask }
  | { readonly kind: "new" }
  | { readonly kind: "stopped"; readonly finding: Finding };

/** Matches one task; `stopped` leaves it alone and lets the others go on. */
export function matchTask(
  { file }: LocalPlan,
  local: LocalTask,
  names: Names,
  hub: HubView,
  byKey: (key: string) => HubTask | undefined,
): Match {
  const { key, hubId, line } = local;
  const stopped = (why: Pick<Finding, "code" | "message" | "hint">): Match => ({
    kind: "stopped",
    finding: { severity: "error", file, line, ...why },
  });
  if (names.duplicates.size > 0 && (names.duplicates.has(key) || names.duplicates.has(hubId ?? "")))
    return stopped({
      code: "task_duplicate",
      message: `${key}, or its id in the hub, stands twice in the workplans; expected once`,
      hint: "give each task its own key, and take a copied state_hub_task_id out",
    });
  const task = (hubId === undefined ? undefined : hub.tasks.get(hubId)) ?? byKey(key);
  if (task === undefined) return { kind: "new" };
  const isOurs = task.repo === hub.repo;
  if (isOurs && task.key === key && (hubId === undefined || hubId === task.id))
    return { kind: "known", task };
  const named = hubId === undefined ? "" : ` names the id ${hubId}, and`;
  const owner = isOurs ? "" : ` of ${task.repo}`;
  return stopped({
    code: "link_mismatch",
    message: `${key}${named} is to be linked with the hub's ${task.key}${owner}, whose id is ${task.id}; expected one and the same task`,
    hint: "correct or remove state_hub_task_id, or give the task a key that nobody has",
  });
}
