export { CoulombError } from "./coulomb-error.ts";
export type { Finding, Path, Severity } from "./finding.ts";
export { compareFindings, fromPointer, hasErrors, toPointer } from "./finding.ts";
export type { ActivityDefinition } from "./generated/activity-definition.ts";
export type { Analysis, Cadence, Phase } from "./generated/cadence.ts";
export type { Coulomb } from "./generated/coulomb.ts";
export type { Decision } from "./generated/decision.ts";
export type { PathPlan, Plan, RepoPlan } from "./generated/plan.ts";
export type { Entry as RosterEntry, Roster } from "./generated/roster.ts";
export type { Agent as ScheduleAgent, Schedule } from "./generated/schedule.ts";
export type { Workplan } from "./generated/workplan.ts";
export type { WorkplanTask } from "./generated/workplan-task.ts";
export { didYouMean, nearest } from "./suggest.ts";
export {
  validateActivityDefinition,
  validateCadence,
  validateCoulomb,
  validateDecision,
  validatePlan,
  validateRoster,
  validateSchedule,
  validateWorkplan,
  validateWorkplanTask,
} from "./validate.ts";
export type { Validation, Validator } from "./validator.ts";
