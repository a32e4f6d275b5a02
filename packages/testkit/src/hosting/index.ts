export { type History, historyOf } from "./history.ts";
export { createHosting, type Hosting, type HostingOptions } from "./hosting.ts";
export {
  type Handler,
  jsonAnswer,
  type StagedAnswer,
  type StagedRequest,
  textAnswer,
} from "./http/exchange.ts";
export type { FaultRule, HttpFault, MatchedRequest, RequestMatch } from "./http/faults.ts";
export type { LoggedRequest, RequestLog } from "./http/request-log.ts";
export { answerGit, type GitRequest, parseGitRequest } from "./http/smart-http.ts";
export { type Stage, type StageOptions, startStage } from "./http/stage.ts";
export type { LabelStore, StatusStore } from "./labels.ts";
export {
  fastForward,
  type GuardedResult,
  type MergeRequest,
  type MergeResult,
  mergePull,
  mergesCleanly,
  signatureOf,
  updateGuarded,
} from "./merge.ts";
export { pullRef } from "./notice.ts";
export type { CommitObject, NewCommit, Objects, Signature, TreeEntry, TreeMode } from "./objects.ts";
export { kindOfMode } from "./objects.ts";
export {
  closePull,
  type NewPull,
  type OpenResult,
  openPull,
  type ReopenResult,
  reopenPull,
} from "./open-pull.ts";
export type { HostedComment, HostedLabel, HostedReview, HostedStatus, Pull, PullPatch } from "./pull.ts";
export type { PullStore, PullsView } from "./pull-store.ts";
export { noOid, type RefResult, type Refs, type RefUpdate } from "./refs.ts";
export type { FoundRepo } from "./registry.ts";
export type { HostedRepo, HostedRepoSpec, Permission, RefGuard, RepoFlags } from "./repo.ts";
export {
  changedFiles,
  entryAt,
  type TreeChange,
  type TreePath,
  type TreeWrite,
  writeTreeWith,
} from "./trees.ts";
export type { Authentication, HostingUser, UserSpec, Users } from "./users.ts";
