import { type HostedStatus, jsonAnswer, type StagedAnswer } from "../hosting/index.ts";
import { apiError, emptyAnswer, notFound, type RepoCall, type Signed, textOf } from "./call.ts";
import { cut, listAnswer, pageOf } from "./paging.ts";
import { presentStatus } from "./present-pull.ts";
import { presentRepo } from "./present-repo.ts";
import { resolveCommit } from "./repo-endpoints.ts";

/** Worst first: the combined state is the worst of all. */
const states = ["error", "failure", "warning", "pending", "success"] as const;

/** `POST /repos/{owner}/{repo}/statuses/{sha}` */
export async function createStatus(call: Signed<RepoCall>): Promise<StagedAnswer> {
  const { repo, body } = call;
  const sha = call.params["sha"] ?? "";
  const state = states.find((one) => one === textOf(body, "state"));
  if (state === undefined) return apiError(call, 422, `unknown state ${textOf(body, "state") ?? ""}`);
  if ((await repo.objects.commit(sha)) === null) return notFound(call, `object does not exist [id: ${sha}]`);
  const context = textOf(body, "context") ?? "";
  const status = repo.statuses.add(sha, {
    state,
    context: context === "" ? "default" : context,
    description: textOf(body, "description") ?? "",
    targetUrl: textOf(body, "target_url") ?? "",
    creator: call.user.login,
  });
  return jsonAnswer(201, presentStatus(call, repo, sha, status));
}

/** `GET …/statuses/{sha}` and `GET …/commits/{ref}/statuses`: every status, newest first unless sorted. */
export async function listStatuses(call: RepoCall): Promise<StagedAnswer> {
  const { repo, request } = call;
  const sha = await shaOf(call);
  const state = request.query.get("state");
  const statuses = repo.statuses
    .of(sha)
    .filter((status) => state === null || status.state === state)
    .sort(orders.get(request.query.get("sort") ?? "") ?? newest);
  const shown = cut(statuses, pageOf(call)).map((status) => presentStatus(call, repo, sha, status));
  return listAnswer(call, shown, statuses.length);
}

type Order = (a: HostedStatus, b: HostedStatus) => number;

const newest: Order = (a, b) => b.createdAt - a.createdAt || b.id - a.id;
const orders = new Map<string, Order>([
  ["oldest", (a, b) => -newest(a, b)],
  ["leastupdate", (a, b) => a.updatedAt - b.updatedAt || a.id - b.id],
  ["leastindex", (a, b) => a.id - b.id],
  ["highestindex", (a, b) => b.id - a.id],
]);

/** `GET …/commits/{ref}/status`: the newest of each context. Without any, old servers answer 200 and no body. */
export async function getCombinedStatus(call: RepoCall): Promise<StagedAnswer> {
  const { repo } = call;
  const sha = await shaOf(call);
  const latest = repo.statuses.latest(sha);
  if (latest.length === 0 && call.settings.bodilessStatus) return emptyAnswer(200);
  const url = `${call.url()}/api/v1/repos/${repo.fullName}/commits/${sha}`;
  return jsonAnswer(200, {
    state: states.find((state) => latest.some((status) => status.state === state)) ?? "",
    sha,
    total_count: latest.length,
    statuses: cut(latest, pageOf(call)).map((status) => presentStatus(call, repo, sha, status)),
    repository: await presentRepo(call, repo, call.user),
    commit_url: url,
    url: `${url}/status`,
  });
}

async function shaOf({ repo, params }: RepoCall): Promise<string> {
  const name = params["sha"] ?? params["ref"] ?? "";
  return (await resolveCommit(repo, name))?.oid ?? name;
}
