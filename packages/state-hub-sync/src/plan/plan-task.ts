import type { Finding } from "@coulomb-loop/schemas";
import type {
  ConflictRecord,
  FieldRevs,
  LocalPlan,
  LocalTask,
  Loser,
  TaskField,
  TaskPatch,
  TaskValues,
} from "../model.ts";
import { versionText } from "../model.ts";
import type { FieldFacts } from "./decide-field.ts";
import type { DecidedField, Deciding, LocalStatus, TaskSides } from "./decide-task.ts";
import { decideTask, localStatus } from "./decide-task.ts";
import type { Draft } from "./draft.ts";

/** What is to be written about one task, while its fields are gone through. */
interface TaskDraft {
  readonly set: { -readonly [F in keyof TaskPatch]: TaskPatch[F] };
  readonly base: { -readonly [F in keyof TaskValues]: TaskValues[F] };
  readonly baseRevs: { -readonly [F in keyof FieldRevs]: FieldRevs[F] };
  readonly conflicts: ConflictRecord[];
  /** The link is to be written, whatever else is. */
  isDue: boolean;
}

/** Plans a task that both sides have, by the table of page 05 B2: at most one item, with all that is to be written. */
export function planTask(sides: TaskSides, deciding: Deciding, draft: Draft): void {
  const { plan, local, task, link } = sides;
  if (task.deleted) return planTombstone(sides, draft);
  const status = localStatus(local, link?.base.status);
  if (status === undefined) return void draft.findings.push(disagreement(plan, local));
  const decided = decideTask(sides, status, deciding);
  const { key } = local;
  if (local.hubId === undefined)
    draft.edits.push({ file: plan.file, blob: plan.blob, do: "task_id", key, id: task.id });
  const written: TaskDraft = {
    set: {},
    base: { ...link?.base },
    baseRevs: { ...link?.baseRevs },
    conflicts: [],
    isDue: link === undefined || link.orphaned,
  };
  for (const each of decided) planField(sides, each, status, written, draft);
  if (decided.some(({ decision }) => decision.row === "ask")) return;
  const { isDue, ...rest } = written;
  draft.counts.pushes += Object.keys(rest.set).length;
  if (!isDue && Object.keys(rest.set).length === 0 && rest.conflicts.length === 0) return;
  draft.counts.conflicts += rest.conflicts.length;
  const linkRev = link?.rev ?? null;
  draft.tasks.push({ do: "task", id: task.id, key, rev: task.rev, linkRev, ...rest, orphaned: false });
}

function planField(
  sides: TaskSides,
  { facts, decision }: DecidedField,
  status: LocalStatus,
  written: TaskDraft,
  draft: Draft,
): void {
  // As long as the copies differ, the base says which of them was changed: it stays.
  const isHeld = facts.field === "status" && !status.agrees;
  switch (decision.row) {
    case "equal":
      if (!isHeld && (facts.base !== facts.local || facts.rev !== facts.baseRev))
        moveBase(written, facts.field, facts.local, facts.rev);
      break;
    case "push":
    case "remote_lost":
      push(sides, facts, isHeld, written);
      break;
    case "propose":
    case "copied":
    case "local_lost":
      return propose(sides, facts, draft);
    case "conflict":
      written.conflicts.push(recordOf(sides, facts, decision.loser));
      if (decision.loser === "local") return propose(sides, facts, draft);
      push(sides, facts, isHeld, written);
      break;
    case "manual": {
      const record = recordOf(sides, facts, null);
      draft.manual.push({ record, isNew: decision.isNew });
      if (decision.isNew) written.conflicts.push(record);
      break;
    }
    case "ask":
      return void draft.asked.push({ key: facts.key, field: facts.field });
    default:
      return decision satisfies never;
  }
  if (isHeld) repair(sides, status.value, draft);
}

function moveBase(written: TaskDraft, field: TaskField, value: string | undefined, rev: number): void {
  written.isDue = true;
  if (value === undefined) delete written.base[field];
  else written.base[field] = value;
  if (rev === 0) delete written.baseRevs[field];
  else written.baseRevs[field] = rev;
}

function push({ task }: TaskSides, { field, local }: FieldFacts, isHeld: boolean, written: TaskDraft): void {
  written.set[field] = local ?? null;
  if (!isHeld) moveBase(written, field, local, task.rev + 1);
}

function propose({ plan }: TaskSides, { key, field, remote, rev }: FieldFacts, draft: Draft): void {
  const { file, blob } = plan;
  draft.edits.push({ file, blob, do: "value", key, field, value: remote ?? null, rev });
  draft.counts.proposed += 1;
}

function repair({ plan, local }: TaskSides, value: string, draft: Draft): void {
  draft.edits.push({ file: plan.file, blob: plan.blob, do: "repair", key: local.key, value });
}

function recordOf({ task }: TaskSides, facts: FieldFacts, loser: Loser): ConflictRecord {
  const { key, field, local, remote, base, rev, version } = facts;
  return {
    taskId: task.id,
    taskKey: key,
    field,
    local: { value: local ?? null, version: version === undefined ? "" : versionText(version) },
    remote: { value: remote ?? null, version: `rev:${rev}` },
    base: base ?? null,
    loser,
  };
}

/** A deleted task is proposed as cancelled; its block stays, and nothing is pushed to it. */
function planTombstone({ plan, local, task }: TaskSides, draft: Draft): void {
  const { frontmatter, fence } = local.status;
  if (frontmatter === "cancelled" && fence === "cancelled") return;
  const { file, blob } = plan;
  const [key, rev] = [local.key, task.rev];
  draft.edits.push({ file, blob, do: "value", key, field: "status", value: "cancelled", rev });
  draft.counts.proposed += 1;
}

/** What a task is told whose copies differ, and nothing says which of them was changed. */
export function disagreement({ file }: LocalPlan, { key, line, status }: LocalTask): Finding {
  return {
    code: "status_disagrees",
    severity: "error",
    message: `${key} is ${status.frontmatter} in the frontmatter and ${status.fence} in its fence, and neither is what was last in sync`,
    hint: "make both say the same",
    file,
    line,
  };
}
