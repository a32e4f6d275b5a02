import type { Place } from "@coulomb-loop/documents";
import type { Finding } from "@coulomb-loop/schemas";

/** Fields of a task that file and hub both hold; everything else is of one side. */
export const taskFields = ["status", "title", "priority"] as const;
export type TaskField = (typeof taskFields)[number];

/** Values of a task. A field that is not there is absent, on the file's side as on the hub's. */
export type TaskValues = { readonly [F in TaskField]?: string };

/** New values of a task; `null` takes a field away. */
export type TaskPatch = { readonly [F in TaskField]?: string | null };

/** The revision of the hub's task at which each field got its value; none: the hub never had one. */
export type FieldRevs = { readonly [F in TaskField]?: number };

/** Names one field of one task: `LOOP-WP-0001-T07` and `status`. */
export interface FieldName {
  readonly key: string;
  readonly field: TaskField;
}

/** One task as the files of the default branch have it. */
export interface LocalTask {
  /** Name over all workplans: `LOOP-WP-0001-T07`. */
  readonly key: string;
  /** Id of the hub's task, where the file has one. */
  readonly hubId?: string;
  readonly title?: string;
  readonly priority?: string;
  /** The status as each copy has it: both known words, equal or not. */
  readonly status: { readonly frontmatter: string; readonly fence: string };
  /** Where people find it; from 1. */
  readonly line: number;
}

/** A workplan of the default branch that could be read. */
export interface LocalPlan {
  readonly file: string;
  readonly blob: string;
  /** `LOOP-WP-0001`. */
  readonly key: string;
  /** Id of the hub's workstream, where the file has one. */
  readonly hubId?: string;
  /** What the workstream of the hub is to be; goes one way. */
  readonly workstream: WorkstreamValues;
  readonly tasks: readonly LocalTask[];
  /** Keys of tasks that stand in the file with a flaw: they are skipped, and are not gone. */
  readonly flawed: readonly string[];
  /** True when a task may be in the file without being seen: no task of it counts as gone. */
  readonly shadowed: boolean;
}

/** A workstream, as the frontmatter of its workplan says. */
export interface WorkstreamValues {
  readonly title: string;
  readonly status: string;
  readonly domain?: string;
  readonly topic?: string;
  readonly owner?: string;
  readonly supplier?: string;
  readonly created?: string;
  readonly updated?: string;
  /** Keys of workstreams that come first. */
  readonly depends_on?: readonly string[];
}

/** A decision of a loop, as its file has it; goes one way, by key. */
export interface LocalDecision {
  readonly file: string;
  /** `<repo key>/<loop>/DEC-001`. */
  readonly key: string;
  /** All fields of the file but its version, as JSON. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Where people find its fields; lines and columns from 1. */
  readonly places: Readonly<Record<string, Place>>;
}

/** Side L: the head commit of the default branch, never a working tree and never a proposal. */
export interface LocalView {
  readonly head: string;
  readonly plans: readonly LocalPlan[];
  readonly decisions: readonly LocalDecision[];
  /** Files that could not be read: whatever is not seen may be in them. */
  readonly unreadable: readonly string[];
  /** Everything the readers found, for people. */
  readonly findings: readonly Finding[];
}

/**
 * Version of a value on the file's side: the first-parent commit that last changed it, or the hub's revision that this
 * commit copied from the hub (a merged proposal of ours, confirmed by the hub's history).
 */
export type LocalVersion =
  | { readonly kind: "commit"; readonly commit: string }
  | { readonly kind: "copied"; readonly rev: number };

/** A task of the hub. A deleted one is its tombstone, with the values it had. */
export interface HubTask {
  readonly id: string;
  readonly key: string;
  /** Key of its repo: `<forge>/<owner>/<repo>`. */
  readonly repo: string;
  /** Key of its workstream. */
  readonly workstream: string;
  readonly rev: number;
  readonly values: TaskValues;
  /** The revision that last changed each field, also of one that is absent by now. */
  readonly fieldRevs: FieldRevs;
  readonly deleted: boolean;
}

/** A workstream of the hub. */
export interface HubWorkstream {
  readonly id: string;
  readonly key: string;
  readonly repo: string;
  readonly rev: number;
  readonly values: WorkstreamValues;
  readonly deleted: boolean;
}

/** A decision of the hub. */
export interface HubDecision {
  readonly key: string;
  readonly rev: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What a replica and the hub last agreed on about one task (B): the values observed equal on both sides. */
export interface HubLink {
  readonly taskId: string;
  /** Key that the task has in the files. */
  readonly taskKey: string;
  readonly rev: number;
  readonly base: TaskValues;
  /**
   * The field revisions under which the hub held the base. A field with another one was changed since, also when it is
   * back at the base's value: whoever set it back had seen what was between.
   */
  readonly baseRevs: FieldRevs;
  /** The task is gone from the files; the hub's stays. */
  readonly orphaned: boolean;
}

/** Which side of a conflict lost; `null`: a person has to say. */
export type Loser = "local" | "remote" | null;

/** A value that both sides changed, recorded once for each pair of versions. */
export interface ConflictRecord {
  /** Id on the hub; absent while it is not recorded there. */
  readonly id?: string;
  readonly taskId: string;
  readonly taskKey: string;
  readonly field: TaskField;
  readonly local: { readonly value: string | null; readonly version: string };
  readonly remote: { readonly value: string | null; readonly version: string };
  readonly base: string | null;
  readonly loser: Loser;
}

/** Side R: what the hub holds of this repo. */
export interface HubView {
  /** Sequence of the feed up to which this is what the hub holds. */
  readonly seq: number;
  /** Key of the repo. */
  readonly repo: string;
  /** By id; tombstones too. Tasks of other repos are in it only where a file of ours names their id or key. */
  readonly tasks: ReadonlyMap<string, HubTask>;
  /** By id; tombstones too. */
  readonly workstreams: ReadonlyMap<string, HubWorkstream>;
  /** By key. */
  readonly decisions: ReadonlyMap<string, HubDecision>;
  /** By the task's id. */
  readonly links: ReadonlyMap<string, HubLink>;
  readonly conflicts: readonly ConflictRecord[];
}

/** A version as conflicts record it: `commit:<oid>` and `rev:<n>`. */
export function versionText(version: LocalVersion): string {
  return version.kind === "commit" ? `commit:${version.commit}` : `rev:${version.rev}`;
}
