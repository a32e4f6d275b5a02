import type { Oid, ProposalRef, ProposalSummary, WriteResult } from "../port.ts";
import { refusal } from "../problem.ts";
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
  if (status !== 200 && status !== 405 && status !== 409) return writeFailure(result, session.now());
  // A refusal may be a race, a conflict or a rule of the repository: the proposal itself tells.
  const after = await readOne(session, repo, number);
  if (!after.ok) return { kind: "unclear", message: after.problem.message };
  const { state, head, mergedOid } = after.value.summary;
  if (state === "merged" && mergedOid !== undefined) {
    const deleted = await deleteBranch(session, { repo, branch }, expectedHead);
    return deleted.kind === "unclear" ? deleted : { kind: "done", value: mergedOid };
  }
  if (status === 200) return { kind: "unclear", message: `proposal ${number} does not read as merged yet` };
  if (state !== "open" || head !== expectedHead) return { kind: "lost_race" };
  const failure = writeFailure(result, session.now());
  const hint = failure.kind === "rejected" ? failure.hint : `the server answered ${status}`;
  return { kind: "rejected", reason: "conflict", hint: `it cannot be merged as it is: ${hint}` };
}

/** Merged already: by this account, as it was asked for, or by somebody else. */
async function asMerged(
  { client, memory, now }: GiteaSession,
  { head, mergedOid, closedBy }: ProposalSummary,
  expectedHead: Oid,
): Promise<WriteResult<Oid>> {
  const login = await readLogin(client, memory);
  if (!login.ok) return refusal(login.problem, now());
  const isOurs = closedBy === login.value && head === expectedHead && mergedOid !== undefined;
  return isOurs ? { kind: "done", value: mergedOid } : { kind: "lost_race" };
}
