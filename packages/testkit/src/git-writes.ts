import type { ProposalRef, WriteResult } from "@coulomb-loop/forge";
import { branch, type Stage } from "./contract/harness.ts";
import type { WriteMethod } from "./forge-wrappers.ts";
import { later } from "./git-stage.ts";

/** Branch that `openProposal` is tried on; the suite's own has a proposal already. */
export const otherBranch = "coulomb/pilot/other";

type Write = (stage: Stage, ref: ProposalRef, head: string) => Promise<WriteResult<unknown>>;

const writes: Readonly<Record<WriteMethod, Write>> = {
  advanceBranch: async ({ forge, write }, _ref, head) =>
    forge.advanceBranch(await write({ expected: head, base: head, time: later })),
  deleteBranch: ({ forge, repo }, _ref, head) => forge.deleteBranch({ repo, branch }, head),
  openProposal: async ({ forge, draft, person }) => {
    const head = (await person.head(otherBranch)) ?? "";
    return forge.openProposal(await draft({ branch: otherBranch, head }));
  },
  updateProposal: ({ forge }, ref) => forge.updateProposal(ref, { title: "New", time: later }),
  mergeProposal: ({ forge }, ref, head) => forge.mergeProposal(ref, head, later),
};

/** Every write of the port. */
export const methods: readonly WriteMethod[] = [
  "advanceBranch",
  "deleteBranch",
  "openProposal",
  "updateProposal",
  "mergeProposal",
];

/** Makes a write that would succeed on a stage with an open proposal and the other branch. */
export function callWrite(
  method: WriteMethod,
  stage: Stage,
  ref: ProposalRef,
  head: string,
): Promise<WriteResult<unknown>> {
  return writes[method](stage, ref, head);
}

/** An open proposal on the suite's branch, and another branch without one. */
export async function prepare(stage: Stage): Promise<{ ref: ProposalRef; head: string }> {
  const proposed = await stage.propose();
  await stage.person.commit(otherBranch, { other: "x" });
  return proposed;
}
