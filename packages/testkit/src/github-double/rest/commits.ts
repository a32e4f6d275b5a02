import { type CommitObject, entryAt, type HostedRepo } from "../../hosting/index.ts";
import { diffEntry, diffText, fileDiffs } from "../diff.ts";
import { commitJson } from "../json-commit.ts";
import { openRepo, placeOf } from "../open-repo.ts";
import { pageOf } from "../paging.ts";
import { notFound, RestProblem, unprocessable } from "../problem.ts";
import { commitAt } from "../revision.ts";
import { type Answer, type Call, ok } from "../world.ts";

const read = { permission: "contents", level: "read" } as const;

/** `GET commits`: newest first; with `path` only those that changed it. */
export async function listCommits(call: Call): Promise<Answer> {
  const repo = await openRepo(call, read);
  if (await repo.isEmpty()) throw new RestProblem(409, "Git Repository is empty.");
  const query = call.url.searchParams;
  const start = await commitAt(repo, query.get("sha") ?? "HEAD");
  if (start === null) throw notFound();
  const path = query.get("path");
  const all = await repo.history.between(null, start.oid);
  const kept: CommitObject[] = [];
  for (const commit of all) {
    if (isWithin(commit, query) && (path === null || (await changes(repo, commit, path)))) kept.push(commit);
  }
  const { items, headers } = pageOf(kept, call.url);
  return ok(
    items.map((commit) => commitJson(call.world, repo, commit)),
    headers,
  );
}

function isWithin(commit: CommitObject, query: URLSearchParams): boolean {
  const since = query.get("since");
  const until = query.get("until");
  const at = commit.committer.time;
  return (since === null || at >= Date.parse(since)) && (until === null || at <= Date.parse(until));
}

/** As `git log -- path` simplifies history: a merge counts only when it differs from all its parents. */
export async function changes(repo: HostedRepo, commit: CommitObject, path: string): Promise<boolean> {
  const own = await oidAt(repo, commit.tree, path);
  if (commit.parents.length === 0) return own !== undefined;
  for (const oid of commit.parents) {
    const parent = await repo.objects.commit(oid);
    const there = parent === null ? undefined : await oidAt(repo, parent.tree, path);
    if (there === own) return false;
  }
  return true;
}

async function oidAt(repo: HostedRepo, tree: string, path: string): Promise<string | undefined> {
  const entry = await entryAt(repo.objects, tree, path);
  return entry === null ? undefined : `${entry.mode} ${entry.oid}`;
}

/** `GET commits/{ref}`, also as a diff or as the id alone. */
export async function getCommit(call: Call): Promise<Answer> {
  const { world } = call;
  const repo = await openRepo(call, read);
  const commit = await commitAt(repo, call.path["ref"] ?? "");
  if (commit === null) throw unprocessable(`No commit found for SHA: ${call.path["ref"]}`);
  if (/\bsha\b/.test(call.accept)) {
    return { status: 200, text: { type: "application/vnd.github.sha; charset=utf-8", content: commit.oid } };
  }
  const before = commit.parents[0] ?? emptyTree;
  if (/\bdiff\b/.test(call.accept)) return diffAnswer(await diffText(repo, before, commit.oid));
  const files = await fileDiffs(repo, before, commit.oid);
  const sum = (key: "additions" | "deletions") => files.reduce((total, file) => total + file[key], 0);
  const [additions, deletions] = [sum("additions"), sum("deletions")];
  return ok({
    ...commitJson(world, repo, commit),
    stats: { additions, deletions, total: additions + deletions },
    files: files.map((file) => diffEntry(file, commit.oid, placeOf(world, repo))),
  });
}

/** Every repository can be compared with it (git-hash-object(1)). */
const emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/** A diff as its own media type. */
const diffAnswer = (content: string): Answer => ({
  status: 200,
  text: { type: "application/vnd.github.diff; charset=utf-8", content },
});

/** `GET compare/{basehead}`: commits of the head that the base lacks, oldest first, and the changes they make. */
export async function compare(call: Call): Promise<Answer> {
  const { world } = call;
  const repo = await openRepo(call, read);
  const [baseName = "", headName = ""] = (call.path["basehead"] ?? "").split("...", 2);
  const ends = await Promise.all([baseName, headName].map((name) => commitAt(repo, withoutOwner(name))));
  const [base, head] = ends;
  if (!base || !head) throw notFound();
  const middle = await repo.history.mergeBase(base.oid, head.oid);
  const fork = middle === null ? null : await repo.objects.commit(middle);
  if (fork === null) throw new RestProblem(404, `No common ancestor between ${baseName} and ${headName}.`);
  if (/\bdiff\b/.test(call.accept)) return diffAnswer(await diffText(repo, fork.oid, head.oid));
  const ahead = [...(await repo.history.between(base.oid, head.oid))].reverse();
  const behind = await repo.history.between(head.oid, base.oid);
  const { items, headers } = pageOf(ahead, withLongPages(call.url));
  const { api, html } = placeOf(world, repo);
  const path = `compare/${encodeURIComponent(baseName)}...${encodeURIComponent(headName)}`;
  const files = await fileDiffs(repo, fork.oid, head.oid);
  return ok(
    {
      url: `${api}/${path}`,
      html_url: `${html}/${path}`,
      permalink_url: `${html}/compare/${base.oid}...${head.oid}`,
      diff_url: `${html}/${path}.diff`,
      patch_url: `${html}/${path}.patch`,
      base_commit: commitJson(world, repo, base),
      merge_base_commit: commitJson(world, repo, fork),
      status: standing(ahead.length, behind.length),
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: items.map((commit) => commitJson(world, repo, commit)),
      files: files.map((file) => diffEntry(file, head.oid, placeOf(world, repo))),
    },
    headers,
  );
}

const withoutOwner = (name: string): string => name.slice(name.indexOf(":") + 1);

function standing(ahead: number, behind: number): string {
  if (ahead === 0) return behind === 0 ? "identical" : "behind";
  return behind === 0 ? "ahead" : "diverged";
}

/** Without a length, comparisons show up to 250 commits; our pages end at 100. */
function withLongPages(url: URL): URL {
  const copy = new URL(url);
  if (!copy.searchParams.has("per_page")) copy.searchParams.set("per_page", "100");
  return copy;
}
