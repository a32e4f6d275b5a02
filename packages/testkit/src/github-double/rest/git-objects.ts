import type { HostedRepo, TreeMode } from "../../hosting/index.ts";
import { entryAt, type TreeWrite, writeTreeWith } from "../../hosting/index.ts";
import { isObject, type JsonObject, listAt, objectAt, textAt } from "../json.ts";
import { gitBlob, gitCommit, treeLine } from "../json-git.ts";
import { actorOf, openRepo, placeOf } from "../open-repo.ts";
import { notFound, RestProblem, unprocessable } from "../problem.ts";
import { commitAt, treeAt } from "../revision.ts";
import { signaturesOf } from "../signatures.ts";
import { type Answer, type Call, created, ok } from "../world.ts";

const read = { permission: "contents", level: "read" } as const;
const write = { permission: "contents", level: "write" } as const;

/** 409 for everything below `git/` of a repository without commits. */
async function withCommits(repo: HostedRepo): Promise<HostedRepo> {
  if (await repo.isEmpty()) throw new RestProblem(409, "Git Repository is empty.");
  return repo;
}

/** `GET git/blobs/{file_sha}`. */
export async function getBlob(call: Call): Promise<Answer> {
  const repo = await withCommits(await openRepo(call, read));
  const oid = call.path["file_sha"] ?? "";
  const bytes = await repo.objects.blob(oid);
  if (bytes === null) throw notFound();
  if (call.accept.includes("raw")) {
    return { status: 200, text: { type: "application/vnd.github.raw+json", content: bytes } };
  }
  return ok(gitBlob(oid, bytes, placeOf(call.world, repo)));
}

/** `POST git/blobs`. */
export async function createBlob(call: Call): Promise<Answer> {
  const repo = await withCommits(await openRepo(call, write));
  const encoding = textAt(call.body, "encoding") === "base64" ? "base64" : "utf8";
  const sha = await repo.objects.writeBlob(Buffer.from(textAt(call.body, "content") ?? "", encoding));
  return created({ sha, url: `${placeOf(call.world, repo).api}/git/blobs/${sha}` });
}

/** `GET git/trees/{tree_sha}`; any value of `recursive` asks for all levels. */
export async function getTree(call: Call): Promise<Answer> {
  const repo = await withCommits(await openRepo(call, read));
  const root = await treeAt(repo, call.path["tree_sha"] ?? "");
  if (root === null) throw notFound();
  return ok(await treeJson(call, repo, root, call.url.searchParams.has("recursive")));
}

async function treeJson(call: Call, repo: HostedRepo, root: string, deep: boolean): Promise<JsonObject> {
  const place = placeOf(call.world, repo);
  const walk = async (oid: string, prefix: string): Promise<JsonObject[]> => {
    const lines: JsonObject[] = [];
    for (const entry of (await repo.objects.tree(oid)) ?? []) {
      const isFile = entry.mode !== "040000" && entry.mode !== "160000";
      const size = isFile ? (await repo.objects.blob(entry.oid))?.length : undefined;
      lines.push(treeLine(entry, `${prefix}${entry.name}`, size, place));
      if (deep && entry.mode === "040000") lines.push(...(await walk(entry.oid, `${prefix}${entry.name}/`)));
    }
    return lines;
  };
  return { sha: root, url: `${place.api}/git/trees/${root}`, tree: await walk(root, ""), truncated: false };
}

/** `POST git/trees`. An entry with `sha: null` removes its path, which must be there. */
export async function createTree(call: Call): Promise<Answer> {
  const repo = await withCommits(await openRepo(call, write));
  const baseText = textAt(call.body, "base_tree");
  const base = baseText === undefined ? null : await treeAt(repo, baseText);
  if (baseText !== undefined && base === null) throw unprocessable("base_tree is not a valid tree oid");
  const writes: TreeWrite[] = [];
  for (const entry of listAt(call.body, "tree")) {
    if (isObject(entry)) writes.push(await treeWrite(repo, base, entry));
  }
  const sha = await writeTreeWith(repo.objects, base, writes);
  return created(await treeJson(call, repo, sha, false));
}

const modes: readonly TreeMode[] = ["100644", "100755", "120000", "040000", "160000"];

async function treeWrite(repo: HostedRepo, base: string | null, entry: JsonObject): Promise<TreeWrite> {
  const path = textAt(entry, "path") ?? "";
  if (path === "" || path.startsWith("/") || path.split("/").includes("..")) {
    throw unprocessable("tree.path contains a malformed path component");
  }
  const mode = modes.find((one) => one === entry["mode"]) ?? "100644";
  if (entry["sha"] === null) {
    const old = base === null ? null : await entryAt(repo.objects, base, path);
    if (old === null) throw unprocessable("GitRPC::BadObjectState");
    return { path, mode, oid: null };
  }
  const content = textAt(entry, "content");
  if (content !== undefined) return { path, mode, oid: await repo.objects.writeBlob(Buffer.from(content)) };
  const sha = textAt(entry, "sha") ?? "";
  const wanted = mode === "040000" ? "tree" : "blob";
  if (mode !== "160000" && (await repo.objects.kind(sha)) !== wanted) {
    throw unprocessable(`tree.sha ${sha} is not a valid ${wanted}`);
  }
  return { path, mode, oid: sha };
}

/** `GET git/commits/{commit_sha}`. */
export async function getGitCommit(call: Call): Promise<Answer> {
  const repo = await withCommits(await openRepo(call, read));
  const commit = await repo.objects.commit(call.path["commit_sha"] ?? "");
  if (commit === null) throw notFound();
  return ok(gitCommit(commit, placeOf(call.world, repo), call.world.verified.has(commit.oid)));
}

/** `POST git/commits`. A commit of an App that names nobody is signed by GitHub. */
export async function createGitCommit(call: Call): Promise<Answer> {
  const { world, body } = call;
  const repo = await withCommits(await openRepo(call, write));
  const tree = textAt(body, "tree") ?? "";
  if ((await repo.objects.tree(tree)) === null) throw unprocessable("Tree SHA does not exist");
  const parents = listAt(body, "parents").map(String);
  for (const parent of parents) {
    if ((await commitAt(repo, parent))?.oid !== parent) {
      throw unprocessable("Parent SHA does not exist or is not a commit object");
    }
  }
  const actor = actorOf(call);
  const named = { author: objectAt(body, "author"), committer: objectAt(body, "committer") };
  const { verified, ...who } = signaturesOf(actor, named, world.now());
  const oid = await repo.objects.writeCommit({
    tree,
    parents,
    message: textAt(body, "message") ?? "",
    ...who,
  });
  if (verified) world.verified.add(oid);
  const commit = await repo.objects.commit(oid);
  if (commit === null) throw new RestProblem(500, "the commit is gone");
  return created(gitCommit(commit, placeOf(world, repo), verified));
}
