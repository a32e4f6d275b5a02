export { changeLine, subject } from "./change-words.ts";
export type { PathClass, RepoClass, ThreeWay, Verdict } from "./classify.ts";
export { classify, classOrder, exitCodeOf, worstExitCode } from "./classify.ts";
export type { Condition, Health, Transitions } from "./conditions.ts";
export { conditionsOf, driftStart, healthOf, healthOrder, rollup, worstHealth } from "./conditions.ts";
export type { ForgeCost } from "./cost.ts";
export type { ImportInputs, PlannedImport } from "./import-repo.ts";
export { planImport } from "./import-repo.ts";
export type { ImportRefusal, ImportTarget, ImportWish } from "./import-target.ts";
export { importTarget } from "./import-target.ts";
export { createIntern } from "./intern.ts";
export type { Holder } from "./lease.ts";
export type { Forges } from "./observe.ts";
export { memoryCache, observeFleet } from "./observe.ts";
export type { OpsFile, OpsFileKind, OpsFiles, OpsRepo } from "./ops-repo.ts";
export { opsPaths, readOpsRepo } from "./ops-repo.ts";
export { orderKey } from "./order-key.ts";
export { endingOverrides, noOverride, notesOf } from "./override-words.ts";
export type { PlanInputs, PlannedFleet } from "./plan-fleet.ts";
export { planDigest, planFleet } from "./plan-fleet.ts";
export { planRepo } from "./plan-repo.ts";
export type { RepoResult } from "./prepare.ts";
export { proposalText } from "./proposal-text.ts";
export { holdLoop } from "./promotion/hold-loop.ts";
export type {
  Bringing,
  JudgedLoop,
  LoopGround,
  PolicyBefore,
  PromotedLoop,
  PromotionOrders,
  PromotionPorts,
} from "./promotion/judge-loop.ts";
export { judgeLoop, leadingReason, promotionKeys, wholeOf } from "./promotion/judge-loop.ts";
export { promoteLoop } from "./promotion/promote-loop.ts";
export type { BaseFiles } from "./promotion/promotion-content.ts";
export { recordPath } from "./promotion/promotion-content.ts";
export { readEvents } from "./promotion/read-events.ts";
export type { FoundPromotion, OpsPlace } from "./promotion/read-promotion.ts";
export type { CheckSignature } from "./promotion/read-responses.ts";
export { judgeHeld } from "./promotion/seal-loop.ts";
export type { HoldOrder } from "./promotion/settle-hold.ts";
export type { WriteContext } from "./promotion/settle-record.ts";
export type { MergeFacts, RecordChange, VerifyFacts } from "./promotion/verify-facts.ts";
export { type VerifiedLoop, type VerifiedRecord, verifyLoop } from "./promotion/verify-loop.ts";
export { readPlan } from "./read-plan.ts";
export type { Orders, Prospect, RunContext, RunHooks, RunResult } from "./reconcile.ts";
export { staysDeclined } from "./declined-plan.ts";
export { asStopped, costOf, foresee, prospect, reconcile, runExitCode } from "./reconcile.ts";
export { changeKeys } from "./reviewed.ts";
export type { ReadingMemo } from "./schedule-file.ts";
export { scheduleKey } from "./schedule-key.ts";
export type { SettledMemo } from "./settled.ts";
export type { BaseRecord, State } from "./state.ts";
export { readState, stateBranch } from "./state.ts";
