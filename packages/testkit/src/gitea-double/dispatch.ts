import type { FoundRepo, StagedAnswer, StagedRequest } from "../hosting/index.ts";
import { apiError, type Call, notFound, type RepoCall, type Server } from "./call.ts";
import type { Route } from "./routes.ts";
import { objectOf } from "./swagger.ts";

/** Answers a request by a route: who asks, what they ask for, whether they may, and then the endpoint. */
export async function dispatch(server: Server, route: Route, request: StagedRequest): Promise<StagedAnswer> {
  const { who } = request;
  if (who.kind === "bad") return apiError(server, 401, "invalid username, password or token");
  const user = who.kind === "user" ? who.user : null;
  if (user === null && server.settings.signInRequired) {
    return apiError(server, 403, "Only signed in user is allowed to call APIs.");
  }
  const scope = missingScope(server, route, request);
  if (scope !== null)
    return apiError(server, 403, `token does not have at least one of required scope(s): [${scope}]`);
  const body = bodyOf(request);
  if (body === null) return apiError(server, 422, "[]: Deserialization error");
  const params = paramsOf(route, request.path);
  if (params === null) return notFound(server);
  return answer({ ...server, request, user, params, body: objectOf(body) }, route);
}

async function answer(call: Call, { endpoint }: Route): Promise<StagedAnswer> {
  const { user } = call;
  if (endpoint.kind === "open") return endpoint.handle(call);
  if (endpoint.kind === "signed") {
    return user === null ? apiError(call, 401, "token is required") : endpoint.handle({ ...call, user });
  }
  const name = `${call.params["owner"]}/${call.params["repo"]}`;
  const found = call.hosting.find(name);
  if (found.kind === "moved") return redirect(call, name, found);
  if (found.kind === "none" || found.repo.permission(user) === "none") return notFound(call);
  const { repo } = found;
  await call.hosting.notice(repo);
  const about: RepoCall = { ...call, repo, permission: repo.permission(user) };
  if (endpoint.kind === "repo") return endpoint.handle(about);
  if (user === null) return apiError(call, 401, "token is required");
  if (endpoint.needs === "write" && about.permission === "read") {
    return apiError(call, 403, "user should have a permission to write to a repo");
  }
  if (repo.flags.archived) {
    return call.settings.archivedStatus === 404 ? notFound(call) : apiError(call, 423, `${name} is archived`);
  }
  return repo.exclusive(() => endpoint.handle({ ...about, user }));
}

/** Leads from a former name to the present one: only the name in the path changes. */
export function redirect(
  { settings, request }: Pick<Call, "settings" | "request">,
  name: string,
  { repo }: Extract<FoundRepo, { kind: "moved" }>,
): StagedAnswer {
  const path = request.path.replace(name, repo.fullName);
  const location = request.search === "" ? path : `${path}?${request.search}`;
  return { status: settings.redirectStatus, headers: { location }, body: new Uint8Array() };
}

function missingScope(
  { settings }: Server,
  { category }: Route,
  { who, method }: StagedRequest,
): string | null {
  if (!settings.tokenScopes || who.kind !== "user" || category === "misc") return null;
  const level = method === "GET" ? "read" : "write";
  const allowed = ["all", `write:${category}`, ...(level === "read" ? [`read:${category}`] : [])];
  return allowed.some((scope) => who.scopes.has(scope)) ? null : `${level}:${category}`;
}

/** The body, `undefined` where there is none, `null` where it is no JSON. */
function bodyOf({ body }: StagedRequest): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
}

function paramsOf({ pattern }: Route, path: string): Record<string, string> | null {
  const params: Record<string, string> = {};
  try {
    for (const [name, value] of Object.entries(pattern.exec(path)?.groups ?? {}))
      if (value !== undefined) params[name] = decodeURIComponent(value);
    return params;
  } catch {
    return null;
  }
}
