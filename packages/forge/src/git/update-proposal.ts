import type { Oid, ProposalPatch, ProposalRef, WriteResult } from "../port.ts";
import { ok, type Result } from "../problem.ts";
import { findMerge } from "./history.ts";
import { type Actual, branchRef, settle } from "./mapping.ts";
import { loginOf, notOurs, ownRecordRef, readFormer } from "./open-proposal.ts";
import { readBase, type StoredProposal } from "./proposals.ts";
import { push, type RefUpdate } from "./push.ts";
import { type ProposalRecord, printRecord } from "./record.ts";
import { makeRecordCommit } from "./record-commit.ts";
import { flawOf, responseRef } from "./responses.ts";
import {
  type GitSession,
  lostRace,
  type Opened,
  oidOf,
  openRefs,
  outcome,
  rejected,
  type Workshop,
  withWorkshop,
} from "./session.ts";
import { makeTag } from "./sign.ts";

/** Changes a proposal; see `Forge.updateProposal`. */
export async function updateProposal(
  session: GitSession,
  ref: ProposalRef,
  patch: ProposalPatch,
): Promise<WriteResult<void>> {
  const name = ownRecordRef(session, ref.branch);
  if (name === undefined) return notOurs(session);
  const flaw = patch.response === undefined ? undefined : flawOf(ref, patch.response);
  if (flaw !== undefined) return { kind: "rejected", reason: "unsupported", hint: flaw };
  await session.client.version();
  const response = responseRef(patch.response?.name);
  const names = [branchRef(ref.branch), name, ...(response === undefined ? [] : [response])];
  const opened = await openRefs(session, ref.repo, [ref.branch], names);
  return outcome(opened.ok ? await update(session, opened.value, name, ref, patch) : opened, patch.time);
}

async function update(
  session: GitSession,
  opened: Opened,
  name: string,
  ref: ProposalRef,
  patch: ProposalPatch,
): Promise<Result<WriteResult<void>>> {
  const { target, refs } = opened;
  const oid = oidOf(refs, name);
  const head = oidOf(refs, branchRef(ref.branch));
  if (patch.head !== undefined && patch.head !== head) return lostRace;
  return withWorkshop(session, target, [oid, head], async (workshop) => {
    const former = await readFormer(session, opened, workshop, oid);
    if (!former.ok) return former;
    if (former.value === undefined) return rejected("not_found", `${ref.branch} has no proposal`);
    const { stored } = former.value;
    if (stored.record.number < ref.number)
      return rejected("not_found", `${ref.branch} has no proposal ${ref.number}`);
    // A newer one has taken its place: what the caller read is over.
    if (stored.record.number > ref.number) return lostRace;
    const change = { session, opened, workshop, ref, patch, ...former.value };
    const updates: RefUpdate[] = [];
    for (const plan of [planRecord, planResponse]) {
      const planned = await plan(change);
      if (!planned.ok) return planned;
      if ("kind" in planned.value) return ok<WriteResult<void>>(planned.value);
      updates.push(...planned.value);
    }
    const pushed =
      updates.length === 0 ? nothingToDo : await push(session, target, workshop.scratch, updates, patch.time);
    return ok<WriteResult<void>>(pushed.kind === "done" ? { kind: "done", value: undefined } : pushed);
  });
}

const nothingToDo = { kind: "done" } as const;

/** A change of a proposal as it was read. */
interface Change {
  readonly session: GitSession;
  readonly opened: Opened;
  readonly workshop: Workshop;
  readonly ref: ProposalRef;
  readonly patch: ProposalPatch;
  readonly stored: StoredProposal;
  readonly actual: Actual;
}

/** The refs that a part of a change moves, or what it ends with before anything was moved. */
type Planned = Result<readonly RefUpdate[] | WriteResult<never>>;

/** The next version of the record; nothing to move where it would say the same. */
async function planRecord(change: Change): Promise<Planned> {
  const { session, opened, workshop, ref, patch, stored, actual } = change;
  const head = oidOf(opened.refs, branchRef(ref.branch));
  const next = applyPatch(session, stored.record, actual, head, patch);
  if (!next.ok) return next;
  if ("kind" in next.value) return ok(next.value);
  const body = patch.body ?? stored.body;
  if (body === stored.body && printRecord(next.value) === printRecord(stored.record)) return ok([]);
  if (ref.revision !== undefined && ref.revision !== stored.oid) return lostRace;
  const base = await checkBase(session, opened, stored.record, next.value, actual);
  if (!base.ok) return base;
  if (base.value === null)
    return rejected("ineligible", `${next.value.base} holds everything that ${next.value.branch} has`);
  const record = { ...next.value, base_oid: base.value };
  const made = await makeRecordCommit(session, workshop, { former: stored, record, body, time: patch.time });
  const name = ownRecordRef(session, ref.branch);
  if (!made.ok) return made;
  return ok(name === undefined ? [] : [{ ref: name, from: stored.oid, to: made.value }]);
}

/** The tag of a response to the proposal as it is; nothing to move where the same is there already. */
async function planResponse({ session, opened, workshop, patch, actual }: Change): Promise<Planned> {
  const { response, time } = patch;
  const ref = responseRef(response?.name);
  if (response === undefined || ref === undefined) return ok([]);
  if (actual.state !== "open" || actual.head !== response.head) return lostRace;
  const { name = "", head: tagged, statement = "", signer } = response;
  const plan = { name, tagged, statement, signer, tagger: session.identity, time };
  const made = await makeTag(session, workshop, plan);
  if (!made.ok) return made;
  if (typeof made.value !== "string") return ok(made.value);
  const from = oidOf(opened.refs, ref);
  return ok(from === made.value ? [] : [{ ref, from, to: made.value }]);
}

/**
 * The head of the base branch under which the next record's head is unmerged. `null`: the head is new to the record,
 * and the base branch holds it already.
 */
async function checkBase(
  session: GitSession,
  { target, refs }: Opened,
  before: ProposalRecord,
  next: ProposalRecord,
  actual: Actual,
): Promise<Result<Oid | null>> {
  const isNew = next.head !== before.head || before.state !== "open";
  if (next.state !== "open" || !isNew) return ok(actual.unmergedIn ?? next.base_oid);
  const base = await readBase(session, target, refs, next.base);
  if (!base.ok) return base;
  if (base.value === null) return ok(next.base_oid);
  const question = { head: next.head, branchHead: next.head, base: base.value };
  const merged = await findMerge(session, target, question);
  if (!merged.ok) return merged;
  return ok(merged.value.merged ? null : base.value);
}

function applyPatch(
  session: GitSession,
  record: ProposalRecord,
  actual: Actual,
  branchHead: Oid | null,
  patch: ProposalPatch,
): Result<ProposalRecord | WriteResult<never>> {
  const by = loginOf(session);
  const stated = applyState(by, record, actual, branchHead, patch);
  if (!stated.ok || "kind" in stated.value) return stated;
  const { title, draft, labels, head } = patch;
  return ok({
    ...stated.value,
    ...(title === undefined ? {} : { title }),
    ...(draft === undefined ? {} : { draft }),
    ...(labels === undefined ? {} : { labels }),
    ...(head === undefined ? {} : { head }),
    comments: addComment(record.comments, patch, by),
    statuses: addStatus(record.statuses, patch.status),
  });
}

function addComment(comments: ProposalRecord["comments"], { comment, time }: ProposalPatch, by: string) {
  if (comment === undefined) return comments;
  const there = comments.some((each) => each.body === comment && each.at === time && each.by === by);
  return there ? comments : [...comments, { by, at: time, body: comment }];
}

function addStatus(statuses: ProposalRecord["statuses"], status: ProposalPatch["status"]) {
  if (status === undefined) return statuses;
  const { context, head } = status;
  return [...statuses.filter((each) => each.context !== context || each.head !== head), status];
}

function applyState(
  by: string,
  record: ProposalRecord,
  actual: Actual,
  branchHead: Oid | null,
  { state, reason, time }: ProposalPatch,
): Result<ProposalRecord | WriteResult<never>> {
  if (state === undefined || state === actual.state) {
    return ok(state === "closed" ? settle(record, actual, time) : record);
  }
  // Merged by somebody in the meantime: it can neither be closed nor opened again.
  if (actual.state === "merged") return lostRace;
  if (state === "closed") {
    return ok({ ...record, state, head: actual.head, closed: { by, at: time, reason: reason ?? "" } });
  }
  if (branchHead === null)
    return rejected("not_found", `the branch ${record.branch} is gone; push it again first`);
  return ok({ ...record, state, head: branchHead, closed: null });
}
