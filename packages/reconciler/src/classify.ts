import type { DesiredValue, Ownership } from "@coulomb-loop/cadence";
import { sameCron } from "@coulomb-loop/cadence";
import type { PathPlan, RepoPlan } from "@coulomb-loop/schemas";

/** Class of one owned path (page 03 §2, rows 1–6: the ops repo wants a value). */
export type PathClass = PathPlan["class"];

/** Class of a repo: the worst of its paths, or what stops it. */
export type RepoClass = RepoPlan["class"];

/** A value in a document; `undefined` is absent, and absent is a value. */
export type Live = unknown;

/** Desired, live and base of one path. Base is `undefined` when the path was never seen in sync. */
export interface ThreeWay {
  readonly pointer: string;
  readonly ownership: Ownership;
  readonly desired: DesiredValue;
  readonly live: Live;
  readonly base: Live;
}

/** The class of a path, and the row of the table that decided. */
export interface Verdict {
  readonly class: PathClass;
  readonly row: number;
  readonly reason: string;
}

/** Classifies one path: the first row that matches. Pure; total. Source: page 03 §2. */
export function classify({ pointer, ownership, desired, live, base }: ThreeWay): Verdict {
  const same = (a: unknown, b: unknown) => sameValue(pointer, a, b);
  if (ownership === "seed" && live !== undefined)
    return { class: "in_sync", row: 1, reason: "set once; the repo decides since" };
  if (same(desired, live)) return { class: "in_sync", row: 1, reason: "live is as desired" };
  if (base === undefined && live === undefined)
    return { class: "create", row: 2, reason: "the repo does not have it yet" };
  if (base === undefined)
    return { class: "adoption", row: 3, reason: "the repo had its own value before the loop came" };
  if (same(live, base)) return { class: "pending", row: 4, reason: "the ops repo changed it" };
  if (same(desired, base)) return { class: "drift", row: 5, reason: "it was changed in the repo" };
  return { class: "conflict", row: 6, reason: "the ops repo and the repo both changed it" };
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
  "ineligible",
  "conflict",
  "adoption",
  "drift",
  "pending",
  "create",
  "opted_out",
  "in_sync",
];

/** The worst of some classes; `in_sync` when there are none. */
export function worst(classes: readonly RepoClass[]): RepoClass {
  return classOrder.find((candidate) => classes.includes(candidate)) ?? "in_sync";
}

/** Exit code of a class under `--detailed-exitcode` (page 03 §2). */
export function exitCodeOf(repoClass: RepoClass): 0 | 1 | 2 | 3 | 4 {
  switch (repoClass) {
    case "in_sync":
    case "opted_out":
      return 0;
    case "unknown":
      return 1;
    case "pending":
    case "create":
      return 2;
    case "drift":
      return 3;
    case "foreign_owner":
    case "unsupported":
    case "ineligible":
    case "conflict":
    case "adoption":
      return 4;
  }
}

/** The code that wins when several hold: 1 error, 5 stale, 4 needs a person, 3 drift, 2 pending, 0. */
export function worstExitCode(codes: readonly number[]): number {
  return [1, 5, 4, 3, 2].find((code) => codes.includes(code)) ?? 0;
}
