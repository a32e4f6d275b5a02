export type { AlarmClock } from "./alarm-clock.ts";
export { githubActionsWorkflow, tickInterval } from "./alarm-clock.ts";
export type { ApplyContext, SlotOutcome } from "./apply-slots.ts";
export type { Compilation, CompiledDefinition } from "./compile.ts";
export { compileDefinitions } from "./compile.ts";
export type { SlotDecision } from "./decide-slot.ts";
export type { Discovery, DiscoverParams, ExcludedRepo, ExclusionReason, ScheduledRun } from "./discover.ts";
export { discoverKaizenScheduledRepos } from "./discover.ts";
export { appendEntries, type CycleLog, type LogEntry, logEntries, loggedCycles } from "./evidence-log.ts";
export { kubernetesCronJob, type KubernetesPlace } from "./kubernetes-cron-job.ts";
export type { LiveSchedule, LiveSchedules } from "./live-schedules.ts";
export { readSchedules } from "./live-schedules.ts";
export { formatLock, lockFileName, parseLock } from "./lock.ts";
export type { PlannedSlot, PlannedTask, TickPlan } from "./plan-tick.ts";
export type { PrepareCommand } from "./prepare-command.ts";
export type { Preparation, Preparer, PrepareRequest } from "./prepare-slots.ts";
export { prepareSlots } from "./prepare-slots.ts";
export { loggedRecords, recordEntries, type RecordWindow } from "./promotion-log.ts";
export { inProcessQueue } from "./queue/in-process-queue.ts";
export { openPgBossQueue, type PgBossOptions } from "./queue/pg-boss-queue.ts";
export type { Job, Queue, Worker } from "./queue/queue.ts";
export {
  type PhaseRead,
  readEvidence,
  type ReadEvidenceInput,
  readLedger,
  type ReadLedgerInput,
  readPhase,
} from "./read-evidence.ts";
export { type ManualTask, type ManualWish, runActivity } from "./run-activity.ts";
export type { Decided, ForeseeContext, TickContext, TickResult } from "./tick.ts";
export { foreseeTick, tick } from "./tick.ts";
export type { WorkOptions } from "./work.ts";
export { work } from "./work.ts";
