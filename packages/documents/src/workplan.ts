import type { Validator } from "@coulomb-loop/schemas";
import type { Place, Read } from "./types.ts";

/** The statuses a task may have, in the order of its life. */
export const TASK_STATUSES = ["todo", "in_progress", "blocked", "done", "cancelled"] as const;

/** A status a task may have. */
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** The contracts of a workplan's two kinds of YAML; this package knows neither. */
export interface WorkplanValidators<F, T> {
  readonly frontmatter: Validator<F>;
  readonly task: Validator<T>;
}

/** One of the two places where a task is written. */
export interface TaskPlace {
  /** The status as written there, also an unknown one. */
  readonly status: string | undefined;
  readonly idPlace: Place;
  /** The place of the status, or of its nearest parent. */
  readonly statusPlace: Place;
}

/** A task with both of its copies joined. */
export interface WorkplanTask<T> {
  /** Name over all workplans: `LOOP-WP-0001-T01`. */
  readonly key: string;
  /** Name inside the plan: `T01`. */
  readonly id: string;
  /** From the frontmatter. */
  readonly title: string | undefined;
  /** Known, and the same in every copy there is; else absent. */
  readonly status: TaskStatus | undefined;
  /** From the fence. */
  readonly priority: string | undefined;
  readonly stateHubTaskId: string | undefined;
  readonly frontmatter: TaskPlace | undefined;
  /** `value` is there when the fence keeps its contract. */
  readonly fence: (TaskPlace & { readonly value?: T }) | undefined;
  /** There when one of its copies stands twice: it is not clear which is meant. */
  readonly duplicate?: true;
}

/** A workplan as its file has it. */
export interface Workplan<F, T> {
  readonly id: string;
  /** Present when the frontmatter keeps its contract. */
  readonly frontmatter?: F;
  /** In the order of the frontmatter, then those that stand in fences only. */
  readonly tasks: readonly WorkplanTask<T>[];
  /** True when a task may be in the file without being seen: no task may then count as removed. */
  readonly shadowed: boolean;
}

/** A read workplan. `plan` is there whenever the frontmatter parsed, `value` only without any error. */
export interface WorkplanRead<F, T> extends Read<Workplan<F, T>> {
  readonly plan?: Workplan<F, T>;
}
