import type { Oid, ProposalState, ProposalSummary, RepoName } from "../port.ts";
import type { PreviousProposal, ProposalRecord, RecordEvent } from "./record.ts";

/** Files at the tip of a record ref. */
export const recordFile = "proposal.json";
export const bodyFile = "body.md";

/** Proposals a record remembers besides its own. */
const remembered = 20;
/** Proposals of one branch in an observation. */
const shown = 5;

/**
 * The record ref of a proposal's branch: `coulomb/<installation>/<key>`. Any other branch has no proposals here:
 * `undefined`.
 */
export function recordRef(branch: string): string | undefined {
  const found = /^coulomb\/([a-z0-9][a-z0-9-]*)\/([a-z0-9][a-z0-9-]*)$/.exec(branch);
  return found === null ? undefined : `refs/coulomb/proposals/${found[1]}/${found[2]}`;
}

export function branchRef(branch: string): string {
  return `refs/heads/${branch}`;
}

/** What the refs say about an open record; facts beat the record (04-forges §2). */
export type Facts =
  /** Its head is not in the base branch. `branchHead` is null when the branch is gone. */
  | { readonly merged: false; readonly branchHead: Oid | null }
  /** Somebody merged it: what they merged, and the commit that did it where there is one. */
  | { readonly merged: true; readonly head: Oid; readonly mergedOid: Oid };

/** State and head of a proposal as they are. */
export interface Actual {
  readonly state: ProposalState;
  readonly head: Oid;
  readonly mergedOid: Oid | null;
  /** Head of the base branch in which the record's head was looked for and not found. */
  readonly unmergedIn?: Oid;
}

/** Joins a record with the facts. `facts` are asked for open records only; a closed one has the last word itself. */
export function actualState(record: ProposalRecord, facts: Facts | undefined): Actual {
  const { state, head, merged_oid: mergedOid } = record;
  if (state !== "open" || facts === undefined) return { state, head, mergedOid };
  if (facts.merged) return { state: "merged", head: facts.head, mergedOid: facts.mergedOid };
  if (facts.branchHead === null) return { state: "closed", head, mergedOid: null };
  return { state: "open", head: facts.branchHead, mergedOid: null };
}

/**
 * Writes into an open record what people did with plain git, so that the next change of its branch cannot make it
 * look open again. A record that needs nothing comes back as it is.
 */
export function settle(record: ProposalRecord, actual: Actual, at: number): ProposalRecord {
  if (record.state !== "open" || actual.state === "open") return record;
  const reason = actual.state === "merged" ? "merged by hand" : "the branch was deleted";
  const closed: RecordEvent = { by: "", at, reason };
  return { ...record, state: actual.state, head: actual.head, merged_oid: actual.mergedOid, closed };
}

/** What a newer proposal's record keeps of this settled one, before its own list. */
export function toPrevious(record: ProposalRecord, body: string): PreviousProposal[] {
  const { number, state, title, base, head, opened, closed, merged_oid } = record;
  if (state === "open" || closed === null) return [...record.previous];
  const marker = markerOf(body);
  const own: PreviousProposal = { number, marker, state, title, base, head, opened, closed, merged_oid };
  return [own, ...record.previous].slice(0, remembered);
}

/** The first marker comment of a body, else an empty text. */
export function markerOf(body: string): string {
  return /<!-- coulomb:v\d+ [\s\S]*?-->/.exec(body)?.[0] ?? "";
}

/** The proposals of one branch, newest first; the open one, if any, is the newest. */
export function toSummaries(
  repo: RepoName,
  record: ProposalRecord,
  body: string,
  revision: Oid,
  actual: Actual,
): ProposalSummary[] {
  const { branch } = record;
  const newest: ProposalSummary = {
    ref: { repo, branch, number: record.number, revision },
    state: actual.state,
    title: record.title,
    body,
    draft: record.draft,
    labels: record.labels,
    base: record.base,
    head: actual.head,
    openedAt: record.opened.at,
    openedBy: record.opened.by,
    ...closing(record.closed, actual.mergedOid),
    ...vanishing(actual.state, record.closed),
  };
  const older = record.previous.map(
    (old): ProposalSummary => ({
      ref: { repo, branch, number: old.number },
      state: old.state,
      title: old.title,
      body: old.marker,
      draft: false,
      labels: [],
      base: old.base,
      head: old.head,
      openedAt: old.opened.at,
      openedBy: old.opened.by,
      ...closing(old.closed, old.merged_oid),
      ...vanishing(old.state, old.closed),
    }),
  );
  return [newest, ...older].slice(0, shown);
}

/** Nobody closed it: its branch went, and the record learned that from the refs at most. */
function vanishing(state: ProposalState, closed: RecordEvent | null): { vanished?: true } {
  return state === "closed" && (closed === null || closed.by === "") ? { vanished: true } : {};
}

function closing(closed: RecordEvent | null, mergedOid: Oid | null) {
  return {
    ...(mergedOid === null ? {} : { mergedOid }),
    ...(closed === null ? {} : { closedAt: closed.at }),
    ...(closed === null || closed.by === "" ? {} : { closedBy: closed.by }),
  };
}
