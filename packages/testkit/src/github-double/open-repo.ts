import type { HostedRepo, HostingUser } from "../hosting/index.ts";
import { type Level, reaches } from "./apps.ts";
import { type Identity, levelIn, type UserIdentity } from "./identity.ts";
import type { RepoPlace } from "./json-git.ts";
import type { RepoFacts } from "./json-repo.ts";
import type { Account } from "./json-user.ts";
import { forbidden, notFound, RestProblem } from "./problem.ts";
import type { Call, World } from "./world.ts";

/** What a handler wants to do in a repository, by GitHub's name of the permission. */
export interface Wish {
  readonly permission: string;
  readonly level: Level;
  /** The role that is enough for a person, where it is less: who may read may comment and review. */
  readonly role?: Level;
}

/**
 * The repository a request is about, after its pulls were brought up to its refs. Throws what GitHub answers: 301 (307
 * for a write) where it was renamed, 404 where it must not be seen, 403 where something is missing or it is read-only.
 */
export async function openRepo(call: Call, ...wishes: readonly Wish[]): Promise<HostedRepo> {
  const { world, identity, path } = call;
  const found = world.hosting.find(`${path["owner"]}/${path["repo"]}`);
  if (found.kind === "none" || !reaches(levelIn(world.hosting, identity, found.repo, "metadata"), "read")) {
    throw notFound();
  }
  const { repo } = found;
  if (found.kind === "moved") throw movedTo(call, repo);
  if (repo.flags.disabled) throw forbidden("Repository access blocked");
  const isWrite = wishes.some(({ level }) => level !== "read");
  if (wishes.length > 0 && !wishes.some((wish) => isGranted(world, identity, repo, wish))) {
    throw refusal(identity);
  }
  if (isWrite && repo.flags.archived) throw forbidden("Repository was archived so is read-only.");
  await world.hosting.notice(repo);
  return repo;
}

/** Whether an identity may do it; several wishes are alternatives. */
export function isGranted(world: World, identity: Identity, repo: HostedRepo, wish: Wish): boolean {
  const isPerson = identity.kind === "user" && mayAct(identity, wish);
  if (isPerson && wish.role !== undefined) {
    return reaches(levelIn(world.hosting, identity, repo, "metadata"), wish.role);
  }
  return reaches(levelIn(world.hosting, identity, repo, wish.permission), wish.level);
}

/** Whether the token lets a person use the role they have. */
function mayAct({ isFineGrained, scopes }: UserIdentity, { permission, level }: Wish): boolean {
  return !isFineGrained || scopes.has("all") || scopes.has(`${permission}:${level}`);
}

/** What GitHub answers where the repository may be seen, and no more. */
function refusal(identity: Identity): RestProblem {
  if (identity.kind === "installation") return forbidden("Resource not accessible by integration");
  if (identity.kind === "user" && identity.isFineGrained) {
    return forbidden("Resource not accessible by personal access token");
  }
  // A classic token without push access is told nothing.
  return identity.kind === "anonymous" ? new RestProblem(401, "Requires authentication") : notFound();
}

function movedTo(call: Call, repo: HostedRepo): RestProblem {
  const { world, url, path, method } = call;
  const start = `/repos/${path["owner"]}/${path["repo"]}`;
  const rest = url.pathname.slice(start.length);
  const location = `${world.url}/repositories/${repo.id}${rest}${url.search}`;
  const isRead = method === "GET";
  return new RestProblem(
    isRead ? 301 : 307,
    isRead ? "Moved Permanently" : "Temporary Redirect",
    { url: location },
    { location },
  );
}

/** The account of a login. */
export function accountOf(world: World, login: string): Account {
  return toAccount(world.hosting.users.find(login) ?? world.hosting.users.ghost);
}

const types = { user: "User", organization: "Organization", bot: "Bot" } as const;

/** An account as GitHub shows it. */
export const toAccount = ({ id, login, kind }: HostingUser): Account => ({ id, login, type: types[kind] });

/** Where a repository is described. */
export function placeOf(world: World, repo: HostedRepo): RepoPlace {
  return {
    id: repo.id,
    api: `${world.url}/repos/${repo.fullName}`,
    html: `${world.url}/html/${repo.fullName}`,
  };
}

/** What the descriptions of a repository are made from, for the one who asks. */
export async function factsOf(world: World, identity: Identity, repo: HostedRepo): Promise<RepoFacts> {
  const may = (level: Level) => isGranted(world, identity, repo, { permission: "contents", level });
  return {
    place: placeOf(world, repo),
    owner: accountOf(world, repo.owner),
    name: repo.name,
    isPrivate: repo.flags.private,
    isFork: false,
    isArchived: repo.flags.archived,
    isDisabled: repo.flags.disabled,
    mirrorUrl: repo.flags.mirror ? `${world.url}/mirror-of/${repo.fullName}.git` : null,
    defaultBranch: await repo.defaultBranch(),
    createdAt: repo.createdAt,
    openIssues: [...repo.pulls.view().values()].filter(({ state }) => state === "open").length,
    permissions: { read: may("read"), write: may("write"), admin: may("admin") },
  };
}

/** Who acts. Throws 401 without a user, as for writes nobody may do unnamed. */
export function actorOf(call: Call): HostingUser {
  const { identity } = call;
  if (identity.kind === "user" || identity.kind === "installation") return identity.user;
  throw new RestProblem(401, "Requires authentication");
}
