export type { HubResult } from "./hub/answers.ts";
export {
  createHubClient,
  type HubClient,
  type HubCondition,
  type HubKind,
  type HubResources,
} from "./hub/client.ts";
export { coulombHub } from "./hub/coulomb-hub.ts";
export {
  createHubSide,
  type HubDesk,
  type HubGlance,
  type HubPoint,
  type HubSetter,
  type HubSideOptions,
  type HubVerdict,
} from "./hub/hub-side.ts";
export {
  createLedgerClient,
  type LedgerClient,
  type LedgerFilters,
  type SlotExpectation,
} from "./hub/ledger-client.ts";
export type { HubChange, HubMapping, HubOperation, Wire } from "./hub/mapping.ts";
export { checkMapping, wireOf } from "./hub/mapping.ts";
export type { Replica, ReplicaCache, ReplicaKind } from "./hub/replica-cache.ts";
export { emptyResources, replicaKinds } from "./hub/replica-cache.ts";
export type { Fetch, HubRequest, HubResponse, Transport, TransportOptions } from "./hub/transport.ts";
export { codeOf, createTransport, detailOf } from "./hub/transport.ts";
export type { FileKind, LocalValidators, ParsedFile, ParsedFiles, ParsedPlan } from "./local/parse-file.ts";
export {
  createWorkplanSide,
  syncProposalKey,
  type WorkplanGlance,
  type WorkplanSideOptions,
} from "./local/workplan-side.ts";
export type {
  ConflictRecord,
  FieldName,
  FieldRevs,
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
export type { DecideField, FieldDecision, FieldFacts } from "./plan/decide-field.ts";
export { decideField } from "./plan/decide-field.ts";
export { planDigestOf } from "./plan/digest.ts";
export type { Explained, ExplainedField, ExplainedTask } from "./plan/explain-task.ts";
export { explainTask } from "./plan/explain-task.ts";
export { planSync } from "./plan/plan-sync.ts";
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
export { checkSync } from "./run/check-sync.ts";
export type { SyncExitCode } from "./run/exit-code.ts";
export { exitCodeOf } from "./run/exit-code.ts";
export type { Planner, Seen } from "./run/look.ts";
export type { HubSide, ItemOutcome, Lease, Proposed, WorkplanSide } from "./run/ports.ts";
export { runSync } from "./run/run-sync.ts";
export type { SyncOptions, SyncRun } from "./run/types.ts";
