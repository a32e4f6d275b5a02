import { createHash } from "node:crypto";
import type { Json } from "../http/fields.ts";
import { AnswerError, instant, json, list, maybeJson, number, text, textOr } from "../http/fields.ts";
import { isOid } from "../names.ts";
import type {
  Comment,
  CommitStatus,
  FileState,
  Oid,
  ProposalRef,
  ProposalResponse,
  ProposalState,
  ProposalSummary,
  RepoName,
} from "../port.ts";
import { nullOid } from "../problem.ts";

/** A title that begins so is a draft's; the server's own default. */
const draftPrefix = /^(?:WIP:|\[WIP\])\s*/i;

/** The title to send. */
export function titleOf(title: string, draft: boolean): string {
  return draft ? `WIP: ${title}` : title;
}

/** A pull request of the API, as far as it is needed. */
export interface Pull {
  readonly summary: ProposalSummary;
  /** Branch its commits are on; also when that is gone. */
  readonly headBranch: string;
  /** Whether that branch is one of this repository. */
  readonly isOwn: boolean;
  readonly mergeBase: Oid | undefined;
}

/** Reads a pull request. Throws AnswerError. */
export function readPull(repo: RepoName, value: unknown): Pull {
  const pull = json(value, "a pull request");
  const head = json(pull["head"], "a head");
  const base = json(pull["base"], "a base");
  const oid = oidOf(head, "sha");
  const mergeBase = textOr(pull, "merge_base");
  const headBranch = branchOf(head);
  const title = text(pull, "title");
  const ref: ProposalRef = { repo, branch: headBranch, number: number(pull, "number") };
  const mergedOid = textOr(pull, "merge_commit_sha");
  const state = stateOf(pull, oid, mergeBase);
  const isOpen = state === "open";
  const closedAt = isOpen ? undefined : (instant(pull, "merged_at") ?? instant(pull, "closed_at"));
  const mergedBy = maybeJson(pull["merged_by"]);
  const summary: ProposalSummary = {
    ref,
    state,
    title: title.replace(draftPrefix, ""),
    body: textOr(pull, "body"),
    draft: draftPrefix.test(title),
    labels: labelsOf(pull),
    base: branchOf(base),
    head: oid,
    ...(state === "merged" && isOid(mergedOid) ? { mergedOid } : {}),
    openedAt: instant(pull, "created_at") ?? 0,
    openedBy: loginOf(pull["user"]),
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(state !== "merged" || mergedBy === undefined ? {} : { closedBy: loginOf(mergedBy) }),
    url: text(pull, "html_url"),
  };
  const isOwn = sameRepo(head, base);
  return {
    summary: { ...summary, ref: { ...ref, revision: revisionOf(summary) } },
    headBranch,
    isOwn,
    mergeBase: isOid(mergeBase) ? mergeBase : undefined,
  };
}

/**
 * The version of a proposal: a digest of what people and we can change of it. The API binds no write to a version, so
 * this is compared right before one.
 */
function revisionOf({ state, title, body, draft, labels, base }: ProposalSummary): string {
  const content = JSON.stringify([state, title, body, draft, [...labels].sort(), base]);
  return createHash("sha256").update(content).digest("hex").slice(0, 40);
}

/** `label` is the branch; `ref` becomes `refs/pull/<n>/head` once the branch is gone. */
function branchOf(side: Json): string {
  const label = textOr(side, "label");
  return (label === "" ? text(side, "ref") : label).replace(/^[^:/]*:/, "");
}

function sameRepo(head: Json, base: Json): boolean {
  // The repository of a deleted branch's proposal is not told any more; a fork's has an id of its own.
  const [from, into] = [head["repo_id"], base["repo_id"]];
  return from === into || (typeof from === "number" && from <= 0);
}

/** A proposal whose head is in its base branch was merged by hand, also where the server does not look for that. */
function stateOf(pull: Json, head: Oid, mergeBase: string): ProposalState {
  if (pull["merged"] === true) return "merged";
  const state = text(pull, "state");
  if (state === "closed") return "closed";
  if (state !== "open") throw new AnswerError(`expected open or closed in state, received ${state}`);
  return mergeBase === head ? "merged" : "open";
}

/** Names of the labels of a pull request, in the order told. */
function labelsOf(pull: Json): readonly string[] {
  const labels = pull["labels"];
  return labels === null || labels === undefined
    ? []
    : list(labels, "labels").map((label) => text(json(label, "a label"), "name"));
}

/** The login of a user; a deleted one has none. */
export function loginOf(user: unknown): string {
  const login = textOr(maybeJson(user) ?? {}, "login");
  return login === "" ? "somebody" : login;
}

export function oidOf(from: Json, field: string): Oid {
  const oid = text(from, field);
  if (isOid(oid)) return oid;
  throw new AnswerError(`expected an object id in ${field}, received "${oid.slice(0, 60)}"`);
}

/** What a commit holds at a path, as `contents` tells: a file with its bytes, a list for a folder. Throws AnswerError. */
export function readContents(value: unknown): { readonly state: FileState; readonly type: string } {
  if (Array.isArray(value)) return { state: { kind: "other", what: "directory" }, type: "dir" };
  const entry = json(value, "a file");
  const type = text(entry, "type");
  switch (type) {
    case "file":
      return { state: { kind: "file", blob: oidOf(entry, "sha"), bytes: bytesOf(entry) }, type };
    case "symlink":
    case "submodule":
      return { state: { kind: "other", what: type }, type };
    default:
      return { state: { kind: "other", what: "directory" }, type };
  }
}

function bytesOf(entry: Json): Uint8Array {
  if (textOr(entry, "encoding") !== "base64")
    throw new AnswerError("expected the content of a file in base64");
  return Buffer.from(text(entry, "content"), "base64");
}

/** Names in a folder, as `contents` lists them. Throws AnswerError. */
export function readNames(value: unknown): readonly string[] {
  return list(value, "entries").map((entry) => text(json(entry, "an entry"), "name"));
}

/** Reads a comment. Throws AnswerError. */
export function readComment(value: unknown): Comment {
  const comment = json(value, "a comment");
  return {
    by: loginOf(comment["user"]),
    at: instant(comment, "created_at") ?? 0,
    body: textOr(comment, "body"),
  };
}

const actions: Readonly<Record<string, ProposalResponse["action"]>> = {
  APPROVED: "approve",
  REQUEST_CHANGES: "reject",
};

/** Reads a review; `undefined` for one that neither approves nor asks for changes. Throws AnswerError. */
export function readReview(value: unknown): ProposalResponse | undefined {
  const review = json(value, "a review");
  const action = actions[text(review, "state")];
  if (action === undefined) return undefined;
  const commit = textOr(review, "commit_id");
  const isVoid = review["dismissed"] === true ? "dismissed" : review["stale"] === true ? "stale" : undefined;
  return {
    by: loginOf(review["user"]),
    action,
    at: instant(review, "submitted_at") ?? 0,
    message: textOr(review, "body"),
    head: isOid(commit) ? commit : nullOid,
    ...(isVoid === undefined ? {} : { void: isVoid }),
  };
}

/** Reads a status of a commit; a warning counts as an error. Throws AnswerError. */
export function readStatus(value: unknown, head: Oid): CommitStatus {
  const status = json(value, "a status");
  const state = text(status, "status");
  const known = (["success", "failure", "pending"] as const).find((each) => each === state) ?? "error";
  return { context: text(status, "context"), state: known, description: textOr(status, "description"), head };
}
