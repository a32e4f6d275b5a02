import type { Finding } from "@coulomb-loop/schemas";
import type { FieldName } from "../model.ts";
import type { FileEdit, ManualConflict, SyncCounts, SyncItem } from "./types.ts";

/** A plan while it is put together. */
export interface Draft {
  readonly workstreams: SyncItem[];
  readonly decisions: SyncItem[];
  readonly creates: SyncItem[];
  readonly tasks: SyncItem[];
  readonly edits: FileEdit[];
  readonly manual: ManualConflict[];
  readonly findings: Finding[];
  readonly asked: FieldName[];
  readonly counts: { -readonly [C in keyof SyncCounts]: SyncCounts[C] };
}

/** A plan with nothing in it. */
export function emptyDraft(): Draft {
  return {
    workstreams: [],
    decisions: [],
    creates: [],
    tasks: [],
    edits: [],
    manual: [],
    findings: [],
    asked: [],
    counts: { tasks: 0, creates: 0, pushes: 0, proposed: 0, orphans: 0, conflicts: 0 },
  };
}
