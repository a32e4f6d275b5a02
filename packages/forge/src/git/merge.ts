import { isOid } from "../names.ts";
import type { Instant, Oid, ProposalRef, WriteResult } from "../port.ts";
import { failed, ok, type Result } from "../problem.ts";
import { makeCommit } from "./commit.ts";
import { createCommitFiles } from "./commit-files.ts";
import { withHistory } from "./history.ts";
import { branchRef } from "./mapping.ts";
import { createObjectReader } from "./object-reader.ts";
import { loginOf, ownRecordRef, readFormer } from "./open-proposal.ts";
import type { StoredProposal } from "./proposals.ts";
import { push } from "./push.ts";
import type { ProposalRecord } from "./record.ts";
import { makeRecordCommit } from "./record-commit.ts";
import type { Scratch } from "./scratch.ts";
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
import { firstLine, readRefs } from "./target.ts";

/** Merges a proposal; see `Forge.mergeProposal`. */
export async function mergeProposal(
  session: GitSession,
  ref: ProposalRef,
  expectedHead: Oid,
  time: Instant,
): Promise<WriteResult<Oid>> {
  const name = ownRecordRef(session, ref.branch);
  if (name === undefined)
    return { kind: "rejected", reason: "unsupported", hint: `${ref.branch} holds no proposal` };
  await session.client.version();
  const opened = await openRefs(session, ref.repo, [ref.branch], [branchRef(ref.branch), name]);
  if (!opened.ok) return outcome<Oid>(opened, time);
  return outcome(await merge(session, opened.value, name, { ref, expectedHead, time }), time);
}

interface Order {
  readonly ref: ProposalRef;
  readonly expectedHead: Oid;
  readonly time: Instant;
}

async function merge(
  session: GitSession,
  opened: Opened,
  name: string,
  order: Order,
): Promise<Result<WriteResult<Oid>>> {
  const { target, refs } = opened;
  const oid = oidOf(refs, name);
  if (oid === null) return rejected("not_found", `${order.ref.branch} has no proposal`);
  const former = await withWorkshop(session, target, [oid], (workshop) =>
    readFormer(session, opened, workshop, oid),
  );
  if (!former.ok) return former;
  if (former.value === undefined) return lostRace;
  const { stored, actual } = former.value;
  const { record } = stored;
  if (record.number !== order.ref.number) return lostRace;
  if (record.state === "merged" && record.head === order.expectedHead && record.merged_oid !== null) {
    return ok<WriteResult<Oid>>({ kind: "done", value: record.merged_oid });
  }
  if (actual.state !== "open" || actual.head !== order.expectedHead) return lostRace;
  if (record.draft) return rejected("ineligible", "it is a draft; mark it ready first");
  const base = await readRefs(session, target, [branchRef(record.base)]);
  if (!base.ok) return base;
  const baseHead = oidOf(base.value, branchRef(record.base));
  if (baseHead === null) return rejected("not_found", `there is no branch ${record.base} to merge into`);
  return withHistory(
    session,
    target,
    [order.expectedHead, baseHead],
    (scratch) => mergeIn(session, opened, { stored, name, baseHead, ...order }, scratch),
    [oid],
  );
}

interface Merge extends Order {
  readonly stored: StoredProposal;
  readonly name: string;
  readonly baseHead: Oid;
}

async function mergeIn(
  session: GitSession,
  { target }: Opened,
  { stored, name, baseHead, expectedHead, time }: Merge,
  scratch: Scratch,
): Promise<Result<WriteResult<Oid>>> {
  const { record, body, oid } = stored;
  const tree = await mergeTrees(session, scratch, baseHead, expectedHead);
  if (!tree.ok) return tree;
  if ("kind" in tree.value) return ok(tree.value);
  const merged = await makeCommit(session, session.identity, scratch, {
    tree: tree.value.tree,
    parents: [baseHead, expectedHead],
    files: [],
    message: `Merge ${record.branch} #${record.number}: ${record.title}\n`,
    time,
  });
  if (!merged.ok) return merged;
  const next: ProposalRecord = {
    ...record,
    state: "merged",
    head: expectedHead,
    closed: { by: loginOf(session), at: time, reason: "" },
    merged_oid: merged.value,
  };
  const reader = createObjectReader(session.client, scratch.gitDir);
  const workshop: Workshop = {
    scratch,
    reader,
    files: createCommitFiles({ get: () => undefined, put: () => undefined }, async () => ok(reader)),
  };
  const made = await makeRecordCommit(session, workshop, { former: stored, record: next, body, time });
  await reader.close();
  if (!made.ok) return made;
  const pushed = await push(
    session,
    target,
    scratch,
    [
      { ref: branchRef(record.base), from: baseHead, to: merged.value },
      { ref: name, from: oid, to: made.value },
      { ref: branchRef(record.branch), from: expectedHead, to: null },
    ],
    time,
  );
  return ok<WriteResult<Oid>>(pushed.kind === "done" ? { kind: "done", value: merged.value } : pushed);
}

/** Tree of a three-way merge, made without a work tree; a conflict names its files. */
async function mergeTrees(
  session: GitSession,
  scratch: Scratch,
  base: Oid,
  head: Oid,
): Promise<Result<{ tree: Oid } | WriteResult<never>>> {
  const args = ["merge-tree", "--write-tree", "--name-only", "--no-messages", "-z", base, head];
  const result = await session.client.run(args, scratch);
  if (result.ended !== "exit") return failed("unreachable", `git merge-tree: ${result.ended}`);
  const [tree = "", ...paths] = result.stdout.toString("utf8").split("\0");
  if (result.code === 0 && isOid(tree)) return ok({ tree });
  if (result.code === 1 && isOid(tree)) {
    const files = [...new Set(paths.filter((path) => path !== ""))].slice(0, 5).join(", ");
    return rejected("conflict", `both sides changed ${files}; merge the base branch into the proposal first`);
  }
  if (/unrelated histories/.test(result.stderr))
    return rejected("conflict", "the branches have no commit in common");
  return failed("corrupt", firstLine(result.stderr));
}
