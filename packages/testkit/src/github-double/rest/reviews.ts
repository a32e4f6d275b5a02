import { textAt } from "../json.ts";
import { dismissalJson, reviewJson } from "../json-pull.ts";
import { actorOf, openRepo } from "../open-repo.ts";
import { pageOf } from "../paging.ts";
import { notFound, RestProblem } from "../problem.ts";
import { type Answer, type Call, ok } from "../world.ts";
import { needPull } from "./pulls.ts";

const states = { APPROVE: "approved", REQUEST_CHANGES: "changes_requested", COMMENT: "comment" } as const;

const refused = (message: string): RestProblem =>
  new RestProblem(422, "Unprocessable Entity", { errors: [message] });

/** `GET pulls/{pull_number}/reviews`: oldest first; begun ones only for who began them. */
export async function listReviews(call: Call): Promise<Answer> {
  const { world, identity } = call;
  const repo = await openRepo(call, { permission: "pull_requests", level: "read" });
  const pull = needPull(call, repo);
  const self = identity.kind === "user" || identity.kind === "installation" ? identity.user.login : undefined;
  const seen = pull.reviews.filter(({ state, by }) => state !== "pending" || by === self);
  const { items, headers } = pageOf(seen, call.url);
  return ok(
    items.map((review) => reviewJson(world, repo, pull.number, review)),
    headers,
  );
}

/** `POST pulls/{pull_number}/reviews`. Without an event the review is only begun. */
export async function createReview(call: Call): Promise<Answer> {
  const { world, body } = call;
  const repo = await openRepo(call, { permission: "pull_requests", level: "write", role: "read" });
  const pull = needPull(call, repo);
  const by = actorOf(call).login;
  const event = textAt(body, "event");
  const state =
    event === "APPROVE" || event === "REQUEST_CHANGES" || event === "COMMENT" ? states[event] : "pending";
  const text = textAt(body, "body") ?? "";
  if (by === pull.author && state === "approved") throw refused("Can not approve your own pull request");
  if (by === pull.author && state === "changes_requested") {
    throw refused("Can not request changes on your own pull request");
  }
  if (text === "" && (state === "changes_requested" || state === "comment")) {
    throw refused("Body can't be blank");
  }
  const commit = textAt(body, "commit_id") ?? pull.head;
  const commits = await repo.history.between(pull.baseOid, pull.head);
  if (!commits.some(({ oid }) => oid === commit)) throw refused("Commit is not part of the pull request");
  const review = repo.pulls.review(pull.number, {
    by,
    state,
    body: text,
    commit,
    submittedAt: state === "pending" ? null : world.now(),
  });
  return ok(reviewJson(world, repo, pull.number, review));
}

/** `GET issues/{issue_number}/events` of a pull: only reviews that were dismissed, which the hosting remembers. */
export async function listEvents(call: Call): Promise<Answer> {
  const { world } = call;
  const repo = await openRepo(
    call,
    { permission: "issues", level: "read" },
    { permission: "pull_requests", level: "read" },
  );
  const pull = needPull(call, repo, "issue_number");
  const dismissed = pull.reviews.filter((review) => review.dismissed);
  const { items, headers } = pageOf(dismissed, call.url);
  return ok(
    items.map((review) => dismissalJson(world, repo, pull.number, review)),
    headers,
  );
}

/** `PUT pulls/{pull_number}/reviews/{review_id}/dismissals`. */
export async function dismissReview(call: Call): Promise<Answer> {
  const repo = await openRepo(call, { permission: "pull_requests", level: "write" });
  const pull = needPull(call, repo);
  const id = Number(call.path["review_id"]);
  const review = pull.reviews.find((one) => one.id === id);
  if (review === undefined) throw notFound();
  if (review.state === "pending" || review.state === "comment") {
    throw refused("Can not dismiss a commented pull request review");
  }
  const dismissed = repo.pulls.patchReview(pull.number, id, { dismissed: true });
  return ok(reviewJson(call.world, repo, pull.number, dismissed));
}
