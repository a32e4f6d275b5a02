import type { Oid, ProposalDraft, ProposalRef, RepoName, WriteResult } from "../port.ts";
import { ok, type Result } from "../problem.ts";
import { findMerge } from "./history.ts";
import { type Actual, branchRef, recordRef, settle, toPrevious } from "./mapping.ts";
import { readActual, readStored, type StoredProposal } from "./proposals.ts";
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
  type Workshop,
  withWorkshop,
} from "./session.ts";

/** `Name <email>`: how this forge names whoever wrote something. */
export function loginOf({ identity }: GitSession): string {
  return `${identity.name} <${identity.email}>`;
}

/** The record ref of a branch this installation may write proposals for. */
export function ownRecordRef(session: GitSession, branch: string): string | undefined {
  return branch.startsWith(`coulomb/${session.installation}/`) ? recordRef(branch) : undefined;
}

/** The answer to a write for a branch of anybody else. */
export const notOurs = (session: GitSession) =>
  ({
    kind: "rejected",
    reason: "unsupported",
    hint: `proposals of this installation are on branches coulomb/${session.installation}/<key>, key of a-z, 0-9 and -`,
  }) as const;

/** Opens a proposal; see `Forge.openProposal`. */
export async function openProposal(
  session: GitSession,
  draft: ProposalDraft,
): Promise<WriteResult<ProposalRef>> {
  const ref = ownRecordRef(session, draft.branch);
  if (ref === undefined) return notOurs(session);
  await session.client.version();
  const names = [branchRef(draft.branch), branchRef(draft.base), ref];
  const opened = await openRefs(session, draft.repo, [draft.branch, draft.base], names);
  return outcome(opened.ok ? await open(session, opened.value, ref, draft) : opened, draft.time);
}

async function open(
  session: GitSession,
  opened: Opened,
  ref: string,
  draft: ProposalDraft,
): Promise<Result<WriteResult<ProposalRef>>> {
  const { target, refs } = opened;
  const base = oidOf(refs, branchRef(draft.base));
  const head = oidOf(refs, branchRef(draft.branch));
  const oid = oidOf(refs, ref);
  if (head !== draft.head) return lostRace;
  if (base === null) return rejected("not_found", `there is no branch ${draft.base} to merge into`);
  return withWorkshop(session, target, [head, oid], async (workshop) => {
    const former = await readFormer(session, opened, workshop, oid);
    if (!former.ok) return former;
    const { stored, actual } = former.value ?? {};
    if (stored !== undefined && actual?.state === "open") {
      const same = isSameDraft(session, stored, draft);
      return same ? ok<WriteResult<ProposalRef>>(done(draft, stored.record.number, stored.oid)) : lostRace;
    }
    const merged = await findMerge(session, target, { head, branchHead: head, base });
    if (!merged.ok) return merged;
    if (merged.value.merged)
      return rejected("ineligible", `${draft.base} holds everything that ${draft.branch} has`);
    const settled = stored && actual && settle(stored.record, actual, draft.time);
    const record: ProposalRecord = {
      ...drafted(session, draft, base),
      number: (settled?.number ?? 0) + 1,
      previous: settled === undefined || stored === undefined ? [] : toPrevious(settled, stored.body),
    };
    const made = await makeRecordCommit(session, workshop, {
      former: stored,
      record,
      body: draft.body,
      time: draft.time,
    });
    if (!made.ok) return made;
    const pushed = await push(
      session,
      target,
      workshop.scratch,
      [{ ref, from: oid, to: made.value }],
      draft.time,
    );
    return ok<WriteResult<ProposalRef>>(
      pushed.kind === "done" ? done(draft, record.number, made.value) : pushed,
    );
  });
}

function drafted(session: GitSession, draft: ProposalDraft, base: Oid): ProposalRecord {
  return {
    number: 1,
    state: "open",
    title: draft.title,
    draft: draft.draft,
    labels: draft.labels,
    base: draft.base,
    branch: draft.branch,
    head: draft.head,
    base_oid: base,
    opened: { by: loginOf(session), at: draft.time, reason: "" },
    closed: null,
    merged_oid: null,
    statuses: [],
    comments: [],
    previous: [],
  };
}

/** Whether the open proposal is what this very draft makes: the write happened before and is asked for again. */
function isSameDraft(session: GitSession, { record, body }: StoredProposal, draft: ProposalDraft): boolean {
  const again = drafted(session, draft, record.base_oid);
  const { number, previous } = record;
  return body === draft.body && printRecord({ ...again, number, previous }) === printRecord(record);
}

function done(ref: { repo: RepoName; branch: string }, number: number, revision: Oid) {
  return { kind: "done", value: { repo: ref.repo, branch: ref.branch, number, revision } } as const;
}

/** A record with what the refs make of it; `undefined` when there is none. */
export async function readFormer(
  session: GitSession,
  { target, refs }: Opened,
  workshop: Workshop,
  oid: Oid | null,
): Promise<Result<{ stored: StoredProposal; actual: Actual } | undefined>> {
  if (oid === null) return ok(undefined);
  const stored = await readStored(workshop.files, oid);
  if (!stored.ok) return stored;
  const actual = await readActual(session, target, refs, stored.value.record, session.memo);
  return actual.ok ? ok({ stored: stored.value, actual: actual.value }) : actual;
}
