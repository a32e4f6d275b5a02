import { jsonAnswer, type Pull, type StagedAnswer } from "../hosting/index.ts";
import {
  apiError,
  emptyAnswer,
  missingField,
  notFound,
  numbersOf,
  type RepoCall,
  type Signed,
  textOf,
} from "./call.ts";
import { knownLabels, labelBase, labelById } from "./label-lookup.ts";
import { listAnswer } from "./paging.ts";
import { presentComment } from "./present-pull.ts";
import { presentLabel } from "./present-repo.ts";
import { canWrite, pullOf } from "./pull-endpoints.ts";

/** `GET …/issues/{index}/comments`: all of them, oldest first. A number that is none is answered 500, as real servers do. */
export async function listComments(call: RepoCall): Promise<StagedAnswer> {
  const pull = pullOf(call);
  if (pull === undefined) return apiError(call, 500, "issue does not exist");
  const since = Date.parse(call.request.query.get("since") ?? "1970-01-01T00:00:00Z");
  const before = Date.parse(call.request.query.get("before") ?? "9999-01-01T00:00:00Z");
  if (Number.isNaN(since) || Number.isNaN(before)) return apiError(call, 422, "cannot parse the time");
  const comments = pull.comments.filter(({ updatedAt }) => updatedAt >= since && updatedAt <= before);
  const shown = comments.map((comment) => presentComment(call, call.repo, pull.number, comment));
  return listAnswer(call, shown, comments.length, "unlinked");
}

/** `POST …/issues/{index}/comments`: who may read may write one. */
export async function createComment(call: Signed<RepoCall>): Promise<StagedAnswer> {
  const flaw = missingField(call, ["body"]);
  if (flaw !== null) return flaw;
  const pull = pullOf(call);
  if (pull === undefined) return apiError(call, 500, "issue does not exist");
  const comment = call.repo.pulls.comment(pull.number, call.user.login, textOf(call.body, "body") ?? "");
  return jsonAnswer(201, presentComment(call, call.repo, pull.number, comment));
}

/** `PATCH …/issues/comments/{id}`: who wrote it, and who may write here. */
export async function editComment(call: Signed<RepoCall>): Promise<StagedAnswer> {
  const flaw = missingField(call, ["body"]);
  if (flaw !== null) return flaw;
  const found = call.repo.pulls.commentById(Number(call.params["id"]));
  if (found === undefined) return notFound(call);
  if (found.comment.by !== call.user.login && !canWrite(call)) return emptyAnswer(403);
  const comment = call.repo.pulls.editComment(found.comment.id, textOf(call.body, "body") ?? "");
  return jsonAnswer(200, presentComment(call, call.repo, found.pull.number, comment));
}

/** `GET …/issues/{index}/labels` */
export async function listIssueLabels(call: RepoCall): Promise<StagedAnswer> {
  const pull = pullOf(call);
  return pull === undefined ? notFound(call) : jsonAnswer(200, presentLabels(call, pull));
}

/** `POST …/issues/{index}/labels` adds, `PUT` replaces: by id. Ids that are no label are passed over. */
export async function putIssueLabels(call: Signed<RepoCall>): Promise<StagedAnswer> {
  const pull = pullOf(call);
  if (pull === undefined) return notFound(call);
  if (!canWrite(call)) return apiError(call, 403, "write permission is required");
  const old = call.request.method === "POST" ? pull.labels : [];
  const labels = knownLabels(call, call.repo, [...old, ...(numbersOf(call.body, "labels") ?? [])]);
  return jsonAnswer(200, presentLabels(call, call.repo.pulls.patch(pull.number, { labels })));
}

/** `DELETE …/issues/{index}/labels[/{id}]` */
export async function deleteIssueLabels(call: Signed<RepoCall>): Promise<StagedAnswer> {
  const pull = pullOf(call);
  if (pull === undefined) return notFound(call);
  if (!canWrite(call)) return emptyAnswer(403);
  const id = call.params["id"];
  if (id !== undefined && labelById(call, call.repo, Number(id)) === undefined) {
    return apiError(call, 422, `label does not exist [label_id: ${id}]`);
  }
  const labels = id === undefined ? [] : pull.labels.filter((label) => label !== Number(id));
  call.repo.pulls.patch(pull.number, { labels });
  return emptyAnswer(204);
}

function presentLabels(call: RepoCall, pull: Pull) {
  return pull.labels
    .flatMap((id) => labelById(call, call.repo, id) ?? [])
    .map(({ label, scope }) => presentLabel(labelBase(call, call.repo, scope), label));
}
