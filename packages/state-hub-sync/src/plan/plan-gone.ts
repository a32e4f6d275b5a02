import type { HubLink, HubTask, LocalView } from "../model.ts";
import type { Names } from "./identity.ts";
import type { Draft } from "./draft.ts";
import type { PlanInput } from "./types.ts";

/**
 * Marks the links of tasks that are gone from the files as orphaned, once; the hub's tasks stay. A task counts as gone only
 * when no file that could not be read, in whole or in part, may hold it. Answers with the number of links not orphaned.
 */
export function planGone({ local, hub }: PlanInput, names: Names, draft: Draft): number {
  const unseen = unseenIn(local);
  let linked = 0;
  for (const link of hub.links.values()) {
    if (link.orphaned) continue;
    linked += 1;
    if (names.keys.has(link.taskKey) || names.ids.has(link.taskId)) continue;
    const task = hub.tasks.get(link.taskId);
    if (task === undefined || task.deleted || unseen(link, task)) continue;
    const { id, key, rev } = task;
    const { base, baseRevs } = link;
    const rest = { base, baseRevs, orphaned: true, conflicts: [] };
    draft.tasks.push({ do: "task", id, key, rev, linkRev: link.rev, set: {}, ...rest });
    draft.counts.orphans += 1;
  }
  return linked;
}

/** Whether a task may stand in the files although it was not seen. */
function unseenIn({ unreadable, plans }: LocalView): (link: HubLink, task: HubTask) => boolean {
  if (unreadable.length > 0) return () => true;
  const flawed = new Set(plans.flatMap((plan) => plan.flawed));
  const shadowed = plans.filter((plan) => plan.shadowed).map(({ key }) => key);
  // Also of a task that somebody moved to another workstream of the hub: the file is where it was.
  return ({ taskKey }, { workstream }) =>
    flawed.has(taskKey) || shadowed.some((key) => workstream === key || taskKey.startsWith(`${key}-`));
}
