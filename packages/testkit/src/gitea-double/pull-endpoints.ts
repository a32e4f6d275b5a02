import {
  closePull,
  jsonAnswer,
  openPull,
  type Pull,
  reopenPull,
  type StagedAnswer,
} from "../hosting/index.ts";
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
import { knownLabels } from "./label-lookup.ts";
import { cut, listAnswer, pageOf } from "./paging.ts";
import { isDraftTitle, presentPull } from "./present-pull.ts";

/** The pull a path names, perhaps as it was before some writes. */
export function pullOf({ repo, params, request }: RepoCall): Pull | undefined {
  return repo.pulls.get(Number(params["index"]), request.staleBy);
}

/** `GET /repos/{owner}/{repo}/pulls` */
export async function listPulls(call: RepoCall): Promise<StagedAnswer> {
  const { query } = call.request;
  const state = query.get("state") ?? "open";
  const labels = query.getAll("labels").map(Number);
  const pulls = [...call.repo.pulls.view(call.request.staleBy).values()]
    .filter((pull) => state === "all" || pull.state === state)
    .filter((pull) => labels.every((id) => pull.labels.includes(id)))
    .sort(orders.get(query.get("sort") ?? "") ?? newest);
  const page = cut(pulls, pageOf(call));
  const shown = await Promise.all(page.map((pull) => presentPull(call, call.repo, pull, call.user)));
  return listAnswer(call, shown, pulls.length);
}

type Order = (a: Pull, b: Pull) => number;

const newest: Order = (a, b) => b.createdAt - a.createdAt || b.number - a.number;
const orders = new Map<string, Order>([
  ["oldest", (a, b) => -newest(a, b)],
  ["recentupdate", (a, b) => b.updatedAt - a.updatedAt || newest(a, b)],
  ["leastupdate", (a, b) => a.updatedAt - b.updatedAt || newest(a, b)],
  ["recentclose", (a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0) || newest(a, b)],
  ["mostcomment", (a, b) => b.comments.length - a.comments.length || newest(a, b)],
  ["leastcomment", (a, b) => a.comments.length - b.comments.length || newest(a, b)],
]);

/** `GET /repos/{owner}/{repo}/pulls/{index}`: 404 for an issue's number. */
export async function getPull(call: RepoCall): Promise<StagedAnswer> {
  const pull = pullOf(call);
  return pull === undefined ? notFound(call) : answerPull(call, 200, pull);
}

/** `GET /repos/{owner}/{repo}/pulls/{base}/{head}`: the first that ever was, whatever its state. Since 1.22. */
export async function getPullByBranches(call: RepoCall): Promise<StagedAnswer> {
  const { base, head } = call.params;
  const pull = [...call.repo.pulls.view(call.request.staleBy).values()].find(
    (one) => one.base === base && one.headBranch === head && one.headRepo === null,
  );
  return pull === undefined ? notFound(call) : answerPull(call, 200, pull);
}

async function answerPull(call: RepoCall, status: number, pull: Pull): Promise<StagedAnswer> {
  return jsonAnswer(status, await presentPull(call, call.repo, pull, call.user));
}

/** `POST /repos/{owner}/{repo}/pulls`: who may read may ask. Labels that are none are passed over. */
export async function createPull(call: Signed<RepoCall>): Promise<StagedAnswer> {
  const { body, repo } = call;
  const flaw = missingField(call, ["head", "base", "title"]);
  if (flaw !== null) return flaw;
  const [base, head] = [textOf(body, "base") ?? "", textOf(body, "head") ?? ""];
  if (base === head) {
    return apiError(call, 422, "Invalid PullRequest: There are no changes between the head and the base");
  }
  const headBranch = ownBranch(call, head);
  if (headBranch === null) return notFound(call);
  const title = textOf(body, "title") ?? "";
  const draft = {
    title,
    draft: isDraftTitle(title),
    body: textOf(body, "body") ?? "",
    base,
    headBranch,
    author: call.user.login,
    labels: knownLabels(call, repo, numbersOf(body, "labels") ?? []),
  };
  const opened = await openPull(repo, draft, { allowEmpty: true });
  if (opened.kind === "exists") return apiError(call, 409, existsMessage(repo.id, opened.pull));
  return opened.kind === "done" ? answerPull(call, 201, opened.pull) : notFound(call);
}

/** `owner:branch` is a branch here when the owner owns this repository; forks are not served. */
function ownBranch({ repo }: RepoCall, head: string): string | null {
  const [owner = "", branch, ...rest] = head.split(":");
  if (branch === undefined) return head;
  return rest.length === 0 && owner.toLowerCase() === repo.owner.toLowerCase() ? branch : null;
}

function existsMessage(repoId: number, pull: Pull): string {
  const repos = `head_repo_id: ${repoId}, base_repo_id: ${repoId}`;
  const branches = `head_branch: ${pull.headBranch}, base_branch: ${pull.base}`;
  return (
    "pull request already exists for these targets " +
    `[id: ${pull.id}, issue_id: ${pull.number}, ${repos}, ${branches}]`
  );
}

/** `PATCH /repos/{owner}/{repo}/pulls/{index}`: by its author or a writer; answers 201. An empty title changes nothing. */
export async function editPull(call: Signed<RepoCall>): Promise<StagedAnswer> {
  const { repo, body } = call;
  const pull = repo.pulls.get(Number(call.params["index"]));
  if (pull === undefined) return notFound(call);
  if (pull.author !== call.user.login && !canWrite(call)) return emptyAnswer(403);
  const state = textOf(body, "state");
  const text = editText(call, pull);
  const refused = state === undefined ? null : await changeState(call, text, state);
  if (refused !== null) return refused;
  const now = repo.pulls.get(pull.number) ?? text;
  const base = textOf(body, "base") ?? "";
  if (base === "" || base === now.base || now.merged) return answerPull(call, 201, now);
  if ((await repo.refs.read(`refs/heads/${base}`)) === null) {
    return apiError(call, 404, `new base '${base}' not exist`);
  }
  return answerPull(call, 201, repo.pulls.patch(pull.number, { base }));
}

/** Whether the user may write here. */
export function canWrite({ permission }: RepoCall): boolean {
  return permission === "write" || permission === "admin";
}

/** Like a real server, texts are changed before a state that is refused. */
function editText(call: RepoCall, pull: Pull): Pull {
  const { body, repo } = call;
  const title = textOf(body, "title") ?? "";
  const text = textOf(body, "body");
  const labels = numbersOf(body, "labels");
  const patch = {
    ...(title === "" ? {} : { title, draft: isDraftTitle(title) }),
    ...(text === undefined ? {} : { body: text }),
    ...(labels === undefined || !canWrite(call) ? {} : { labels: knownLabels(call, repo, labels) }),
  };
  return Object.keys(patch).length === 0 ? pull : repo.pulls.patch(pull.number, patch);
}

async function changeState(call: Signed<RepoCall>, pull: Pull, state: string): Promise<StagedAnswer | null> {
  const { repo, hosting } = call;
  if (pull.merged) {
    return apiError(call, 412, "cannot change state of this pull request, it was already merged");
  }
  if (state === "closed") {
    closePull(repo, pull, call.user.login, hosting.clock());
    return null;
  }
  if (state !== "open") return apiError(call, 412, `unknown state: ${state}`);
  const opened = await reopenPull(repo, pull);
  if (opened.kind === "done") return null;
  if (opened.kind === "exists") return apiError(call, 409, existsMessage(repo.id, opened.pull));
  return apiError(call, 422, `cannot reopen: ${opened.kind}`);
}
