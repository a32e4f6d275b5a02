import { createHash } from "node:crypto";
import type { Json } from "../http/fields.ts";
import { AnswerError, instant, json, list, maybeJson, number, text, textOr } from "../http/fields.ts";
import { isOid } from "../names.ts";
import type {
  Comment,
  CommitStatus,
  FileChange,
  Oid,
  PathEntry,
  ProposalState,
  ProposalSummary,
  RepoName,
} from "../port.ts";
import type { TreePlace } from "./session.ts";

/** A title that begins so is a draft's, where GitHub makes no drafts. */
const draftPrefix = /^WIP:\s*/;

/** The title of a draft where GitHub makes none. */
export function draftTitle(title: string): string {
  return `WIP: ${title}`;
}

/** Fields of a pull request that every read asks for; labels and who closed it cost points, and are asked for apart. */
export const pullFields = `id number title body state isDraft isCrossRepository baseRefName headRefName headRefOid
  createdAt closedAt mergedAt url author { __typename login } mergedBy { __typename login } mergeCommit { oid }`;

/** What is asked for apart. */
export const detailFields = `labels(first: 100) { nodes { name } }
  timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) { nodes { ... on ClosedEvent { actor { __typename login } } } }`;

/** A pull request of GraphQL. */
export interface Pull {
  readonly id: string;
  readonly summary: ProposalSummary;
  /** Title as GitHub has it: that of a draft may say so. */
  readonly title: string;
  /** Whether its branch is one of this repository. */
  readonly isOwn: boolean;
}

const states: Readonly<Record<string, ProposalState>> = { OPEN: "open", MERGED: "merged", CLOSED: "closed" };

/** Reads a pull request. Without `details` it has no labels and nobody closed it. Throws AnswerError. */
export function readPull(repo: RepoName, value: unknown, details?: Json): Pull {
  const pull = json(value, "a pull request");
  const state = states[text(pull, "state")];
  if (state === undefined) throw new AnswerError(`expected a state, received ${text(pull, "state")}`);
  const title = text(pull, "title");
  const mergedOid = textOr(maybeJson(pull["mergeCommit"]) ?? {}, "oid");
  const closedAt = state === "open" ? undefined : (instant(pull, "mergedAt") ?? instant(pull, "closedAt"));
  const closedBy =
    state === "merged" ? loginOf(pull["mergedBy"]) : state === "closed" ? closerOf(details) : undefined;
  const branch = text(pull, "headRefName");
  const summary: ProposalSummary = {
    ref: { repo, branch, number: number(pull, "number") },
    state,
    title: title.replace(draftPrefix, ""),
    body: textOr(pull, "body"),
    draft: pull["isDraft"] === true || draftPrefix.test(title),
    // Nothing steers what is merged; so it reads the same whether or not details were asked for.
    labels: state === "merged" ? [] : labelsOf(details),
    base: text(pull, "baseRefName"),
    head: oidOf(pull, "headRefOid"),
    ...(state === "merged" && isOid(mergedOid) ? { mergedOid } : {}),
    openedAt: instant(pull, "createdAt") ?? 0,
    openedBy: loginOf(pull["author"]) ?? "somebody",
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(closedBy === undefined ? {} : { closedBy }),
    url: text(pull, "url"),
  };
  return {
    id: text(pull, "id"),
    title,
    summary: { ...summary, ref: { ...summary.ref, revision: revisionOf(summary) } },
    isOwn: pull["isCrossRepository"] !== true,
  };
}

/**
 * The version of a proposal: a digest of what people and we can change of it. GitHub binds no change of a pull request to
 * a version, so this is compared right before one.
 */
export function revisionOf({
  state,
  title,
  body,
  draft,
  labels,
  base,
}: Pick<ProposalSummary, "state" | "title" | "body" | "draft" | "labels" | "base">): string {
  const content = JSON.stringify([state, title, body, draft, [...labels].sort(), base]);
  return createHash("sha256").update(content).digest("hex").slice(0, 40);
}

function labelsOf(details: Json | undefined): readonly string[] {
  const labels = maybeJson(details?.["labels"]);
  return labels === undefined
    ? []
    : list(labels["nodes"], "labels").map((each) => text(json(each, "a label"), "name"));
}

function closerOf(details: Json | undefined): string | undefined {
  const items = maybeJson(details?.["timelineItems"])?.["nodes"];
  const [event] = Array.isArray(items) ? items : [];
  return loginOf(maybeJson(event)?.["actor"]);
}

/** Login of an actor; an App's as REST writes it, with `[bot]`. A deleted account has none. */
export function loginOf(actor: unknown): string | undefined {
  const found = maybeJson(actor);
  const login = textOr(found ?? {}, "login");
  if (login === "") return undefined;
  return found?.["__typename"] === "Bot" && !login.endsWith("[bot]") ? `${login}[bot]` : login;
}

export function oidOf(from: Json, field: string): Oid {
  const oid = text(from, field);
  if (isOid(oid)) return oid;
  throw new AnswerError(`expected an object id in ${field}, received "${oid.slice(0, 60)}"`);
}

/** An entry of a tree as `Commit.file` answers it; `null`: the commit has none there. Throws AnswerError. */
export function readEntry(value: unknown): TreePlace | null {
  if (value === null) return null;
  const entry = json(value, "an entry of a tree");
  return { mode: number(entry, "mode").toString(8).padStart(6, "0"), oid: oidOf(entry, "oid") };
}

/** What an entry is for the port. */
export function pathEntry(place: TreePlace | null): PathEntry {
  if (place === null) return { kind: "absent" };
  switch (place.mode) {
    case "040000":
      return { kind: "other", what: "directory" };
    case "120000":
      return { kind: "other", what: "symlink" };
    case "160000":
      return { kind: "other", what: "submodule" };
    default:
      return { kind: "file", blob: place.oid };
  }
}

/** Comments of a pull request. Throws AnswerError. */
export function readComments(value: unknown): readonly Comment[] {
  return list(json(value, "comments")["nodes"], "comments").map((each) => {
    const comment = json(each, "a comment");
    return {
      by: loginOf(comment["author"]) ?? "somebody",
      at: instant(comment, "createdAt") ?? 0,
      body: textOr(comment, "body"),
    };
  });
}

const statusStates: Readonly<Record<string, CommitStatus["state"]>> = {
  SUCCESS: "success",
  FAILURE: "failure",
  PENDING: "pending",
  EXPECTED: "pending",
};

/** Statuses of a commit, the newest of each context; a commit without any has no status. Throws AnswerError. */
export function readStatuses(value: unknown, head: Oid): readonly CommitStatus[] {
  const status = maybeJson(value);
  if (status === undefined) return [];
  return list(status["contexts"], "statuses").map((each) => {
    const context = json(each, "a status");
    return {
      context: text(context, "context"),
      state: statusStates[text(context, "state")] ?? "error",
      description: textOr(context, "description"),
      head,
    };
  });
}

/** Commits that changed a file. Throws AnswerError. */
export function readHistory(commits: readonly unknown[]): readonly FileChange[] {
  return commits.map((each) => {
    const commit = json(each, "a commit");
    const author = json(commit["author"], "an author");
    return {
      commit: oidOf(commit, "oid"),
      authorName: textOr(author, "name"),
      at: instant(author, "date") ?? 0,
      message: text(commit, "message"),
    };
  });
}
