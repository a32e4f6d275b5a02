import { isBranchName, isTreePath } from "../names.ts";
import type { BranchRef, BranchWrite, Instant, Oid, WriteResult } from "../port.ts";
import { ok, type Result } from "../problem.ts";
import { type CommitPlan, makeCommit } from "./commit.ts";
import { branchRef, recordRef, settle } from "./mapping.ts";
import { readActual, readStored } from "./proposals.ts";
import { push, type RefUpdate } from "./push.ts";
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
import { openTarget, type Refs, readRefs } from "./target.ts";
import { createTreeWalker, otherKind, parseCommit, readObject } from "./tree.ts";

/** Puts one commit on a branch; see `Forge.advanceBranch`. */
export async function advanceBranch(session: GitSession, write: BranchWrite): Promise<WriteResult<Oid>> {
  const bad = write.files.find(({ path }) => !isTreePath(path));
  if (bad !== undefined) {
    return {
      kind: "rejected",
      reason: "unsupported",
      hint: `"${bad.path}" is no path of a file in a repository`,
    };
  }
  await session.client.version();
  const trusted = await advanceTrusting(session, write);
  if (trusted?.ok === true) return trusted.value;
  const record = recordOf(session, write.branch);
  const names = [branchRef(write.branch), ...(record === undefined ? [] : [record])];
  const opened = await openRefs(session, write.repo, [write.branch], names);
  return outcome(opened.ok ? await advance(session, opened.value, write) : opened, write.time);
}

/**
 * Advances without a look at the refs. A problem is one from before the push: nothing was sent, and a look tells more.
 * `undefined` where a look is due.
 */
async function advanceTrusting(
  session: GitSession,
  write: BranchWrite,
): Promise<Result<WriteResult<Oid>> | undefined> {
  const { repo, branch, expected } = write;
  if (session.hasRecords || !isBranchName(branch) || session.isOther?.(repo, branch) !== true)
    return undefined;
  const target = openTarget(session, repo);
  if (!target.ok) return target;
  const refs: Refs = {
    headBranch: undefined,
    detached: false,
    oids: new Map([[branchRef(branch), expected]]),
    peeled: new Map(),
  };
  return advance(session, { target: target.value, refs }, write);
}

async function advance(
  session: GitSession,
  opened: Opened,
  write: BranchWrite,
): Promise<Result<WriteResult<Oid>>> {
  const { target, refs } = opened;
  const current = oidOf(refs, branchRef(write.branch));
  const record = recordOf(session, write.branch);
  const stored = oidOf(refs, record);
  if (isDefault(refs, write.branch)) return rejected("protected", onlyByMerge(write.branch));
  if (write.expected !== null && current === null) return lostRace;
  const commits = [write.expected, write.base, current, stored];
  const result = await withWorkshop(session, target, commits, async (workshop) => {
    const plan = await planCommit(workshop, write);
    if (!plan.ok) return plan;
    if ("kind" in plan.value) return ok(plan.value);
    const made = await makeCommit(session, session.identity, workshop.scratch, plan.value);
    if (!made.ok) return made;
    // The same write once more: the commit is there already.
    if (made.value === current) return ok<WriteResult<Oid>>({ kind: "done", value: made.value });
    if (current !== write.expected) return lostRace;
    const settling = await settleRecord(session, opened, workshop, record, stored, write.time);
    if (!settling.ok) return settling;
    const own: RefUpdate = { ref: branchRef(write.branch), from: write.expected, to: made.value };
    const pushed = await push(session, target, workshop.scratch, [own, ...settling.value], write.time);
    return ok<WriteResult<Oid>>(pushed.kind === "done" ? { kind: "done", value: made.value } : pushed);
  });
  // Its parent or base is not there, and the branch is not what was expected: the caller read something older.
  if (!result.ok && current !== write.expected) return lostRace;
  return result;
}

/** Ref of the record that a branch's proposal has; a server with proposals of its own has none. */
function recordOf(session: GitSession, branch: string): string | undefined {
  return session.hasRecords ? recordRef(branch) : undefined;
}

/** S1: whatever a caller asks for, a default branch changes by a merge only. An empty repository has none yet. */
function isDefault(refs: Refs, branch: string): boolean {
  return refs.headBranch === branch && oidOf(refs, branchRef(branch)) !== null;
}

const onlyByMerge = (branch: string) => `${branch} is the default branch; it changes by a merge only`;

/**
 * People may have closed or merged the branch's proposal with plain git, which only the refs tell. Moving the branch
 * would hide it, so the record learns it in the same push.
 */
async function settleRecord(
  session: GitSession,
  { target, refs }: Opened,
  workshop: Workshop,
  ref: string | undefined,
  oid: Oid | null,
  time: number,
): Promise<Result<RefUpdate[]>> {
  if (ref === undefined || oid === null) return ok([]);
  const stored = await readStored(workshop.files, oid);
  if (!stored.ok) return stored;
  const { record, body } = stored.value;
  const actual = await readActual(session, target, refs, record, session.memo);
  if (!actual.ok) return actual;
  const settled = settle(record, actual.value, time);
  if (settled === record) return ok([]);
  const made = await makeRecordCommit(session, workshop, {
    former: stored.value,
    record: settled,
    body,
    time,
  });
  return made.ok ? ok([{ ref, from: oid, to: made.value }]) : made;
}

async function planCommit(
  { reader }: Workshop,
  write: BranchWrite,
): Promise<Result<CommitPlan | WriteResult<never>>> {
  const { expected, base, mergeBase, message, time } = write;
  const second = base !== null && base !== expected && (mergeBase || expected === null) ? [base] : [];
  const parents = [...(expected === null ? [] : [expected]), ...second];
  if (base === null) return ok({ tree: null, parents, files: write.files, message, time });
  const commit = await readObject(reader, base, "commit");
  if (!commit.ok) return commit;
  const header = parseCommit(base, commit.value);
  if (!header.ok) return header;
  const walker = createTreeWalker(reader, base);
  const files: CommitPlan["files"][number][] = [];
  for (const file of write.files) {
    const obstacle = await findObstacle(walker, file.path);
    if (!obstacle.ok) return obstacle;
    if (obstacle.value !== undefined) return rejected("conflict", obstacle.value);
    const entry = await walker.find(file.path);
    if (!entry.ok) return entry;
    // A file that may be executed stays so: its mode is not ours to change.
    files.push({ ...file, executable: entry.value?.mode === "100755" });
  }
  return ok({ tree: header.value.tree, parents, files, message, time });
}

/** Something of another kind at a path, or at one of its folders: writing there would remove what people put there. */
async function findObstacle(
  walker: ReturnType<typeof createTreeWalker>,
  path: string,
): Promise<Result<string | undefined>> {
  const parts = path.split("/");
  for (let count = 1; count <= parts.length; count += 1) {
    const part = parts.slice(0, count).join("/");
    const entry = await walker.find(part);
    if (!entry.ok) return entry;
    if (entry.value === undefined) return ok(undefined);
    const what = otherKind(entry.value.mode) ?? "file";
    if (what !== (count === parts.length ? "file" : "directory"))
      return ok(`${part} is a ${what} there; move it away first`);
  }
  return ok(undefined);
}

/**
 * Deletes a branch; see `Forge.deleteBranch`. A branch that is gone is what was asked for. The record of its proposal
 * moves along in the same push: whoever opens a proposal at that moment moves it too, so one of the two loses. Otherwise
 * the new proposal would stand there without its branch, which reads as closed by a person. `time` is when the write is
 * made, where the caller knows; without it, what could not be begun is unclear.
 */
export async function deleteBranch(
  session: GitSession,
  ref: BranchRef,
  expected: Oid,
  time?: Instant,
): Promise<WriteResult<void>> {
  await session.client.version();
  const name = branchRef(ref.branch);
  const record = recordOf(session, ref.branch);
  const names = [name, ...(record === undefined ? [] : [record])];
  const opened = await openRefs(session, ref.repo, [ref.branch], names);
  if (!opened.ok) return outcome<void>(opened, time);
  const { target, refs } = opened.value;
  const current = oidOf(refs, name);
  if (current === null) return { kind: "done", value: undefined };
  if (isDefault(refs, ref.branch))
    return { kind: "rejected", reason: "protected", hint: onlyByMerge(ref.branch) };
  if (current !== expected) return { kind: "lost_race" };
  const stored = oidOf(refs, record);
  if (ref.revision !== undefined && ref.revision !== stored) return { kind: "lost_race" };
  const result = await withWorkshop(session, target, [expected, stored], async (workshop) => {
    const moved = await moveRecord(session, workshop, record, stored);
    if (!moved.ok) return moved;
    const own: RefUpdate = { ref: name, from: expected, to: null };
    const pushed = await push(session, target, workshop.scratch, [own, ...moved.value], time);
    if (pushed.kind === "done") return ok<WriteResult<void>>({ kind: "done", value: undefined });
    // Somebody else may have deleted it meanwhile, which moves no record.
    const now = await readRefs(session, target, [name]);
    const isGone = now.ok && oidOf(now.value, name) === null;
    return ok<WriteResult<void>>(isGone ? { kind: "done", value: undefined } : pushed);
  });
  return outcome(result, time);
}

/** One more version of a record that says the same, so that it is seen to have moved. */
async function moveRecord(
  session: GitSession,
  workshop: Workshop,
  ref: string | undefined,
  oid: Oid | null,
): Promise<Result<RefUpdate[]>> {
  if (ref === undefined || oid === null) return ok([]);
  const stored = await readStored(workshop.files, oid);
  if (!stored.ok) return stored;
  const { record, body } = stored.value;
  const made = await makeRecordCommit(session, workshop, {
    former: stored.value,
    record,
    body,
    time: (record.closed ?? record.opened).at,
  });
  return made.ok ? ok([{ ref, from: oid, to: made.value }]) : made;
}
