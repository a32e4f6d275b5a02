import type { Oid, ProposalSummary } from "@coulomb-loop/forge";
import type { Marker } from "./marker.ts";
import type { Wanted } from "./wanted.ts";

/** A proposal on our branch, with what was found out about it. */
export interface KnownProposal {
  readonly summary: ProposalSummary;
  /** Its marker, also when rebuilt from trailers; absent when it is not ours. */
  readonly marker: Marker | undefined;
  /** Whether its head is what we pushed (page 03 R10); only looked at for open proposals. */
  readonly edited: boolean;
  /** Changes for which we said already that an edited branch is left to its editors. */
  readonly told: ReadonlySet<string>;
}

/** Our branch. `ours`: its head carries our trailers; `fits`: and is exactly what is wanted, on the present base. */
export type KnownBranch =
  | { readonly kind: "absent" }
  | { readonly kind: "present"; readonly head: Oid; readonly ours: boolean; readonly fits: boolean };

/** Everything the decision rests on, read under one head. */
export interface ProposalFacts {
  /** A fact that could not be had; nothing is written then. */
  readonly unknown: string | undefined;
  readonly suspended: boolean;
  /** Whether the gates (waves, windows, pacing) let a proposal be opened or updated now. */
  readonly gate: { readonly open: true } | { readonly open: false; readonly message: string };
  /** Changes that people declined in proposals that the forge no longer lists among the newest. */
  readonly declined: ReadonlySet<string>;
  /** Somebody asks to be offered again what was declined. */
  readonly reopen: boolean;
  /** Somebody asks to have an edited proposal made anew. */
  readonly rebuild: boolean;
  /** Numbers of closed proposals whose content was taken in by other means: nobody declined them. */
  readonly accepted?: ReadonlySet<number>;
  readonly branch: KnownBranch;
  /** Proposals of the branch, newest first. */
  readonly proposals: readonly KnownProposal[];
}

/** Where a decision leaves a proposal when there is nothing more to do. */
export type Rest =
  | "unknown"
  | "suspended"
  | "blocked"
  | "held"
  | "edited"
  | "proposed"
  | "declined"
  | "queued"
  | "clean";

/** One step, and the row of page 03 §4 that chose it. */
export type Step =
  | {
      readonly do: "rest";
      readonly row: number;
      readonly rest: Rest;
      readonly message: string;
      readonly proposal?: KnownProposal;
    }
  | {
      readonly do: "close";
      readonly row: number;
      readonly proposals: readonly KnownProposal[];
      readonly reason: CloseReason;
    }
  | { readonly do: "update"; readonly row: number; readonly proposal: KnownProposal }
  /** Says once, for each change, that an edited branch is left alone. */
  | { readonly do: "tell"; readonly row: number; readonly proposal: KnownProposal; readonly change: string }
  | { readonly do: "delete_branch"; readonly row: number; readonly head: Oid }
  | { readonly do: "open"; readonly row: number; readonly head: Oid | null; readonly advance: boolean };

export type CloseReason = "duplicate" | "nothing_to_propose" | "declined_change";

/** Labels by which people steer a proposal. */
export const labels = {
  hold: "coulomb:hold",
  rebuild: "coulomb:rebuild",
  reopen: "coulomb:reopen",
  adoption: "coulomb:adoption",
} as const;

/**
 * Chooses one step: the first row of page 03 §4 that matches. After the step the caller observes again and asks again,
 * until it answers `rest`. Pure; total.
 */
export function decide(facts: ProposalFacts, wanted: Wanted | null): Step {
  if (facts.unknown !== undefined) return rest(1, "unknown", facts.unknown);
  if (facts.suspended) return rest(1, "suspended", "the loop is suspended");
  const open = facts.proposals.filter(({ summary }) => summary.state === "open");
  const [first, ...others] = open.sort((a, b) => a.summary.ref.number - b.summary.ref.number);
  if (first === undefined) return withoutOpen(facts, wanted);
  if (first.summary.labels.includes(labels.hold))
    return { ...rest(2, "held", `label ${labels.hold}`), proposal: first };
  const duplicates = others.filter(
    ({ marker, summary }) => marker !== undefined && !summary.labels.includes(labels.hold),
  );
  if (duplicates.length > 0) return { do: "close", row: 3, proposals: duplicates, reason: "duplicate" };
  return withOpen(facts, wanted, first);
}

function withOpen(facts: ProposalFacts, wanted: Wanted | null, open: KnownProposal): Step {
  const rebuild = facts.rebuild || open.summary.labels.includes(labels.rebuild);
  if (open.edited && !rebuild) {
    const change = wanted?.change ?? nothingWanted;
    if (!open.told.has(change)) return { do: "tell", row: 4, proposal: open, change };
    return { ...rest(4, "edited", "people changed its branch; it is theirs now"), proposal: open };
  }
  if (wanted === null) return { do: "close", row: 5, proposals: [open], reason: "nothing_to_propose" };
  const same =
    open.marker !== undefined &&
    // People reopened what we closed: while it says so, their next no would read as ours.
    open.marker.closed_by === undefined &&
    sameProposal(open.marker, wanted) &&
    // Some forges set labels after a proposal is opened: a run that ended in between left it without them.
    wanted.labels.every((label) => open.summary.labels.includes(label)) &&
    !(rebuild && mayRebuild(facts, open));
  // Declined is what no open proposal offers (R12): people who reopened it want its updates too.
  const offered = open.marker?.change === wanted.change;
  if (!same && !offered && isDeclined(facts, wanted))
    return { do: "close", row: 5, proposals: [open], reason: "declined_change" };
  if (same) return { ...rest(7, "proposed", "open and current"), proposal: open };
  if (!facts.gate.open) return { ...rest(6, "queued", facts.gate.message), proposal: open };
  return { do: "update", row: 6, proposal: open };
}

function withoutOpen(facts: ProposalFacts, wanted: Wanted | null): Step {
  const { branch } = facts;
  if (wanted === null) {
    if (branch.kind === "present" && branch.ours) return { do: "delete_branch", row: 8, head: branch.head };
    return rest(8, "clean", "nothing to propose");
  }
  if (isDeclined(facts, wanted)) {
    if (branch.kind === "present" && branch.ours) return { do: "delete_branch", row: 9, head: branch.head };
    return rest(9, "declined", "people closed this change; it is not offered again");
  }
  if (!facts.gate.open) return rest(10, "queued", facts.gate.message);
  if (branch.kind === "absent") return { do: "open", row: 12, head: null, advance: true };
  if (!branch.ours) return rest(11, "blocked", "a branch of the proposal's name is there and is not ours");
  return { do: "open", row: 12, head: branch.head, advance: !branch.fits };
}

/** Stands for the change of a proposal that has nothing to offer any more. */
const nothingWanted = "nothing";

/** An order on the command line rebuilds what was edited; a label rebuilds in any case, and is taken off. */
function mayRebuild(facts: ProposalFacts, open: KnownProposal): boolean {
  return open.edited || !facts.rebuild || open.summary.labels.includes(labels.rebuild);
}

/** R12: closed by people, same change, and not asked for again. */
export function isDeclined(
  { proposals, declined, reopen }: Pick<ProposalFacts, "proposals" | "declined" | "reopen">,
  wanted: Pick<Wanted, "change">,
): boolean {
  return (
    !reopen && (declined.has(wanted.change) || proposals.some((known) => declines(known, wanted.change)))
  );
}

/** Whether a proposal is a person's no to a change. */
export function declines(
  { summary, marker }: Pick<KnownProposal, "summary" | "marker">,
  change: string,
): boolean {
  return (
    summary.state === "closed" &&
    marker !== undefined &&
    marker.closed_by === undefined &&
    marker.change === change &&
    !summary.labels.includes(labels.reopen)
  );
}

/** True when a proposal already is what is wanted: same meaning, same class, same files on the same base. */
export function sameProposal(marker: Marker, wanted: Wanted): boolean {
  const files = Object.keys(marker.files);
  return (
    marker.change === wanted.change &&
    marker.class === wanted.class &&
    files.length === wanted.files.length &&
    wanted.files.every(
      (file) => marker.files[file.path]?.[0] === file.base && marker.files[file.path]?.[1] === file.result,
    )
  );
}

function rest(row: number, state: Rest, message: string): Extract<Step, { do: "rest" }> {
  return { do: "rest", row, rest: state, message };
}
