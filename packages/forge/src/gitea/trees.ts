import { folderOf, noFolder, type TreePart } from "../folders.ts";
import { AnswerError, json, list, text } from "../http/fields.ts";
import { isTreePath } from "../names.ts";
import type { FolderState, Observed, Oid, RepoName } from "../port.ts";
import { failed, known, noTreePath, ofPart, ok, type Result, unknown } from "../problem.ts";
import { readData, repoPath } from "./client.ts";
import { oidOf } from "./mapping.ts";
import type { GiteaSession } from "./session.ts";

/** Entries asked for at once; servers may give fewer, and say so. */
const pageSize = 1000;
/** Pages that are read: a longer folder is not read to its end. */
const mostPages = 100;

/** Lists folders of one repository: from the root of a commit down, each tree by its id. */
export async function listFolder(
  session: GiteaSession,
  repo: RepoName,
  commit: Oid,
  path: string,
): Promise<Observed<FolderState>> {
  if (!isTreePath(path)) return unknown(noTreePath(path));
  const found = await findFolder(session, repo, commit, path);
  // The commit was told: it is not the repository that is not found.
  return found.ok ? known(found.value, commit) : unknown(ofPart(found.problem));
}

async function findFolder(
  session: GiteaSession,
  repo: RepoName,
  commit: Oid,
  path: string,
): Promise<Result<FolderState>> {
  let part: TreePart = { mode: "040000", oid: commit };
  for (const name of path.split("/")) {
    // Below a file, a link or a submodule there is nothing of this repository.
    if (noFolder(part) !== undefined) return ok({ kind: "absent" });
    const above = await readTree(session, repo, part.oid, part.oid === commit);
    if (!above.ok) return above;
    const next = above.value.get(name);
    if (next === undefined) return ok({ kind: "absent" });
    part = next;
  }
  const other = noFolder(part);
  if (other !== undefined) return ok(other);
  const tree = await readTree(session, repo, part.oid, false);
  return tree.ok ? ok(folderOf(path, part.oid, tree.value)) : tree;
}

/** All entries of a tree by name, or of the root of a commit. A tree never changes, so it is asked for once. */
async function readTree(
  session: GiteaSession,
  repo: RepoName,
  oid: Oid,
  isRoot: boolean,
): Promise<Result<ReadonlyMap<string, TreePart>>> {
  const { trees } = session.memory;
  const before = trees.get(oid);
  if (before !== undefined) return ok(before);
  const entries = new Map<string, TreePart>();
  for (let page = 1; page <= mostPages; page += 1) {
    const found = await readPage(session, repo, oid, page, isRoot);
    if (!found.ok) return found;
    for (const [name, part] of found.value.entries) entries.set(name, part);
    if (found.value.isLast) {
      // What a cut list lacks is not absent (F5).
      if (entries.size !== found.value.total)
        return failed("incomplete", `${entries.size} of ${found.value.total} entries of ${oid} were listed`);
      trees.set(oid, entries);
      return ok(entries);
    }
    if (found.value.entries.length === 0) break;
  }
  return failed("incomplete", `the tree ${oid} has more entries than are looked through`);
}

interface TreePage {
  readonly entries: readonly (readonly [string, TreePart])[];
  readonly total: number;
  readonly isLast: boolean;
}

function readPage(
  { client }: GiteaSession,
  repo: RepoName,
  oid: Oid,
  page: number,
  isRoot: boolean,
): Promise<Result<TreePage>> {
  const place = `${repoPath(repo)}/git/trees/${oid}?page=${page}&per_page=${pageSize}`;
  return readData(client, place, (data) => {
    const answer = json(data, "a tree");
    // Of the root the server may name the tree or the commit.
    if (!isRoot && oidOf(answer, "sha") !== oid)
      throw new AnswerError(`expected ${oid}, received another tree`);
    const { truncated, total_count: total } = answer;
    if (typeof truncated !== "boolean" || typeof total !== "number")
      throw new AnswerError("expected to be told whether these are all entries");
    // A root without entries has no list either.
    const entries = list(answer["tree"] ?? [], "entries").map((each) => {
      const entry = json(each, "an entry");
      return [text(entry, "path"), { mode: text(entry, "mode"), oid: oidOf(entry, "sha") }] as const;
    });
    return { entries, total, isLast: !truncated };
  });
}
