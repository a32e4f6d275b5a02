import type { CommitObject, HostedRepo, HostedStatus } from "../hosting/index.ts";
import type { JsonObject } from "./json.ts";
import { restCommit } from "./json-git.ts";
import { type Account, isoTime, simpleUser } from "./json-user.ts";
import { nodeId } from "./node-id.ts";
import { accountOf, placeOf, toAccount } from "./open-repo.ts";
import type { World } from "./world.ts";

/** The account with an address, or `undefined`; addresses begin with the login unless a test chose another. */
export function accountByEmail(world: World, email: string): Account | undefined {
  const user = world.hosting.users.find(email.replace(/@.*$/, ""));
  return user?.email === email ? toAccount(user) : undefined;
}

/** `commit` of the official description, without files. */
export function commitJson(world: World, repo: HostedRepo, commit: CommitObject): JsonObject {
  const accounts = {
    author: accountByEmail(world, commit.author.email),
    committer: accountByEmail(world, commit.committer.email),
  };
  return restCommit(commit, placeOf(world, repo), world.verified.has(commit.oid), accounts, world.url);
}

/** `simple-commit-status` of the official description. */
export function simpleStatus(world: World, repo: HostedRepo, sha: string, status: HostedStatus): JsonObject {
  return {
    url: `${placeOf(world, repo).api}/statuses/${sha}`,
    avatar_url: `${world.url}/avatars/${accountOf(world, status.creator).id}`,
    id: status.id,
    node_id: nodeId("status", status.id),
    state: status.state,
    description: status.description === "" ? null : status.description,
    target_url: status.targetUrl === "" ? null : status.targetUrl,
    context: status.context,
    created_at: isoTime(status.createdAt),
    updated_at: isoTime(status.updatedAt),
  };
}

/** `status` of the official description. */
export function statusJson(world: World, repo: HostedRepo, sha: string, status: HostedStatus): JsonObject {
  return {
    ...simpleStatus(world, repo, sha, status),
    creator: simpleUser(accountOf(world, status.creator), world.url),
  };
}
