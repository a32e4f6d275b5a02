import type { HostedStatus } from "../../hosting/index.ts";
import { textAt } from "../json.ts";
import { simpleStatus, statusJson } from "../json-commit.ts";
import { minimalRepo } from "../json-repo.ts";
import { actorOf, factsOf, openRepo, placeOf } from "../open-repo.ts";
import { pageOf } from "../paging.ts";
import { notFound, unprocessable } from "../problem.ts";
import { commitAt } from "../revision.ts";
import { type Answer, type Call, created, ok } from "../world.ts";

const read = { permission: "statuses", level: "read" } as const;
const states = ["error", "failure", "pending", "success"] as const;

/** `POST statuses/{sha}`. */
export async function createStatus(call: Call): Promise<Answer> {
  const { world, body, path } = call;
  const repo = await openRepo(call, { permission: "statuses", level: "write" });
  const sha = path["sha"] ?? "";
  if ((await repo.objects.commit(sha)) === null) throw unprocessable(`No commit found for SHA: ${sha}`);
  const state = states.find((one) => one === body["state"]);
  if (state === undefined) throw unprocessable("Validation Failed");
  const status = repo.statuses.add(sha, {
    state,
    context: textAt(body, "context") ?? "default",
    description: textAt(body, "description") ?? "",
    targetUrl: textAt(body, "target_url") ?? "",
    creator: actorOf(call).login,
  });
  return created(statusJson(world, repo, sha, status));
}

/** `GET commits/{ref}/statuses`: newest first. */
export async function listStatuses(call: Call): Promise<Answer> {
  const repo = await openRepo(call, read);
  const commit = await commitAt(repo, call.path["ref"] ?? "");
  if (commit === null) throw notFound();
  const { items, headers } = pageOf([...repo.statuses.of(commit.oid)].reverse(), call.url);
  return ok(
    items.map((status) => statusJson(call.world, repo, commit.oid, status)),
    headers,
  );
}

/** `GET commits/{ref}/status`: the newest of each context, and what they come to. */
export async function combinedStatus(call: Call): Promise<Answer> {
  const { world, identity } = call;
  const repo = await openRepo(call, read);
  const commit = await commitAt(repo, call.path["ref"] ?? "");
  if (commit === null) throw notFound();
  const latest = repo.statuses.latest(commit.oid);
  const { items, headers } = pageOf(latest, call.url);
  const { api } = placeOf(world, repo);
  return ok(
    {
      state: stateOf(latest),
      statuses: items.map((status) => simpleStatus(world, repo, commit.oid, status)),
      sha: commit.oid,
      total_count: latest.length,
      repository: minimalRepo(await factsOf(world, identity, repo), world.url),
      commit_url: `${api}/commits/${commit.oid}`,
      url: `${api}/commits/${commit.oid}/status`,
    },
    headers,
  );
}

/** Failure before pending before success; without any it is pending. */
export function stateOf(latest: readonly HostedStatus[]): "failure" | "pending" | "success" {
  if (latest.some(({ state }) => state === "failure" || state === "error")) return "failure";
  return latest.length === 0 || latest.some(({ state }) => state === "pending") ? "pending" : "success";
}
