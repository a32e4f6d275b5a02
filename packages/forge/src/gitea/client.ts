import { AnswerError } from "../http/fields.ts";
import { slowDown } from "../http/retry-after.ts";
import type { Send } from "../http/transport.ts";
import { TransportError } from "../http/transport.ts";
import type { Instant, RepoName, WriteResult } from "../port.ts";
import type { Problem } from "../problem.ts";
import { failed, ok, type Result } from "../problem.ts";

/** One answer of the API, whatever its status. `data` is its JSON, `null` without a body, `undefined` for anything else. */
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

/** The API of one server (`/api/v1`). */
export interface GiteaClient {
  /** One call. `path` begins behind `/api/v1`; its parts must be encoded. Never throws for what a server can answer. */
  call(method: string, path: string, body?: object): Promise<ApiResult>;
  readonly send: Send;
  /** Base address without a slash at its end. */
  readonly url: string;
  /** Clone address of a repository. */
  cloneUrl(repo: RepoName): string;
  readonly gitHeaders: Readonly<Record<string, string>>;
  readonly now: () => Instant;
}

export interface GiteaClientOptions {
  readonly url: string;
  readonly token: string;
  readonly send: Send;
  readonly now: () => Instant;
}

/** Makes a client. Sends nothing before it is asked to. */
export function createGiteaClient({ url, token, send, now }: GiteaClientOptions): GiteaClient {
  const base = url.replace(/\/+$/, "");
  return {
    url: base,
    send,
    now,
    cloneUrl: ({ owner, repo }) => `${base}/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}.git`,
    gitHeaders: { authorization: `Basic ${basicOf(token)}` },
    async call(method, path, body) {
      try {
        const response = await send("rest", `${base}/api/v1${path}`, {
          method,
          headers: {
            accept: "application/json",
            authorization: `token ${token}`,
            ...(body === undefined ? {} : { "content-type": "application/json" }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const { status, headers } = response;
        return { kind: "answer", answer: { status, headers, data: parse(await response.text()) } };
      } catch (error) {
        if (error instanceof TransportError)
          return { kind: "none", sent: error.sent, message: error.message };
        throw error;
      }
    },
  };
}

/**
 * The token for git, which knows names and passwords only: as the name, beside a password that says so. Beside a name of
 * some account it would be refused when it is another's.
 */
export function basicOf(token: string): string {
  return Buffer.from(`${token}:x-oauth-basic`).toString("base64");
}

/** The API path of a repository. */
export function repoPath({ owner, repo }: RepoName): string {
  return `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
}

/** `null` for no body, `undefined` for one that is no JSON: a page of a proxy, or half of an answer. */
function parse(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The data of a read that must answer with one of the statuses, given to `read`; every other answer is a problem. */
export async function readData<T>(
  client: GiteaClient,
  path: string,
  read: (data: unknown, headers: Headers) => T,
): Promise<Result<T>> {
  const result = await client.call("GET", path);
  if (result.kind === "none") return failed("unreachable", result.message);
  const { answer } = result;
  if (answer.status !== 200) return { ok: false, problem: problemOf(answer, path, client.now()) };
  return readShape(path, () => read(answer.data, answer.headers));
}

/** A value read out of an answer; an answer of another shape is incomplete, never absent. */
export function readShape<T>(path: string, read: () => T): Result<T> {
  try {
    return ok(read());
  } catch (error) {
    if (error instanceof AnswerError) return failed("incomplete", `GET ${path}: ${error.message}`);
    throw error;
  }
}

/** What a status means for a read. */
export function problemOf({ status, headers, data }: ApiAnswer, path: string, now: Instant): Problem {
  const said = `${path} answered ${status}${wordsOf(data)}`;
  if (status === 401) return { reason: "no_access", message: `the token is refused: ${said}` };
  if (status === 403) return { reason: "no_access", message: said };
  if (status === 404 || status === 410)
    return { reason: "not_found", message: `${said}, or the token may not see it` };
  if (status >= 300 && status < 400)
    return { reason: "moved", message: `${said}: it moved${to(headers.get("location"))}` };
  if (status === 429) {
    const { at, tooFast } = slowDown(headers, now);
    return { reason: "rate_limited", message: said, retryAt: at, tooFast };
  }
  if (status >= 500) return { reason: "unreachable", message: said };
  return { reason: "incomplete", message: said };
}

function to(location: string | null): string {
  const path = /^(?:https?:\/\/[^/]+)?(\/[^?#]*)/.exec(location ?? "")?.[1];
  return path === undefined ? "" : ` to ${path}`;
}

/** What a status means for a write that no caller knows better. The outcome of anything unclear is looked up again. */
export function writeFailure(result: ApiResult, now: Instant): Exclude<WriteResult<never>, { kind: "done" }> {
  if (result.kind === "none") {
    return result.sent
      ? { kind: "unclear", message: result.message }
      : { kind: "retry_at", at: now + 30_000, message: result.message };
  }
  const { status, headers, data } = result.answer;
  const said = `the server answered ${status}${wordsOf(data)}`;
  if (status === 401 || status === 403) return { kind: "rejected", reason: "no_access", hint: said };
  if (status === 404 || status === 410)
    return {
      kind: "rejected",
      reason: "not_found",
      hint: `${said}; it may be archived, gone, or not for this token`,
    };
  if (status === 423)
    return { kind: "rejected", reason: "ineligible", hint: `${said}; it is archived or locked` };
  if (status >= 300 && status < 400)
    return { kind: "rejected", reason: "not_found", hint: `${said}; the repository moved` };
  if (status === 429) return { kind: "retry_at", ...slowDown(headers, now), message: said };
  if (status === 409 || status === 412) return { kind: "lost_race" };
  if (status === 405 || status === 422 || status === 400)
    return { kind: "rejected", reason: "conflict", hint: said };
  return { kind: "unclear", message: said };
}

function wordsOf(data: unknown): string {
  const message = typeof data === "object" && data !== null && "message" in data ? data.message : undefined;
  return typeof message === "string" && message !== "" ? `: ${message.slice(0, 300)}` : "";
}
