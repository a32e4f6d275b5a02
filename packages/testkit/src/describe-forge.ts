import { describe } from "vitest";
import { describeBranches } from "./contract/branches.ts";
import type { HarnessFactory } from "./contract/harness.ts";
import { describeMerge } from "./contract/merge.ts";
import { describeObserve } from "./contract/observe.ts";
import { describeProposals } from "./contract/proposals.ts";

/**
 * The contract suite of the port `Forge` (04-forges §6): one suite over every adapter. The factory makes a new
 * repository for each test; its forge writes for the installation `pilot`. `canMerge: false` is for a repository whose
 * default branch is checked out: there a merge must be refused.
 */
export function describeForge(
  name: string,
  factory: HarnessFactory,
  { canMerge = true }: { readonly canMerge?: boolean } = {},
): void {
  // Each test has a repository of its own, and waits for processes most of the time.
  describe.concurrent(`${name} keeps the contract of the port`, { timeout: 60_000 }, () => {
    describeObserve(factory);
    describeBranches(factory);
    describeProposals(factory);
    describeMerge(factory, canMerge);
  });
}
