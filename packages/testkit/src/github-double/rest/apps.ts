import { type AppOptions, type InstallationOptions, type Level, type Permissions } from "../apps.ts";
import { levelIn } from "../identity.ts";
import type { JsonObject } from "../json.ts";
import { isObject, listAt } from "../json.ts";
import { fullRepo } from "../json-repo.ts";
import { isoTime, simpleUser } from "../json-user.ts";
import { nodeId } from "../node-id.ts";
import { accountOf, factsOf, openRepo } from "../open-repo.ts";
import { pageOf } from "../paging.ts";
import { forbidden, notFound, RestProblem } from "../problem.ts";
import { type Answer, type Call, noContent, ok } from "../world.ts";

/** The App that asks. Only a JSON web token will do. */
function appOf(call: Call): AppOptions {
  if (call.identity.kind === "app") return call.identity.app;
  throw new RestProblem(401, "A JSON web token could not be decoded");
}

/** `GET /app`. */
export function getApp(call: Call): Answer {
  const app = appOf(call);
  const { world } = call;
  return ok({
    id: app.id,
    slug: app.slug,
    node_id: nodeId("app", app.id),
    ...(app.clientId === undefined ? {} : { client_id: app.clientId }),
    owner: simpleUser(accountOf(world, app.owner), world.url),
    name: app.slug,
    description: null,
    external_url: `${world.url}/html/apps/${app.slug}`,
    html_url: `${world.url}/html/apps/${app.slug}`,
    created_at: isoTime(0),
    updated_at: isoTime(0),
    permissions: app.installations[0]?.permissions ?? {},
    events: [],
    installations_count: app.installations.length,
  });
}

/** `GET /app/installations`. */
export function listInstallations(call: Call): Answer {
  const app = appOf(call);
  const { items, headers } = pageOf(app.installations, call.url);
  return ok(
    items.map((installation) => installationJson(call, app, installation)),
    headers,
  );
}

/** `GET /app/installations/{installation_id}`. */
export function getInstallation(call: Call): Answer {
  const app = appOf(call);
  const id = Number(call.path["installation_id"]);
  return found(call, app, (one) => one.id === id);
}

/** `GET /repos/{owner}/{repo}/installation`. */
export async function repoInstallation(call: Call): Promise<Answer> {
  const app = appOf(call);
  const name = `${call.path["owner"]}/${call.path["repo"]}`;
  const repo = call.world.hosting.find(name);
  if (repo.kind === "none") throw notFound();
  // A renamed repository answers with its new place before anything else is asked.
  if (repo.kind === "moved") await openRepo({ ...call, identity: { kind: "anonymous" } });
  const { fullName, owner } = repo.repo;
  return found(call, app, (one) => {
    const listed = one.repositories?.some((each) => each.toLowerCase() === fullName.toLowerCase());
    return one.account.toLowerCase() === owner.toLowerCase() && (listed ?? true);
  });
}

/** `GET /orgs/{org}/installation` and `GET /users/{username}/installation`. */
export function accountInstallation(call: Call): Answer {
  const app = appOf(call);
  const login = call.path["org"] ?? call.path["username"] ?? "";
  return found(call, app, (one) => one.account.toLowerCase() === login.toLowerCase());
}

function found(call: Call, app: AppOptions, isIt: (one: InstallationOptions) => boolean): Answer {
  const installation = app.installations.find(isIt);
  if (installation === undefined) throw notFound();
  return ok(installationJson(call, app, installation));
}

function installationJson({ world }: Call, app: AppOptions, installation: InstallationOptions): JsonObject {
  const account = accountOf(world, installation.account);
  return {
    id: installation.id,
    account: simpleUser(account, world.url),
    repository_selection: installation.repositories === undefined ? "all" : "selected",
    access_tokens_url: `${world.url}/app/installations/${installation.id}/access_tokens`,
    repositories_url: `${world.url}/installation/repositories`,
    html_url: `${world.url}/html/settings/installations/${installation.id}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: installation.permissions,
    events: [],
    created_at: isoTime(0),
    updated_at: isoTime(0),
    single_file_name: null,
    suspended_by: null,
    suspended_at: installation.suspended === true ? isoTime(0) : null,
  };
}

/** `POST /app/installations/{installation_id}/access_tokens`. */
export function createToken(call: Call): Answer {
  const { world, body } = call;
  const app = appOf(call);
  const names = listAt(body, "repositories").map(String);
  const token = world.apps.createToken(app, Number(call.path["installation_id"]), {
    repositories: body["repositories"] === undefined ? undefined : names,
    permissions: isObject(body["permissions"]) ? permissionsIn(body["permissions"]) : undefined,
  });
  // The log of requests names who a token stands for.
  world.hosting.users.add(`${app.slug}[bot]`, { kind: "bot" });
  world.hosting.users.allow(`${app.slug}[bot]`, token.token, []);
  return {
    status: 201,
    json: {
      token: token.token,
      expires_at: isoTime(token.expiresAt),
      permissions: token.permissions,
      repository_selection: token.repositories === undefined ? "all" : "selected",
    },
  };
}

function permissionsIn(given: JsonObject): Permissions {
  const levels: readonly Level[] = ["none", "read", "write", "admin"];
  const entries = Object.entries(given).map(([name, value]): [string, Level] => [
    name,
    levels.find((level) => level === value) ?? "none",
  ]);
  return Object.fromEntries(entries);
}

/** `DELETE /installation/token`: the token that asks ends. */
export function revokeToken(call: Call): Answer {
  if (call.identity.kind !== "installation")
    throw forbidden("Resource not accessible by personal access token");
  call.world.apps.revoke(call.token);
  call.world.hosting.users.revoke(call.token);
  return noContent;
}

/** `GET /installation/repositories`. */
export async function installationRepos(call: Call): Promise<Answer> {
  const { world, identity } = call;
  if (identity.kind !== "installation") throw forbidden("Resource not accessible by personal access token");
  const reached = world.hosting.names.filter((name) => isReachable(call, name));
  const { items, headers } = pageOf(reached, call.url);
  const repositories = items.map(async (name) =>
    fullRepo(await factsOf(world, identity, world.hosting.repo(name)), world.url),
  );
  return ok({ total_count: reached.length, repositories: await Promise.all(repositories) }, headers);
}

function isReachable({ world, identity }: Call, name: string): boolean {
  if (identity.kind !== "installation") return false;
  const repo = world.hosting.repo(name);
  // Those it reaches have more than what everybody has.
  return repo.owner.toLowerCase() === identity.account.toLowerCase()
    ? (identity.repositories ?? [name]).includes(name) &&
        levelIn(world.hosting, identity, repo, "metadata") !== "none"
    : false;
}
