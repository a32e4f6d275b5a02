import type { Oid, RepoName, RepoQuery } from "./port.ts";

/**
 * Whether a name may stand after `refs/heads/`: the rules of git-check-ref-format(1). These names also become file
 * paths here, so this check is what keeps a read inside the repository.
 */
export function isBranchName(name: string): boolean {
  if (name === "" || name === "@" || name.startsWith("-") || name.endsWith(".")) return false;
  // oxlint-disable-next-line no-control-regex -- git forbids exactly these
  if (/[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{/.test(name)) return false;
  return name.split("/").every((part) => part !== "" && !part.startsWith(".") && !part.endsWith(".lock"));
}

/** Whether git would take this as the path of a file in a tree: relative, with `/`, nothing that escapes it. */
export function isTreePath(path: string): boolean {
  // A line feed would end a request to `cat-file --batch`; git itself allows it, no file of ours has it.
  // oxlint-disable-next-line no-control-regex -- see above
  if (path === "" || /[\u0000-\u001f\u007f]/.test(path)) return false;
  return path.split("/").every((part) => part !== "" && part !== "." && part !== ".." && !isDotGit(part));
}

/** Names that some file system would take for `.git` (CVE-2014-9390). */
function isDotGit(part: string): boolean {
  // oxlint-disable-next-line no-misleading-character-class, no-control-regex -- characters HFS+ ignores
  const plain = part.replaceAll(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, "").toLowerCase();
  return /^(?:\.git|git~1)[ .]*(?:[:\\]|$)/.test(plain);
}

/** Whether owner and repo can be put into a URL or path without leaving the place the template names. */
export function isRepoName({ owner, repo }: RepoName): boolean {
  const parts = [...owner.split("/"), repo];
  return parts.every((part) => /^[\p{L}\p{N}_.~+-]+$/u.test(part) && !/^\.{1,2}$|^-/.test(part));
}

export function isOid(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

/** The commit to read files from, where a query names one and no branch. */
export function commitAsked({ at }: Pick<RepoQuery, "at">): Oid | undefined {
  return at !== undefined && isOid(at) ? at : undefined;
}

/** The branch to read files from, where a query names one. */
export function branchAsked({ at }: Pick<RepoQuery, "at">): string | undefined {
  return at === undefined || isOid(at) ? undefined : at;
}

/** Every branch that a query is about. */
export function branchesOf(query: Pick<RepoQuery, "at" | "branches">): readonly string[] {
  const from = branchAsked(query);
  return from === undefined ? query.branches : [from, ...query.branches];
}
