import type { Finding } from "@coulomb-loop/schemas";
import type { HubView } from "../model.ts";
import type { SyncItem } from "../plan/types.ts";
import type { ItemOutcome } from "./ports.ts";

/** The hub after a batch of writes, as their outcomes tell it, and what became of the others. */
export interface Folded {
  readonly hub: HubView;
  readonly done: number;
  readonly stale: number;
  /** What the hub refused. */
  readonly findings: readonly Finding[];
}

/** Takes the outcomes of items into the view that they were planned from. */
export function foldOutcomes(
  view: HubView,
  items: readonly SyncItem[],
  outcomes: readonly ItemOutcome[],
): Folded {
  const [tasks, links] = [new Map(view.tasks), new Map(view.links)];
  const [workstreams, decisions] = [new Map(view.workstreams), new Map(view.decisions)];
  const conflicts = [...view.conflicts];
  const findings: Finding[] = [];
  let [done, stale] = [0, 0];
  for (const [index, item] of items.entries()) {
    const outcome = outcomes[index];
    // An item without an outcome may have been written or not: whoever observes anew will see.
    if (outcome === undefined || outcome.kind === "stale") stale += 1;
    else if (outcome.kind === "refused") findings.push(refusal(item, outcome));
    else {
      done += 1;
      const { task, link, workstream, decision } = outcome;
      if (task !== undefined) tasks.set(task.id, task);
      if (link !== undefined) links.set(link.taskId, link);
      if (workstream !== undefined) workstreams.set(workstream.id, workstream);
      if (decision !== undefined) decisions.set(decision.key, decision);
      if (item.do === "task") conflicts.push(...item.conflicts);
    }
  }
  return { hub: { ...view, tasks, links, workstreams, decisions, conflicts }, done, stale, findings };
}

function refusal(item: SyncItem, outcome: Extract<ItemOutcome, { kind: "refused" }>): Finding {
  const { code, message, hint } = outcome;
  return {
    code,
    severity: "error",
    message: `the hub refused ${item.key}: ${message}`,
    ...(hint === undefined ? {} : { hint }),
  };
}
