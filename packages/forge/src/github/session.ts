import type { Instant, Oid, RepoName } from "../port.ts";
import type { Problem } from "../problem.ts";
import type { ClientOf } from "./client.ts";

/** What the forge of one GitHub shares between its calls. */
export interface GithubSession {
  readonly clientOf: ClientOf;
  readonly memory: GithubMemory;
  readonly now: () => Instant;
  /** Waits so many milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
}

/** An entry of a commit's tree; `null`: none. */
export interface TreePlace {
  /** As git writes it: `100644`. */
  readonly mode: string;
  readonly oid: Oid;
}

/** What one forge remembers for as long as it lives. A commit never changes, so what it holds stays true. */
export interface GithubMemory {
  /** Login of the account. */
  login?: string;
  /** Node ids of repositories, by `owner/repo`. */
  readonly ids: Map<string, string>;
  /** Owners of repositories as GitHub spells them, by `owner/repo`. */
  readonly owners: Map<string, string>;
  /** Trees of commits. */
  readonly trees: Map<Oid, Oid>;
  /** What a commit holds at a path, by `<commit> <path>`. */
  readonly entries: Map<string, TreePlace | null>;
  /** What was just written and must be seen by the next read, by `owner/repo branch`. */
  readonly fresh: Map<string, { readonly head?: Oid; readonly number?: number }>;
  /** Repositories a query asks for at once; smaller after a failure. */
  chunk: number;
  /** Good answers in a row. */
  good: number;
  /** Smallest documents in a row of which GraphQL told nothing. */
  silent: number;
  /** Why GraphQL is not asked any more: it is not there, or breaks down over everything. Everything is read by REST then. */
  away: Problem | undefined;
}

/** A memory that knows nothing yet. */
export function createMemory(): GithubMemory {
  return {
    ids: new Map(),
    owners: new Map(),
    trees: new Map(),
    entries: new Map(),
    fresh: new Map(),
    chunk: 50,
    good: 0,
    silent: 0,
    away: undefined,
  };
}

export function keyOf({ owner, repo }: RepoName): string {
  return `${owner}/${repo}`;
}

/** The API path of a repository. */
export function repoPath({ owner, repo }: RepoName): string {
  return `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
}

/** Remembers how GitHub itself spells the full name of a repository. */
export function keepName({ owners }: Pick<GithubMemory, "owners">, repo: RepoName, fullName: string): void {
  const [owner = repo.owner] = fullName.split("/");
  owners.set(keyOf(repo), owner);
}

/** The owner as GitHub spells it, where that is known: a filter may not compare names in any case. */
export function ownerOf({ owners }: Pick<GithubMemory, "owners">, repo: RepoName): string {
  return owners.get(keyOf(repo)) ?? repo.owner;
}
