import type {
  ProposalResponse,
  ProposalResponseDraft,
  ProposalSummary,
  RepoName,
  WriteResult,
} from "../port.ts";
import { ok, type Result, refusal } from "../problem.ts";
import { hasAnswered, latestOf } from "../responses.ts";
import { readLogin } from "./account.ts";
import { repoPath, writeFailure } from "./client.ts";
import { readShown } from "./lists.ts";
import { readReview } from "./mapping.ts";
import { readOne } from "./pulls.ts";
import type { GiteaSession } from "./session.ts";

/** The latest review of each person that approves or asks for changes; by one request where there are at most fifty. */
export async function readResponses(
  { client }: Pick<GiteaSession, "client">,
  repo: RepoName,
  number: number,
): Promise<Result<readonly ProposalResponse[]>> {
  const path = `${repoPath(repo)}/pulls/${number}/reviews`;
  const found = await readShown(client, path, { what: "reviews", read: readReview });
  return found.ok ? ok(latestOf(found.value.filter((each) => each !== undefined))) : found;
}

/** Why a response cannot be given to a proposal as it was read; `undefined` when it can. */
export function obstacleTo(
  { state, head }: ProposalSummary,
  response: ProposalResponseDraft,
): WriteResult<never> | undefined {
  if (response.action === "reject" && response.message.trim() === "")
    return { kind: "rejected", reason: "unsupported", hint: "the server takes no rejection without words" };
  return state === "open" && head === response.head ? undefined : { kind: "lost_race" };
}

const events = { approve: "APPROVED", reject: "REQUEST_CHANGES" } as const;

/** Gives a response as a review of exactly its head, unless the same one stands already. */
export async function giveResponse(
  session: GiteaSession,
  { ref: { repo, number }, openedBy }: ProposalSummary,
  response: ProposalResponseDraft,
): Promise<WriteResult<void>> {
  const { client, memory } = session;
  const login = await readLogin(client, memory);
  if (!login.ok) return refusal(login.problem, session.now());
  if (login.value === openedBy)
    return { kind: "rejected", reason: "ineligible", hint: `${openedBy} opened it, and may not answer it` };
  const before = await readResponses(session, repo, number);
  if (!before.ok) return refusal(before.problem, session.now());
  if (hasAnswered(before.value, login.value, response)) return { kind: "done", value: undefined };
  const result = await client.call("POST", `${repoPath(repo)}/pulls/${number}/reviews`, {
    event: events[response.action],
    body: response.message,
    commit_id: response.head,
  });
  if (result.kind === "answer" && result.answer.status === 200) return { kind: "done", value: undefined };
  const failure = writeFailure(result, session.now());
  if (failure.kind !== "rejected" || failure.reason !== "conflict") return failure;
  // A server that does not know the commit any more may have seen that somebody moved the branch.
  const now = await readOne(session, repo, number);
  return now.ok ? (obstacleTo(now.value.summary, response) ?? failure) : failure;
}
