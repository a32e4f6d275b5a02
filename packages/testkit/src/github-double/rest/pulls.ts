import { type HostedRepo, mergePull, mergesCleanly, type Pull } from "../../hosting/index.ts";
import { diffEntry, diffText, fileDiffs } from "../diff.ts";
import { textAt } from "../json.ts";
import { commitJson } from "../json-commit.ts";
import { fullPull, type PullFigures, simplePull } from "../json-pull.ts";
import { actorOf, openRepo, placeOf } from "../open-repo.ts";
import { pageOf } from "../paging.ts";
import { notFound, RestProblem } from "../problem.ts";
import { checkTexts, openPullAs, pullLagKey, setPullState } from "../pull-writes.ts";
import type { GithubSettings } from "../settings.ts";
import { type Answer, type Call, created, noContent, ok } from "../world.ts";
import { guardMessage } from "./git-refs.ts";

const read = { permission: "pull_requests", level: "read" } as const;
const write = { permission: "pull_requests", level: "write" } as const;

/** The pull a request names. Throws 404 when there is none, or when it is not visible yet. */
export function needPull(call: Call, repo: HostedRepo, name = "pull_number"): Pull {
  const number = Number(call.path[name]);
  const pull = repo.pulls.get(number, call.staleBy);
  if (pull === undefined) throw notFound();
  if (call.method === "GET" && call.world.lag.hides(pullLagKey(repo, number))) throw notFound();
  return pull;
}

/** `GET pulls`: newest first unless told otherwise. */
export async function listPulls(call: Call): Promise<Answer> {
  const { world, url, identity } = call;
  const repo = await openRepo(call, read);
  const query = url.searchParams;
  const state = query.get("state") ?? "open";
  const found = [...repo.pulls.view(call.staleBy).values()].filter(
    (pull) =>
      (state === "all" || pull.state === state) &&
      isHead(repo, pull, query.get("head"), world.settings.headFilter) &&
      (query.get("base") ?? pull.base) === pull.base &&
      !world.lag.hides(pullLagKey(repo, pull.number)),
  );
  const key = query.get("sort") === "updated" ? "updatedAt" : "createdAt";
  const sign = (query.get("direction") ?? (query.has("sort") ? "asc" : "desc")) === "asc" ? 1 : -1;
  found.sort((a, b) => sign * (a[key] - b[key] || a.number - b.number));
  const { items, headers } = pageOf(found, url);
  return ok(await Promise.all(items.map((pull) => simplePull(world, identity, repo, pull))), headers);
}

/** The filter is `owner:branch`; GitHub ignores one without an owner. */
function isHead(
  repo: HostedRepo,
  pull: Pull,
  head: string | null,
  filter: GithubSettings["headFilter"],
): boolean {
  if (head === null || !head.includes(":") || filter === "ignored") return true;
  const owner = (pull.headRepo ?? repo.fullName).split("/", 1)[0] ?? "";
  const own = `${owner}:${pull.headBranch}`;
  return filter === "exact" ? head === own : head.toLowerCase() === own.toLowerCase();
}

/** `POST pulls`. */
export async function createPull(call: Call): Promise<Answer> {
  const { world, body, identity } = call;
  const repo = await openRepo(call, write);
  const draft = {
    title: textAt(body, "title"),
    body: textAt(body, "body") ?? "",
    base: textAt(body, "base") ?? "",
    head: textAt(body, "head") ?? "",
    draft: body["draft"] === true,
    author: actorOf(call).login,
  };
  const pull = await repo.exclusive(() => openPullAs(world, repo, draft));
  return created(await fullPull(world, identity, repo, pull, await figuresOf(repo, pull, null)));
}

/** `GET pulls/{pull_number}`, also as a diff. */
export async function getPull(call: Call): Promise<Answer> {
  const repo = await openRepo(call, read);
  const pull = needPull(call, repo);
  if (/diff/.test(call.accept)) {
    const content = await diffText(repo, await forkPoint(repo, pull), pull.head);
    return { status: 200, text: { type: "application/vnd.github.diff; charset=utf-8", content } };
  }
  return pullAnswer(call, repo, pull);
}

async function pullAnswer(call: Call, repo: HostedRepo, pull: Pull): Promise<Answer> {
  const { world, identity } = call;
  const mergeable = await mergeableOf(call, repo, pull);
  return ok(await fullPull(world, identity, repo, pull, await figuresOf(repo, pull, mergeable)));
}

async function mergeableOf(call: Call, repo: HostedRepo, pull: Pull): Promise<boolean | null> {
  const { settings } = call.world;
  if (pull.state === "closed") return null;
  if (settings.mergeableLag > 0) {
    settings.mergeableLag -= 1;
    return null;
  }
  return mergesCleanly(repo, pull.baseOid, pull.head);
}

/** The commit a pull's changes are counted from. */
async function forkPoint(repo: HostedRepo, pull: Pull): Promise<string> {
  return (await repo.history.mergeBase(pull.baseOid, pull.head)) ?? pull.baseOid;
}

async function figuresOf(repo: HostedRepo, pull: Pull, mergeable: boolean | null): Promise<PullFigures> {
  const files = await fileDiffs(repo, await forkPoint(repo, pull), pull.head);
  return {
    mergeable,
    changedFiles: files.length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    commits: (await repo.history.between(pull.baseOid, pull.head)).length,
  };
}

/** `PATCH pulls/{pull_number}`: all members or none. */
export async function updatePull(call: Call): Promise<Answer> {
  const { world, body } = call;
  const repo = await openRepo(call, write);
  const actor = actorOf(call);
  const changed = await repo.exclusive(async () => {
    const pull = needPull(call, repo);
    const [title, text, base] = ["title", "body", "base"].map((name) => textAt(body, name));
    checkTexts(title, text);
    if (base !== undefined && (await repo.refs.read(`refs/heads/${base}`)) === null) {
      throw new RestProblem(422, `Validation Failed`, {
        errors: [{ resource: "PullRequest", field: "base", code: "invalid" }],
      });
    }
    const { state } = body;
    if (state === "open" || state === "closed") await setPullState(world, repo, pull, state, actor.login);
    return repo.pulls.patch(pull.number, {
      ...(title === undefined ? {} : { title }),
      ...(text === undefined ? {} : { body: text }),
      ...(base === undefined ? {} : { base }),
    });
  });
  return pullAnswer(call, repo, changed);
}

/** `GET pulls/{pull_number}/merge`: 204 when it is merged. */
export async function isMerged(call: Call): Promise<Answer> {
  const repo = await openRepo(call, read);
  if (!needPull(call, repo).merged) throw notFound();
  return noContent;
}

/** `PUT pulls/{pull_number}/merge`. Needs `contents: write`, as it writes the base. */
export async function mergeAnswer(call: Call): Promise<Answer> {
  const { world, body } = call;
  const repo = await openRepo(call, { permission: "contents", level: "write" });
  const pull = needPull(call, repo);
  const expectedHead = textAt(body, "sha");
  const method = textAt(body, "merge_method") ?? "merge";
  if (method === "rebase") throw new RestProblem(405, "Rebase merges are not allowed on this repository.");
  if (pull.draft && pull.state === "open") throw new RestProblem(405, "Pull Request is still a draft");
  const title =
    textAt(body, "commit_title") ??
    `Merge pull request #${pull.number} from ${repo.owner}/${pull.headBranch}`;
  const result = await repo.exclusive(() =>
    mergePull(repo, {
      number: pull.number,
      by: actorOf(call),
      message: `${title}\n\n${textAt(body, "commit_message") ?? pull.title}`,
      at: world.now(),
      style: method === "squash" ? "squash" : "merge",
      ...(expectedHead === undefined ? {} : { expectedHead }),
    }),
  );
  switch (result.kind) {
    case "done":
      world.verified.add(result.oid);
      return ok({ sha: result.oid, merged: true, message: "Pull Request successfully merged" });
    case "not_found":
      throw notFound();
    case "head_moved":
      throw new RestProblem(409, "Head branch was modified. Review and try the merge again.");
    case "base_moved":
      throw new RestProblem(405, "Base branch was modified. Review and try the merge again.");
    case "guarded":
      throw new RestProblem(405, guardMessage(result));
    case "conflict":
    case "not_open":
      throw new RestProblem(405, "Pull Request is not mergeable");
  }
}

/** `GET pulls/{pull_number}/files`. */
export async function listPullFiles(call: Call): Promise<Answer> {
  const repo = await openRepo(call, read);
  const pull = needPull(call, repo);
  const files = await fileDiffs(repo, await forkPoint(repo, pull), pull.head);
  const { items, headers } = pageOf(files, call.url);
  return ok(
    items.map((file) => diffEntry(file, pull.head, placeOf(call.world, repo))),
    headers,
  );
}

/** `GET pulls/{pull_number}/commits`: oldest first, at most 250. */
export async function listPullCommits(call: Call): Promise<Answer> {
  const { world } = call;
  const repo = await openRepo(call, read);
  const pull = needPull(call, repo);
  const commits = [...(await repo.history.between(pull.baseOid, pull.head))].reverse().slice(0, 250);
  const { items, headers } = pageOf(commits, call.url);
  return ok(
    items.map((commit) => commitJson(world, repo, commit)),
    headers,
  );
}
