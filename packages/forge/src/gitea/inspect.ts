import { withHistory } from "../git/history.ts";
import { readChanges } from "../git/inspect.ts";
import { branchRef } from "../git/mapping.ts";
import { openTarget } from "../git/target.ts";
import type { Observed, ProposalDetail, ProposalRef, ProposalSummary } from "../port.ts";
import { failed, known, ok, type Result, unknown } from "../problem.ts";
import { readOneExact } from "./pulls.ts";
import { readRefs } from "./refs.ts";
import { readResponses } from "./responses.ts";
import type { GiteaSession } from "./session.ts";
import { readComments, readStatuses } from "./talk.ts";

/** How long to stay away where a server names no time. */
const pauseMs = 60_000;

/** Reads one proposal in full; see `Forge.inspect`. Commits and changes are read by git, which tells all of them. */
export async function inspect(session: GiteaSession, ref: ProposalRef): Promise<Observed<ProposalDetail>> {
  const detail = await readDetail(session, ref);
  if (detail.ok) return known(detail.value, detail.value.summary.head);
  const { problem } = detail;
  // git does not tell when the server wants to be asked again.
  const isTimeless = problem.reason === "rate_limited" && problem.retryAt === undefined;
  return unknown(isTimeless ? { ...problem, retryAt: session.now() + pauseMs } : problem);
}

async function readDetail(session: GiteaSession, ref: ProposalRef): Promise<Result<ProposalDetail>> {
  const pull = await readOneExact(session, ref.repo, ref.number);
  if (!pull.ok) return pull;
  const { summary, headBranch, mergeBase } = pull.value;
  if (headBranch !== ref.branch) return failed("not_found", `${ref.branch} has no proposal ${ref.number}`);
  const [comments, statuses, responses, base] = await Promise.all([
    readComments(session, ref.repo, ref.number),
    readStatuses(session, ref.repo, summary.head),
    readResponses(session, ref.repo, summary),
    findBase(session, summary, mergeBase),
  ]);
  if (!comments.ok) return comments;
  if (!statuses.ok) return statuses;
  if (!responses.ok) return responses;
  if (!base.ok) return base;
  const target = openTarget(session.git, ref.repo);
  if (!target.ok) return target;
  return withHistory(session.git, target.value, [summary.head, base.value], async (scratch) => {
    const changes = await readChanges(session.git, scratch, base.value, summary.head);
    if (!changes.ok) return changes;
    // The base was read after the proposal: somebody merged it in between, and nothing would seem to change.
    if (summary.state === "open" && changes.value.mergeBase === summary.head)
      return failed("incomplete", `proposal ${ref.number} was merged while it was read`);
    return ok({
      summary,
      ...changes.value,
      comments: comments.value,
      statuses: statuses.value,
      responses: responses.value,
    });
  });
}

/** The other side of the comparison: the base branch, of a merged proposal as it was before the merge. */
async function findBase(
  session: GiteaSession,
  { ref, base, head, mergedOid }: ProposalSummary,
  mergeBase: string | undefined,
): Promise<Result<string>> {
  if (mergedOid !== undefined && mergedOid !== head) return ok(`${mergedOid}^1`);
  if (mergedOid !== undefined && mergeBase !== undefined) return ok(mergeBase);
  const refs = await readRefs(session, ref.repo, [base]);
  if (!refs.ok) return refs;
  const found = refs.value.oids.get(branchRef(base)) ?? mergeBase;
  return found === undefined ? failed("not_found", `there is no branch ${base} to compare with`) : ok(found);
}
