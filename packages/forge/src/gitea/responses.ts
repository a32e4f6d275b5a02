import type {
  ProposalResponse,
  ProposalResponseDraft,
  ProposalSummary,
  RepoName,
  WriteResult,
} from "../port.ts";
import { ok, type Result, refusal } from "../problem.ts";
import { hasAnswered, latestOf, mergedAt, untilMerged } from "../responses.ts";
import { readLogin } from "./account.ts";
import { repoPath, writeFailure } from "./client.ts";
import { readShown } from "./lists.ts";
import { readReview } from "./mapping.ts";
import { readOne } from "./pulls.ts";
import type { GiteaSession } from "./session.ts";

/**
 * The latest review of each person that approves or asks for changes, of a merged proposal from before; by one request where there are at
 * most fifty.
 */
export async function readResponses(
  { client }: Pick<GiteaSession, "client">,
  repo: RepoName,
  summary: ProposalSummary,
): Promise<Result<readonly ProposalResponse[]>> {
  const path = `${repoPath(repo)}/pulls/${summary.ref.number}/reviews`;
  const found = await readShown(client, path, { what: "reviews", read: readReview });
  if (!found.ok) return found;
  const reviews = found.value.filter((each) => each !== undefined);
  return ok(latestOf(untilMerged(reviews, mergedAt(summary))));
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
  summary: ProposalSummary,
  response: ProposalResponseDraft,
): Promise<WriteResult<void>> {
  const {
    ref: { repo, number },
    openedBy,
  } = summary;
  const { client, memory } = session;
  const login = await readLogin(client, memory);
  if (!login.ok) return refusal(login.problem, session.now());
  if (login.value === openedBy)
    return { kind: "rejected", reason: "ineligible", hint: `${openedBy} opened it, and may not answer it` };
  const before = await readResponses(session, repo, summary);
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
