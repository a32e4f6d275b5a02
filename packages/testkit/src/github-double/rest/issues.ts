import type { HostedLabel, HostedRepo } from "../../hosting/index.ts";
import { isObject, listAt, textAt } from "../json.ts";
import { issueJson } from "../json-issue.ts";
import { commentJson, labelJson, labelsOf } from "../json-pull.ts";
import { actorOf, isGranted, openRepo } from "../open-repo.ts";
import { pageOf } from "../paging.ts";
import { forbidden, notFound, RestProblem, validationFailed } from "../problem.ts";
import { type Answer, type Call, created, noContent, ok } from "../world.ts";
import { needPull } from "./pulls.ts";

/** Comments and labels of a pull need either permission. */
const read = [
  { permission: "issues", level: "read" },
  { permission: "pull_requests", level: "read" },
] as const;
const write = [
  { permission: "issues", level: "write" },
  { permission: "pull_requests", level: "write" },
] as const;

const commenting = write.map((wish) => ({ ...wish, role: "read" }) as const);

/** `GET issues/{issue_number}`: of a pull, which is an issue too. It tells who closed it. */
export async function getIssue(call: Call): Promise<Answer> {
  const repo = await openRepo(call, ...read);
  return ok(issueJson(call.world, repo, needPull(call, repo, "issue_number")));
}

/** `GET issues/{issue_number}/comments`: oldest first. */
export async function listComments(call: Call): Promise<Answer> {
  const repo = await openRepo(call, ...read);
  const pull = needPull(call, repo, "issue_number");
  const since = Date.parse(call.url.searchParams.get("since") ?? "") || 0;
  const found = pull.comments.filter(({ updatedAt }) => updatedAt >= since);
  const { items, headers } = pageOf(found, call.url);
  return ok(
    items.map((comment) => commentJson(call.world, repo, pull.number, comment)),
    headers,
  );
}

/** `POST issues/{issue_number}/comments`. */
export async function createComment(call: Call): Promise<Answer> {
  const repo = await openRepo(call, ...commenting);
  const pull = needPull(call, repo, "issue_number");
  const body = textAt(call.body, "body") ?? "";
  if (body.trim() === "") {
    throw validationFailed([{ resource: "IssueComment", code: "missing_field", field: "body" }]);
  }
  const made = repo.pulls.comment(pull.number, actorOf(call).login, body);
  return created(commentJson(call.world, repo, pull.number, made));
}

/** `PATCH issues/comments/{comment_id}`: who wrote it, and who may write here. */
export async function editComment(call: Call): Promise<Answer> {
  const repo = await openRepo(call, ...commenting);
  const found = repo.pulls.commentById(Number(call.path["comment_id"]));
  if (found === undefined) throw notFound();
  const mayEdit =
    found.comment.by === actorOf(call).login ||
    write.some((wish) => isGranted(call.world, call.identity, repo, { ...wish, role: "write" }));
  if (!mayEdit) throw forbidden("Must have admin rights to Repository.");
  const edited = repo.pulls.editComment(found.comment.id, textAt(call.body, "body") ?? "");
  return ok(commentJson(call.world, repo, found.pull.number, edited));
}

/** `GET labels` of a repository. */
export async function listRepoLabels(call: Call): Promise<Answer> {
  const repo = await openRepo(call, ...read);
  const { items, headers } = pageOf(repo.labels.list(), call.url);
  return ok(
    items.map((label) => labelJson(call.world, repo, label)),
    headers,
  );
}

/** `POST labels` of a repository. */
export async function createRepoLabel(call: Call): Promise<Answer> {
  const { body } = call;
  const repo = await openRepo(call, ...write);
  const name = textAt(body, "name") ?? "";
  if (repo.labels.byName(name, "fold") !== undefined) {
    throw validationFailed([{ resource: "Label", code: "already_exists", field: "name" }]);
  }
  const color = textAt(body, "color") ?? "ededed";
  if (!/^[0-9a-f]{6}$/i.test(color)) {
    throw validationFailed([{ resource: "Label", code: "invalid", field: "color" }]);
  }
  const label = repo.labels.add({ name, color, description: textAt(body, "description") ?? "" });
  return created(labelJson(call.world, repo, label));
}

/** `GET issues/{issue_number}/labels`. */
export async function listLabels(call: Call): Promise<Answer> {
  const repo = await openRepo(call, ...read);
  const pull = needPull(call, repo, "issue_number");
  const { items, headers } = pageOf(labelsOf(repo, pull), call.url);
  return ok(
    items.map((label) => labelJson(call.world, repo, label)),
    headers,
  );
}

/** `POST` adds, `PUT` replaces; a label that does not exist is made. */
export async function writeLabels(call: Call): Promise<Answer> {
  const repo = await openRepo(call, ...write);
  const pull = needPull(call, repo, "issue_number");
  const named = namesIn(call).map((name) => labelNamed(repo, name).id);
  const kept = call.method === "POST" ? pull.labels : [];
  return labelsAnswer(call, repo, pull.number, [...new Set([...kept, ...named])]);
}

function namesIn(call: Call): string[] {
  return listAt(call.body, "labels").map((one) =>
    isObject(one) ? (textAt(one, "name") ?? "") : String(one),
  );
}

function labelNamed(repo: HostedRepo, name: string): HostedLabel {
  return repo.labels.byName(name, "fold") ?? repo.labels.add({ name, color: "ededed", description: "" });
}

/** `DELETE issues/{issue_number}/labels`. */
export async function clearLabels(call: Call): Promise<Answer> {
  const repo = await openRepo(call, ...write);
  const pull = needPull(call, repo, "issue_number");
  repo.pulls.patch(pull.number, { labels: [] });
  return noContent;
}

/** `DELETE issues/{issue_number}/labels/{name}`: answers with those that are left. */
export async function removeLabel(call: Call): Promise<Answer> {
  const repo = await openRepo(call, ...write);
  const pull = needPull(call, repo, "issue_number");
  const label = repo.labels.byName(call.path["name"] ?? "", "fold");
  if (label === undefined || !pull.labels.includes(label.id))
    throw new RestProblem(404, "Label does not exist");
  const left = pull.labels.filter((id) => id !== label.id);
  return labelsAnswer(call, repo, pull.number, left);
}

function labelsAnswer(call: Call, repo: HostedRepo, number: number, labels: readonly number[]): Answer {
  const pull = repo.pulls.patch(number, { labels });
  return ok(labelsOf(repo, pull).map((label) => labelJson(call.world, repo, label)));
}
