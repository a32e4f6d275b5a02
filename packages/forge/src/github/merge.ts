import type { Oid, ProposalRef, ProposalSummary, WriteResult } from "../port.ts";
import { mergedWith, refusal } from "../problem.ts";
import { readLogin } from "./account.ts";
import { deleteBranch } from "./branches.ts";
import type { GithubClient } from "./client.ts";
import { readFresh } from "./pulls.ts";
import { type GithubSession, repoPath } from "./session.ts";
import { hasStatus, writeFailure } from "./write.ts";

/** Merges an open proposal with a commit of two parents and deletes its branch; see `Forge.mergeProposal`. */
export async function mergeProposal(
  session: GithubSession,
  ref: ProposalRef,
  expectedHead: Oid,
): Promise<WriteResult<Oid>> {
  const { repo, branch, number } = ref;
  const client = await session.clientOf(repo.owner);
  if (!client.ok) return refusal(client.problem, session.now());
  const before = await readFresh(session, client.value, ref);
  if (!before.ok) return refusal(before.problem, session.now());
  const { summary } = before.value.pull;
  if (summary.state === "merged") return asMerged(session, client.value, summary, expectedHead);
  if (summary.draft) return { kind: "rejected", reason: "ineligible", hint: "it is a draft" };
  if (summary.state !== "open" || summary.head !== expectedHead) return { kind: "lost_race" };
  if (ref.revision !== undefined && ref.revision !== summary.ref.revision) return { kind: "lost_race" };
  const result = await client.value.rest("PUT", `${repoPath(repo)}/pulls/${number}/merge`, {
    sha: expectedHead,
    merge_method: "merge",
  });
  if (!hasStatus(result, 200, 405, 409)) return writeFailure(result, session.now());
  // A refusal may be a race, a conflict or a rule of the repository: the proposal itself tells.
  const after = await readFresh(session, client.value, ref);
  if (!after.ok) return { kind: "unclear", message: after.problem.message };
  const { state, head, mergedOid } = after.value.pull.summary;
  const isMerged = result.answer.status === 200;
  if (state === "merged" && mergedOid !== undefined)
    return isMerged
      ? mergedWith(mergedOid, await deleteBranch(session, { repo, branch }, expectedHead))
      : asMerged(session, client.value, after.value.pull.summary, expectedHead);
  if (isMerged) return { kind: "unclear", message: `proposal ${number} does not read as merged yet` };
  if (state !== "open" || head !== expectedHead) return { kind: "lost_race" };
  const failure = writeFailure(result, session.now());
  const hint = failure.kind === "rejected" ? failure.hint : `GitHub answered ${result.answer.status}`;
  return { kind: "rejected", reason: "conflict", hint: `it cannot be merged as it is: ${hint}` };
}

/** Merged already: by this account, as it was asked for, or by somebody else. Of ours the branch may be left. */
async function asMerged(
  session: GithubSession,
  client: GithubClient,
  { ref, head, mergedOid, closedBy }: ProposalSummary,
  expectedHead: Oid,
): Promise<WriteResult<Oid>> {
  const login = await readLogin(client, session.memory);
  if (!login.ok) return refusal(login.problem, session.now());
  if (closedBy !== login.value || head !== expectedHead || mergedOid === undefined)
    return { kind: "lost_race" };
  const { repo, branch } = ref;
  return mergedWith(mergedOid, await deleteBranch(session, { repo, branch }, expectedHead));
}
