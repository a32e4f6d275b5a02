import { classOrder } from "@coulomb-loop/reconciler";
import type { RunReport } from "@coulomb-loop/schemas";

/** One repo of a run. */
export type RunRepo = RunReport["repos"][number];

/** Class of a repo or of a path. */
export type AnyClass = RunRepo["class"] | RunRepo["paths"][number]["class"];

/** How loud a class is told. */
export type Level = "error" | "warning" | "note";

interface ClassInfo {
  readonly level: Level;
  /** What the class means, in a few words. */
  readonly title: string;
  /** What a person does about it. */
  readonly help: string;
}

const noted = (title: string, help: string): ClassInfo => ({ level: "note", title, help });
const warned = (title: string, help: string): ClassInfo => ({ level: "warning", title, help });
const failed = (title: string, help: string): ClassInfo => ({ level: "error", title, help });

/** What every format says of a class. */
export const classes: Readonly<Record<AnyClass, ClassInfo>> = {
  unknown: failed(
    "What the repo has could not be read",
    "Nothing is written there. See the reason; `coulomb doctor` tells whether the forge can be reached.",
  ),
  moved: failed("The forge knows the repo under another name", "Give the roster entry the new name."),
  foreign_owner: failed(
    "The schedule file belongs to somebody else",
    "Take the repo off this roster, or let its owner hand the file over.",
  ),
  unsupported: failed(
    "The file has a form that cannot be edited safely",
    "Write the file in a plainer form in the repo.",
  ),
  leaving_conflict: failed(
    "The repo leaves the roster, and its file was changed",
    "Decide in the repo what stays of the file, or keep the entry.",
  ),
  conflict: failed(
    "Ops repo and repo were both changed",
    "Review the draft proposal: merge it, or take the repo's value over into the ops repo.",
  ),
  ineligible: warned("The repo does not meet what the loop asks", "Fix what the reason names, in the repo."),
  orphaned: warned(
    "The repo has a managed file and no roster entry",
    "Say in the roster what becomes of it: an entry under removed with a mode (release, disable, prune), or under active again.",
  ),
  adoption: warned(
    "The repo has another value that the loop has not taken over",
    "Review the proposal; `coulomb why` says what an override in the roster could keep.",
  ),
  drift: warned(
    "The repo was changed by hand",
    "Merge the proposal to restore it. If the change was meant, `coulomb why` says what could keep it.",
  ),
  leaving: noted("The repo leaves the roster", "Merge the proposal that removes the managed values."),
  pending: noted("A change of the ops repo waits", "Merge the proposal."),
  create: noted("The value is new to the repo", "Merge the proposal."),
  overridden: noted("An override leaves the value to the repo", "Nothing to do until the override ends."),
  opted_out: noted("The repo opted out", "Nothing to do."),
  released: noted("The repo has left and nothing of it is managed any more", "Nothing to do."),
  in_sync: noted("As desired", "Nothing to do."),
};

/** What every format says of an override that ends within seven days. */
export const overrideEnding = warned(
  "An override ends soon",
  "Give the override a later end, or let the repo take the loop's value.",
);

/** The order of every listing of the tool; a path that an override leaves to the repo is as good as in sync. */
const order = new Map<string, number>(
  [...classOrder.slice(0, -1), "overridden", "in_sync"].map((name, index) => [name, index]),
);

/** Place of a class when the worst comes first; a class this release does not know comes last. */
export function rankOf(name: string): number {
  return order.get(name) ?? order.size;
}

/** The repos of a run, worst first; equals stay in the order of the plan. */
export function worstFirst(repos: readonly RunRepo[]): RunRepo[] {
  return repos.toSorted((a, b) => rankOf(a.class) - rankOf(b.class));
}
