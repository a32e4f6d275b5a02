import { json, list } from "../http/fields.ts";
import type { FileChange, FolderState, Oid, RepoName, RepoQuery } from "../port.ts";
import { ok, type Problem, type Result } from "../problem.ts";
import type { GithubClient } from "./client.ts";
import type { Listings } from "./listings.ts";
import { oidOf, readHistory } from "./mapping.ts";
import type { Reader } from "./more.ts";
import { readRest } from "./rest.ts";
import { commitByRest, folderByRest } from "./rest-tree.ts";
import { repoPath } from "./session.ts";

/** Folders of a commit. What one of them meets is told of that one. */
export async function foldersOf(
  { session, client }: Pick<Reader, "session" | "client">,
  { repo, folders = [] }: RepoQuery,
  commit: Oid,
): Promise<Result<Listings>> {
  const found = new Map<string, FolderState | Problem>();
  if (folders.length === 0) return ok(found);
  const before = session.memory.trees.get(commit);
  const node = before === undefined ? await commitByRest(client, repo, commit, []) : undefined;
  if (node?.ok === false) return node;
  const tree = before ?? oidOf(json(node?.value["tree"], "a tree"), "oid");
  for (const path of folders) found.set(path, await folderByRest(client, repo, tree, path));
  return ok(found);
}

/** The newest commits that changed a file. */
export async function lastChanges(
  client: GithubClient,
  repo: RepoName,
  head: Oid | null,
  path: string,
): Promise<Result<readonly FileChange[]>> {
  if (head === null) return ok([]);
  const query = `sha=${head}&path=${encodeURIComponent(path)}&per_page=20`;
  return readRest(client, `${repoPath(repo)}/commits?${query}`, (data) =>
    readHistory(
      list(data, "commits").map((value) => {
        const entry = json(value, "a commit");
        return { oid: entry["sha"], ...json(entry["commit"], "a commit") };
      }),
    ),
  );
}
