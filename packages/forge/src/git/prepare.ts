import { branchAsked, branchesOf, commitAsked, isBranchName } from "../names.ts";
import type { RepoFacts, RepoQuery } from "../port.ts";
import { failed, ok, type Result } from "../problem.ts";
import type { Folder } from "./folder.ts";
import { branchRef, recordRef } from "./mapping.ts";
import { type GitContext, openTarget, type Refs, readFolderRefs, readRefs, type Target } from "./target.ts";

/** A repository whose refs are read and whose objects may be needed. */
export interface Prepared {
  readonly query: RepoQuery;
  readonly target: Target;
  readonly refs: Refs;
  readonly facts: RepoFacts;
}

/** Finds the repository of a query whose names of branches are sound. */
export function locate(context: GitContext, query: RepoQuery): Result<Target> {
  const bad = branchesOf(query).find((branch) => !isBranchName(branch));
  if (bad !== undefined) return failed("unsupported", `"${bad}" is no name of a branch`);
  return openTarget(context, query.repo);
}

/** Reads the refs of a folder, at once. */
export function prepareFolder(query: RepoQuery, target: Target, folder: Folder): Result<Prepared> {
  return preparedOf(query, target, readFolderRefs(folder, refsOf(query)));
}

/** Asks a server for the refs of a repository. */
export async function prepareRemote(
  context: GitContext,
  query: RepoQuery,
  target: Target,
): Promise<Result<Prepared>> {
  return preparedOf(query, target, await readRefs(context, target, refsOf(query)));
}

function refsOf(query: RepoQuery): readonly string[] {
  return [
    ...branchesOf(query).map(branchRef),
    ...query.branches.flatMap((branch) => recordRef(branch) ?? []),
  ];
}

function preparedOf(query: RepoQuery, target: Target, refs: Result<Refs>): Result<Prepared> {
  if (!refs.ok) return refs;
  const facts = readFacts(query, target, refs.value);
  return facts.ok ? ok({ query, target, refs: refs.value, facts: facts.value }) : facts;
}

function readFacts(query: RepoQuery, target: Target, refs: Refs): Result<RepoFacts> {
  const { headBranch, detached, oids } = refs;
  if (detached)
    return failed("unsupported", `HEAD of ${target.url} names no branch, so there is no default branch`);
  const defaultHead = headBranch === undefined ? null : (oids.get(branchRef(headBranch)) ?? null);
  const from = branchAsked(query);
  const ofBranch = from === undefined ? defaultHead : (oids.get(branchRef(from)) ?? null);
  const head = commitAsked(query) ?? ofBranch;
  const eligible: RepoFacts["eligible"] = target.mirror
    ? { ok: false, reason: "mirror" }
    : defaultHead === null
      ? { ok: false, reason: "empty" }
      : { ok: true };
  return ok({ id: target.url, defaultBranch: headBranch ?? "", head, eligible });
}
