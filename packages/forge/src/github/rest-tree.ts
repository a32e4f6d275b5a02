import { folderOf, noFolder } from "../folders.ts";
import { AnswerError, type Json, json, list, text } from "../http/fields.ts";
import { isTreePath } from "../names.ts";
import type { FolderState, Oid, RepoName } from "../port.ts";
import { noTreePath, ofPart, ok, type Problem, type Result } from "../problem.ts";
import type { GithubClient } from "./client.ts";
import { oidOf } from "./mapping.ts";
import { readRest } from "./rest.ts";
import { repoPath, type TreePlace } from "./session.ts";

/** A folder's entries by name. */
type Folder = ReadonlyMap<string, TreePlace>;

/**
 * A commit by REST in the shape of GraphQL, with what it holds at paths under `f<index>` as `query.ts` asks for it. Folders
 * are listed one by one below the commit's own tree, so that what is absent is told under the very commit: `contents`
 * would answer a link with what it leads to.
 */
export async function commitByRest(
  client: GithubClient,
  repo: RepoName,
  commit: Oid,
  paths: readonly string[],
): Promise<Result<Json>> {
  const found = await readRest(client, `${repoPath(repo)}/git/commits/${commit}`, (data) => {
    const answer = json(data, "a commit");
    if (oidOf(answer, "sha") !== commit) throw new AnswerError(`expected ${commit}, received another commit`);
    const parents = list(answer["parents"], "parents").map((each) => oidOf(json(each, "a commit"), "sha"));
    return {
      oid: commit,
      message: text(answer, "message"),
      tree: { oid: oidOf(json(answer["tree"], "a tree"), "sha") },
      parents: { nodes: parents.map((oid) => ({ oid })) },
    };
  });
  if (!found.ok) return found;
  const folders = new Map<Oid, Folder>();
  const entries: [string, Json | null][] = [];
  for (const [index, path] of paths.entries()) {
    const place = await placeAt(client, repo, found.value.tree.oid, path, folders);
    // The commit was told: it is not that which is not found.
    if (!place.ok) return { ok: false, problem: ofPart(place.problem) };
    const entry = place.value && { mode: Number.parseInt(place.value.mode, 8), oid: place.value.oid };
    entries.push([`f${index}`, entry]);
  }
  return ok({ ...found.value, ...Object.fromEntries(entries) });
}

/** What is at the path of a folder below a tree. */
export async function folderByRest(
  client: GithubClient,
  repo: RepoName,
  tree: Oid,
  path: string,
): Promise<FolderState | Problem> {
  if (!isTreePath(path)) return noTreePath(path);
  const folders = new Map<Oid, Folder>();
  const place = await placeAt(client, repo, tree, path, folders);
  if (!place.ok) return ofPart(place.problem);
  const other = noFolder(place.value);
  if (other !== undefined || place.value === null) return other ?? { kind: "absent" };
  const { oid } = place.value;
  const entries = await readFolder(client, repo, oid);
  return entries.ok ? folderOf(path, oid, entries.value) : ofPart(entries.problem);
}

/** What a tree holds at a path; `null`: nothing, or something on the way is no folder. */
async function placeAt(
  client: GithubClient,
  repo: RepoName,
  tree: Oid,
  path: string,
  folders: Map<Oid, Folder>,
): Promise<Result<TreePlace | null>> {
  if (!isTreePath(path)) return ok(null);
  let place: TreePlace = { mode: "040000", oid: tree };
  for (const name of path.split("/")) {
    if (place.mode !== "040000") return ok(null);
    const known = folders.get(place.oid);
    const folder = known === undefined ? await readFolder(client, repo, place.oid) : ok(known);
    if (!folder.ok) return folder;
    folders.set(place.oid, folder.value);
    const next = folder.value.get(name);
    if (next === undefined) return ok(null);
    place = next;
  }
  return ok(place);
}

/** All entries of a tree by name. */
export function readFolder(client: GithubClient, repo: RepoName, tree: Oid): Promise<Result<Folder>> {
  return readRest(client, `${repoPath(repo)}/git/trees/${tree}`, (data) => {
    const answer = json(data, "a tree");
    if (oidOf(answer, "sha") !== tree) throw new AnswerError(`expected ${tree}, received another tree`);
    // What a cut list lacks is not absent (F5).
    if (answer["truncated"] !== false) throw new AnswerError("expected all entries, received a part of them");
    return new Map(
      list(answer["tree"], "entries").map((each): [string, TreePlace] => {
        const entry = json(each, "an entry");
        return [text(entry, "path"), { mode: text(entry, "mode"), oid: oidOf(entry, "sha") }];
      }),
    );
  });
}
