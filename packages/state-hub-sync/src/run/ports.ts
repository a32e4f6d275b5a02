import type { Finding } from "@coulomb-loop/schemas";
import type {
  FieldName,
  HubDecision,
  HubTask,
  HubLink,
  HubView,
  HubWorkstream,
  LocalVersion,
  LocalView,
} from "../model.ts";
import type { FileEdit, SyncItem } from "../plan/types.ts";

/** The files' side of a run. */
export interface WorkplanSide {
  /**
   * Reads the default branch's head, and remembers the proposal as it is then. Never a head from before the call: the hub
   * was observed first, and files that are older than its base would look changed. Throws CoulombError `sync_repo_unread`
   * when the repo, a folder or a file could not be had: nothing may be planned from a part.
   */
  observe(): Promise<LocalView>;
  /**
   * When each field last got the value it has under the head of the last `observe`. `isCopied` says whether the hub's
   * history confirms a revision that a commit claims to have copied. What cannot be told is the head commit.
   */
  versions(
    asked: readonly FieldName[],
    isCopied: (name: FieldName, rev: number) => Promise<boolean>,
  ): Promise<ReadonlyMap<string, LocalVersion>>;
  /**
   * Keeps the one proposal at exactly these edits (every id in them is known), against the head of the last `observe`; none: nothing to propose.
   * Its branch advances only from the head it had then.
   */
  propose(edits: readonly FileEdit[]): Promise<Proposed>;
  /** What people said of the proposal that `propose` would keep: `declined`, `edited`, or `undefined`. Writes nothing. */
  judge(edits: readonly FileEdit[]): Promise<Proposed | undefined>;
}

/** What became of the proposal. */
export interface Proposed {
  /**
   * `none`: nothing to propose. `open`: as it is to be. `declined`, `edited`: people said otherwise. `stale`: a side
   * moved meanwhile, observe anew. `waiting`: the forge puts writes off.
   */
  readonly kind: "none" | "open" | "declined" | "edited" | "stale" | "waiting";
  readonly message: string;
  /** Writes that were made to the forge. */
  readonly writes: number;
  readonly number?: number;
  readonly url?: string;
  /** Edits that a file refused, with its reasons: the others are in the proposal. */
  readonly findings: readonly Finding[];
}

/** The hub's side of a run. */
export interface HubSide {
  observe(): Promise<HubView>;
  /** Whether the hub's history has this value for a field at a revision. */
  hadValue(taskId: string, name: FieldName, rev: number, value: string | null): Promise<boolean>;
  /** Asks for the sole right to write for this repo. */
  lease(): Promise<Lease | { readonly kind: "held"; readonly by: string; readonly until: string }>;
  /** Carries out items in their order; outcomes in the same order. Any number: they go in batches. */
  sync(lease: Lease, items: readonly SyncItem[]): Promise<readonly ItemOutcome[] | "lease_lost">;
  release(lease: Lease): Promise<void>;
}

/** The right to write until somebody newer has it. */
export interface Lease {
  readonly kind: "ours";
  /** Goes with every write; the hub refuses one that is older than the newest. */
  readonly fence: number;
  /** The feed's sequence when it was given: beyond that of the view, the view is old. */
  readonly seq: number;
}

/** What became of an item; the hub's side as it is then, for the next planning. */
export type ItemOutcome =
  | {
      readonly kind: "done";
      readonly task?: HubTask;
      readonly link?: HubLink;
      readonly workstream?: HubWorkstream;
      readonly decision?: HubDecision;
    }
  /** Its condition does not hold any more: nothing of it was written. */
  | { readonly kind: "stale" }
  | { readonly kind: "refused"; readonly code: string; readonly message: string; readonly hint?: string };
