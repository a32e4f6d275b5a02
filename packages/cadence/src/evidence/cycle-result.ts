import type { Evidence } from "@coulomb-loop/schemas";
import { cutEvidence } from "./cut.ts";
import { type AnalysisResult, evaluate } from "./evaluate.ts";
import type { Result } from "./verdict.ts";

/** What one cycle comes to for one analysis: for the fleet, or for the repos that count. */
export interface CycleResult {
  /** `undefined`: it counts for no streak. */
  readonly result: Result | undefined;
  /** Why it counts for none, in words. */
  readonly leftOut: string | undefined;
}

/**
 * What each cycle of a result comes to, by the cycle's id: judged by itself, as `evaluate` judges it among the others. `evidence`
 * is what the result was found from. Pure.
 */
export function cycleResults(
  evidence: Evidence,
  { analysis, cycles }: Pick<AnalysisResult, "analysis" | "cycles">,
): ReadonlyMap<string, CycleResult> {
  const only = new Set([analysis.key]);
  return new Map(
    cycles.map(({ id }): [string, CycleResult] => {
      const [found] = evaluate(cutEvidence(evidence, new Set([id]), only));
      const { newest, brokenBy } = found?.streak ?? {};
      if (newest !== undefined) return [id, { result: newest.result, leftOut: undefined }];
      const leftOut = brokenBy?.kind === "left_out" ? brokenBy.message : undefined;
      return [id, { result: leftOut === undefined ? "pending" : undefined, leftOut }];
    }),
  );
}
