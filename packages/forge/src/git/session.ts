import { isBranchName } from "../names.ts";
import type { BlobCache, Instant, Oid, RepoName, WriteResult } from "../port.ts";
import { failed, ok, type Result, refusal } from "../problem.ts";
import type { GitIdentity } from "./commit.ts";
import { type CommitFiles, createCommitFiles } from "./commit-files.ts";
import { createObjectReader, type ObjectReader } from "./object-reader.ts";
import type { MergeMemo } from "./proposals.ts";
import type { Scratch } from "./scratch.ts";
import { type GitContext, openTarget, type Refs, readRefs, type Target, withObjects } from "./target.ts";

/** What every operation of one forge shares. */
export interface GitSession extends GitContext {
  readonly identity: GitIdentity;
  readonly installation: string;
  /** Whether proposals are records beside the branches; not where the server has proposals of its own. */
  readonly hasRecords: boolean;
  /**
   * Whether a branch is known not to be the default one. Such a branch is taken to be as the caller read it: the lease of
   * the push decides anyway, and where every look is a request, one is saved.
   */
  readonly isOther?: (repo: RepoName, branch: string) => boolean;
  readonly memo: MergeMemo;
}

/** A repository with the refs an operation is about. */
export interface Opened {
  readonly target: Target;
  readonly refs: Refs;
}

/** Objects of a repository, and a place to make new ones. */
export interface Workshop {
  readonly scratch: Scratch;
  readonly reader: ObjectReader;
  readonly files: CommitFiles;
}

/** Reads the refs an operation is about. `names` are full ref names, `branches` names that must be valid first. */
export async function openRefs(
  session: GitSession,
  repo: RepoName,
  branches: readonly string[],
  names: readonly string[],
): Promise<Result<Opened>> {
  const bad = branches.find((branch) => !isBranchName(branch));
  if (bad !== undefined) return failed("unsupported", `"${bad}" is no name of a branch`);
  const target = openTarget(session, repo);
  if (!target.ok) return target;
  const refs = await readRefs(session, target.value, names);
  return refs.ok ? ok({ target: target.value, refs: refs.value }) : refs;
}

/** Commit a ref holds; `null` when it does not exist or has no name. */
export function oidOf(refs: Refs, name: string | undefined): Oid | null {
  return name === undefined ? null : (refs.oids.get(name) ?? null);
}

/** Opens the given commits for reading and making, runs the work, and leaves nothing behind. */
export async function withWorkshop<T>(
  session: GitSession,
  target: Target,
  commits: readonly (Oid | null | undefined)[],
  work: (workshop: Workshop) => Promise<Result<T>>,
): Promise<Result<T>> {
  const wanted = commits.filter((oid) => typeof oid === "string");
  // Depth 2: a repeated write meets its own commit on the branch, and needs that commit's parent to make it again.
  return withObjects(session, target, wanted, 2, async (scratch) => {
    const reader = createObjectReader(session.client, scratch.gitDir);
    try {
      return await work({ scratch, reader, files: createCommitFiles(noCache, async () => ok(reader)) });
    } finally {
      await reader.close();
    }
  });
}

const noCache: BlobCache = { get: () => undefined, put: () => undefined };

/** A write's outcome from a piece of work that may have met a problem before anything was sent. */
export function outcome<T>(result: Result<WriteResult<T>>, time: Instant | undefined): WriteResult<T> {
  return result.ok ? result.value : refusal(result.problem, time);
}

/** Ends a write early for a reason a person has to see. */
export function rejected(
  reason: Extract<WriteResult<never>, { kind: "rejected" }>["reason"],
  hint: string,
): Result<WriteResult<never>> {
  return ok({ kind: "rejected", reason, hint });
}

export const lostRace: Result<WriteResult<never>> = ok({ kind: "lost_race" });
