import type { HostedRepo, Pull } from "../../hosting/index.ts";
import { typedError } from "../graphql-error.ts";
import { field } from "../graphql-execute.ts";
import { levelIn } from "../identity.ts";
import { isObject, type JsonObject } from "../json.ts";
import { isoTime } from "../json-user.ts";
import { nodeId } from "../node-id.ts";
import { placeOf } from "../open-repo.ts";
import { connectionOf } from "../paging.ts";
import { pullLagKey } from "../pull-writes.ts";
import { refLagKey } from "../rest/git-refs.ts";
import { type Revisions, revisionsOf } from "../revision.ts";
import { actorNode } from "./actor.ts";
import { needGrant, paging, type QueryContext } from "./context.ts";
import { objectAt, refNode } from "./git-nodes.ts";
import { labelConnection } from "./label-nodes.ts";
import { pullNode, pullState } from "./pull-node.ts";

const contents = { permission: "contents", level: "read" } as const;
const pulls = { permission: "pull_requests", level: "read" } as const;

/** The repository of a name, a former one too, or a `NOT_FOUND`. Its pulls are brought up to its refs. */
export async function findRepository(
  context: QueryContext,
  owner: string,
  name: string,
): Promise<JsonObject> {
  const { world, identity } = context;
  const found = world.hosting.find(`${owner}/${name}`);
  if (found.kind === "none" || levelIn(world.hosting, identity, found.repo, "metadata") === "none") {
    throw typedError("NOT_FOUND", `Could not resolve to a Repository with the name '${owner}/${name}'.`);
  }
  await world.hosting.notice(found.repo);
  return repositoryNode(context, found.repo);
}

const levels = { none: null, read: "READ", write: "WRITE", admin: "ADMIN" } as const;

/** A repository. */
export function repositoryNode(context: QueryContext, repo: HostedRepo): JsonObject {
  const { world, identity } = context;
  const { flags } = repo;
  const time = isoTime(repo.createdAt);
  const self = (): JsonObject => repositoryNode(context, repo);
  const revisions = revisionsOf(repo);
  return {
    __typename: "Repository",
    id: nodeId("repository", repo.id),
    databaseId: repo.id,
    name: repo.name,
    nameWithOwner: repo.fullName,
    url: placeOf(world, repo).html,
    owner: () => actorNode(world, repo.owner),
    isArchived: flags.archived,
    isDisabled: flags.disabled,
    isMirror: flags.mirror,
    isPrivate: flags.private,
    isFork: false,
    isLocked: false,
    visibility: flags.private ? "PRIVATE" : "PUBLIC",
    createdAt: time,
    updatedAt: time,
    pushedAt: time,
    // Where HEAD leads somewhere no other branch need be looked for.
    isEmpty: async () => flags.flaggedEmpty || ((await revisions("HEAD")) === null && (await repo.isEmpty())),
    viewerPermission: levels[levelIn(world.hosting, identity, repo, viewerNeeds(context))],
    ...gitFields(context, repo, revisions),
    pullRequest: field(["number"], ({ number }) => onePull(context, repo, Number(number), self)),
    pullRequests: field([...paging, "headRefName", "baseRefName", "states", "orderBy"], (args) =>
      listPulls(context, repo, args, self),
    ),
    labels: field([...paging, "orderBy"], (args) => labelConnection(repo, repo.labels.list(), args)),
  };
}

/** A person's role is what their token could write; an App has no role but its permissions. */
const viewerNeeds = ({ identity }: QueryContext): string =>
  identity.kind === "installation" ? "contents" : "metadata";

function gitFields(context: QueryContext, repo: HostedRepo, revisions: Revisions): JsonObject {
  const { world } = context;
  const oneRef = async (ref: string) => {
    const oid = await revisions(ref);
    if (oid === null || world.lag.hides(refLagKey(repo, ref))) return null;
    return refNode(context, repo, ref, oid);
  };
  return {
    defaultBranchRef: async () => {
      needGrant(context, repo, contents);
      return oneRef(await repo.refs.headRef());
    },
    object: field(["expression", "oid"], ({ expression, oid }) => {
      needGrant(context, repo, contents);
      const named = expression ?? oid;
      return typeof named === "string" ? objectAt(context, repo, revisions, named) : null;
    }),
    ref: field(["qualifiedName"], async ({ qualifiedName }) => {
      needGrant(context, repo, contents);
      const name = String(qualifiedName);
      if (name.startsWith("refs/")) return oneRef(name);
      return (await oneRef(`refs/heads/${name}`)) ?? oneRef(`refs/${name}`);
    }),
    refs: field([...paging, "refPrefix"], async (args) => {
      needGrant(context, repo, contents);
      const found = await repo.refs.list(String(args["refPrefix"]));
      const seen = found.filter(([ref]) => !world.lag.hides(refLagKey(repo, ref)));
      return connectionOf(seen, args, ([ref, oid]) => refNode(context, repo, ref, oid));
    }),
  };
}

function onePull(
  context: QueryContext,
  repo: HostedRepo,
  number: number,
  self: () => JsonObject,
): JsonObject {
  needGrant(context, repo, pulls);
  const pull = repo.pulls.get(number, context.staleBy);
  if (pull === undefined || context.world.lag.hides(pullLagKey(repo, number))) {
    throw typedError("NOT_FOUND", `Could not resolve to a PullRequest with the number of ${number}.`);
  }
  return pullNode(context, repo, pull, self);
}

/** Oldest first unless told otherwise; those of forks are among them. */
function listPulls(
  context: QueryContext,
  repo: HostedRepo,
  args: JsonObject,
  self: () => JsonObject,
): JsonObject {
  needGrant(context, repo, pulls);
  const { headRefName, baseRefName, states } = args;
  const found = [...repo.pulls.view(context.staleBy).values()].filter(
    (pull) =>
      (typeof headRefName !== "string" || pull.headBranch === headRefName) &&
      (typeof baseRefName !== "string" || pull.base === baseRefName) &&
      (!Array.isArray(states) || states.includes(pullState(pull))) &&
      !context.world.lag.hides(pullLagKey(repo, pull.number)),
  );
  return connectionOf(found.sort(ordered(args["orderBy"])), args, (pull) =>
    pullNode(context, repo, pull, self),
  );
}

function ordered(orderBy: unknown): (a: Pull, b: Pull) => number {
  const order = isObject(orderBy) ? orderBy : {};
  const sign = order["direction"] === "DESC" ? -1 : 1;
  const key = order["field"] === "UPDATED_AT" ? "updatedAt" : "createdAt";
  return (a, b) => sign * (a[key] - b[key] || a.number - b.number);
}
