import { compareFindings } from "@coulomb-loop/schemas";
import type { LocalPlan, LocalTask } from "../model.ts";
import type { DecideField } from "./decide-field.ts";
import { decideField } from "./decide-field.ts";
import { decidingBy, isSettled } from "./decide-task.ts";
import type { Deciding } from "./decide-task.ts";
import { planDecision } from "./decisions.ts";
import type { Draft } from "./draft.ts";
import { emptyDraft } from "./draft.ts";
import { guardOf } from "./guard.ts";
import type { Names } from "./identity.ts";
import { lookupByKey, matchTask, namesOf } from "./identity.ts";
import { planGone } from "./plan-gone.ts";
import { disagreement, planTask } from "./plan-task.ts";
import type { PlanInput, SyncItem, SyncPlan } from "./types.ts";
import { deletedFinding, planWorkstream, workstreamsByKey } from "./workstreams.ts";

/** Everything that planning one workplan needs. */
interface Context extends PlanInput {
  readonly names: Names;
  readonly deciding: Deciding;
  readonly taskByKey: ReturnType<typeof lookupByKey>;
  readonly workstreams: ReturnType<typeof workstreamsByKey>;
  readonly draft: Draft;
}

/**
 * Plans a sync of both sides as they were observed: one pass over the tasks, and one item for each that has anything to
 * write (page 05 B2). A field that both sides changed and whose version is not known is asked for, and its task is left
 * alone until the plan is made again with it. Pure: the same input gives the same plan.
 */
export function planSync(input: PlanInput, decide: DecideField = decideField): SyncPlan {
  const { local, hub } = input;
  const draft = emptyDraft();
  const context: Context = {
    ...input,
    names: namesOf(local),
    deciding: decidingBy(decide, input),
    taskByKey: lookupByKey(hub),
    workstreams: workstreamsByKey(hub),
    draft,
  };
  for (const plan of local.plans) planFile(context, plan);
  for (const decision of local.decisions) {
    const planned = planDecision(decision, hub.decisions.get(decision.key));
    if (planned !== undefined) {
      if ("do" in planned) draft.decisions.push(planned);
      else draft.findings.push(planned);
    }
  }
  const linked = planGone(input, context.names, draft);
  const guard = guardOf(draft.counts, linked, input.maxRemovalPercent);
  return {
    items: [draft.workstreams, draft.decisions, draft.creates, draft.tasks].flatMap((group) =>
      group.sort((a, b) => compareText(a.key, b.key)),
    ) satisfies SyncItem[],
    edits: draft.edits.sort((a, b) => compareText(a.file, b.file) || compareText(a.key, b.key)),
    manual: draft.manual,
    findings: draft.findings.sort(compareFindings),
    asked: draft.asked,
    counts: draft.counts,
    ...(guard === undefined ? {} : { guard }),
  };
}

function planFile(context: Context, plan: LocalPlan): void {
  const { names, hub, draft } = context;
  draft.counts.tasks += plan.tasks.length;
  const { item, edit, finding, stops } = planWorkstream(plan, names, hub, context.workstreams);
  if (item !== undefined) draft.workstreams.push(item);
  if (edit !== undefined) draft.edits.push(edit);
  if (finding !== undefined) draft.findings.push(finding);
  if (stops === "all") return;
  for (const local of plan.tasks) {
    const match = matchTask(plan, local, names, hub, context.taskByKey);
    if (match.kind === "stopped") draft.findings.push(match.finding);
    else if (match.kind === "new") {
      if (stops === "new") draft.findings.push(deletedFinding(plan, local.line));
      else planCreate(plan, local, draft);
    } else {
      const sides = { plan, local, task: match.task, link: hub.links.get(match.task.id) };
      if (!isSettled(sides)) planTask(sides, context.deciding, draft);
    }
  }
}

/** A task that only the file has: a keyed create, and the id goes into the proposal when the hub has given one. */
function planCreate(plan: LocalPlan, local: LocalTask, draft: Draft): void {
  const { key, hubId: id, title, priority, status } = local;
  if (status.frontmatter !== status.fence) return void draft.findings.push(disagreement(plan, local));
  const values = {
    status: status.fence,
    ...(title === undefined ? {} : { title }),
    ...(priority === undefined ? {} : { priority }),
  };
  draft.creates.push({
    do: "create",
    key,
    ...(id === undefined ? {} : { id }),
    workstream: plan.key,
    values,
  });
  draft.counts.creates += 1;
  const { file, blob } = plan;
  if (id === undefined) draft.edits.push({ file, blob, do: "task_id", key, id: null });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
