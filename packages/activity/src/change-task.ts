import type { HubApi } from "@coulomb-loop/schemas/hub";
import type { HubClient, HubResult } from "@coulomb-loop/state-hub-sync";

/** A change of a task, and why. */
export interface TaskPatch {
  readonly fields: HubApi.TaskPatch;
  readonly reason: string;
  /** Another change follows. */
  readonly again?: true;
}

/** Changes a task that people and agents change too: what they did meanwhile is read, and the change thought over. */
export async function changeTask(
  hub: Pick<HubClient, "patch">,
  task: HubApi.Task,
  patchOf: (task: HubApi.Task) => TaskPatch | undefined,
): Promise<HubResult<HubApi.Task>> {
  let current = task;
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const patch = patchOf(current);
    if (patch === undefined) return { kind: "done", value: current, isNew: false };
    const changed = await hub.patch("tasks", current.id, patch.fields, current.rev, patch.reason);
    if (changed.kind === "done" && patch.again !== true) return changed;
    const next =
      changed.kind === "done" ? changed.value : changed.kind === "stale" ? changed.current : undefined;
    if (next === undefined) return changed;
    current = next;
  }
  return { kind: "stale", current };
}

const mostTries = 5;
