import type { ProposalResponse, ProposalResponseDraft } from "./port.ts";

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
