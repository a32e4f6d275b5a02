import type {
  ConflictRecord,
  HubLink,
  HubTask,
  LocalPlan,
  LocalTask,
  LocalVersion,
  TaskField,
} from "../model.ts";
import { taskFields } from "../model.ts";
import type { DecideField, FieldDecision, FieldFacts } from "./decide-field.ts";
import type { PlanInput } from "./types.ts";
import { versionKey } from "./types.ts";

/** One task on both sides. */
export interface TaskSides {
  readonly plan: LocalPlan;
  readonly local: LocalTask;
  readonly task: HubTask;
  readonly link: HubLink | undefined;
}

/** A field with what is known of it and what is to be done about it. */
export interface DecidedField {
  readonly facts: FieldFacts;
  readonly decision: FieldDecision;
}

/** What decisions rest on beside the task's two sides. */
export interface Deciding {
  readonly decide: DecideField;
  readonly versions: ReadonlyMap<string, LocalVersion>;
  readonly conflicts: ReadonlyMap<string, readonly ConflictRecord[]>;
}

/** Makes what all decisions of one planning share. */
export function decidingBy(decide: DecideField, { versions, hub }: PlanInput): Deciding {
  const conflicts = new Map<string, ConflictRecord[]>();
  for (const record of hub.conflicts) {
    const name = versionKey({ key: record.taskKey, field: record.field });
    const known = conflicts.get(name);
    if (known === undefined) conflicts.set(name, [record]);
    else known.push(record);
  }
  return { decide, versions, conflicts };
}

/** The status that a file means, and whether both copies say it. */
export interface LocalStatus {
  readonly value: string;
  readonly agrees: boolean;
}

/** Where the copies differ, the one that left the base is meant; `undefined`: both left it, or there is none. */
export function localStatus({ status }: LocalTask, base: string | undefined): LocalStatus | undefined {
  const { frontmatter, fence } = status;
  if (frontmatter === fence) return { value: fence, agrees: true };
  if (frontmatter === base) return { value: fence, agrees: false };
  if (fence === base) return { value: frontmatter, agrees: false };
  return undefined;
}

/** True when both sides are as the link says, in every field and copy: nothing is to be decided, and nothing done. */
export function isSettled({ local, task, link }: TaskSides): boolean {
  if (link === undefined || link.orphaned || task.deleted || local.hubId === undefined) return false;
  const { values, fieldRevs } = task;
  const { base, baseRevs } = link;
  return (
    local.status.fence === local.status.frontmatter &&
    values.status === local.status.fence &&
    base.status === values.status &&
    values.title === local.title &&
    base.title === values.title &&
    values.priority === local.priority &&
    base.priority === values.priority &&
    (fieldRevs.status ?? 0) === (baseRevs.status ?? 0) &&
    (fieldRevs.title ?? 0) === (baseRevs.title ?? 0) &&
    (fieldRevs.priority ?? 0) === (baseRevs.priority ?? 0)
  );
}

/** Decides about every field of a task, in the order of `taskFields`. */
export function decideTask(sides: TaskSides, status: LocalStatus, deciding: Deciding): DecidedField[] {
  return taskFields.map((field) => {
    const facts = factsOf(sides, field, status, deciding);
    return { facts, decision: deciding.decide(facts) };
  });
}

function factsOf(
  { local, task, link }: TaskSides,
  field: TaskField,
  status: LocalStatus,
  { versions, conflicts }: Deciding,
): FieldFacts {
  const name = versionKey({ key: local.key, field });
  return {
    key: local.key,
    field,
    local: field === "status" ? status.value : local[field],
    remote: task.values[field],
    base: link?.base[field],
    hasBase: link !== undefined,
    rev: task.fieldRevs[field] ?? 0,
    baseRev: link?.baseRevs[field] ?? 0,
    version: versions.get(name),
    conflicts: conflicts.get(name) ?? [],
  };
}
