import type { DesiredValue, Mode, Ownership } from "@coulomb-loop/cadence";
import { sameCron } from "@coulomb-loop/cadence";
import type { PathPlan, RepoPlan } from "@coulomb-loop/schemas";

/** Class of one owned path (page 03 §2). */
export type PathClass = PathPlan["class"];

/** Class of a repo: the worst of its paths, or what stops it. */
export type RepoClass = RepoPlan["class"];

/** A value in a document; `undefined` is absent, and absent is a value. */
export type Live = unknown;

/** Desired, live and base of one path. Base is `undefined` when the path was never seen in sync. */
export interface ThreeWay {
  readonly pointer: string;
  readonly ownership: Ownership;
  /** What the ops repo does here: beside `run` it decides what becomes of a path that it wants nothing of. */
  readonly mode: Mode;
  /** `undefined`: the ops repo wants nothing of this path. */
  readonly desired: DesiredValue | undefined;
  readonly live: Live;
  readonly base: Live;
}

/** The class of a path, and the row of the table that decided. `unowned` is nobody's business and never planned. */
export interface Verdict {
  readonly class: Exclude<PathClass, "overridden"> | "unowned";
  readonly row: number;
  readonly reason: string;
}

/** Classifies one path: the first row that matches. Pure; total. Source: page 03 §2. */
export function classify(path: ThreeWay): Verdict {
  return path.desired === undefined ? classifyUnwanted(path) : classifyWanted(path, path.desired);
}

function classifyWanted({ pointer, ownership, live, base }: ThreeWay, desired: DesiredValue): Verdict {
  const same = (a: unknown, b: unknown) => sameValue(pointer, a, b);
  if (ownership === "seed" && live !== undefined)
    return { class: "in_sync", row: 1, reason: "set once; the repo decides since" };
  if (same(desired, live)) return { class: "in_sync", row: 1, reason: "live is as desired" };
  if (base === undefined && live === undefined)
    return { class: "create", row: 2, reason: "the repo does not have it yet" };
  if (base === undefined)
    return {
      class: "adoption",
      row: 3,
      reason: "the repo has another value, which the loop has not taken over",
    };
  if (same(live, base)) return { class: "pending", row: 4, reason: "the ops repo changed it" };
  if (same(desired, base)) return { class: "drift", row: 5, reason: "it was changed in the repo" };
  return { class: "conflict", row: 6, reason: "the ops repo and the repo both changed it" };
}

function classifyUnwanted({ pointer, mode, live, base }: ThreeWay): Verdict {
  if (base === undefined) return { class: "unowned", row: 7, reason: "the loop never owned it" };
  if (live === undefined) return { class: "released", row: 8, reason: "the repo does not have it any more" };
  if (mode === "release")
    return { class: "released", row: 8, reason: "the loop lets it go; the repo keeps it" };
  if (mode === "prune" && sameValue(pointer, live, base))
    return { class: "leaving", row: 9, reason: "the loop leaves and takes its value along" };
  if (mode === "prune")
    return {
      class: "leaving_conflict",
      row: 10,
      reason: "the loop leaves, and the repo changed the value since",
    };
  return {
    class: "orphaned",
    row: 11,
    reason: "the ops repo stopped wanting it without saying what becomes of it",
  };
}

/** Equality by type and value; crons by the times at which they fire. */
export function sameValue(pointer: string, a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return pointer.endsWith("/cron") && typeof a === "string" && typeof b === "string" && sameCron(a, b);
}

/** From the worst to the best: the order of every listing, and what a repo shows of its paths. */
export const classOrder: readonly RepoClass[] = [
  "unknown",
  "foreign_owner",
  "unsupported",
  "moved",
  "ineligible",
  "conflict",
  "leaving_conflict",
  "adoption",
  "orphaned",
  "drift",
  "pending",
  "create",
  "leaving",
  "opted_out",
  "released",
  "in_sync",
];

/** The worst of some classes, an overridden path counting as in sync; `in_sync` when there are none. */
export function worst(classes: readonly (RepoClass | PathClass)[]): RepoClass {
  return classOrder.find((candidate) => classes.includes(candidate)) ?? "in_sync";
}

/** Exit code of a class under `--detailed-exitcode` (page 03 §2). */
export function exitCodeOf(repoClass: RepoClass): 0 | 1 | 2 | 3 | 4 {
  switch (repoClass) {
    case "in_sync":
    case "opted_out":
    case "released":
      return 0;
    case "unknown":
      return 1;
    case "pending":
    case "create":
    case "leaving":
      return 2;
    case "drift":
      return 3;
    case "foreign_owner":
    case "unsupported":
    case "moved":
    case "ineligible":
    case "conflict":
    case "leaving_conflict":
    case "adoption":
    case "orphaned":
      return 4;
  }
}

/** The code that wins when several hold: 1 error, 5 stale, 4 needs a person, 3 drift, 2 pending, 0. */
export function worstExitCode(codes: readonly number[]): number {
  return [1, 5, 4, 3, 2].find((code) => codes.includes(code)) ?? 0;
}
