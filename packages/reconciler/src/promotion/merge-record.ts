import type { ProposalDetail, ProposalSummary, WriteResult } from "@coulomb-loop/forge";
import type { WriteContext } from "./settle-record.ts";

/** What a merge by the tool came to. `waiting`: the forge refuses it, and it is tried again by and by. */
export type Merged =
  | { readonly kind: "merged"; readonly commit: string }
  | { readonly kind: "waiting"; readonly message: string }
  | { readonly kind: "refused"; readonly message: string };

/** Name of the status that a required check asks for (page 07 P6). */
export const statusContext = "coulomb/promotion";

/** An open proposal, as it was inspected. */
export interface OpenProposal {
  readonly summary: ProposalSummary;
  readonly detail: Pick<ProposalDetail, "statuses">;
  readonly head: string;
}

/** Writes the one status of a promotion's head; nothing when it is there already. */
export async function postStatus(
  { place, time, onWrite }: WriteContext,
  open: OpenProposal,
  state: "success" | "failure" | "pending",
  description: string,
): Promise<WriteResult<void>> {
  const { summary, detail, head } = open;
  const short = shortened(description);
  const last = detail.statuses.findLast((status) => status.context === statusContext && status.head === head);
  if (last?.state === state && last.description === short) return { kind: "done", value: undefined };
  const result = await place.forge.updateProposal(summary.ref, {
    status: { context: statusContext, state, description: short, head },
    time,
  });
  if (result.kind === "done") onWrite?.(summary.ref.branch, "status");
  return result;
}

/** Takes back the success that a run left on a head when it died before the merge (page 07 P6). */
export async function withdrawSuccess(context: WriteContext, open: OpenProposal | undefined): Promise<void> {
  const last = open?.detail.statuses.findLast(
    ({ context: name, head }) => name === statusContext && head === open.head,
  );
  if (open !== undefined && last?.state === "success")
    await postStatus(context, open, "pending", "it is decided anew");
}

/**
 * Merges a proposal whose every gate is met: posts success on its head, and merges naming that head (page 07 P6). Where the merge does not
 * happen the status is taken back: at any other time it is no success. What the forge refused for good is tried again after a pause that
 * doubles, and nothing is written meanwhile; `asked` by a person it is tried at once.
 */
export async function mergeRecord(
  context: WriteContext,
  open: OpenProposal,
  what: string,
  asked = false,
): Promise<Merged> {
  const { place, time, onWrite } = context;
  const before = refusalOf(open);
  if (before !== undefined && !asked && time < before.again)
    return { kind: "waiting", message: `${before.why}; it is tried again at ${iso(before.again)}` };
  const posted = await postStatus(context, open, "success", `every gate of ${what} is met`);
  if (posted.kind !== "done") return { kind: "refused", message: whyNot(posted) };
  const fresh = await place.forge.inspect(open.summary.ref);
  if (fresh.kind === "unknown") return { kind: "refused", message: fresh.message };
  const result = await place.forge.mergeProposal(fresh.value.summary.ref, open.head, time);
  if (result.kind === "done") {
    onWrite?.(open.summary.ref.branch, "merged");
    return { kind: "merged", commit: result.value };
  }
  // Another run may have been faster, or only the answer was lost: that it was decided stays on its head.
  const now = await place.forge.inspect(open.summary.ref);
  const { summary } = now.kind === "known" ? now.value : fresh.value;
  if (summary.state === "merged" && summary.head === open.head)
    return { kind: "merged", commit: summary.mergedOid ?? summary.head };
  const message = whyNot(result);
  const isRefused = result.kind === "rejected";
  const description = isRefused
    ? refusalText((before?.count ?? 0) + 1, time, message)
    : "the merge did not happen; it is decided anew";
  await place.forge.updateProposal(summary.ref, {
    status: {
      context: statusContext,
      state: "pending",
      description: shortened(description),
      head: open.head,
    },
    time,
  });
  return { kind: isRefused ? "waiting" : "refused", message };
}

/** Why something is not merged, in words. */
export function unmergedWords(
  what: string,
  { kind, message }: Exclude<Merged, { readonly kind: "merged" }>,
): string {
  return kind === "waiting"
    ? `${what} waits, since the forge refuses its merge: ${message}`
    : `${what} was not merged: ${message}`;
}

/** The forge's refusal that stands on a head: how often it came, why, and when to try again (epoch milliseconds). */
function refusalOf({ detail, head }: OpenProposal) {
  const last = detail.statuses.findLast((status) => status.context === statusContext && status.head === head);
  const [, count = "", at = "", why = ""] =
    /^the forge refused the merge (\d+) times?, last at (\S+): (.*)$/s.exec(last?.description ?? "") ?? [];
  const when = Date.parse(at);
  if (last?.state !== "pending" || Number.isNaN(when)) return undefined;
  const pause = Math.min(firstPauseMs * 2 ** (Number(count) - 1), longestPauseMs);
  return { count: Number(count), why, again: when + pause };
}

const firstPauseMs = 15 * 60_000;
const longestPauseMs = 24 * 60 * 60_000;

function refusalText(count: number, at: number, why: string): string {
  return `the forge refused the merge ${count} time${count === 1 ? "" : "s"}, last at ${iso(at)}: ${why}`;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

/** Forges take so many characters. */
function shortened(text: string): string {
  return text.length > 139 ? `${text.slice(0, 138)}…` : text;
}

function whyNot(result: Exclude<WriteResult<unknown>, { kind: "done" }>): string {
  switch (result.kind) {
    case "lost_race":
      return "somebody changed the proposal meanwhile; run again";
    case "unclear":
    case "retry_at":
      return result.message;
    case "rejected":
      return `${result.reason}: ${result.hint}`;
  }
}
