import type { TreePart } from "../folders.ts";
import type { GitSession } from "../git/session.ts";
import type { BlobCache, Instant, PathEntry, ProposalSummary, RepoName } from "../port.ts";
import type { Result } from "../problem.ts";
import type { GiteaClient } from "./client.ts";

/** What the forge of one server shares between its calls. */
export interface GiteaSession {
  readonly client: GiteaClient;
  /** Branches are pushed with git: the API moves no branch from an expected commit. */
  readonly git: GitSession;
  readonly memory: GiteaMemory;
  readonly now: () => Instant;
}

/** What one forge remembers for as long as it lives, by `owner/repo` where it is about a repository. */
export interface GiteaMemory {
  /** The account that the token is of. */
  login?: string;
  /** Facts that the API told, without the head. */
  readonly repos: Map<string, KnownRepo>;
  /** Messages of commits; a commit never changes. */
  readonly messages: Map<string, string>;
  /** What commits hold at paths, where the caller's cache does not keep that. */
  readonly entries: Map<string, PathEntry>;
  /** Folders by the id of their tree; the root of a commit by that of the commit. */
  readonly trees: Map<string, ReadonlyMap<string, TreePart>>;
  /** Number of the proposal that was open on a branch last, by `owner/repo branch`. */
  readonly numbers: Map<string, number>;
  /** Head that we pushed last, by `owner/repo branch`. */
  readonly pushed: Map<string, string>;
  /** Proposals as they were listed last, by `owner/repo branch`. */
  readonly listed: Map<string, readonly ProposalSummary[]>;
  /** What the server answered when a proposal was opened, for the next look at its branch, by `owner/repo branch`. */
  readonly opened: Map<string, ProposalSummary>;
  /** Ids of labels by name, of each repository. */
  readonly labels: Map<string, ReadonlyMap<string, number>>;
  /** The same of each owner, as it was asked. */
  readonly owners: Map<string, Promise<Result<ReadonlyMap<string, number>>>>;
}

/** What `GET /repos/{owner}/{repo}` says. */
export interface KnownRepo {
  readonly id: string;
  readonly defaultBranch: string;
  readonly archived: boolean;
  readonly mirror: boolean;
  readonly empty: boolean;
}

/** A memory that knows nothing yet. */
export function createMemory(): GiteaMemory {
  return {
    repos: new Map(),
    messages: new Map(),
    entries: new Map(),
    trees: new Map(),
    numbers: new Map(),
    pushed: new Map(),
    listed: new Map(),
    opened: new Map(),
    labels: new Map(),
    owners: new Map(),
  };
}

export function keyOf({ owner, repo }: RepoName): string {
  return `${owner}/${repo}`;
}

/** The key of what is remembered of a branch. */
export function branchKey(repo: RepoName, branch: string): string {
  return `${keyOf(repo)} ${branch}`;
}

/** What a commit holds at a path, from the caller's cache or ours. */
export function cachedEntry(
  cache: BlobCache,
  { entries }: GiteaMemory,
  commit: string,
  path: string,
): PathEntry | undefined {
  return cache.getEntry?.(commit, path) ?? entries.get(`${commit} ${path}`);
}

/** Remembers what a commit holds at a path. */
export function keepEntry(
  cache: BlobCache,
  { entries }: GiteaMemory,
  commit: string,
  path: string,
  entry: PathEntry,
): void {
  if (cache.putEntry === undefined) entries.set(`${commit} ${path}`, entry);
  else cache.putEntry(commit, path, entry);
}
