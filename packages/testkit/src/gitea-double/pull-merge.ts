import {
  type MergeResult,
  mergePull,
  mergesCleanly,
  type Pull,
  type StagedAnswer,
} from "../hosting/index.ts";
import { apiError, emptyAnswer, missingField, notFound, type RepoCall, type Signed, textOf } from "./call.ts";
import { isDraftTitle } from "./present-pull.ts";
import { canWrite } from "./pull-endpoints.ts";

/**
 * `POST …/pulls/{index}/merge`: merges with a commit of two parents, or squashes. What forbids a merge is looked at
 * before the expected head, as real servers do: a closed pull is 404, a merged one, a draft, a conflict, a protected
 * base and a user who may not write are 405; another head than expected and a hook that declines are 409.
 */
export async function postMerge(call: Signed<RepoCall>): Promise<StagedAnswer> {
  const { repo, body } = call;
  const flaw = missingField(call, ["Do"]);
  if (flaw !== null) return flaw;
  const pull = repo.pulls.get(Number(call.params["index"]));
  if (pull === undefined) return notFound(call);
  const refused = await whyNot(call, pull);
  if (refused !== null) return refused;
  const style = textOf(body, "Do");
  if (style !== "merge" && style !== "squash") {
    return apiError(call, 405, `${style} is not allowed an allowed merge style for this repository`);
  }
  const expectedHead = textOf(body, "head_commit_id") ?? "";
  const merged = await mergePull(repo, {
    number: pull.number,
    by: call.user,
    at: call.hosting.clock(),
    message: messageOf(call, pull),
    style,
    ...(expectedHead === "" ? {} : { expectedHead }),
  });
  if (merged.kind !== "done") return answerRefused(call, merged);
  if (body["delete_branch_after_merge"] === true) await deleteHead(call, pull);
  return emptyAnswer(200);
}

async function whyNot(call: Signed<RepoCall>, pull: Pull): Promise<StagedAnswer | null> {
  if (pull.merged) return apiError(call, 405, "");
  if (pull.state === "closed") return notFound(call);
  if (!canWrite(call)) return apiError(call, 405, "User not allowed to merge PR");
  if (isDraftTitle(pull.title)) return apiError(call, 405, "Work in progress PRs cannot be merged");
  const guard = call.repo.guards.get(`refs/heads/${pull.base}`);
  if (guard?.kind === "protected") return apiError(call, 405, `Not allowed to merge: ${guard.message}`);
  const base = await call.repo.refs.read(`refs/heads/${pull.base}`);
  const isClean = base !== null && (await mergesCleanly(call.repo, base, pull.head));
  return isClean ? null : apiError(call, 405, "Please try again later");
}

function answerRefused(call: RepoCall, result: Exclude<MergeResult, { kind: "done" }>): StagedAnswer {
  switch (result.kind) {
    case "head_moved":
      return apiError(call, 409, "head out of date");
    case "base_moved":
      return apiError(call, 409, "merge push out of date");
    case "guarded":
      return apiError(call, 409, `PushRejected with remote message: ${result.message}`);
    case "conflict":
      return apiError(call, 409, "merge failed because of conflict");
    case "not_open":
    case "not_found":
      return notFound(call);
  }
}

function messageOf({ body, repo }: RepoCall, pull: Pull): string {
  const asked = (textOf(body, "MergeTitleField") ?? "").trim();
  const title =
    asked === ""
      ? `Merge pull request '${pull.title}' (#${pull.number}) from ${pull.headBranch} into ${pull.base}`
      : asked;
  const more = (textOf(body, "MergeMessageField") ?? "").trim();
  const reviewed = more === "" ? `Reviewed-on: ${repo.fullName}/pulls/${pull.number}` : more;
  return `${title}\n\n${reviewed}\n`;
}

/** Only while it still has the merged head and no other open pull needs it. */
async function deleteHead({ repo }: RepoCall, pull: Pull): Promise<void> {
  const ref = `refs/heads/${pull.headBranch}`;
  const isNeeded = [...repo.pulls.view().values()].some(
    (one) => one.state === "open" && one.headBranch === pull.headBranch,
  );
  if (!isNeeded && !repo.guards.has(ref)) await repo.refs.update([{ ref, from: pull.head, to: null }]);
}
