import type { Oid, ProposalPatch, ProposalRef, WriteResult } from "../port.ts";
import { ok, type Result } from "../problem.ts";
import { findMerge } from "./history.ts";
import { type Actual, branchRef, settle } from "./mapping.ts";
import { loginOf, notOurs, ownRecordRef, readFormer } from "./open-proposal.ts";
import { readBase } from "./proposals.ts";
import { push } from "./push.ts";
import { type ProposalRecord, printRecord } from "./record.ts";
import { makeRecordCommit } from "./record-commit.ts";
import {
  type GitSession,
  lostRace,
  type Opened,
  oidOf,
  openRefs,
  outcome,
  rejected,
  withWorkshop,
} from "./session.ts";

/** Changes a proposal; see `Forge.updateProposal`. */
export async function updateProposal(
  session: GitSession,
  ref: ProposalRef,
  patch: ProposalPatch,
): Promise<WriteResult<void>> {
  const name = ownRecordRef(session, ref.branch);
  if (name === undefined) return notOurs(session);
  await session.client.version();
  const opened = await openRefs(session, ref.repo, [ref.branch], [branchRef(ref.branch), name]);
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
    const { stored, actual } = former.value;
    if (stored.record.number < ref.number)
      return rejected("not_found", `${ref.branch} has no proposal ${ref.number}`);
    // A newer one has taken its place: what the caller read is over.
    if (stored.record.number > ref.number) return lostRace;
    const next = applyPatch(session, stored.record, actual, head, patch);
    if (!next.ok) return next;
    if ("kind" in next.value) return ok<WriteResult<void>>(next.value);
    const body = patch.body ?? stored.body;
    if (body === stored.body && printRecord(next.value) === printRecord(stored.record)) {
      return ok<WriteResult<void>>({ kind: "done", value: undefined });
    }
    if (ref.revision !== undefined && ref.revision !== oid) return lostRace;
    const base = await checkBase(session, opened, stored.record, next.value, actual);
    if (!base.ok) return base;
    if (base.value === null) {
      return rejected("ineligible", `${next.value.base} holds everything that ${next.value.branch} has`);
    }
    const record = { ...next.value, base_oid: base.value };
    const write = { former: stored, record, body, time: patch.time };
    const made = await makeRecordCommit(session, workshop, write);
    if (!made.ok) return made;
    const pushed = await push(
      session,
      target,
      workshop.scratch,
      [{ ref: name, from: oid, to: made.value }],
      patch.time,
    );
    return ok<WriteResult<void>>(pushed.kind === "done" ? { kind: "done", value: undefined } : pushed);
  });
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
