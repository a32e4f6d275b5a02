import type { FileState, Observed, ProposalSummary, RepoObservation } from "@coulomb-loop/forge";
import type { ProposalTarget } from "@coulomb-loop/proposals";
import { formatCommitMessage, labels } from "@coulomb-loop/proposals";
import * as letters from "./alphabet.fixture.ts";
import type { Proposal, Seen, Trailers, Value } from "./world.fixture.ts";

const lost: Observed<never> = { kind: "unknown", reason: "unreachable", message: "no answer" };
const known = <T>(value: T): Observed<T> => ({ kind: "known", value, proof: "proof" });

/** What one read shows, as the forge port says it. */
export function observationOf({ live, branch, proposals, blind }: Seen, changes = false): RepoObservation {
  const facts = {
    id: "one",
    defaultBranch: "main",
    head: letters.mainId(live),
    eligible: { ok: true as const },
  };
  const state =
    branch === null
      ? ({ kind: "absent" } as const)
      : ({
          kind: "present",
          head: letters.oidOf(branch.head),
          message: messageOf(branch.trailers),
          blobs: new Map([[letters.file, letters.blobOf(branch.content)]]),
          ...(changes ? { changed: changedBy(branch) } : {}),
        } as const);
  const isBlind = (part: Seen["blind"]) => blind === part || blind === "repo";
  return {
    repo: letters.target.repo,
    facts: blind === "repo" ? lost : known(facts),
    files: new Map([[letters.file, blind === "repo" ? lost : known(fileOf(live))]]),
    branches: new Map([[letters.branch, isBlind("branch") ? lost : known(state)]]),
    proposals: new Map([
      [letters.branch, isBlind("proposals") ? lost : known(openFirst(proposals).map(summaryOf))],
    ]),
  };
}

function fileOf(live: Value): FileState {
  return { kind: "file", blob: letters.blobOf(live), bytes: letters.bytesOf(live) };
}

/** Paths that a commit changes. */
function changedBy({ extra }: { readonly extra?: true }): string[] {
  return [letters.file, ...(extra === true ? ["theirs.md"] : [])];
}

export function messageOf(trailers: Trailers | null): string {
  if (trailers === null) return "By hand\n";
  return formatCommitMessage("Set it", "", {
    installation: letters.installation,
    change: letters.digestOfChange(trailers.change),
    results: { [letters.file]: letters.blobOf(trailers.result) },
  });
}

function openFirst(proposals: readonly Proposal[]): readonly Proposal[] {
  return [
    ...proposals.filter(({ state }) => state === "open"),
    ...proposals.filter(({ state }) => state !== "open"),
  ];
}

export function refOf({ repo }: Pick<ProposalTarget, "repo">, number: number) {
  return { repo, branch: letters.branch, number, revision: `r${number}` };
}

export function summaryOf(proposal: Proposal): ProposalSummary {
  const { number, state, head, mark, hold, rebuild, reopen } = proposal;
  return {
    ref: refOf(letters.target, number),
    state,
    title: "Set it",
    body: letters.bodyOf(mark),
    draft: false,
    labels: [
      ...(hold ? [labels.hold] : []),
      ...(rebuild ? [labels.rebuild] : []),
      ...(reopen ? [labels.reopen] : []),
      // Set with the mark: this forge does both at once.
      ...(mark?.class === "adoption" ? [labels.adoption] : []),
    ],
    base: "main",
    head: letters.oidOf(head),
    openedAt: letters.noon,
    openedBy: "coulomb",
  };
}
