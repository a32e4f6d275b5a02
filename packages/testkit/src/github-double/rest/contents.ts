import { entryAt, type HostedRepo, type TreeEntry } from "../../hosting/index.ts";
import type { JsonObject } from "../json.ts";
import { base64Lines } from "../json-git.ts";
import { openRepo, placeOf } from "../open-repo.ts";
import { notFound, RestProblem } from "../problem.ts";
import { commitAt } from "../revision.ts";
import { type Answer, type Call, ok } from "../world.ts";

const types = {
  "100644": "file",
  "100755": "file",
  "120000": "symlink",
  "040000": "dir",
  "160000": "submodule",
} as const;

/** `GET contents/{path}`: a file, or the list of a folder. */
export async function getContents(call: Call): Promise<Answer> {
  const repo = await openRepo(call, { permission: "contents", level: "read" });
  if (await repo.isEmpty()) throw new RestProblem(404, "This repository is empty.");
  const ref = call.url.searchParams.get("ref");
  const commit = await commitAt(repo, ref ?? "HEAD");
  if (commit === null) throw new RestProblem(404, `No commit found for the ref ${ref}`);
  const path = (call.path["path"] ?? "").replace(/^\/+|\/+$/g, "");
  const entry = await entryAt(repo.objects, commit.tree, path);
  if (entry === null) throw notFound();
  const shownRef = ref ?? (await repo.defaultBranch());
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (entry.mode === "040000") return ok(await folder(call, repo, entry.oid, path, shownRef));
  const bytes = await repo.objects.blob(entry.oid);
  if (bytes !== null && /\braw\b/.test(call.accept)) {
    const type = "application/vnd.github.raw+json; charset=utf-8";
    return { status: 200, text: { type, content: bytes } };
  }
  return ok(await single(call, repo, { ...entry, name }, path, shownRef, bytes));
}

async function folder(
  call: Call,
  repo: HostedRepo,
  tree: string,
  path: string,
  ref: string,
): Promise<JsonObject[]> {
  const entries = (await repo.objects.tree(tree)) ?? [];
  const lines = entries.map(async (entry) => {
    const own = path === "" ? entry.name : `${path}/${entry.name}`;
    const size = entry.mode === "040000" ? 0 : ((await repo.objects.blob(entry.oid))?.length ?? 0);
    return { ...summary(call, repo, entry, own, ref), size };
  });
  return Promise.all(lines);
}

/** GitHub leaves out the text of files above 1 MB. */
async function single(
  call: Call,
  repo: HostedRepo,
  entry: TreeEntry,
  path: string,
  ref: string,
  bytes: Uint8Array | null,
): Promise<JsonObject> {
  const shared = { ...summary(call, repo, entry, path, ref), size: bytes?.length ?? 0 };
  if (entry.mode === "160000") return { ...shared, submodule_git_url: null };
  if (bytes === null) throw notFound();
  if (entry.mode === "120000") return { ...shared, target: Buffer.from(bytes).toString("utf8") };
  const isShown = bytes.length <= call.world.settings.blobTextLimit;
  return { ...shared, content: isShown ? base64Lines(bytes) : "", encoding: isShown ? "base64" : "none" };
}

function summary(call: Call, repo: HostedRepo, entry: TreeEntry, path: string, ref: string): JsonObject {
  const { api, html } = placeOf(call.world, repo);
  const written = path.split("/").map(encodeURIComponent).join("/");
  const self = `${api}/contents/${written}?ref=${encodeURIComponent(ref)}`;
  const kind = entry.mode === "040000" ? "tree" : "blob";
  const git = `${api}/git/${kind}s/${entry.oid}`;
  const page = `${html}/${kind}/${encodeURIComponent(ref)}/${written}`;
  return {
    name: entry.name,
    path,
    sha: entry.oid,
    url: self,
    html_url: page,
    git_url: git,
    download_url: kind === "tree" ? null : `${html}/raw/${encodeURIComponent(ref)}/${written}`,
    type: types[entry.mode],
    _links: { self, git, html: page },
  };
}
