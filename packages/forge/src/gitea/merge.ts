import type { Oid, ProposalRef, ProposalSummary, WriteResult } from "../port.ts";
import { mergedWith, refusal } from "../problem.ts";
import { readLogin } from "./account.ts";
import { deleteBranch } from "./branches.ts";
import { repoPath, writeFailure } from "./client.ts";
import { readOne, readOneExact } from "./pulls.ts";
import { branchKey, type GiteaSession } from "./session.ts";

/** Merges an open proposal with a commit of two parents and deletes its branch; see `Forge.mergeProposal`. */
export async function mergeProposal(
  session: GiteaSession,
  ref: ProposalRef,
  expectedHead: Oid,
): Promise<WriteResult<Oid>> {
  const { repo, branch, number } = ref;
  session.memory.opened.delete(branchKey(repo, branch));
  const before = await readOneExact(session, repo, number);
  if (!before.ok) return refusal(before.problem, session.now());
  const { summary } = before.value;
  if (summary.state === "merged") return asMerged(session, summary, expectedHead);
  if (summary.draft) return { kind: "rejected", reason: "ineligible", hint: "it is a draft" };
  if (summary.state !== "open" || summary.head !== expectedHead) return { kind: "lost_race" };
  if (ref.revision !== undefined && ref.revision !== summary.ref.revision) return { kind: "lost_race" };
  const result = await session.client.call("POST", `${repoPath(repo)}/pulls/${number}/merge`, {
    Do: "merge",
    head_commit_id: expectedHead,
  });
  if (result.kind !== "answer") return writeFailure(result, session.now());
  const { status } = result.answer;
  if (status !== 200 && status !== 404 && status !== 405 && status !== 409)
    return writeFailure(result, session.now());
  // A refusal may be a race, a conflict or a rule of the repository, and one that is closed is not found: the proposal
  // itself tells.
  const after = await readOne(session, repo, number);
  if (!after.ok)
    return status === 404
      ? refusal(after.problem, session.now())
      : { kind: "unclear", message: after.problem.message };
  const { state, head, mergedOid } = after.value.summary;
  if (state === "merged" && mergedOid !== undefined)
    return status === 200
      ? mergedWith(mergedOid, await deleteBranch(session, { repo, branch }, expectedHead))
      : asMerged(session, { ...after.value.summary, head: summary.head }, expectedHead);
  if (status === 200) return { kind: "unclear", message: `proposal ${number} does not read as merged yet` };
  if (state !== "open" || head !== expectedHead) return { kind: "lost_race" };
  const failure = writeFailure(result, session.now());
  if (status === 404) return failure;
  const hint = failure.kind === "rejected" ? failure.hint : `the server answered ${status}`;
  return { kind: "rejected", reason: "conflict", hint: `it cannot be merged as it is: ${hint}` };
}

/** Merged already: by this account, as it was asked for, or by somebody else. Of ours the branch may be left. */
async function asMerged(
  session: GiteaSession,
  { ref, head, mergedOid, closedBy }: ProposalSummary,
  expectedHead: Oid,
): Promise<WriteResult<Oid>> {
  const login = await readLogin(session.client, session.memory);
  if (!login.ok) return refusal(login.problem, session.now());
  if (closedBy !== login.value || head !== expectedHead || mergedOid === undefined)
    return { kind: "lost_race" };
  const { repo, branch } = ref;
  return mergedWith(mergedOid, await deleteBranch(session, { repo, branch }, expectedHead));
}
