import type { ProposalSummary } from "./port.ts";

/** Proposals of one branch in an observation. */
export const mostShown = 5;

/** The proposals that an observation shows of a branch: open ones first, then the newest. */
export function inOrder(proposals: readonly ProposalSummary[]): readonly ProposalSummary[] {
  return proposals.toSorted((a, b) => rank(a) - rank(b) || b.ref.number - a.ref.number).slice(0, mostShown);
}

function rank({ state }: ProposalSummary): number {
  return state === "open" ? 0 : 1;
}
