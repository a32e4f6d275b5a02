import {
  answerGit,
  type FaultRule,
  type Hosting,
  parseGitRequest,
  type RequestLog,
  type RequestMatch,
  type StagedAnswer,
  type StagedRequest,
  startStage,
  textAnswer,
} from "../hosting/index.ts";
import { createApps } from "./apps.ts";
import { createGraphqlServer } from "./graphql/server.ts";
import { hourlyLimit, type Identity, identify, identityKey, levelIn, tokenOf } from "./identity.ts";
import { createLag } from "./lag.ts";
import { createLimits, type Resource } from "./limits.ts";
import { RestProblem } from "./problem.ts";
import { restChecker } from "./rest-checker.ts";
import { createRestServer, problemAnswer, spendRequest } from "./rest-server.ts";
import { type GithubDoubleOptions, type GithubSettings, settingsOf } from "./settings.ts";
import type { Answer, World } from "./world.ts";

/** A server on 127.0.0.1 that behaves as `api.github.com`, over the repositories of a hosting. */
export interface GithubDouble {
  /** `http://127.0.0.1:<port>`: octokit's `baseUrl`. GraphQL is at `/graphql`, git at `/html/<owner>/<name>.git`. */
  readonly url: string;
  readonly requests: RequestLog;
  /** Where a request or an answer left GitHub's description, or a query asked for what the double does not resolve. */
  readonly violations: readonly string[];
  /** Tokens that installations of Apps were given so far. */
  readonly tokens: () => readonly string[];
  /** May be changed at any time. */
  readonly settings: GithubSettings;
  /** What handlers threw; each was answered 500. */
  readonly crashes: readonly unknown[];
  /** Plans a fault. */
  fail(rule: FaultRule): void;
  /** Plans what a person does right before a request is handled. */
  before(match: RequestMatch, act: () => Promise<unknown>): void;
  /** Forgets all faults and acts that are planned. */
  calm(): void;
  close(): Promise<void>;
}

/** Starts a double. `hosting` should detect manual merges, as GitHub does. Close it after use. */
export async function createGithubDouble(
  hosting: Hosting,
  options: GithubDoubleOptions = {},
): Promise<GithubDouble> {
  const violations: string[] = [];
  const settings = settingsOf(options);
  const apps = createApps(options.apps ?? [], hosting.clock);
  const limits = createLimits(hosting.clock);
  for (const app of options.apps ?? []) {
    hosting.users.add(app.owner);
    for (const { account } of app.installations) hosting.users.add(account);
  }
  // The world names its address, which is known only when the server runs.
  let answer = notReady;
  const stage = await startStage({
    users: hosting.users,
    handler: (request) => answer(request),
    ...(options.latencyMs === undefined ? {} : { latencyMs: options.latencyMs }),
  });
  const world: World = {
    hosting,
    url: stage.url,
    settings,
    apps,
    limits,
    lag: createLag(() => settings.onLag?.()),
    verified: new Set(),
    now: hosting.clock,
  };
  answer = createFront(world, options, (what) => violations.push(what));
  return { ...stage, violations, settings, tokens: apps.made };
}

const notReady = async (_request: StagedRequest): Promise<StagedAnswer> => textAnswer(503);

/** Finds out who asks, keeps the limits, and leads to GraphQL, git or REST. */
function createFront(
  world: World,
  options: GithubDoubleOptions,
  violated: (what: string) => void,
): (request: StagedRequest) => Promise<StagedAnswer> {
  const credentials = {
    hosting: world.hosting,
    apps: world.apps,
    actionsTokens: options.actionsTokens ?? [],
  };
  const spoil = options.spoil ?? ((_operation: string, json: unknown) => json);
  const rest = createRestServer({ world, checker: restChecker(), violated, spoil });
  const graphql = createGraphqlServer(world, violated);
  let served = 0;
  return async (request) => {
    served += 1;
    const isGraphql = request.method === "POST" && request.path === "/graphql";
    let identity: Identity = { kind: "anonymous" };
    let answer: Answer;
    try {
      const { authorization } = request.headers;
      identity = identify(credentials, authorization);
      if (request.path.startsWith("/html/")) return await answerGitAt(world, identity, request);
      if (request.headers["user-agent"] === undefined) throw new RestProblem(403, needsAgent);
      if (!isGraphql && request.path !== "/rate_limit") spendRequest(world, identity);
      const known = { request, identity, token: authorization === undefined ? "" : tokenOf(authorization) };
      answer = await (isGraphql ? graphql(known) : rest(known));
    } catch (error) {
      if (!(error instanceof RestProblem)) throw error;
      answer = problemAnswer(error);
    }
    return staged(answer, headersFor(world, identity, isGraphql ? "graphql" : "core", served));
  };
}

const needsAgent =
  "Request forbidden by administrative rules. Please make sure your request has a User-Agent header.";

/** Headers of every answer. `Date` shows the world's clock. */
function headersFor(
  world: World,
  identity: Identity,
  resource: Resource,
  served: number,
): Record<string, string> {
  const limit = hourlyLimit(identity, world.settings);
  const { used, remaining, reset } = world.limits.peek(identityKey(identity), resource, limit);
  const isClassic = identity.kind === "user" && !identity.isFineGrained;
  const scopes = isClassic ? [...identity.scopes].map((scope) => (scope === "all" ? "repo" : scope)) : [];
  return {
    date: new Date(world.now()).toUTCString(),
    server: "github.com",
    "x-github-request-id": `D0B1:${served.toString(16).toUpperCase().padStart(8, "0")}`,
    "x-github-media-type": "github.v3; format=json",
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-used": String(used),
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-reset": String(reset),
    "x-ratelimit-resource": resource,
    ...(isClassic ? { "x-oauth-scopes": scopes.join(", "), "x-accepted-oauth-scopes": "" } : {}),
  };
}

function staged(answer: Answer, shared: Record<string, string>): StagedAnswer {
  const { status, json, text, headers } = answer;
  const type = text?.type ?? "application/json; charset=utf-8";
  const isEmpty = text === undefined && json === undefined;
  const content = text?.content ?? (isEmpty ? "" : JSON.stringify(json));
  return {
    status,
    headers: { ...shared, ...(isEmpty ? {} : { "content-type": type }), ...headers },
    body: Buffer.from(content),
  };
}

/** git's smart HTTP below `/html`, where the addresses for people and `clone_url` lead. */
async function answerGitAt(world: World, identity: Identity, request: StagedRequest): Promise<StagedAnswer> {
  const inner = { ...request, path: request.path.slice("/html".length) };
  const wanted = parseGitRequest(inner);
  if (wanted === null) return textAnswer(404, "not a page of the double\n");
  const found = world.hosting.find(wanted.fullName);
  const needs = wanted.service === "receive-pack" ? "write" : "read";
  if (found.kind === "none") return textAnswer(404, "Repository not found.\n");
  const level = levelIn(world.hosting, identity, found.repo, "contents");
  const order = ["none", "read", "write", "admin"];
  if (order.indexOf(level) < order.indexOf(needs)) {
    if (identity.kind !== "anonymous")
      return textAnswer(level === "none" ? 404 : 403, "Permission denied.\n");
    return textAnswer(401, "", { "www-authenticate": 'Basic realm="GitHub"' });
  }
  if (found.kind === "moved") {
    const location = `${world.url}/html/${found.repo.fullName}.git${wanted.rest}?${request.query.toString()}`;
    return textAnswer(301, "", { location });
  }
  if (needs === "write" && found.repo.flags.archived) {
    return textAnswer(403, "This repository was archived so it is read-only.\n");
  }
  return answerGit(found.repo, inner, wanted);
}
