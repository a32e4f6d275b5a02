import type { Rules } from "./machine.fixture.ts";
import type { Proposal, Seen } from "./world.fixture.ts";

/** A rule of the page that is switched off around the real functions, and the claim that must fail without it. */
export interface Mutant {
  readonly name: string;
  readonly flaws: Rules["flaws"];
  readonly claim: RegExp;
  /** Bounds under which it shows; the rest is as in the true model. */
  readonly bounds?: Partial<Rules>;
}

function eachProposal(seen: Seen, change: (proposal: Proposal) => Proposal): Seen {
  return { ...seen, proposals: seen.proposals.map(change) };
}

/** What people closed reads as closed by the tool. */
const declinedByNobody = (seen: Seen) =>
  eachProposal(seen, (each) =>
    each.state === "closed" && each.mark !== null
      ? { ...each, mark: { ...each.mark, closedBy: each.mark.closedBy ?? "nobody" } }
      : each,
  );

/** Whatever was merged reads as what we pushed. */
const mergedAsPushed = (seen: Seen) =>
  eachProposal(seen, (each) =>
    each.state === "merged" && each.mark !== null
      ? { ...each, mark: { ...each.mark, head: each.head } }
      : each,
  );

/** What a branch changes beside the planned file is not looked at. */
const plannedFileOnly = (seen: Seen): Seen => {
  if (seen.branch === null) return seen;
  const { extra: _hidden, ...branch } = seen.branch;
  return { ...seen, branch };
};

/** Whatever is open reads as what we pushed. */
const neverEdited = (seen: Seen) =>
  eachProposal(seen, (each) =>
    each.state === "open" && each.mark !== null ? { ...each, mark: { ...each.mark, head: each.head } } : each,
  );

export const mutants: readonly Mutant[] = [
  {
    name: "no decline memory",
    flaws: { seesFacts: declinedByNobody, seesDeclined: declinedByNobody },
    claim: /^S7/,
  },
  {
    name: "declines known only while the forge lists them",
    flaws: { forgetsDeclined: true },
    claim: /^S7/,
    bounds: { listed: 1, only: /ops wants|closes/ },
  },
  {
    name: "row 5 halved: nobody asks whether the new change of an open proposal is declined",
    flaws: { forgetsWhileOpen: true },
    claim: /^S7/,
    bounds: { only: /ops wants|closes/ },
  },
  {
    name: "row 5 in two calls: the state first, closed_by after it",
    flaws: { splitsClose: true },
    claim: /^R12/,
  },
  { name: "no expected head", flaws: { ignoresHead: true }, claim: /^S3/ },
  {
    name: "a forge that binds no write to the revision of a proposal",
    flaws: { ignoresRevision: true },
    claim: /^S3/,
  },
  { name: "no R2 guard", flaws: { seesBase: mergedAsPushed }, claim: /^R2/ },
  {
    name: "R10 by the planned files alone, on a branch without a proposal",
    flaws: { seesFacts: plannedFileOnly },
    claim: /^S3/,
    bounds: { amends: true, only: /closes|amends/ },
  },
  { name: "no R10", flaws: { seesFacts: neverEdited }, claim: /^S5/ },
];
