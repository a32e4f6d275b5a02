import type { Finding } from "@coulomb-loop/schemas";
import type {
  ConflictRecord,
  FieldName,
  FieldRevs,
  HubView,
  LocalVersion,
  LocalView,
  TaskField,
  TaskPatch,
  TaskValues,
  WorkstreamValues,
} from "../model.ts";

/** What planning takes: both sides as observed, and the versions that a first pass asked for. */
export interface PlanInput {
  readonly local: LocalView;
  readonly hub: HubView;
  /** By `versionKey`; a field that both sides changed and that is not in it is asked for in `SyncPlan.asked`. */
  readonly versions: ReadonlyMap<string, LocalVersion>;
  /** Share of the linked tasks that may leave in one run, in percent. */
  readonly maxRemovalPercent: number;
}

/** One write to the hub, whole or not at all, on the condition of the revisions that were read. */
export type SyncItem =
  | {
      readonly do: "create";
      readonly key: string;
      /** The id that the file has already. */
      readonly id?: string;
      readonly workstream: string;
      /** Become the base too, at the revisions of the new task: both sides are equal then. */
      readonly values: TaskValues;
    }
  | {
      readonly do: "task";
      readonly id: string;
      readonly key: string;
      /** The revision of the task that was read. */
      readonly rev: number;
      /** The revision of the link that was read; `null`: there is none. */
      readonly linkRev: number | null;
      /** What is pushed; empty: nothing. */
      readonly set: TaskPatch;
      /** The base from then on, all of it. */
      readonly base: TaskValues;
      /** The field revisions that go with the base; of a field in `set` the one that this write makes, `rev` + 1. */
      readonly baseRevs: FieldRevs;
      readonly orphaned: boolean;
      readonly conflicts: readonly ConflictRecord[];
    }
  | {
      readonly do: "workstream";
      readonly key: string;
      readonly id?: string;
      /** `null`: there is none. */
      readonly rev: number | null;
      readonly values: WorkstreamValues;
    }
  | {
      readonly do: "decision";
      readonly key: string;
      readonly rev: number | null;
      readonly values: Readonly<Record<string, unknown>>;
    };

/** One change of a workplan that waits for a merge. */
export type FileEdit = {
  readonly file: string;
  /** The blob in which the planner saw what it wants changed. */
  readonly blob: string;
} /** A value of the hub; `rev` is the hub's revision of that field, for the trailer that names it. */ & (
  | {
      readonly do: "value";
      readonly key: string;
      readonly field: TaskField;
      readonly value: string | null;
      readonly rev: number;
      /** Who changed it in the hub, where that is known; for people. */
      readonly by?: string;
    }
  /** Both copies of a status are to be `value`, as one of them is already. */
  | { readonly do: "repair"; readonly key: string; readonly value: string }
  /** The id of the hub's task; `null` while the hub has yet to give it. */
  | { readonly do: "task_id"; readonly key: string; readonly id: string | null }
  | { readonly do: "workstream_id"; readonly key: string; readonly id: string | null }
);

/** A conflict that nobody but a person may decide; both values stay. */
export interface ManualConflict {
  readonly record: ConflictRecord;
  readonly isNew: boolean;
}

/** Which row of page 05 B2 decided about a field. */
export type FieldRow =
  | "equal"
  | "push"
  | "propose"
  | "copied"
  | "local_lost"
  | "remote_lost"
  | "conflict"
  | "manual";

/** What a sync would do; a function of its input, with no clock and no chance in it. */
export interface SyncPlan {
  /** In the order in which they are sent: workstreams, decisions, new tasks, tasks; each by key. */
  readonly items: readonly SyncItem[];
  /** By file, then key. */
  readonly edits: readonly FileEdit[];
  readonly manual: readonly ManualConflict[];
  /**
   * What stops single tasks, workstreams and decisions: `link_mismatch`, `task_duplicate`, `duplicate_id`,
   * `status_disagrees`, `workstream_deleted`, `decision_immutable`.
   */
  readonly findings: readonly Finding[];
  /** Fields whose versions are needed before the plan is whole; then it is made again with them. */
  readonly asked: readonly FieldName[];
  readonly counts: SyncCounts;
  /** Why it is too sweeping to be applied unasked; absent when it is not. */
  readonly guard?: string;
}

/** How many of each a plan has. */
export interface SyncCounts {
  readonly tasks: number;
  readonly creates: number;
  readonly pushes: number;
  readonly proposed: number;
  readonly orphans: number;
  readonly conflicts: number;
}

/** Names a field in `PlanInput.versions`. */
export function versionKey({ key, field }: FieldName): string {
  return `${key}.${field}`;
}
