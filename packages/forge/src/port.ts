/** Object id of git: 40 hex digits (SHA-1) or 64 (SHA-256). */
export type Oid = string;

/** Epoch milliseconds, UTC. */
export type Instant = number;

/** A repository by the name its forge knows it under. */
export interface RepoName {
  readonly owner: string;
  readonly repo: string;
}

/** Why a fact could not be had. Unknown is never absent, and never a reason to write. */
export type UnknownReason =
  | "unreachable"
  | "no_access"
  | "not_found"
  | "moved"
  | "corrupt"
  | "incomplete"
  | "rate_limited"
  | "unsupported";

/** A fact with the object id that proves it, or the reason why there is none. */
export type Observed<T> =
  | { readonly kind: "known"; readonly value: T; readonly proof: Oid }
  | {
      readonly kind: "unknown";
      readonly reason: UnknownReason;
      readonly message: string;
      readonly retryAt?: Instant;
    };

/** Why a forge refused a write for good. */
export type RejectReason =
  | "no_access"
  | "protected"
  | "hook_declined"
  | "ineligible"
  | "conflict"
  | "checked_out"
  | "not_found"
  | "storage"
  | "unsupported";

/**
 * The account as a whole writes too fast for the forge, and shall write more slowly from now on. `until`: the forge, or its
 * documented rule, gives the time to come back. `at_least`: it names none, so the time is the least pause.
 */
export type TooFast = "until" | "at_least";

/**
 * What became of a write. `lost_race`: somebody was faster, re-observe. `unclear`: it may or may not have happened,
 * re-observe and never repeat blindly. `retry_at`: nothing happened yet, come back then.
 */
export type WriteResult<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "lost_race" }
  | { readonly kind: "unclear"; readonly message: string }
  | { readonly kind: "rejected"; readonly reason: RejectReason; readonly hint: string }
  | {
      readonly kind: "retry_at";
      readonly at: Instant;
      readonly message: string;
      readonly tooFast?: TooFast;
    };

/** What an adapter can do, as data: no caller asks for the kind of forge. */
export interface Capabilities {
  /** Repositories read by one request or process. */
  readonly readBatch: number;
  /** Whether merge and delete are bound to an expected head by the forge itself. */
  readonly expectedHead: boolean;
  readonly drafts: boolean;
  /** Whether a response's author is proved by the forge (`forge`) or only by a signature (`signature`). */
  readonly identity: "forge" | "signature";
  /** What writes cost in requests; zero where nothing is counted. */
  readonly cost: WriteCost;
  /** Whether `mergeProposal` is for this tool to call on a person's behalf (`coulomb requests merge`). */
  readonly mergeByTool: boolean;
}

/** At most so many requests that a write of each kind takes, the looks before and after it included, without a retry. */
export interface WriteCost {
  /** A new proposal: its branch too. */
  readonly open: number;
  /** A change of an open one: a commit, text, labels. */
  readonly update: number;
  /** Closing one, and deleting its branch. */
  readonly close: number;
  /** One commit on a branch of its own, such as the state's. */
  readonly commit: number;
}

/** Requests that are left until an instant. */
export interface RequestBudget {
  readonly left: number;
  readonly resetsAt: Instant;
}

/** Who this adapter writes as, and what it runs on; for `doctor`. */
export interface Identity {
  readonly login: string;
  /** Name and version of what answers: `git 2.39.5`. */
  readonly server: string;
  /** What the forge still grants, where it counts. */
  readonly budget?: RequestBudget;
  /** How far its clock is ahead of ours, in milliseconds, where it tells; negative when behind. */
  readonly clockOffsetMs?: number;
  /** What the token lacks or a person should know, each with what to do. */
  readonly remarks?: readonly IdentityRemark[];
}

/** Something about an account that a person should know. */
export interface IdentityRemark {
  readonly message: string;
  readonly hint: string;
}

/** What to read of one repository. Everything is read under one head. */
export interface RepoQuery {
  readonly repo: RepoName;
  /**
   * Branch, or full id of a commit (40 or 64 hex digits), to read files and folders from; default: the repository's default
   * branch. A commit must be in the repository: what is asked of one that is not is unknown, `not_found`;
   * what the cache holds of it is believed.
   */
  readonly at?: string;
  readonly files: readonly string[];
  /** Folders to list, one level each, by their paths; not the root. Each costs a look, so only where it is needed. */
  readonly folders?: readonly string[];
  /** Branches whose head and proposals are wanted, without `refs/heads/`. */
  readonly branches: readonly string[];
  /** Files whose last changes are wanted too. It costs a look into the history, so only where it is told to people. */
  readonly lastChanges?: readonly string[];
  /** Whether to tell what the head of each branch changes: only asked where a left-over branch is to be taken for ours. */
  readonly changes?: boolean;
  /**
   * The head under which the caller has remembered all that the repository showed. While the default branch is at it,
   * our branches are not there and the files are cached, proposals may be left out: the observation is `idle` then.
   */
  readonly sparing?: Oid;
}

/** A commit that changed a file, as the history of the branch tells it. */
export interface FileChange {
  readonly commit: Oid;
  readonly authorName: string;
  /** Author time. */
  readonly at: Instant;
  readonly message: string;
  /** What it made of the file, where the forge tells; `null`: it removed it. */
  readonly blob?: Oid | null;
}

export interface RepoFacts {
  /** Stable identity on this forge; of an idle repository its address. */
  readonly id: string;
  readonly defaultBranch: string;
  /** Commit that files were read from: the head of `at` or of the default branch; `null` when `at` does not exist. */
  readonly head: Oid | null;
  readonly eligible: { readonly ok: true } | { readonly ok: false; readonly reason: IneligibleReason };
}

export type IneligibleReason = "archived" | "disabled" | "empty" | "mirror" | "no_access";

export type FileState =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly blob: Oid; readonly bytes: Uint8Array }
  /** Something that is not a regular file: a folder, a symbolic link, a submodule. */
  | { readonly kind: "other"; readonly what: "directory" | "symlink" | "submodule" };

/** One entry of a folder. */
export interface FolderEntry {
  /** From the root of the repository, with `/`. Of a name that is no UTF-8 it leads nowhere. */
  readonly path: string;
  readonly kind: "file" | "directory" | "symlink" | "submodule";
  /** Blob of a file or a link, tree of a folder, commit of a submodule. */
  readonly oid: Oid;
}

/** What a commit holds at the path of a folder. */
export type FolderState =
  | { readonly kind: "absent" }
  /** `entries` are all of them, by path. The same `tree` is the same folder, whatever is below. */
  | { readonly kind: "folder"; readonly tree: Oid; readonly entries: readonly FolderEntry[] }
  /** Something that has no entries. */
  | { readonly kind: "other"; readonly what: "file" | "symlink" | "submodule" };

export type BranchState =
  | { readonly kind: "absent" }
  | {
      readonly kind: "present";
      readonly head: Oid;
      /** Message of its head commit: the trailers in it tell whose branch this is. */
      readonly message: string;
      /** Blob of each file of the query in its head; `null`: no file is there. */
      readonly blobs: ReadonlyMap<string, Oid | null>;
      /**
       * With `changes`: paths in which its head differs from its last parent, the commit it was made on; at most 100.
       * Left out where that cannot be told.
       */
      readonly changed?: readonly string[];
    };

export type ProposalState = "open" | "merged" | "closed";

/** Names one proposal. `revision` is the version it was read at, where the forge can bind a write to it. */
export interface ProposalRef {
  readonly repo: RepoName;
  readonly branch: string;
  readonly number: number;
  readonly revision?: string;
}

/** A proposal as observed. Times are epoch milliseconds, UTC. */
export interface ProposalSummary {
  readonly ref: ProposalRef;
  readonly state: ProposalState;
  readonly title: string;
  readonly body: string;
  readonly draft: boolean;
  readonly labels: readonly string[];
  /** Branch it asks to be merged into. */
  readonly base: string;
  /** Head of its branch; for a merged or closed one the last head it had. */
  readonly head: Oid;
  readonly mergedOid?: Oid;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly closedAt?: Instant;
  readonly closedBy?: string;
  /** Closed only because its branch is gone: nobody said so. Plain git cannot tell that from a squash. */
  readonly vanished?: boolean;
  /** Where a person can look at it; absent on plain git. */
  readonly url?: string;
}

/** Everything one read says about one repository. Lists are newest first. */
export interface RepoObservation {
  readonly repo: RepoName;
  readonly facts: Observed<RepoFacts>;
  readonly files: ReadonlyMap<string, Observed<FileState>>;
  /** There when folders were asked for. A list that may lack an entry is unknown (F5). */
  readonly folders?: ReadonlyMap<string, Observed<FolderState>>;
  readonly branches: ReadonlyMap<string, Observed<BranchState>>;
  /** At most the newest five proposals of each branch asked for, the open ones first. */
  readonly proposals: ReadonlyMap<string, Observed<readonly ProposalSummary[]>>;
  /**
   * Of the files of `lastChanges`, in the branch read: the newest changes, newest first, at least 20 where there
   * are so many. Empty: no commit of it has the file.
   */
  readonly lastChanges?: ReadonlyMap<string, Observed<readonly FileChange[]>>;
  /**
   * Nothing of ours is there and nothing changed since it was read in full; whether it is archived and its proposals
   * were not asked for, and are unknown. Only what needs no write may rest on it.
   */
  readonly idle?: boolean;
}

/** A commit on a proposal's branch. */
export interface CommitDetail {
  readonly oid: Oid;
  readonly parents: readonly Oid[];
  readonly authorName: string;
  readonly authorEmail: string;
  readonly message: string;
}

/** A file that differs between the merge base and the proposal's head; `null` blob: absent on that side. */
export interface ChangedFile {
  readonly path: string;
  readonly baseBlob: Oid | null;
  readonly headBlob: Oid | null;
}

/** What one proposal would do, read under its head. */
export interface ProposalDetail {
  readonly summary: ProposalSummary;
  readonly mergeBase: Oid;
  readonly changed: readonly ChangedFile[];
  /** Commits from the merge base (excluded) to the head, newest first, at most 100. */
  readonly commits: readonly CommitDetail[];
  readonly comments: readonly Comment[];
  readonly statuses: readonly CommitStatus[];
  /**
   * What people answered to it: of each the latest, by `at`, then `by`; of a merged one the latest before that, where the forge keeps them
   * all. Nothing here says that it counts.
   */
  readonly responses: readonly ProposalResponse[];
  /** Unified diff for people, as git prints it. */
  readonly diff: string;
}

/** What a person answered to a proposal: the latest of each person. */
export interface ProposalResponse {
  /** Login on a hosted forge; on plain git the user that the ref names, proved by nothing but the signature. */
  readonly by: string;
  readonly action: "approve" | "reject";
  readonly at: Instant;
  /** Their words, perhaps none. */
  readonly message: string;
  /** Head it was given for; zeros where the forge does not tell any more. */
  readonly head: Oid;
  /** Set where the forge itself says that it does not stand any more. */
  readonly void?: "dismissed" | "stale";
  /** Plain git: what was signed, to be verified by who knows the keys. */
  readonly signed?: SignedStatement;
}

/** A statement as a tag object holds it; see `verifySshSignature`. */
export interface SignedStatement {
  /** Text of the statement: one line of JSON and a line feed. */
  readonly statement: string;
  /** Bytes that the signature is over: of the tag all that is before it. */
  readonly payload: Uint8Array;
  /** Armored, as it stands in the tag; `undefined`: it is not signed. */
  readonly signature: string | undefined;
}

export interface Comment {
  readonly by: string;
  readonly at: Instant;
  readonly body: string;
}

export interface CommitStatus {
  readonly context: string;
  readonly state: "success" | "failure" | "pending" | "error";
  readonly description: string;
  readonly head: Oid;
}

export interface BranchRef {
  readonly repo: RepoName;
  readonly branch: string;
  /** Version of its newest proposal when it was read: the branch is not deleted when that moved since. */
  readonly revision?: string;
}

/** A file to write; `null` content removes it. */
export interface FileWrite {
  readonly path: string;
  readonly content: Uint8Array | null;
}

/**
 * One new commit on a branch. `expected` is the head the branch must have (`null`: it must not exist yet), and
 * becomes the first parent; `base` names the commit whose tree the files are put into (`null`: the empty tree) and
 * joins as second parent when `mergeBase` is true; without `expected` it is the only parent.
 */
export interface BranchWrite {
  readonly repo: RepoName;
  readonly branch: string;
  readonly expected: Oid | null;
  readonly base: Oid | null;
  readonly mergeBase: boolean;
  readonly files: readonly FileWrite[];
  readonly message: string;
  /** Author and committer time. A repeated write with the same time makes the same commit where the forge allows. */
  readonly time: Instant;
}

export interface ProposalDraft {
  readonly repo: RepoName;
  readonly branch: string;
  /** Branch to merge into. */
  readonly base: string;
  /** Head the branch must have. */
  readonly head: Oid;
  readonly title: string;
  readonly body: string;
  readonly draft: boolean;
  readonly labels: readonly string[];
  readonly time: Instant;
}

/** What to change on a proposal; absent fields stay. A body and a state in one patch arrive together or not at all. */
export interface ProposalPatch {
  readonly title?: string;
  readonly body?: string;
  readonly draft?: boolean;
  readonly state?: "open" | "closed";
  /** Why it is closed, for people. */
  readonly reason?: string;
  readonly labels?: readonly string[];
  readonly comment?: string;
  readonly status?: CommitStatus;
  /** Head the proposal now has, after its branch advanced. */
  readonly head?: Oid;
  /** What the account, or on plain git the user that it names, answers to an open proposal. */
  readonly response?: ProposalResponseDraft;
  readonly time: Instant;
}

/**
 * An answer to give. It is for exactly `head`: while the proposal has another one, or is not open, it is a lost race. The
 * one that is there already is not given once more.
 */
export interface ProposalResponseDraft {
  readonly action: "approve" | "reject";
  /** Hosted forges take no rejection without words. */
  readonly message: string;
  readonly head: Oid;
  /** Plain git, where it is needed: `<id>/<user>`, the ref below `refs/coulomb/approvals/`. */
  readonly name?: string;
  /**
   * Plain git, where it is needed: one line of JSON and a line feed, to be signed. It names at least `branch`, `number`,
   * `head`, `action`, `message` and `time` (RFC 3339, UTC) of this response; what it says besides is the caller's.
   */
  readonly statement?: string;
  /**
   * Plain git: an SSH key to sign with; unsigned without one. `key` is the absolute path of a private key, or of a public
   * one whose other half an agent holds. Nobody is asked for a passphrase.
   */
  readonly signer?: { readonly key: string };
}

/** What a commit holds at a path, without the bytes. */
export type PathEntry =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly blob: Oid }
  | { readonly kind: "other"; readonly what: "directory" | "symlink" | "submodule" };

/**
 * Bytes by blob id, kept by the caller. A hit must hash to its id; adapters check what they put and what they get.
 *
 * `getEntry` and `putEntry` keep what a commit holds at a path. A commit id fixes its whole tree, so an entry stays
 * true for ever and in every repository. Without them an adapter asks again in each run.
 */
export interface BlobCache {
  get(blob: Oid): Uint8Array | undefined;
  put(blob: Oid, bytes: Uint8Array): void;
  getEntry?(commit: Oid, path: string): PathEntry | undefined;
  putEntry?(commit: Oid, path: string, entry: PathEntry): void;
}

/**
 * The port to one forge. Rules every adapter keeps, checked by one contract suite (`describeForge` in testkit):
 *
 * - F1 Absent is known only under a head oid.
 * - F2 Bytes count only if they hash to their blob id.
 * - F3 Every ref write names the expected oid; a failure's outcome is read from the refs, never from error text.
 * - F4 Nothing is forced: branches only move forward.
 * - F5 A list that lacks a page is unknown.
 */
export interface Forge {
  readonly capabilities: Capabilities;
  /** Reads who we are and whether the forge answers; writes nothing. */
  check(): Promise<Observed<Identity>>;
  /** Reads many repositories; yields one observation per query, in any order, and never throws for one of them. */
  observe(queries: readonly RepoQuery[], cache: BlobCache): AsyncIterable<RepoObservation>;
  /** Reads one proposal in full. */
  inspect(ref: ProposalRef): Promise<Observed<ProposalDetail>>;
  /** Puts one commit on a branch. */
  advanceBranch(write: BranchWrite): Promise<WriteResult<Oid>>;
  /** Deletes a branch that still has the expected head. */
  deleteBranch(ref: BranchRef, expected: Oid): Promise<WriteResult<void>>;
  /** Opens a proposal for a branch that exists. An open one for the same branch is a lost race. */
  openProposal(draft: ProposalDraft): Promise<WriteResult<ProposalRef>>;
  /** Changes text, state, labels, or adds a comment, a status or a response. */
  updateProposal(ref: ProposalRef, patch: ProposalPatch): Promise<WriteResult<void>>;
  /**
   * Merges an open proposal whose head is the expected one, with a commit of two parents, and deletes its branch.
   * `time` is the commit's where the forge lets us choose it.
   */
  mergeProposal(ref: ProposalRef, expectedHead: Oid, time: Instant): Promise<WriteResult<Oid>>;
}
