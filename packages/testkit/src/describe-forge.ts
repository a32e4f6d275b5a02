import { describe, it } from "vitest";
import { describeBranches } from "./contract/branches.ts";
import { methodNames } from "./contract/fault-methods.ts";
import { pairOf } from "./contract/fault-pairs.ts";
import { faultMatrix } from "./contract/fault-table.ts";
import { describeFolders } from "./contract/folders.ts";
import type { ContractOptions, HarnessFactory } from "./contract/harness.ts";
import { describeMerge } from "./contract/merge.ts";
import { describeObserve } from "./contract/observe.ts";
import { describeProposals } from "./contract/proposals.ts";
import { describeResponses } from "./contract/responses.ts";

export { onStage } from "./contract/harness.ts";
export { type GiteaServer, giteaServerFactory } from "./gitea-server.ts";

/**
 * The contract suite of the port `Forge` (04-forges §6): one suite over every adapter. The factory makes a new
 * repository for each test; its forge writes for the installation `pilot`.
 */
export function describeForge(name: string, factory: HarnessFactory, options: ContractOptions = {}): void {
  // Each test has a repository of its own, and waits for processes most of the time.
  describe.concurrent(`${name} keeps the contract of the port`, { timeout: 60_000 }, () => {
    describeObserve(factory);
    describeFolders(factory);
    describeBranches(factory);
    describeProposals(factory);
    describeMerge(factory, options);
    describeResponses(factory, options);
  });
}

/** Names every test of the fault matrix of Gitea as skipped, with the reason: a server that fails by plan is needed. */
export function skipFaults(reason: string): void {
  const names = faultMatrix("gitea").flatMap(({ name, impossible }) =>
    methodNames.filter((method) => impossible[method] === undefined).map((method) => pairOf(name, method)),
  );
  describe(`gitea under faults (skipped: ${reason})`, () => {
    // oxlint-disable-next-line vitest/no-disabled-tests, vitest/expect-expect -- what cannot be tested here is counted, not passed over
    it.skip.each(names)("%s", () => undefined);
  });
}
