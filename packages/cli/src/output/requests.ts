import type { ForgeCost } from "@coulomb-loop/reconciler";
import type { RunReport } from "@coulomb-loop/schemas";
import type { RequestCounts } from "../request-count.ts";

/** What a run asked the forges, as its report says it. */
export function requestReport(
  counts: RequestCounts,
  costs: readonly ForgeCost[],
): NonNullable<RunReport["requests"]> {
  return { ...counts, predicted_writes: costs.reduce((sum, { requests }) => sum + requests, 0) };
}

/** What carrying out a plan would cost, on each forge that counts requests and has something to do. */
export function costLines(costs: readonly ForgeCost[]): string[] {
  return costs
    .filter(({ requests }) => requests > 0)
    .map(({ forge, opens, updates, closes, requests }) => {
      const steps = [
        [opens, "to open"],
        [updates, "to update"],
        [closes, "to close"],
      ] as const;
      const words = steps.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]));
      return `Proposals on ${forge}: ${words.join(", ")}; at most ${requests} requests`;
    });
}

/** What was asked of forges that count requests; none where all was plain git. */
export function requestLines(counts: RequestCounts, costs: readonly ForgeCost[]): string[] {
  const { rest, graphql, git, processes } = counts;
  if (rest + graphql + git === 0) return [];
  const kinds = [
    [graphql, "GraphQL"],
    [rest, "REST"],
    [git, "git"],
  ] as const;
  const asked = kinds.flatMap(([count, kind]) => (count === 0 ? [] : [`${count} ${kind}`]));
  const predicted = costs.reduce((sum, { requests }) => sum + requests, 0);
  const limit = predicted === 0 ? "" : `; writes were predicted to take at most ${predicted}`;
  const started = processes === 0 ? "" : `, ${processes} processes of git`;
  return [`Requests: ${asked.join(", ")}${started}${limit}`];
}
