export { CoulombError } from "./coulomb-error.ts";
export type { Finding, Path, Severity } from "./finding.ts";
export { compareFindings, fromPointer, hasErrors, toPointer } from "./finding.ts";
export type { ActivityDefinition } from "./generated/activity-definition.ts";
export type { ActivityCompileReport } from "./generated/activity-compile.ts";
export type { ActivityExportReport } from "./generated/activity-export.ts";
export type { ActivityLock } from "./generated/activity-lock.ts";
export type { ActivityPlanReport } from "./generated/activity-plan.ts";
export type { ActivityRunReport } from "./generated/activity-run.ts";
export type { ActivityTickReport } from "./generated/activity-tick.ts";
export type { ActivityWorkLine } from "./generated/activity-work.ts";
export type { Bundle, Upstream } from "./generated/bundle.ts";
export type { Analysis, Cadence, Phase } from "./generated/cadence.ts";
export type { CompletionReport } from "./generated/completion.ts";
export type { Coulomb } from "./generated/coulomb.ts";
export type { Decision } from "./generated/decision.ts";
export type { DemoReport } from "./generated/demo.ts";
export type { Check as DoctorCheck, DoctorReport } from "./generated/doctor.ts";
export type { ErrorReport } from "./generated/error.ts";
export type {
  Cycle as EvidenceCycle,
  Event as EvidenceEvent,
  Evidence,
  KeptRecord as EvidenceRecord,
  Repo as EvidenceRepo,
  Slot as EvidenceSlot,
} from "./generated/evidence.ts";
export type {
  Analysis as AnalysisReport,
  Cycle as CycleReport,
  EvidenceReport,
  Phase as PhaseEvidence,
  Slot as SlotReport,
} from "./generated/evidence-report.ts";
export type { FindingsReport } from "./generated/findings.ts";
export type { HubRegisterReport } from "./generated/hub-register.ts";
export type { HubTokenReport } from "./generated/hub-token.ts";
export type { HubTokensReport } from "./generated/hub-tokens.ts";
export type { ImportReport } from "./generated/import.ts";
export type { KaizenBundleReport } from "./generated/kaizen-bundle.ts";
export type {
  Agent as AgentRates,
  KaizenMetricsReport,
  Observation,
} from "./generated/kaizen-metrics.ts";
export type { KaizenRecordReport } from "./generated/kaizen-record.ts";
export type { KaizenScaffoldReport } from "./generated/kaizen-scaffold.ts";
export type { ApproveReport } from "./generated/approve.ts";
export type { ActivityProveReport } from "./generated/activity-prove.ts";
export type { InitReport } from "./generated/init.ts";
export type { PromoteShowReport } from "./generated/promote-show.ts";
export type { PromotionEvent } from "./generated/promotion-event.ts";
export type { PromoteLoop, PromoteReport } from "./generated/promote.ts";
export type {
  BacktestOutcome,
  BacktestStay,
  BacktestTotals,
  PromoteBacktestReport,
} from "./generated/promote-backtest.ts";
export type { PromoteVerifyReport } from "./generated/promote-verify.ts";
export type { PathPlan, Plan, RepoPlan } from "./generated/plan.ts";
export type { Gate as GateRecord, Promotion, Target as PromotionTarget } from "./generated/promotion.ts";
export type { PromotionSeal, Response as ResponseRecord } from "./generated/promotion-seal.ts";
export type { Request, RequestsReport } from "./generated/requests.ts";
export type { Entry as RosterEntry, Roster } from "./generated/roster.ts";
export type { RunReport } from "./generated/run.ts";
export type { Agent as ScheduleAgent, Schedule } from "./generated/schedule.ts";
export type {
  Load as LoadReport,
  Peak as PeakReport,
  ScheduleLoadReport,
} from "./generated/schedule-load.ts";
export type { Firing, ScheduleNextReport } from "./generated/schedule-next.ts";
export { scheduleOwnership } from "./generated/schedule-ownership.ts";
export type { StatusReport } from "./generated/status.ts";
export type { Path as WhyPath, WhyReport } from "./generated/why.ts";
export type { SyncReport } from "./generated/sync.ts";
export type { SyncExplainReport } from "./generated/sync-explain.ts";
export type { SyncPlanFile } from "./generated/sync-plan.ts";
export type { SyncResolveReport } from "./generated/sync-resolve.ts";
export type { Workplan } from "./generated/workplan.ts";
export type { WorkplanEditReport } from "./generated/workplan-edit.ts";
export type { WorkplanTask } from "./generated/workplan-task.ts";
export type { WorkplansReport } from "./generated/workplans.ts";
export type { Salvaged } from "./salvage.ts";
export { salvage } from "./salvage.ts";
export { didYouMean, nearest } from "./suggest.ts";
export {
  validateActivityDefinition,
  validateActivityLock,
  validateBundle,
  validateCadence,
  validateCoulomb,
  validateDecision,
  validateEvidence,
  validatePlan,
  validatePromotion,
  validatePromotionSeal,
  validateRoster,
  validateSchedule,
  validateWorkplan,
  validateWorkplanTask,
} from "./validate.ts";
export type { Validation, Validator } from "./validator.ts";
