export type { FileKind, LocalValidators, ParsedFile, ParsedFiles, ParsedPlan } from "./local/parse-file.ts";
export { createWorkplanSide, type WorkplanSideOptions } from "./local/workplan-side.ts";
export type {
  ConflictRecord,
  FieldName,
  HubDecision,
  HubLink,
  HubTask,
  HubView,
  HubWorkstream,
  LocalDecision,
  LocalPlan,
  LocalTask,
  LocalVersion,
  LocalView,
  Loser,
  TaskField,
  TaskPatch,
  TaskValues,
  WorkstreamValues,
} from "./model.ts";
export { taskFields, versionText } from "./model.ts";
export type {
  FieldRow,
  FileEdit,
  ManualConflict,
  PlanInput,
  SyncCounts,
  SyncItem,
  SyncPlan,
} from "./plan/types.ts";
export { versionKey } from "./plan/types.ts";
export type { HubSide, ItemOutcome, Lease, Proposed, WorkplanSide } from "./run/ports.ts";
export type { SyncOptions, SyncRun } from "./run/types.ts";
