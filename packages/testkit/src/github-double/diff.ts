import { changedFiles, type HostedRepo, type TreeChange } from "../hosting/index.ts";
import { git } from "../plain-git.ts";
import type { JsonObject } from "./json.ts";
import type { RepoPlace } from "./json-git.ts";

/** A file that differs between two commits. Renames are a removal and an addition. */
export interface FileDiff extends TreeChange {
  readonly additions: number;
  readonly deletions: number;
  /** From the first `@@`; `undefined` for files that are no text. */
  readonly patch: string | undefined;
}

const options = ["--no-renames", "--no-color", "--no-ext-diff", "--src-prefix=a/", "--dst-prefix=b/"];

/** The unified diff between two commits, as the media type `diff` answers. One git process. */
export async function diffText(repo: HostedRepo, from: string, to: string): Promise<string> {
  return `${await git(repo.path, ["diff", ...options, from, to])}\n`;
}

/** Files that differ between two commits, sorted by path. One git process, none when nothing differs. */
export async function fileDiffs(repo: HostedRepo, from: string, to: string): Promise<readonly FileDiff[]> {
  const trees = await Promise.all(
    [from, to].map(async (oid) => (await repo.objects.commit(oid))?.tree ?? null),
  );
  const changes = await changedFiles(repo.objects, trees[0] ?? null, trees[1] ?? null);
  if (changes.length === 0) return [];
  const parts = (await diffText(repo, from, to)).split(/^(?=diff --git )/m).filter((part) => part !== "");
  // Both are sorted by path, and a file has one part.
  return changes.map((change, index) => ({ ...change, ...countLines(parts[index] ?? "") }));
}

function countLines(part: string): Pick<FileDiff, "additions" | "deletions" | "patch"> {
  const start = part.search(/^@@/m);
  if (start === -1) return { additions: 0, deletions: 0, patch: undefined };
  const patch = part.slice(start).replace(/\n$/, "");
  const lines = patch.split("\n");
  return {
    additions: lines.filter((line) => line.startsWith("+")).length,
    deletions: lines.filter((line) => line.startsWith("-")).length,
    patch,
  };
}

/** `diff-entry` of the official description; `head` is the commit that has the new state. */
export function diffEntry(file: FileDiff, head: string, place: RepoPlace): JsonObject {
  const status = file.before === null ? "added" : file.after === null ? "removed" : "modified";
  const path = file.path.split("/").map(encodeURIComponent).join("/");
  return {
    sha: (file.after ?? file.before)?.oid ?? null,
    filename: file.path,
    status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${place.html}/blob/${head}/${path}`,
    raw_url: `${place.html}/raw/${head}/${path}`,
    contents_url: `${place.api}/contents/${path}?ref=${head}`,
    ...(file.patch === undefined ? {} : { patch: file.patch }),
  };
}
