import type { HubTask, HubView } from "../model.ts";
import type { HubMapping, Wire } from "./mapping.ts";
import type { Replica, ReplicaKind } from "./replica-cache.ts";

/** What a hub holds of a repo, in our words. */
export function viewOf({ decode }: HubMapping, repo: string, { seq, resources }: Replica): HubView {
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
