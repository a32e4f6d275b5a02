import { isOid } from "../names.ts";
import type {
  ChangedFile,
  CommitDetail,
  Observed,
  Oid,
  ProposalDetail,
  ProposalRef,
  ProposalSummary,
} from "../port.ts";
import { failed, known, ok, type Problem, type Result, unknown } from "../problem.ts";
import { mergeBases, withHistory } from "./history.ts";
import { type Actual, branchRef, recordRef, toSummaries } from "./mapping.ts";
import { readFormer } from "./open-proposal.ts";
import type { StoredProposal } from "./proposals.ts";
import { createObjectReader } from "./object-reader.ts";
import {
  fetchTags,
  type ResponseTag,
  readTags,
  refsOfResponses,
  responseRefs,
  responsesOf,
} from "./responses.ts";
import type { Scratch } from "./scratch.ts";
import { type GitSession, type Opened, oidOf, openRefs, withWorkshop } from "./session.ts";
import { firstLine, type GitContext, readRefs, type Refs, type Target } from "./target.ts";

/** Commits listed by `inspect`. */
const listed = 100;

/** Reads one proposal in full; see `Forge.inspect`. */
export async function inspect(session: GitSession, ref: ProposalRef): Promise<Observed<ProposalDetail>> {
  const name = recordRef(ref.branch);
  if (name === undefined) return notFound(ref);
  const names = [branchRef(ref.branch), name, responseRefs];
  const opened = await openRefs(session, ref.repo, [ref.branch], names);
  if (!opened.ok) return unknown(opened.problem);
  const oid = oidOf(opened.value.refs, name);
  if (oid === null) return notFound(ref);
  const detail = await readDetail(session, opened.value, oid, ref);
  return detail.ok ? known(detail.value, oid) : unknown(detail.problem);
}

function notFound({ branch, number }: ProposalRef) {
  const problem: Problem = { reason: "not_found", message: `${branch} has no proposal ${number}` };
  return unknown(problem);
}

async function readDetail(
  session: GitSession,
  opened: Opened,
  oid: Oid,
  ref: ProposalRef,
): Promise<Result<ProposalDetail>> {
  const { target, refs } = opened;
  const former = await readAtHand(session, opened, oid);
  if (!former.ok) return former;
  if (former.value === undefined) return failed("not_found", `${ref.branch} has no proposal`);
  const { stored, actual, tags } = former.value;
  const { record } = stored;
  const summary = toSummaries(ref.repo, record, stored.body, oid, actual).find(
    (each) => each.ref.number === ref.number,
  );
  if (summary === undefined) return failed("not_found", `${ref.branch} has no proposal ${ref.number}`);
  const isNewest = summary.ref.number === record.number;
  const base = await findBase(session, opened, summary, isNewest ? record.base_oid : undefined);
  if (!base.ok) return base;
  return withHistory(session, target, [summary.head, base.value], async (scratch) => {
    const git = await readChanges(session, scratch, base.value, summary.head);
    if (!git.ok) return git;
    // Beside its commits the head that was recorded last: somebody may have put the branch elsewhere since.
    const recorded = isNewest ? record.head : summary.head;
    const heads = new Set([summary.head, recorded, ...git.value.commits.map((commit) => commit.oid)]);
    const fetched = await fetchedTags(session, target, scratch, refs, heads);
    if (!fetched.ok) return fetched;
    const responses = responsesOf([...tags, ...fetched.value], summary.ref, heads);
    const comments = isNewest ? record.comments : [];
    const statuses = isNewest ? record.statuses : [];
    return ok({ summary, ...git.value, comments, statuses, responses });
  });
}

/** A proposal as it is stored, with the tags of responses that are read along with it. */
interface AtHand {
  readonly stored: StoredProposal;
  readonly actual: Actual;
  readonly tags: readonly ResponseTag[];
}

/** Reads the record. In a folder all objects are at hand, tags too; of anything else these are fetched once it is known which. */
function readAtHand(session: GitSession, opened: Opened, oid: Oid): Promise<Result<AtHand | undefined>> {
  const { target, refs } = opened;
  return withWorkshop(session, target, [oid], async (workshop): Promise<Result<AtHand | undefined>> => {
    const found = await readFormer(session, opened, workshop, oid);
    if (!found.ok) return found;
    if (found.value === undefined) return ok(undefined);
    const tags = await readTags(
      workshop.reader,
      target.folder === undefined ? new Map() : refsOfResponses(refs),
    );
    return tags.ok ? ok({ ...found.value, tags: tags.value }) : tags;
  });
}

/** The tags of responses that have to be fetched; none of a folder, and no process where there is none. */
async function fetchedTags(
  session: GitSession,
  target: Target,
  scratch: Scratch,
  refs: Refs,
  heads: ReadonlySet<Oid>,
): Promise<Result<readonly ResponseTag[]>> {
  if (target.folder !== undefined) return ok([]);
  const fetched = await fetchTags(session, target, scratch, refs, heads);
  if (!fetched.ok) return fetched;
  const reader = createObjectReader(session.client, scratch.gitDir);
  try {
    return await readTags(reader, fetched.value);
  } finally {
    await reader.close();
  }
}

/** The other side of the comparison: the base branch, of a merged proposal as it was before the merge. */
async function findBase(
  session: GitSession,
  { target }: Opened,
  { base, head, mergedOid }: ProposalSummary,
  before: Oid | undefined,
): Promise<Result<string>> {
  if (mergedOid !== undefined && mergedOid !== head) return ok(`${mergedOid}^1`);
  if (mergedOid !== undefined && before !== undefined) return ok(before);
  const refs = await readRefs(session, target, [branchRef(base)]);
  if (!refs.ok) return refs;
  const found = oidOf(refs.value, branchRef(base)) ?? before;
  return found === undefined ? failed("not_found", `there is no branch ${base} to compare with`) : ok(found);
}

/** Changes, commits and diff between the merge base of two commits and the second; both are in the scratch repository. */
export async function readChanges(session: GitContext, scratch: Scratch, base: string, head: Oid) {
  const bases = await mergeBases(session, scratch, base, head);
  if (!bases.ok) return bases;
  const mergeBase = bases.value[0];
  if (mergeBase === undefined) return failed("unsupported", "the branches have no commit in common");
  const read = async (args: readonly string[]): Promise<Result<string>> => {
    const result = await session.client.run(args, scratch);
    if (result.ended !== "exit") return failed("unreachable", `git ${args[0]}: ${result.ended}`);
    return result.code === 0
      ? ok(result.stdout.toString("utf8"))
      : failed("corrupt", firstLine(result.stderr));
  };
  const changed = await read(["diff-tree", "-r", "-z", "--no-renames", mergeBase, head]);
  const commits = await read([
    "log",
    "-z",
    "--topo-order",
    `--max-count=${listed}`,
    logFormat,
    `${mergeBase}..${head}`,
  ]);
  const diff = await read([
    "diff",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--no-renames",
    mergeBase,
    head,
  ]);
  if (!changed.ok) return changed;
  if (!commits.ok) return commits;
  if (!diff.ok) return diff;
  return ok({
    mergeBase,
    changed: parseChanged(changed.value),
    commits: parseCommits(commits.value),
    diff: diff.value,
  });
}

const logFormat = "--format=%H%n%P%n%an%n%ae%n%B";

/** Reads `git log -z` in the format above. A message may hold anything but NUL. */
export function parseCommits(output: string): CommitDetail[] {
  return output.split("\0").flatMap((entry) => {
    const [oid = "", parents = "", authorName = "", authorEmail = "", ...message] = entry.split("\n");
    if (!isOid(oid)) return [];
    return [
      {
        oid,
        parents: parents.split(" ").filter(isOid),
        authorName,
        authorEmail,
        message: message.join("\n"),
      },
    ];
  });
}

/** Reads `git diff-tree -r -z`: `:<mode> <mode> <oid> <oid> <status>` NUL `<path>` NUL. */
export function parseChanged(output: string): ChangedFile[] {
  const fields = output.split("\0");
  const found: ChangedFile[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, , base = "", head = ""] = (fields[at] ?? "").split(" ");
    found.push({ path: fields[at + 1] ?? "", baseBlob: blobOf(base), headBlob: blobOf(head) });
  }
  return found;
}

function blobOf(oid: string): Oid | null {
  return /^0+$/.test(oid) ? null : oid;
}
