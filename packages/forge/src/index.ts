export { hasCredentials, withoutCredentials } from "./credentials.ts";
export type { GitIdentity } from "./git/commit.ts";
export { createGitForge, type GitForgeOptions } from "./git/git-forge.ts";
export { type SshVerdict, type SshVerification, verifySshSignature } from "./git/verify-signature.ts";
export { createGiteaForge, type GiteaForgeOptions } from "./gitea/gitea-forge.ts";
export type { GithubAuth } from "./github/client.ts";
export { createGithubForge, type GithubForgeOptions } from "./github/github-forge.ts";
export type { RequestKind } from "./http/transport.ts";
export type {
  BlobCache,
  BranchRef,
  BranchState,
  BranchWrite,
  Capabilities,
  ChangedFile,
  Comment,
  CommitDetail,
  CommitStatus,
  FileChange,
  FileState,
  FileWrite,
  FolderEntry,
  FolderState,
  Forge,
  Identity,
  IdentityRemark,
  IneligibleReason,
  Instant,
  MergedPull,
  NoteWrite,
  Observed,
  Oid,
  PathEntry,
  ProposalDetail,
  ProposalDraft,
  ProposalPatch,
  ProposalRef,
  ProposalResponse,
  ProposalResponseDraft,
  ProposalState,
  ProposalSummary,
  PullRequests,
  RejectReason,
  RepoFacts,
  RepoName,
  RepoObservation,
  RepoQuery,
  RequestBudget,
  SignedStatement,
  UnknownReason,
  WriteCost,
  TooFast,
  WriteResult,
} from "./port.ts";
