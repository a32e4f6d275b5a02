import type { Oid, ProposalSummary, RepoName } from "../port.ts";
import { failed, ok, type Result } from "../problem.ts";
import { type CommitFiles, textOf } from "./commit-files.ts";
import { findMerge, type MergeQuestion } from "./history.ts";
import {
  type Actual,
  actualState,
  bodyFile,
  branchRef,
  type Facts,
  recordFile,
  toSummaries,
} from "./mapping.ts";
import { type ProposalRecord, parseRecord } from "./record.ts";
import { type GitContext, type Refs, readRefs, type Target } from "./target.ts";

/** A record as read, with its body and the commit that holds both. */
export interface StoredProposal {
  readonly oid: Oid;
  readonly record: ProposalRecord;
  readonly body: string;
}

/** Answers to questions about commits never change; kept for as long as the forge is. */
export type MergeMemo = Map<string, Facts>;

/** Reads the record at the tip of a record ref. */
export async function readStored(files: CommitFiles, oid: Oid): Promise<Result<StoredProposal>> {
  const [document, body] = await Promise.all([files.read(oid, recordFile), files.read(oid, bodyFile)]);
  const [documentText, bodyText] = [textOf(document, recordFile), textOf(body, bodyFile)];
  if (!documentText.ok) return documentText;
  if (!bodyText.ok) return bodyText;
  const record = parseRecord(documentText.value);
  return record.ok ? ok({ oid, record: record.value, body: bodyText.value }) : record;
}

/** Joins a record with what the refs say. Starts a process only for an open record whose base branch has moved. */
export async function readActual(
  context: GitContext,
  target: Target,
  refs: Refs,
  record: ProposalRecord,
  memo: MergeMemo,
): Promise<Result<Actual>> {
  if (record.state !== "open") return ok(actualState(record, undefined));
  const base = await readBase(context, target, refs, record.base);
  if (!base.ok) return base;
  const branchHead = refs.oids.get(branchRef(record.branch)) ?? null;
  const unmerged: Facts = { merged: false, branchHead };
  // A deleted base branch holds nothing; an unmoved one holds what it held.
  const facts =
    base.value === null || base.value === record.base_oid
      ? ok(unmerged)
      : await ask(context, target, { head: record.head, branchHead, base: base.value }, memo);
  if (!facts.ok) return facts;
  const actual = actualState(record, facts.value);
  // A branch that is elsewhere may be what is not merged, and the head may be.
  const isClear = !facts.value.merged && (branchHead === null || branchHead === record.head);
  return ok(isClear && base.value !== null ? { ...actual, unmergedIn: base.value } : actual);
}

async function ask(context: GitContext, target: Target, question: MergeQuestion, memo: MergeMemo) {
  const key = `${question.head} ${question.branchHead ?? "-"} ${question.base}`;
  const cached = memo.get(key);
  if (cached !== undefined) return ok(cached);
  const found = await findMerge(context, target, question);
  if (found.ok) memo.set(key, found.value);
  return found;
}

/** Head of a base branch; `null` when there is none. */
export async function readBase(
  context: GitContext,
  target: Target,
  refs: Refs,
  base: string,
): Promise<Result<Oid | null>> {
  const ref = branchRef(base);
  const known = refs.oids.get(ref);
  if (known !== undefined) return ok(known);
  const again = await readRefs(context, target, [ref]);
  return again.ok ? ok(again.value.oids.get(ref) ?? null) : again;
}

/** The proposals of one branch as people see them. `[]` when there is no record. */
export async function readSummaries(
  context: GitContext,
  target: Target,
  refs: Refs,
  read: { readonly repo: RepoName; readonly branch: string; readonly oid: Oid; readonly files: CommitFiles },
  memo: MergeMemo,
): Promise<Result<ProposalSummary[]>> {
  const stored = await readStored(read.files, read.oid);
  if (!stored.ok) return stored;
  const { record, body, oid } = stored.value;
  // Number, branch and head would otherwise be taken for another proposal's.
  if (record.branch !== read.branch)
    return failed("corrupt", `the record of ${read.branch} names ${record.branch}`);
  const actual = await readActual(context, target, refs, record, memo);
  return actual.ok ? ok(toSummaries(read.repo, record, body, oid, actual.value)) : actual;
}
