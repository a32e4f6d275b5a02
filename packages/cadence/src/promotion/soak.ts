import type { Analysis, Cadence, Evidence } from "@coulomb-loop/schemas";
import { timingOf } from "../activities.ts";
import { cyclesOf, judgeCycles, type RepoCycle } from "../evidence/judge-cycles.ts";
import type { OpsDocuments } from "../ops-documents.ts";
import { loopName } from "../ops-documents.ts";

/** A decided cycle of one repo. */
export interface DecidedCycle {
  readonly id: string;
  readonly cycle: RepoCycle;
}

/** The cycles of a phase, by repo. */
export interface SoakView {
  /** Cycles that are decided and count from the first in sync on, ascending. */
  readonly decided: readonly DecidedCycle[];
  /** Successes since the last failure or inconclusive cycle. */
  readonly successes: number;
}

/**
 * What each repo of a phase has shown since it came there: its cycles, judged by the phase's first exit criterion, or as closed in
 * time where it has none. Cycles in which its own schedule is not yet as desired do not count (page 07 P13, P17).
 */
export function soakOf(documents: OpsDocuments, evidence: Evidence): ReadonlyMap<string, SoakView> {
  const analysis = soakAnalysis(documents, evidence);
  const cycles = judgeCycles(cyclesOf(evidence), analysis, Date.parse(evidence.as_of));
  return new Map(
    evidence.repos.map(({ repo }) => {
      const decided: DecidedCycle[] = [];
      for (const { id, repos } of cycles) {
        const cycle = repos.get(repo);
        if (cycle !== undefined && isShown(cycle, decided.length > 0)) decided.push({ id, cycle });
      }
      const last = decided.findLastIndex(({ cycle }) => cycle.result !== "success");
      return [repo, { decided, successes: decided.length - last - 1 }];
    }),
  );
}

/**
 * Whether a cycle shows something of its repo in the phase: it is decided, and counts. Until a pilot merges its new schedule, its
 * cycles say nothing of it; once one before it `hasBegun` to count, to be out of sync again does.
 */
export function isShown({ result, leftOut, worst }: RepoCycle, hasBegun: boolean): boolean {
  if (result === "pending" || leftOut !== undefined) return false;
  return hasBegun || worst.verdict.reason !== "not_in_sync";
}

/** The criterion by which a phase's soak is judged. */
export function soakAnalysis(
  documents: OpsDocuments,
  { loop, phase }: Pick<Evidence, "loop" | "phase">,
): Analysis {
  const cadence = documents.loops.find((each) => loopName(each) === loop)?.cadence?.value;
  const key = phaseOf(cadence, phase)?.exit?.[0];
  return cadence?.analyses?.find((each) => each.key === key) ?? closedInTime(documents, loop, phase);
}

function phaseOf(cadence: Cadence | undefined, name: string) {
  return cadence?.phases.find((each) => each.name === name);
}

/** What a phase without an exit asks: that each slot is closed in the time that its definition gives. */
function closedInTime(documents: OpsDocuments, loop: string, phase: string): Analysis {
  const deadlines = documents.definitions
    .filter(({ value }) => value.loop === loop && value.phase === phase)
    .map(({ value }) => timingOf(value).closeDeadline ?? 0);
  return {
    key: "closed-in-time",
    unit: "cycle",
    scope: "per_repo",
    availability: "all",
    consecutive_success_limit: 1,
    on_missing: "hold",
    close_deadline: `PT${Math.round(Math.max(0, ...deadlines) / 1000)}S`,
  };
}
