import { type Json, instant, json, list, maybeJson, number, text, textOr } from "../http/fields.ts";
import { isOid } from "../names.ts";
import type { ProposalResponse, ProposalResponseDraft, ProposalSummary, WriteResult } from "../port.ts";
import { failed, nullOid, ok, type Result, refusal } from "../problem.ts";
import { hasAnswered, latestOf, mergedAt, untilMerged } from "../responses.ts";
import { readLogin } from "./account.ts";
import type { GithubClient } from "./client.ts";
import { loginOf } from "./mapping.ts";
import { readFresh } from "./pulls.ts";
import { hasNext, readRest } from "./rest.ts";
import { accountOf } from "./rest-pulls.ts";
import { type GithubSession, repoPath } from "./session.ts";
import { hasStatus, writeFailure } from "./write.ts";

/** Pages of a list that are read. */
const mostPages = 20;

/** A review that approves or asks for changes, or did before it was dismissed: then GitHub tells apart which. */
interface Review extends Omit<ProposalResponse, "action"> {
  readonly id: string;
  readonly action: ProposalResponse["action"] | undefined;
}

const actions: Readonly<Record<string, ProposalResponse["action"]>> = {
  APPROVED: "approve",
  CHANGES_REQUESTED: "reject",
};

/**
 * The latest review of each person that approves or asks for changes, of a merged proposal from before. `node` is the answer that the proposal was read from:
 * it holds the newest hundred where GraphQL was asked for them. Else REST lists all, by one request where there are at most
 * a hundred, and one more where something was dismissed.
 */
export async function readResponses(
  client: GithubClient,
  summary: ProposalSummary,
  node: Json,
): Promise<Result<readonly ProposalResponse[]>> {
  const connection = maybeJson(node["reviews"]);
  const hasMore = maybeJson(connection?.["pageInfo"])?.["hasPreviousPage"] !== false;
  if (connection === undefined || hasMore) return readByRest(client, summary);
  const reviews = latest(list(connection["nodes"], "reviews").flatMap(readReview), summary);
  const events = list(json(node["dismissals"], "events")["nodes"], "events");
  return toldInFull(reviews, events.flatMap(readDismissal));
}

function latest(reviews: readonly Review[], summary: ProposalSummary): readonly Review[] {
  return latestOf(untilMerged(reviews, mergedAt(summary)));
}

async function readByRest(
  client: GithubClient,
  summary: ProposalSummary,
): Promise<Result<readonly ProposalResponse[]>> {
  const { repo, number: wanted } = summary.ref;
  const listed = await readPages(client, `${repoPath(repo)}/pulls/${wanted}/reviews`, (each) =>
    readReview(reviewNode(each)),
  );
  if (!listed.ok) return listed;
  const reviews = latest(listed.value, summary);
  if (reviews.every(({ action }) => action !== undefined)) return toldInFull(reviews, []);
  const events = await readPages(client, `${repoPath(repo)}/issues/${wanted}/events`, (each) =>
    readDismissal(dismissalNode(each)),
  );
  return events.ok ? toldInFull(reviews, events.value) : events;
}

async function readPages<T>(
  client: GithubClient,
  path: string,
  read: (value: unknown) => readonly T[],
): Promise<Result<readonly T[]>> {
  const items: T[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const found = await readRest(client, `${path}?per_page=100&page=${page}`, (data, headers) => ({
      items: list(data, "items").flatMap(read),
      isLast: !hasNext(headers),
    }));
    if (!found.ok) return found;
    items.push(...found.value.items);
    if (found.value.isLast) return ok(items);
  }
  return failed("incomplete", `${path}: there are more than are looked through`);
}

/** Reads a review of GraphQL; none of a comment or of what was only begun. Throws AnswerError. */
function readReview(value: unknown): readonly Review[] {
  const review = json(value, "a review");
  const state = text(review, "state");
  const isDismissed = state === "DISMISSED";
  if (!isDismissed && actions[state] === undefined) return [];
  const commit = textOr(maybeJson(review["commit"]) ?? {}, "oid");
  return [
    {
      id: text(review, "id"),
      by: loginOf(review["author"]) ?? "somebody",
      action: actions[state],
      at: instant(review, "submittedAt") ?? 0,
      message: textOr(review, "body"),
      head: isOid(commit) ? commit : nullOid,
      ...(isDismissed ? { void: "dismissed" } : {}),
    },
  ];
}

/** What a dismissed review was before. */
type Dismissal = readonly [review: string, action: ProposalResponse["action"] | undefined];

/** Reads an event of GraphQL; none of one about no review that is still there. Throws AnswerError. */
function readDismissal(value: unknown): readonly Dismissal[] {
  const event = json(value, "an event");
  const id = textOr(maybeJson(event["review"]) ?? {}, "id");
  return id === "" ? [] : [[id, actions[textOr(event, "previousReviewState").toUpperCase()]]];
}

/** A review of REST in the shape of GraphQL, but for its id. Throws AnswerError. */
function reviewNode(value: unknown): Json {
  const review = json(value, "a review");
  return {
    id: String(number(review, "id")),
    state: review["state"],
    body: review["body"],
    submittedAt: review["submitted_at"],
    author: accountOf(review["user"]),
    commit: { oid: review["commit_id"] },
  };
}

function dismissalNode(value: unknown): Json {
  const dismissed = maybeJson(maybeJson(value)?.["dismissed_review"]);
  if (dismissed === undefined) return {};
  return {
    review: { id: String(number(dismissed, "review_id")) },
    previousReviewState: dismissed["state"],
  };
}

/** Says of the dismissed ones what they were; where nothing tells, the list lacks something (F5). */
function toldInFull(
  reviews: readonly Review[],
  dismissals: readonly Dismissal[],
): Result<readonly ProposalResponse[]> {
  const before = new Map(dismissals);
  const responses: ProposalResponse[] = [];
  for (const { id, action = before.get(id), ...rest } of reviews) {
    if (action === undefined) return failed("incomplete", `what ${rest.by} had answered was not told`);
    responses.push({ ...rest, action });
  }
  return ok(responses);
}

/** Why a response cannot be given to a proposal as it was read; `undefined` when it can. */
export function obstacleTo(
  { state, head }: ProposalSummary,
  response: ProposalResponseDraft,
): WriteResult<never> | undefined {
  if (response.action === "reject" && response.message.trim() === "")
    return { kind: "rejected", reason: "unsupported", hint: "GitHub takes no rejection without words" };
  return state === "open" && head === response.head ? undefined : { kind: "lost_race" };
}

const events = { approve: "APPROVE", reject: "REQUEST_CHANGES" } as const;

/** Gives a response as a review of exactly its head, unless the same one stands already. */
export async function giveResponse(
  session: GithubSession,
  client: GithubClient,
  summary: ProposalSummary,
  node: Json,
  response: ProposalResponseDraft,
): Promise<WriteResult<void>> {
  const { ref, openedBy } = summary;
  const login = await readLogin(client, session.memory);
  if (!login.ok) return refusal(login.problem, session.now());
  if (login.value === openedBy)
    return { kind: "rejected", reason: "ineligible", hint: `${openedBy} opened it, and may not answer it` };
  const before = await readResponses(client, summary, node);
  if (!before.ok) return refusal(before.problem, session.now());
  if (hasAnswered(before.value, login.value, response)) return { kind: "done", value: undefined };
  const result = await client.rest("POST", `${repoPath(ref.repo)}/pulls/${ref.number}/reviews`, {
    event: events[response.action],
    body: response.message,
    commit_id: response.head,
  });
  if (hasStatus(result, 200)) return { kind: "done", value: undefined };
  const failure = writeFailure(result, session.now());
  if (failure.kind !== "rejected" || failure.reason !== "conflict") return failure;
  // A commit that is none of the proposal's any more: somebody put the branch elsewhere.
  const now = await readFresh(session, client, ref);
  return now.ok ? (obstacleTo(now.value.pull.summary, response) ?? failure) : failure;
}
