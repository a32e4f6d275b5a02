import type { HostedRepo, Hosting } from "./hosting/index.ts";
import { type Person, personAt } from "./person.ts";
import { fixedTime } from "./plain-git.ts";

/** Somebody at a repository that is hosted: what they push is pushed past the server, and what they answer the server keeps. */
export function hostedPerson(hosting: Hosting, repo: HostedRepo, email?: string): Person {
  const reviewOf = (number: number, by: string) =>
    repo.pulls.get(number)?.reviews.findLast((review) => review.by === by && review.state !== "comment");
  return {
    ...personAt(repo.path, email),
    async respond({ number, by, action, message, time = fixedTime }) {
      hosting.users.add(by);
      await hosting.notice(repo);
      const pull = repo.pulls.get(number);
      if (pull === undefined) throw new Error(`there is no pull ${number}`);
      const state = action === "approve" ? "approved" : "changes_requested";
      repo.pulls.review(number, { by, state, body: message, commit: pull.head, submittedAt: time });
    },
    async dismiss({ number, by }) {
      const review = reviewOf(number, by);
      if (review === undefined) throw new Error(`${by} has not answered ${number}`);
      repo.pulls.patchReview(number, review.id, { dismissed: true });
    },
  };
}
