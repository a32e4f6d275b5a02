import type { Octokit } from "@octokit/core";
import { maybeJson, textOr } from "../http/fields.ts";
import { type LimitTold, limitProblem, slowDown } from "../http/retry-after.ts";
import type { RequestKind, Send } from "../http/transport.ts";
import { TransportError } from "../http/transport.ts";
import type { Instant } from "../port.ts";
import type { Problem, Result } from "../problem.ts";
import { failed, ok } from "../problem.ts";

/** How this forge proves who it is: a token, or an App with a token of its own for each owner. */
export type GithubAuth =
  | { readonly kind: "token"; readonly token: string }
  | {
      readonly kind: "app";
      readonly appId: string;
      /** PEM. */
      readonly privateKey: string;
      /** The one installation to use; default: the owner's. */
      readonly installationId?: number;
    };

/** One answer, whatever its status. `data` is its JSON, or text that is none. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: unknown;
}

/** What became of a call. */
export type ApiResult =
  | { readonly kind: "answer"; readonly answer: ApiAnswer }
  /** No whole answer. `sent`: it may have arrived. */
  | { readonly kind: "none"; readonly sent: boolean; readonly message: string };

/** The API of one GitHub, for the repositories of one owner. */
export interface GithubClient {
  /** One REST call; a write waits for its turn. Never throws for what a server can answer. */
  rest(method: string, path: string, body?: object, accept?: string): Promise<ApiResult>;
  /** One GraphQL document. A mutation waits for its turn as a write does. */
  graphql(document: string): Promise<ApiResult>;
  readonly now: () => Instant;
  /** Whether it is an App's: that has no user. */
  readonly isApp: boolean;
}

export interface GithubClientOptions {
  /** Address of the API, without a slash at its end. */
  readonly url: string;
  readonly auth: GithubAuth;
  readonly send: Send;
  readonly now: () => Instant;
  /** Milliseconds between writes; GitHub asks for a second (04-forges C3). 0: none, for tests. */
  readonly writeIntervalMs: number;
  /** Told of each token that a request is sent with, before it is sent. */
  readonly onToken: (token: string) => void;
}

/** Answers with the client of an owner. */
export type ClientOf = (owner: string) => Promise<Result<GithubClient>>;

const userAgent = "coulomb-loop";

/** Makes the clients of a forge: one for all owners with a token, one for each with an App. */
export function createClients(options: GithubClientOptions): ClientOf {
  const { auth } = options;
  if (auth.kind === "token") {
    const client = once(() => clientWith(options, { auth: auth.token }));
    return async () => ok(await client());
  }
  const { installationId, appId, privateKey } = auth;
  if (installationId !== undefined) {
    const client = once(async () =>
      clientWith(options, { ...(await appStrategy()), auth: { appId, privateKey, installationId } }),
    );
    return async () => ok(await client());
  }
  const known = new Map<string, Promise<Result<GithubClient>>>();
  return (owner) => {
    const key = owner.toLowerCase();
    const found = known.get(key) ?? installed(options, auth, owner);
    known.set(key, found);
    // An owner that could not be asked is asked again the next time.
    void found.then((result) => (result.ok ? undefined : known.delete(key)));
    return found;
  };
}

/** The client of an App at one owner: its installation there is looked up once, its token made and renewed as needed. */
async function installed(
  options: GithubClientOptions,
  { appId, privateKey }: Extract<GithubAuth, { kind: "app" }>,
  owner: string,
): Promise<Result<GithubClient>> {
  const strategy = await appStrategy();
  const app = await clientWith(options, { ...strategy, auth: { appId, privateKey } });
  let last: Problem = { reason: "not_found", message: `the App is not installed at ${owner}` };
  for (const kind of ["orgs", "users"]) {
    const path = `/${kind}/${encodeURIComponent(owner)}/installation`;
    const result = await app.rest("GET", path);
    if (result.kind === "none") return failed("unreachable", result.message);
    const id = maybeJson(result.answer.data)?.["id"];
    if (result.answer.status === 200 && typeof id === "number")
      return ok(await clientWith(options, { ...strategy, auth: { appId, privateKey, installationId: id } }));
    last = problemOf(result.answer, path, options.now());
    if (last.reason !== "not_found") break;
  }
  return { ok: false, problem: last };
}

type OctokitAuth = Pick<NonNullable<ConstructorParameters<typeof Octokit>[0]>, "auth" | "authStrategy">;

/** Loaded when first needed, as octokit itself: a command that only knows the forge pays nothing for it. */
async function appStrategy(): Promise<Pick<OctokitAuth, "authStrategy">> {
  const { createAppAuth } = await import("@octokit/auth-app");
  return { authStrategy: createAppAuth };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

async function clientWith(options: GithubClientOptions, auth: OctokitAuth): Promise<GithubClient> {
  const { url, now, writeIntervalMs } = options;
  // A server of one's own has its REST API below /api/v3 and GraphQL beside it.
  const graphqlUrl = `${url.replace(/\/api\/v3$/, "/api")}/graphql`;
  const settings = {
    ...auth,
    baseUrl: url,
    userAgent,
    request: { fetch: fetchBy(options, graphqlUrl), redirect: "manual" as const },
    // What is wrong comes back as a value; nothing is printed here.
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  };
  const { Octokit: Plain } = await import("@octokit/core");
  // The plugin queues all of GraphQL as writes (octokit/plugin-throttling.js#380), so reads go without it.
  const reader = new Plain(settings);
  const writer =
    writeIntervalMs === 0
      ? reader
      : new (Plain.plugin((await import("@octokit/plugin-throttling")).throttling))({
          ...settings,
          // Whoever writes decides whether to come back: a repeated write is looked at first.
          throttle: { onRateLimit: () => false, onSecondaryRateLimit: () => false },
        });
  return {
    now,
    isApp: options.auth.kind === "app",
    rest: (method, path, body, accept) =>
      call(method === "GET" ? reader : writer, `${method} ${path}`, {
        ...(body === undefined ? {} : { data: body }),
        headers: { accept: accept ?? "application/vnd.github+json", "x-github-api-version": "2022-11-28" },
      }),
    graphql: (document) =>
      call(/^\s*mutation\b/.test(document) ? writer : reader, `POST ${graphqlUrl}`, { query: document }),
  };
}

function ignore(): void {
  // See above.
}

/** Sends what octokit would, by our one place that sends. */
function fetchBy({ send, onToken }: GithubClientOptions, graphqlUrl: string): typeof fetch {
  return (input, init = {}) => {
    const [, token] = /^\S+ (\S+)$/.exec(new Headers(init.headers).get("authorization") ?? "") ?? [];
    if (token !== undefined) onToken(token);
    const address = typeof input === "string" ? input : input instanceof URL ? input.href : input.url;
    const kind: RequestKind = address === graphqlUrl ? "graphql" : "rest";
    return send(kind, address, init);
  };
}

async function call(octokit: Octokit, route: string, parameters: object): Promise<ApiResult> {
  try {
    const { status, headers, data } = await octokit.request(route, { ...parameters });
    return { kind: "answer", answer: { status, headers: new Headers(textHeaders(headers)), data } };
  } catch (error) {
    return failure(error);
  }
}

/** Octokit throws for every status from 400 on, and wraps what the sending threw. */
function failure(error: unknown): ApiResult {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1)
    if (at instanceof TransportError) return { kind: "none", sent: at.sent, message: at.message };
  const response = error instanceof Error && "response" in error ? maybeJson(error.response) : undefined;
  if (response === undefined || typeof response["status"] !== "number") throw error;
  const { status, headers, data } = response;
  return {
    kind: "answer",
    answer: { status, headers: new Headers(textHeaders(maybeJson(headers) ?? {})), data },
  };
}

function textHeaders(headers: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" || typeof value === "number" ? [[name, `${value}`]] : [],
  );
}

/** What a status means for a read. */
export function problemOf({ status, headers, data }: ApiAnswer, path: string, now: Instant): Problem {
  const said = `${path} answered ${status}${wordsOf(data)}`;
  const limited = limitOf({ status, headers, data }, now);
  if (limited !== undefined) return limitProblem(said, limited);
  if (status === 401) return { reason: "no_access", message: `the token is refused: ${said}` };
  if (status === 403) return { reason: "no_access", message: said };
  if (status === 404 || status === 410 || status === 451)
    return { reason: "not_found", message: `${said}, or the token may not see it` };
  if (status >= 300 && status < 400) return { reason: "moved", message: `${said}: it moved` };
  return status >= 500 ? { reason: "unreachable", message: said } : { reason: "incomplete", message: said };
}

/** An hour: how long GitHub stays away from who was "submitted too quickly" (protocol/.github#36). */
const tooQuicklyMs = 3_600_000;

/**
 * What a limit says, where an answer is that of one (docs.github.com, "Rate limits for the REST API"). That the requests of
 * an hour are used up is no matter of speed; the secondary limit is.
 */
export function limitOf({ status, headers, data }: ApiAnswer, now: Instant): LimitTold | undefined {
  const words = wordsOf(data);
  if (/submitted too quickly/i.test(words)) return { at: now + tooQuicklyMs, tooFast: "until" };
  if (status !== 403 && status !== 429) return undefined;
  const reset = Number(headers.get("x-ratelimit-reset") ?? "");
  if (headers.get("x-ratelimit-remaining") === "0" && reset > 0) return { at: reset * 1000 + 1000 };
  if (status === 429 || headers.has("retry-after") || /secondary rate limit|abuse/i.test(words))
    return slowDown(headers, now);
  return undefined;
}

/** The message of an answer, with what it says of single fields. */
export function wordsOf(data: unknown): string {
  const answer = maybeJson(data) ?? {};
  const message = textOr(answer, "message");
  const errors = Array.isArray(answer["errors"]) ? answer["errors"] : [];
  const details = errors
    .map((each) => textOr(maybeJson(each) ?? {}, "message"))
    .filter((each) => each !== "");
  const words = [message, ...details].filter((each) => each !== "").join("; ");
  return words === "" ? "" : `: ${words.slice(0, 300)}`;
}
