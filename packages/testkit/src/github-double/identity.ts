import type { HostedRepo, Hosting, HostingUser } from "../hosting/index.ts";
import { type AppOptions, type Apps, type Level, type Permissions, reaches } from "./apps.ts";
import { badCredentials } from "./problem.ts";
import type { ActionsToken, GithubSettings } from "./settings.ts";

/** Who a request comes from. */
export type Identity =
  | { readonly kind: "anonymous" }
  | { readonly kind: "app"; readonly app: AppOptions }
  | UserIdentity
  | InstallationIdentity;

/** A person's token. Classic ones have scopes; fine-grained ones (`github_pat_…`) scopes such as `contents:write`. */
export interface UserIdentity {
  readonly kind: "user";
  readonly user: HostingUser;
  readonly scopes: ReadonlySet<string>;
  readonly isFineGrained: boolean;
}

/** A token of an installation, or of a workflow. */
export interface InstallationIdentity {
  readonly kind: "installation";
  readonly user: HostingUser;
  readonly permissions: Permissions;
  /** Owner whose repositories it reaches. */
  readonly account: string;
  /** `owner/name`; `undefined`: all of the account. */
  readonly repositories: readonly string[] | undefined;
  readonly isWorkflow: boolean;
}

/** What identities are read from. */
export interface Credentials {
  readonly hosting: Hosting;
  readonly apps: Apps;
  readonly actionsTokens: readonly ActionsToken[];
}

/** Reads `Authorization`. Throws 401 "Bad credentials", or what is wrong with a JSON web token. */
export function identify(credentials: Credentials, header: string | undefined): Identity {
  if (header === undefined) return { kind: "anonymous" };
  const token = tokenOf(header);
  if (token.split(".").length === 3) return { kind: "app", app: credentials.apps.byJwt(token) };
  const { hosting, apps, actionsTokens } = credentials;
  const installed = apps.byToken(token);
  if (installed !== undefined) {
    return {
      kind: "installation",
      user: hosting.users.add(`${installed.app.slug}[bot]`, { kind: "bot" }),
      permissions: installed.permissions,
      account: installed.installation.account,
      repositories: installed.repositories,
      isWorkflow: false,
    };
  }
  const workflow = actionsTokens.find((one) => one.token === token);
  if (workflow !== undefined) return workflowIdentity(hosting, workflow);
  // A token of an App that is over is known to the accounts, which do not know the time.
  if (apps.isOver(token)) throw badCredentials();
  const found = hosting.users.authenticate(header);
  if (found.kind !== "user") throw badCredentials();
  const { user, scopes } = found;
  return { kind: "user", user, scopes, isFineGrained: token.startsWith("github_pat_") };
}

function workflowIdentity(hosting: Hosting, { repository, permissions }: ActionsToken): InstallationIdentity {
  return {
    kind: "installation",
    user: hosting.users.add("github-actions[bot]", { kind: "bot" }),
    permissions: { ...permissions, metadata: "read" },
    account: repository.slice(0, repository.indexOf("/")),
    repositories: [repository],
    isWorkflow: true,
  };
}

/** The credential in a header; of `Basic` the password, which may stand in the place of the name. */
export function tokenOf(header: string): string {
  const [scheme = "", value = ""] = header.trim().split(/\s+/, 2);
  if (!/^basic$/i.test(scheme)) return value;
  const [name = "", password = ""] = Buffer.from(value, "base64").toString("utf8").split(":", 2);
  return password === "" || password === "x-oauth-basic" ? name : password;
}

/** What limits are counted under. */
export function identityKey(identity: Identity): string {
  if (identity.kind === "user") return `user ${identity.user.id}`;
  if (identity.kind === "installation") return `${identity.user.login} ${identity.account}`;
  return identity.kind === "app" ? `app ${identity.app.id}` : "anonymous";
}

/** Points an hour for this identity. */
export function hourlyLimit(identity: Identity, settings: GithubSettings): number {
  if (identity.kind === "anonymous") return settings.anonymousHourlyLimit;
  const isWorkflow = identity.kind === "installation" && identity.isWorkflow;
  return isWorkflow ? settings.actionsHourlyLimit : settings.hourlyLimit;
}

/** What an identity may do in a repository under one of GitHub's permissions; `metadata`: see it at all. */
export function levelIn(hosting: Hosting, identity: Identity, repo: HostedRepo, permission: string): Level {
  const open: Level = repo.flags.private ? "none" : "read";
  if (identity.kind === "user") return userLevel(identity, repo, permission, open);
  if (identity.kind !== "installation") return open;
  if (!isReached(hosting, identity, repo)) return open;
  const has = identity.permissions[permission] ?? "none";
  return reaches(has, open) ? has : open;
}

function isReached(hosting: Hosting, identity: InstallationIdentity, repo: HostedRepo): boolean {
  if (identity.repositories === undefined) return identity.account.toLowerCase() === repo.owner.toLowerCase();
  return identity.repositories.some((name) => {
    const found = hosting.find(name);
    return found.kind !== "none" && found.repo.id === repo.id;
  });
}

function userLevel(identity: UserIdentity, repo: HostedRepo, permission: string, open: Level): Level {
  const role = repo.permission(identity.user);
  const { scopes } = identity;
  if (!identity.isFineGrained) {
    if (scopes.has("all") || scopes.has("repo")) return role;
    return scopes.has("public_repo") && !repo.flags.private ? role : open;
  }
  if (permission === "metadata" || scopes.has("all")) return role;
  const granted: Level = scopes.has(`${permission}:write`)
    ? "write"
    : scopes.has(`${permission}:read`)
      ? "read"
      : open;
  return reaches(role, granted) ? granted : role;
}
