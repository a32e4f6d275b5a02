/** A comment on a pull or issue. Times are epoch milliseconds, UTC, here and below. */
export interface HostedComment {
  readonly id: number;
  readonly by: string;
  readonly body: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface HostedReview {
  readonly id: number;
  readonly by: string;
  /** `pending`: begun, and seen only by who writes it. */
  readonly state: "pending" | "comment" | "approved" | "changes_requested";
  readonly body: string;
  /** Head that was reviewed. */
  readonly commit: string;
  /** `null` while it is pending. */
  readonly submittedAt: number | null;
  readonly dismissed: boolean;
}

/** A pull request as the forge keeps it. A record never changes: each write puts a new one in its place. */
export interface Pull {
  /** Unique on the server; `number` is unique in the repository. */
  readonly id: number;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** For forges that keep a flag; others tell a draft by its title. */
  readonly draft: boolean;
  readonly state: "open" | "closed";
  readonly merged: boolean;
  readonly mergedAt: number | null;
  readonly mergedBy: string | null;
  /** The commit that brought the head into the base. */
  readonly mergeCommit: string | null;
  /** Branch to merge into, without `refs/heads/`. */
  readonly base: string;
  /** Head of the base when it was last looked at; of a closed or merged pull: then, before the merge. */
  readonly baseOid: string;
  readonly headBranch: string;
  /** `owner/name` of the fork it comes from; `null`: this repository. A fork's head does not follow anything. */
  readonly headRepo: string | null;
  /** Head of its branch; of a closed or merged pull the last one it had. Kept reachable as `refs/pull/<number>/head`. */
  readonly head: string;
  /** Whether the base lacked the head when the head last moved: only then can people have merged it by hand. */
  readonly ahead: boolean;
  /** Ids of labels, in the order given. */
  readonly labels: readonly number[];
  readonly author: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly closedAt: number | null;
  readonly closedBy: string | null;
  readonly comments: readonly HostedComment[];
  readonly reviews: readonly HostedReview[];
}

/** A change of a pull. `updatedAt` moves by itself. */
export type PullPatch = Partial<Omit<Pull, "id" | "number" | "author" | "createdAt" | "updatedAt">>;

/** A status that somebody gave to a commit. The newest of a context counts. */
export interface HostedStatus {
  readonly id: number;
  readonly context: string;
  readonly state: "pending" | "success" | "error" | "failure" | "warning";
  readonly description: string;
  readonly targetUrl: string;
  readonly creator: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface HostedLabel {
  readonly id: number;
  readonly name: string;
  /** Six hex digits, without `#`. */
  readonly color: string;
  readonly description: string;
}
