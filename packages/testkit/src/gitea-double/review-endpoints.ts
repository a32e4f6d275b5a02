import { type HostedReview, jsonAnswer, type Pull, type StagedAnswer } from "../hosting/index.ts";
import { apiError, notFound, type RepoCall, type Signed, textOf } from "./call.ts";
import { cut, listAnswer, pageOf } from "./paging.ts";
import { presentReview } from "./present-pull.ts";
import { pullOf } from "./pull-endpoints.ts";

/** `GET …/pulls/{index}/reviews`: oldest first; what others have not submitted is not shown, but counted. */
export async function listReviews(call: RepoCall): Promise<StagedAnswer> {
  const pull = pullOf(call);
  if (pull === undefined) return notFound(call);
  const page = cut(pull.reviews, pageOf(call)).filter((review) => mayRead(call, review));
  const shown = page.map((review) => presentReview(call, call.repo, pull, review));
  return listAnswer(call, shown, pull.reviews.length, "unlinked");
}

function mayRead({ user }: RepoCall, review: HostedReview): boolean {
  return review.state !== "pending" || user?.siteAdmin === true || user?.login === review.by;
}

function reviewOf(call: RepoCall): { readonly pull: Pull; readonly review: HostedReview } | null {
  const pull = pullOf(call);
  const review = pull?.reviews.find(({ id }) => id === Number(call.params["id"]));
  return pull !== undefined && review !== undefined && mayRead(call, review) ? { pull, review } : null;
}

/** `GET …/pulls/{index}/reviews/{id}` */
export async function getReview(call: RepoCall): Promise<StagedAnswer> {
  const found = reviewOf(call);
  if (found === null) return notFound(call);
  return jsonAnswer(200, presentReview(call, call.repo, found.pull, found.review));
}

/** `POST …/pulls/{index}/reviews`: answers 200. Without an event it stays pending. Nobody approves their own pull. */
export async function createReview(call: Signed<RepoCall>): Promise<StagedAnswer> {
  const pull = pullOf(call);
  if (pull === undefined) return notFound(call);
  const state = stateAsked(
    call,
    pull,
    Array.isArray(call.body["comments"]) && call.body["comments"].length > 0,
  );
  if (typeof state !== "string") return state;
  const asked = textOf(call.body, "commit_id") ?? "";
  const review = call.repo.pulls.review(pull.number, {
    by: call.user.login,
    state,
    body: textOf(call.body, "body") ?? "",
    commit: asked === "" ? pull.head : asked,
    submittedAt: state === "pending" ? null : call.hosting.clock(),
  });
  return answerReview(call, pull.number, review);
}

/** `POST …/pulls/{index}/reviews/{id}`: submits a pending review, for the present head. */
export async function submitReview(call: Signed<RepoCall>): Promise<StagedAnswer> {
  const found = reviewOf(call);
  if (found === null) return notFound(call);
  const { pull, review } = found;
  if (review.state !== "pending") return apiError(call, 422, "only a pending review can be submitted");
  const state = stateAsked(call, pull, false);
  if (typeof state !== "string") return state;
  if (state === "pending") return apiError(call, 422, "review stay pending");
  const patch = {
    state,
    body: textOf(call.body, "body") ?? "",
    commit: pull.head,
    submittedAt: call.hosting.clock(),
  };
  return answerReview(call, pull.number, call.repo.pulls.patchReview(pull.number, review.id, patch));
}

/** `POST …/reviews/{id}/dismissals` and `…/undismissals`: by admins, for what approves or asks for changes. */
export async function dismissReview(call: Signed<RepoCall>): Promise<StagedAnswer> {
  if (call.permission !== "admin") return apiError(call, 403, "Must be repo admin");
  const found = reviewOf(call);
  if (found === null) return notFound(call);
  const { pull, review } = found;
  if (review.state !== "approved" && review.state !== "changes_requested") {
    return apiError(
      call,
      403,
      "not need to dismiss this review because it's type is not Approve or change request",
    );
  }
  const dismissed = call.request.path.endsWith("/dismissals");
  return answerReview(call, pull.number, call.repo.pulls.patchReview(pull.number, review.id, { dismissed }));
}

function answerReview(call: RepoCall, number: number, review: HostedReview): StagedAnswer {
  const pull = call.repo.pulls.get(number);
  return pull === undefined ? notFound(call) : jsonAnswer(200, presentReview(call, call.repo, pull, review));
}

function stateAsked(
  call: Signed<RepoCall>,
  pull: Pull,
  hasComments: boolean,
): HostedReview["state"] | StagedAnswer {
  const event = textOf(call.body, "event") ?? "";
  const hasBody = (textOf(call.body, "body") ?? "").trim() !== "";
  const isOwn = pull.author === call.user.login;
  switch (event) {
    case "APPROVED":
      return isOwn ? apiError(call, 422, "approve your own pull is not allowed") : "approved";
    case "REQUEST_CHANGES":
      if (isOwn) return apiError(call, 422, "reject your own pull is not allowed");
      return hasBody ? "changes_requested" : apiError(call, 422, `review event ${event} requires a body`);
    case "COMMENT":
      if (hasBody || hasComments) return "comment";
      return apiError(call, 422, `review event ${event} requires a body or a comment`);
    default:
      return hasBody ? "pending" : apiError(call, 422, `review event ${event} requires a body`);
  }
}
