export { publicKeyOf } from "./checks/check-coulomb.ts";
export type { Activity, ActivityChoice, Clock, Timing } from "./activities.ts";
export { declaredActivities, phaseClock, timingOf } from "./activities.ts";
export { type CadenceMismatch, cadenceMismatches } from "./cadence-mismatch.ts";
export { checkLooseValues } from "./checks/check-loose-values.ts";
export { checkOpsDocuments } from "./checks/check-ops-documents.ts";
export { checkSchedule } from "./checks/check-schedule.ts";
export { gateFindings } from "./checks/gate-findings.ts";
export { optedOut, valueAt } from "./consent.ts";
export type { Cron, CronProblem } from "./cron.ts";
export { canonicalCron, isCronProblem, parseCron, sameCron } from "./cron.ts";
export type { ComingCycle } from "./cycles.ts";
export { comingCycles, cycleId, cycleStarts, latestStart } from "./cycles.ts";
export { criteriaDigest, definitionDigest, scheduleDigest } from "./digests.ts";
export { describeCron } from "./describe-cron.ts";
export type {
  DesiredPath,
  DesiredRepo,
  DesiredSource,
  DesiredValue,
  FreedPath,
  Mode,
  RemovedAgent,
} from "./desired.ts";
export {
  defaultSchedulePath,
  entryIdentity,
  entryPhase,
  movedIdentity,
  resolveDesired,
  resolveFleet,
} from "./desired.ts";
export { parseDuration } from "./duration.ts";
export { type CycleResult, cycleResults } from "./evidence/cycle-result.ts";
export { cutEvidence, evidenceDigest } from "./evidence/cut.ts";
export type { AnalysisReason, AnalysisResult, StreakResult } from "./evidence/evaluate.ts";
export { evaluate, lowerBound } from "./evidence/evaluate.ts";
export type { Forecast } from "./evidence/forecast.ts";
export { forecast } from "./evidence/forecast.ts";
export type { GatherInput, LedgerFacts } from "./evidence/gather.ts";
export { gatherEvidence } from "./evidence/gather.ts";
export type { JudgedCycle, JudgedSlot, RepoCycle } from "./evidence/judge-cycles.ts";
export { clockSlack, digestsOfSlot, recordsInTime, uncorrected } from "./evidence/slot-facts.ts";
export type { Streak, StreakBreak } from "./evidence/streak.ts";
export type { EvidenceClass, Result, Verdict, VerdictReason } from "./evidence/verdict.ts";
export { compareResults, worstOf } from "./evidence/verdict.ts";
export { windowCycles, windowEnd, windowStart } from "./evidence/window.ts";
export { countFirings } from "./firings.ts";
export { inPhases } from "./in-phases.ts";
export { instantText, parseInstant } from "./instant.ts";
export type { Load, Peak } from "./load.ts";
export { loadOf } from "./load.ts";
export type { LoneAgent } from "./lone-agents.ts";
export { loneAgents } from "./lone-agents.ts";
export { nextSlots } from "./next-slots.ts";
export type { DstPolicy } from "./occurrences.ts";
export { defaultDst, nextOccurrences, occurrences, previousOccurrence } from "./occurrences.ts";
export type { LoopDocuments, OpsDocuments, Placed, PlacedDefinition } from "./ops-documents.ts";
export { loopName } from "./ops-documents.ts";
export type { ComparedFirings } from "./override-limits.ts";
export { compareCrons, compareFirings, longestOverride, pinnedValueFlaws } from "./override-limits.ts";
export type { OverrideView } from "./overrides.ts";
export type { Ownership, OwnershipRule } from "./ownership.ts";
export { matchesPattern, ownershipOf, ownershipRules } from "./ownership.ts";
export type { Slot, SlotName } from "./slots.ts";
export { expectedSlots, jitterOf, parseSlotKey, slotKey } from "./slots.ts";
export type { WindowState } from "./windows.ts";
export { windowState } from "./windows.ts";
export type {
  ApprovalBinding,
  ApprovalParts,
  ApprovalState,
  CountedResponse,
  PromotionResponse,
} from "./promotion/approval.ts";
export { countApprovals } from "./promotion/approval.ts";
export { knownEvidence } from "./promotion/evidence-flaw.ts";
export type { Attempt, Candidate, LeftOut, LoopFacts, PhaseEvidence } from "./promotion/attempt.ts";
export { candidatesOf, policyOfLoop } from "./promotion/attempt.ts";
export type {
  OpenPromotion,
  PromotionAction,
  PromotionDecision,
  PromotionFacts,
} from "./promotion/decide.ts";
export { decidePromotion } from "./promotion/decide.ts";
export type {
  BacktestInput,
  BacktestResult,
  BacktestTotals,
  ReplayedStay,
  ShortHistory,
} from "./promotion/backtest/backtest.ts";
export { backtest } from "./promotion/backtest/backtest.ts";
export type { CyclesAfter, LastBreak, RealEnd, StayOutcome } from "./promotion/backtest/outcome.ts";
export { policyHistory, withPolicy } from "./promotion/backtest/policy-history.ts";
export { type Stay, staysOf } from "./promotion/backtest/stays.ts";
export type { PolicyHistory } from "./promotion/backtest/walk.ts";
export { evidenceFrom } from "./promotion/evidence-from.ts";
export type { Gate } from "./promotion/gate.ts";
export { leadingGate, shortName } from "./promotion/gate.ts";
export type { GateFacts, RepoSync, Soundness } from "./promotion/gates.ts";
export { aggregate, demotionGatesOf, gatesOf } from "./promotion/gates.ts";
export type { PromotionChain, RepoHistory } from "./promotion/records.ts";
export {
  chainOf,
  chainOfLoop,
  historyOf,
  nextLink,
  policyDigest,
  recordDigest,
} from "./promotion/records.ts";
export type { DemotionOrder, Rollback } from "./promotion/rollback.ts";
export { demotionOf, rollbackOf } from "./promotion/rollback.ts";
export { recordedGatesFlaw, recordedTimeFlaw } from "./promotion/recorded-gates.ts";
export { soakAnalysis, soakOf, type SoakView } from "./promotion/soak.ts";
export { isZone, offsetAt, stretches, zoneHint } from "./zone.ts";
