export { coulombHub } from "./hub/coulomb-hub.ts";
export { createHubSide, type HubSideOptions } from "./hub/hub-side.ts";
export type { HubChange, HubMapping, HubOperation, Wire } from "./hub/mapping.ts";
export { checkMapping, wireOf } from "./hub/mapping.ts";
export type { Replica, ReplicaCache, ReplicaKind } from "./hub/replica-cache.ts";
export { emptyResources, replicaKinds } from "./hub/replica-cache.ts";
export type { Fetch, HubRequest, HubResponse, Transport, TransportOptions } from "./hub/transport.ts";
export { codeOf, createTransport, detailOf } from "./hub/transport.ts";
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
