import type { StagedRequest } from "../hosting/index.ts";
import type { Identity } from "./identity.ts";
import { hourlyLimit, identityKey } from "./identity.ts";
import { isObject } from "./json.ts";
import { problemBody, RestProblem } from "./problem.ts";
import { restRoutes } from "./rest/routes.ts";
import type { RestChecker } from "./rest-checker.ts";
import { createRouter } from "./router.ts";
import type { Answer, World } from "./world.ts";

/** A request whose sender is known. */
export interface KnownRequest {
  readonly request: StagedRequest;
  readonly identity: Identity;
  readonly token: string;
}

/** What the REST side of a double needs beside its world. */
export interface RestServerOptions {
  readonly world: World;
  readonly checker: RestChecker;
  readonly violated: (what: string) => void;
  /** Changes an answer before it is checked. */
  readonly spoil: (operation: string, json: unknown) => unknown;
}

/** Answers REST requests, and holds each request and answer against the official description. */
export function createRestServer(options: RestServerOptions): (known: KnownRequest) => Promise<Answer> {
  const { world, checker, violated, spoil } = options;
  const route = createRouter(restRoutes);
  return async ({ request, identity, token }) => {
    const { method } = request;
    const url = new URL(`${world.url}${presentPath(world, request.path)}?${request.query.toString()}`);
    const match = route(method, url.pathname);
    if (match === undefined) {
      violated(`${method} ${request.path} is not served by the double`);
      return problemAnswer(new RestProblem(404, "Not Found"));
    }
    const { template, handler } = match.route;
    const parsed = parseBody(request.body);
    if ("problem" in parsed) return problemAnswer(parsed.problem);
    const path = match.path;
    for (const flaw of checker.request(method, template, {
      query: request.query,
      path,
      body: parsed.value,
    })) {
      violated(flaw);
    }
    const body = isObject(parsed.value) ? parsed.value : {};
    const accept = request.headers.accept ?? "";
    const { staleBy } = request;
    const call = { world, identity, token, method, path, url, body, accept, staleBy };
    const raw = await attempt(async () => {
      if (handler.creates) spendCreation(world, identity);
      return handler.handle(call);
    });
    const answer = "json" in raw ? { ...raw, json: spoil(`${method} ${template}`, raw.json) } : raw;
    for (const flaw of checker.answer(method, template, answer.status, asSent(answer.json))) violated(flaw);
    return answer;
  };
}

/** What a client reads of a JSON answer. */
function asSent(json: unknown): unknown {
  return json === undefined ? undefined : JSON.parse(JSON.stringify(json));
}

/** Addresses by number lead to the repository whatever it is called now. */
function presentPath(world: World, path: string): string {
  const [, id, rest] = /^\/repositories\/(\d+)(\/.*)?$/.exec(path) ?? [];
  const repo = id === undefined ? undefined : world.hosting.byId(Number(id));
  return repo === undefined ? path : `/repos/${repo.fullName}${rest ?? ""}`;
}

function parseBody(body: Buffer): { readonly value: unknown } | { readonly problem: RestProblem } {
  if (body.length === 0) return { value: undefined };
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    return { value };
  } catch {
    return { problem: new RestProblem(400, "Problems parsing JSON") };
  }
}

async function attempt(act: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof RestProblem) return problemAnswer(error);
    throw error;
  }
}

/** A problem as an answer. */
export function problemAnswer(problem: RestProblem): Answer {
  return { status: problem.status, json: problemBody(problem), headers: problem.headers };
}

/** Counts a creation. Throws the secondary limit where there were too many. */
function spendCreation(world: World, identity: Identity): void {
  const { creationsPerMinute, limitStatus, retryAfter } = world.settings;
  if (world.limits.create(identityKey(identity), creationsPerMinute)) return;
  throw new RestProblem(
    limitStatus,
    "You have exceeded a secondary rate limit and have been temporarily blocked from content creation. " +
      "Please retry your request again later.",
    {},
    retryAfter === null ? {} : { "retry-after": String(retryAfter) },
  );
}

/** Uses one request of the primary limit. Throws where none is left. */
export function spendRequest(world: World, identity: Identity): void {
  const limit = hourlyLimit(identity, world.settings);
  if (world.limits.spend(identityKey(identity), "core", limit, 1)) return;
  throw new RestProblem(world.settings.limitStatus, limitMessage(identity));
}

/** How GitHub words the primary limit. */
export function limitMessage(identity: Identity): string {
  if (identity.kind === "user") return `API rate limit exceeded for user ID ${identity.user.id}.`;
  if (identity.kind === "installation") return "API rate limit exceeded for installation.";
  return "API rate limit exceeded for 127.0.0.1.";
}
