import type { Instant, ProposalResponse, ProposalResponseDraft, ProposalSummary } from "./port.ts";

/** What was answered to a proposal while it could be: what comes after a merge was no part of it. */
export function untilMerged<T extends Pick<ProposalResponse, "at">>(
  listed: readonly T[],
  merge: Instant | undefined,
): readonly T[] {
  return merge === undefined ? listed : listed.filter(({ at }) => at <= merge);
}

/** When a proposal was merged; `undefined`: it was not. */
export function mergedAt({ state, closedAt }: ProposalSummary): Instant | undefined {
  return state === "merged" ? closedAt : undefined;
}

/** Of each person the latest response, by `at`, then `by`. Of two of one instant the one that is listed later. */
export function latestOf<T extends Pick<ProposalResponse, "by" | "at">>(listed: readonly T[]): readonly T[] {
  const latest = new Map<string, T>();
  for (const each of listed.toSorted((a, b) => a.at - b.at)) latest.set(each.by, each);
  return [...latest.values()].toSorted((a, b) => a.at - b.at || (a.by < b.by ? -1 : 1));
}

/** Whether somebody has answered that already, and it stands. */
export function hasAnswered(
  responses: readonly ProposalResponse[],
  login: string,
  { action, message, head }: ProposalResponseDraft,
): boolean {
  return responses.some(
    (each) =>
      each.by === login &&
      each.void === undefined &&
      each.action === action &&
      each.message === message &&
      each.head === head,
  );
}
