import {
  type CommitObject,
  entryAt,
  type HostedRepo,
  type HostedStatus,
  kindOfMode,
  type Signature,
  type TreeEntry,
} from "../../hosting/index.ts";
import { field } from "../graphql-execute.ts";
import type { JsonObject } from "../json.ts";
import { accountByEmail } from "../json-commit.ts";
import { messageOf } from "../json-git.ts";
import { isoTime } from "../json-user.ts";
import { nodeId } from "../node-id.ts";
import { placeOf } from "../open-repo.ts";
import { connectionOf } from "../paging.ts";
import { changes } from "../rest/commits.ts";
import { stateOf } from "../rest/statuses.ts";
import type { Revisions } from "../revision.ts";
import { actorNode } from "./actor.ts";
import { paging, type QueryContext } from "./context.ts";

/** The object an expression leads to: `<revision>` or `<revision>:<path>` (gitrevisions(7)); `null` for none. */
export async function objectAt(
  context: QueryContext,
  repo: HostedRepo,
  revisions: Revisions,
  expression: string,
): Promise<JsonObject | null> {
  const colon = expression.indexOf(":");
  const oid = await revisions(colon === -1 ? expression : expression.slice(0, colon));
  if (oid === null) return null;
  if (colon === -1) return objectNode(context, repo, oid);
  const commit = await repo.objects.commit(oid);
  const entry = await entryAt(repo.objects, commit?.tree ?? oid, expression.slice(colon + 1));
  return entry === null || entry.mode === "160000" ? null : objectNode(context, repo, entry.oid);
}

/** A commit, tree or blob by its id; `null` when there is none. */
export async function objectNode(
  context: QueryContext,
  repo: HostedRepo,
  oid: string,
): Promise<JsonObject | null> {
  switch (await repo.objects.kind(oid)) {
    case "commit": {
      const commit = await repo.objects.commit(oid);
      return commit === null ? null : commitNode(context, repo, commit);
    }
    case "tree":
      return treeNode(context, repo, oid);
    case "blob": {
      const bytes = await repo.objects.blob(oid);
      return bytes === null ? null : blobNode(context, repo, oid, bytes);
    }
    default:
      return null;
  }
}

function blobNode(context: QueryContext, repo: HostedRepo, oid: string, bytes: Uint8Array): JsonObject {
  const limit = context.world.settings.blobTextLimit;
  const isBinary = bytes.includes(0);
  return {
    __typename: "Blob",
    id: nodeId("blob", repo.id, oid),
    oid,
    abbreviatedOid: oid.slice(0, 7),
    byteSize: bytes.length,
    isBinary,
    isTruncated: bytes.length > limit,
    // Text that is no UTF-8 arrives changed, as from GitHub: only the oid tells.
    text: () => (isBinary ? null : Buffer.from(bytes).subarray(0, limit).toString("utf8")),
  };
}

function treeNode(context: QueryContext, repo: HostedRepo, oid: string): JsonObject {
  return {
    __typename: "Tree",
    id: nodeId("tree", repo.id, oid),
    oid,
    abbreviatedOid: oid.slice(0, 7),
    entries: async () =>
      ((await repo.objects.tree(oid)) ?? []).map((entry) => entryNode(context, repo, entry)),
  };
}

function entryNode(context: QueryContext, repo: HostedRepo, entry: TreeEntry): JsonObject {
  return {
    name: entry.name,
    mode: Number.parseInt(entry.mode, 8),
    oid: entry.oid,
    type: kindOfMode(entry.mode),
    object: () => objectNode(context, repo, entry.oid),
  };
}

/** A commit. */
export function commitNode(context: QueryContext, repo: HostedRepo, commit: CommitObject): JsonObject {
  const { world } = context;
  const message = messageOf(commit);
  const end = message.indexOf("\n");
  const headline = end === -1 ? message : message.slice(0, end);
  return {
    __typename: "Commit",
    id: nodeId("commit", repo.id, commit.oid),
    oid: commit.oid,
    abbreviatedOid: commit.oid.slice(0, 7),
    url: `${placeOf(world, repo).html}/commit/${commit.oid}`,
    message,
    messageHeadline: headline,
    messageBody: message.slice(headline.length).trim(),
    authoredDate: isoTime(commit.author.time),
    committedDate: isoTime(commit.committer.time),
    author: () => gitActor(context, commit.author),
    committer: () => gitActor(context, commit.committer),
    tree: () => treeNode(context, repo, commit.tree),
    file: field(["path"], async ({ path }) => {
      const entry = await entryAt(repo.objects, commit.tree, String(path));
      return entry === null
        ? null
        : entryNode(context, repo, { ...entry, name: String(path).split("/").at(-1) ?? "" });
    }),
    signature: () =>
      world.verified.has(commit.oid) ? { __typename: "GpgSignature", isValid: true, state: "VALID" } : null,
    parents: field(paging, async (args) => {
      const parents = await Promise.all(commit.parents.map((oid) => repo.objects.commit(oid)));
      return connectionOf(
        parents.flatMap((one) => one ?? []),
        args,
        (one) => commitNode(context, repo, one),
      );
    }),
    history: field([...paging, "path", "since", "until"], (args) => history(context, repo, commit, args)),
    status: () => statusNode(context, repo, commit),
    statusCheckRollup: () => rollupNode(context, repo, commit),
  };
}

function gitActor({ world }: QueryContext, { name, email, time }: Signature): JsonObject {
  const account = accountByEmail(world, email);
  return {
    name,
    email,
    date: isoTime(time),
    user: account === undefined ? null : actorNode(world, account.login),
  };
}

/** Newest first. With `path` only commits that changed it. */
async function history(
  context: QueryContext,
  repo: HostedRepo,
  start: CommitObject,
  args: JsonObject,
): Promise<JsonObject> {
  const { path } = args;
  const [since, until] = [timeOf(args["since"], 0), timeOf(args["until"], Number.POSITIVE_INFINITY)];
  const kept: CommitObject[] = [];
  for (const commit of await repo.history.between(null, start.oid)) {
    if (commit.committer.time < since || commit.committer.time > until) continue;
    if (typeof path !== "string" || (await changes(repo, commit, path))) kept.push(commit);
  }
  return connectionOf(kept, args, (commit) => commitNode(context, repo, commit));
}

const timeOf = (value: unknown, otherwise: number): number =>
  typeof value === "string" ? Date.parse(value) : otherwise;

function statusNode(context: QueryContext, repo: HostedRepo, commit: CommitObject): JsonObject | null {
  const latest = repo.statuses.latest(commit.oid);
  if (latest.length === 0) return null;
  return {
    id: nodeId("status", repo.id, commit.oid),
    state: stateOf(latest).toUpperCase(),
    contexts: () => latest.map((status) => contextNode(context, status)),
    context: field(["name"], ({ name }) => {
      const found = latest.find((status) => status.context === name);
      return found === undefined ? null : contextNode(context, found);
    }),
  };
}

function rollupNode(context: QueryContext, repo: HostedRepo, commit: CommitObject): JsonObject | null {
  const latest = repo.statuses.latest(commit.oid);
  if (latest.length === 0) return null;
  return {
    id: nodeId("status", repo.id, commit.oid, "rollup"),
    state: stateOf(latest).toUpperCase(),
    contexts: field(paging, (args) => connectionOf(latest, args, (status) => contextNode(context, status))),
  };
}

function contextNode({ world }: QueryContext, status: HostedStatus): JsonObject {
  return {
    __typename: "StatusContext",
    id: nodeId("status", status.id),
    context: status.context,
    state: status.state.toUpperCase(),
    description: status.description === "" ? null : status.description,
    targetUrl: status.targetUrl === "" ? null : status.targetUrl,
    createdAt: isoTime(status.createdAt),
    creator: () => actorNode(world, status.creator),
  };
}

/** A ref by its full name; `name` is without `refs/heads/`. */
export function refNode(context: QueryContext, repo: HostedRepo, ref: string, oid: string): JsonObject {
  const [prefix = ""] = /^refs\/[^/]+\//.exec(ref) ?? [];
  return {
    id: nodeId("ref", repo.id, ref),
    name: ref.slice(prefix.length),
    prefix,
    target: () => objectNode(context, repo, oid),
  };
}
