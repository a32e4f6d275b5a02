import type { Oid, RepoName } from "@coulomb-loop/forge";

/** Where a managed proposal lives. */
export interface ProposalTarget {
  readonly installation: string;
  readonly repo: RepoName;
  /** Repo id written into the marker. */
  readonly repoId: string;
  /** Ids under which the repo was known before it moved: their markers are ours too. */
  readonly formerIds?: readonly string[];
  /** One managed proposal per key and repo: `[a-z0-9-]+`. */
  readonly key: string;
}

/** One file of a wanted proposal. */
export interface WantedFile {
  readonly path: string;
  /** Blob on the base branch that the content was made from; `null`: absent. */
  readonly base: Oid | null;
  /** Blob as proposed; `null`: the file is to be deleted, and has no content. */
  readonly result: Oid | null;
  readonly content: Uint8Array | null;
}

/** What a proposal should be: a function of the plan, with no clock and no run id in it. */
export interface Wanted {
  /** Digest of the plan. */
  readonly plan: string;
  /** Digest of what the caller wanted of the repo, for the record of what was merged. */
  readonly inputs: string;
  readonly change: string;
  readonly class: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly files: readonly WantedFile[];
  readonly title: string;
  /** Markdown for people. */
  readonly text: string;
  readonly labels: readonly string[];
  readonly draft: boolean;
  /** The caller's own trailers for the commit, whole lines: `Coulomb-Copied: …`. What they say decides nothing here. */
  readonly trailers?: readonly string[];
}

/** Branch of a managed proposal. */
export function branchName(target: Pick<ProposalTarget, "installation" | "key">): string {
  return `coulomb/${target.installation}/${target.key}`;
}
