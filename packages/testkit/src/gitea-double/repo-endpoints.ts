import {
  type CommitObject,
  entryAt,
  type HostedRepo,
  jsonAnswer,
  type StagedAnswer,
} from "../hosting/index.ts";
import { apiError, type Call, emptyAnswer, notFound, type RepoCall, type Signed } from "./call.ts";
import { cut, listAnswer, pageOf } from "./paging.ts";
import { presentBranch, presentCommit, presentRepo, presentUser } from "./present-repo.ts";

/** `GET /version` */
export async function getVersion({ settings }: Call): Promise<StagedAnswer> {
  return jsonAnswer(200, { version: settings.version });
}

/** `GET /user` */
export async function getUser(call: Signed<Call>): Promise<StagedAnswer> {
  return jsonAnswer(200, presentUser(call, call.user));
}

/** `GET /repos/{owner}/{repo}` */
export async function getRepo(call: RepoCall): Promise<StagedAnswer> {
  return jsonAnswer(200, await presentRepo(call, call.repo, call.user));
}

/** A commit by the name of a branch, a tag or by its id; `null`: there is none. */
export async function resolveCommit(repo: HostedRepo, name: string): Promise<CommitObject | null> {
  const oid =
    (await repo.refs.read(`refs/heads/${name}`)) ?? (await repo.refs.read(`refs/tags/${name}`)) ?? name;
  return repo.objects.commit(oid);
}

/** `GET /repos/{owner}/{repo}/raw/{filepath}`: the ETag is the blob id. A repo flagged empty is answered 200, no bytes. */
export async function getRaw(call: RepoCall): Promise<StagedAnswer> {
  const { repo, settings } = call;
  if (repo.flags.flaggedEmpty) return settings.emptyRawStatus === 200 ? emptyAnswer(200) : notFound(call);
  const commit = await commitAsked(call);
  const found = commit && (await entryAt(repo.objects, commit.tree, call.params["filepath"] ?? ""));
  const bytes = found === null ? null : await repo.objects.blob(found.oid);
  if (found === null || bytes === null || commit === null) return notFound(call);
  const headers: Record<string, string> = {
    "content-type": bytes.includes(0) ? "application/octet-stream" : "text/plain; charset=utf-8",
    "cache-control": "private, max-age=0",
    "last-modified": new Date(commit.committer.time).toUTCString(),
  };
  if (settings.rawEtag) headers["etag"] = `"${found.oid}"`;
  const isCached = settings.rawEtag && call.request.headers["if-none-match"] === `"${found.oid}"`;
  return isCached ? { status: 304, headers, body: new Uint8Array() } : { status: 200, headers, body: bytes };
}

async function commitAsked({ request, repo }: RepoCall): Promise<CommitObject | null> {
  const ref = request.query.get("ref") ?? "";
  return resolveCommit(repo, ref === "" ? await repo.defaultBranch() : ref);
}

/** `GET /repos/{owner}/{repo}/contents[/{filepath}]`: a file with its content, or a list for a folder. */
export async function getContents(call: RepoCall): Promise<StagedAnswer> {
  const { repo } = call;
  const path = call.params["filepath"] ?? "";
  if (repo.flags.flaggedEmpty) return notFound(call);
  const commit = await commitAsked(call);
  const found = commit && (await entryAt(repo.objects, commit.tree, path));
  if (found === null) return notFound(call);
  if (found.mode !== "040000") return jsonAnswer(200, await presentEntry(call, path, found, "content"));
  const entries = (await repo.objects.tree(found.oid)) ?? [];
  const prefix = path === "" ? "" : `${path}/`;
  return jsonAnswer(
    200,
    await Promise.all(entries.map((entry) => presentEntry(call, `${prefix}${entry.name}`, entry, "listed"))),
  );
}

const entryTypes = {
  "100644": "file",
  "100755": "file",
  "120000": "symlink",
  "040000": "dir",
  "160000": "submodule",
} as const;

async function presentEntry(
  call: RepoCall,
  path: string,
  { mode, oid }: { readonly mode: keyof typeof entryTypes; readonly oid: string },
  how: "content" | "listed",
) {
  const type = entryTypes[mode];
  const bytes = type === "file" || type === "symlink" ? await call.repo.objects.blob(oid) : null;
  const api = `${call.url()}/api/v1/repos/${call.repo.fullName}`;
  const url = `${api}/contents/${path}?ref=${call.request.query.get("ref") ?? ""}`;
  const html = `${call.url()}/${call.repo.fullName}/src/${path}`;
  const git = `${api}/git/${type === "dir" ? "trees" : "blobs"}/${oid}`;
  const isShown = how === "content" && type === "file" && bytes !== null;
  return {
    name: path.split("/").at(-1) ?? "",
    path,
    sha: oid,
    type,
    size: bytes?.length ?? 0,
    encoding: isShown ? "base64" : null,
    content: isShown ? Buffer.from(bytes).toString("base64") : null,
    target: type === "symlink" && bytes !== null ? Buffer.from(bytes).toString("utf8") : null,
    url,
    html_url: html,
    git_url: git,
    download_url: type === "file" ? `${call.url()}/${call.repo.fullName}/raw/${path}` : null,
    submodule_git_url: null,
    _links: { self: url, git, html },
  };
}

/** `GET /repos/{owner}/{repo}/branches` */
export async function listBranches(call: RepoCall): Promise<StagedAnswer> {
  const refs = await call.repo.refs.list("refs/heads/");
  const page = cut(refs, pageOf(call));
  const branches = await Promise.all(page.map(([ref]) => branchNamed(call, ref.slice("refs/heads/".length))));
  return listAnswer(call, branches, refs.length);
}

/** `GET /repos/{owner}/{repo}/branches/{branch}` */
export async function getBranch(call: RepoCall): Promise<StagedAnswer> {
  const branch = await branchNamed(call, call.params["branch"] ?? "");
  return branch === null ? notFound(call) : jsonAnswer(200, branch);
}

async function branchNamed(call: RepoCall, name: string) {
  const oid = await call.repo.refs.read(`refs/heads/${name}`);
  const head = oid === null ? null : await call.repo.objects.commit(oid);
  return head === null ? null : presentBranch(call, call.repo, name, head);
}

/** `DELETE /repos/{owner}/{repo}/branches/{branch}`: whatever its head is; the API has no expected id. */
export async function deleteBranch(call: Signed<RepoCall>): Promise<StagedAnswer> {
  const { repo } = call;
  const name = call.params["branch"] ?? "";
  const ref = `refs/heads/${name}`;
  const from = await repo.refs.read(ref);
  if (from === null) return notFound(call);
  if (name === (await repo.defaultBranch())) return apiError(call, 403, "can not delete default branch");
  if (repo.guards.has(ref)) return apiError(call, 403, "branch protected");
  const done = await repo.refs.update([{ ref, from, to: null }]);
  return done.kind === "done" ? emptyAnswer(204) : apiError(call, 500, done.kind);
}

/** `GET /repos/{owner}/{repo}/commits`: the history of a commit, or the part of it that changed a file, newest first. */
export async function listCommits(call: RepoCall): Promise<StagedAnswer> {
  const { repo, request } = call;
  const sha = request.query.get("sha") ?? "";
  const start = await resolveCommit(repo, sha === "" ? await repo.defaultBranch() : sha);
  if (start === null) return notFound(call);
  const path = request.query.get("path") ?? "";
  const commits: CommitObject[] = [];
  for (const commit of await repo.history.between(null, start.oid))
    if (path === "" || (await changes(repo, commit, path))) commits.push(commit);
  const page = pageOf(call);
  const shown = cut(commits, page).map((commit) => presentCommit(call, repo, commit));
  return listAnswer(call, await Promise.all(shown), commits.length);
}

/** Whether a commit has something else at a path than each of its parents. */
async function changes(repo: HostedRepo, commit: CommitObject, path: string): Promise<boolean> {
  const own = (await entryAt(repo.objects, commit.tree, path))?.oid;
  const before = await Promise.all(
    commit.parents.map(async (oid) => {
      const parent = await repo.objects.commit(oid);
      return parent === null ? undefined : (await entryAt(repo.objects, parent.tree, path))?.oid;
    }),
  );
  return before.length === 0 ? own !== undefined : before.every((oid) => oid !== own);
}

/** `GET /repos/{owner}/{repo}/git/commits/{sha}` */
export async function getCommit(call: RepoCall): Promise<StagedAnswer> {
  const name = call.params["sha"] ?? "";
  if (!/^[\w./-]+$/.test(name)) return apiError(call, 422, `no valid ref or sha: ${name}`);
  const commit = await resolveCommit(call.repo, name);
  if (commit === null) return notFound(call);
  return jsonAnswer(200, await presentCommit(call, call.repo, commit));
}

const treeTypes = { "040000": "tree", "160000": "commit" } as const;

/**
 * `GET /repos/{owner}/{repo}/git/trees/{sha}`: a page of the entries of a commit's root or of a tree, as in Gitea's
 * services/repository/files/tree.go. What is not there is 400.
 */
export async function getTree(call: RepoCall): Promise<StagedAnswer> {
  const { repo, request, settings } = call;
  const name = call.params["sha"] ?? "";
  if (repo.flags.flaggedEmpty) return notFound(call);
  const commit = await resolveCommit(repo, name);
  const entries = await repo.objects.tree(commit?.tree ?? name);
  if (entries === null) return apiError(call, 400, `sha not found: ${name}`);
  const asked = Number(request.query.get("per_page") ?? 0) || settings.treePage;
  const size = asked > 0 ? Math.min(asked, settings.treePage) : settings.treePage;
  const page = Math.max(1, Number(request.query.get("page") ?? 1) || 1);
  const api = `${call.url()}/api/v1/repos/${repo.fullName}/git`;
  const shown = cut(entries, { page, size }).map(async ({ name: path, mode, oid }) => {
    const type = mode === "040000" || mode === "160000" ? treeTypes[mode] : "blob";
    const length = type === "blob" ? ((await repo.objects.blob(oid))?.length ?? 0) : 0;
    const url = type === "commit" ? "" : `${api}/${type}s/${oid}`;
    return { path, mode, type, size: length, sha: oid, url };
  });
  return jsonAnswer(200, {
    // The root bears the name it was asked for by.
    sha: commit?.oid ?? name,
    url: `${api}/trees/${commit?.oid ?? name}`,
    tree: shown.length === 0 ? null : await Promise.all(shown),
    truncated: page * size < entries.length,
    page,
    total_count: entries.length,
  });
}

/** `GET /repos/{owner}/{repo}/compare/{basehead}`: commits of the head that the base lacks, newest first. Since 1.22. */
export async function compare(call: RepoCall): Promise<StagedAnswer> {
  const [base = "", head = ""] = (call.params["basehead"] ?? "").split(/\.{2,3}/, 2);
  const [from, to] = [await resolveCommit(call.repo, base), await resolveCommit(call.repo, head)];
  if (from === null || to === null) return notFound(call);
  const isById = from.oid === base || to.oid === head;
  if (isById && !call.settings.comparesCommits) return notFound(call);
  const commits = await call.repo.history.between(from.oid, to.oid);
  const shown = await Promise.all(commits.map((commit) => presentCommit(call, call.repo, commit)));
  return jsonAnswer(200, { total_commits: shown.length, commits: shown });
}

/** `GET /api/forgejo/v1/version` */
export async function getForgejoVersion({ settings }: Call): Promise<StagedAnswer> {
  return jsonAnswer(200, { version: settings.version });
}
