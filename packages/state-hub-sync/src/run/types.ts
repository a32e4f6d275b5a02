import type { Finding } from "@coulomb-loop/schemas";
import type { SyncPlan } from "../plan/types.ts";
import type { Proposed } from "./ports.ts";

/** How a run of the sync ended. */
export interface SyncRun {
  /** The plan that was carried out, as it was before any write. */
  readonly plan: SyncPlan;
  readonly planDigest: string;
  /**
   * `in_sync`: nothing was due. `written`: all that was due is done. `refused`: the guard, and nothing was written.
   * `stale_plan`: a saved plan is not what would be done now. `busy`: another run has the lease. `unsettled`: both sides
   * kept changing, or the forge puts writes off. `people`: something waits for a person. `planned`: a dry run found
   * something due.
   */
  readonly outcome:
    | "in_sync"
    | "planned"
    | "written"
    | "refused"
    | "stale_plan"
    | "busy"
    | "unsettled"
    | "people";
  readonly message: string;
  readonly findings: readonly Finding[];
  readonly hubWrites: number;
  readonly proposal?: Proposed;
  /** Times that both sides were observed. */
  readonly rounds: number;
}

/** What a run may be told. */
export interface SyncOptions {
  /** Digest of the saved plan that is to be applied, and no other; the guard was answered by it. */
  readonly planDigest?: string;
  /** Plans, and writes nothing. */
  readonly dryRun?: boolean;
  readonly maxRemovalPercent: number;
  /** Told of each step, for people. */
  readonly onStep?: (step: string) => void;
}
