import type { ProposalPatch, ProposalSummary } from "./port.ts";

/** Whether a proposal says already what a patch or a draft asks for; what is not asked for may be anything. */
export function isAs(
  summary: ProposalSummary,
  { title, body, draft, labels }: Pick<ProposalPatch, "title" | "body" | "draft" | "labels">,
): boolean {
  return (
    (title === undefined || title === summary.title) &&
    (body === undefined || body === summary.body) &&
    (draft === undefined || draft === summary.draft) &&
    (labels === undefined || sameSet(labels, summary.labels))
  );
}

/** Whether two lists hold the same, in any order; neither holds anything twice. */
export function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}

/** What to put on and to take off, so that labels become those wanted and what others put on meanwhile stays. */
export function labelChanges(
  before: readonly string[],
  wanted: readonly string[] = before,
): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  return {
    added: wanted.filter((label) => !before.includes(label)),
    removed: before.filter((label) => !wanted.includes(label)),
  };
}

/** Whether nobody touched what a change of the text or the state would write over. */
export function sameText(a: ProposalSummary, b: ProposalSummary): boolean {
  return a.title === b.title && a.body === b.body && a.state === b.state;
}
