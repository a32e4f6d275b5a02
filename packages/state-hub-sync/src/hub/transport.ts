import { CoulombError } from "@coulomb-loop/schemas";

/** Sends a request; `fetch`, or a hub within this process. */
export type Fetch = (request: Request) => Promise<Response>;

/** How a hub is reached. */
export interface TransportOptions {
  readonly fetch: Fetch;
  /** Base address, without a path: what the mapping's paths are added to. */
  readonly url: string;
  /** Secret; left out for a hub within this process. */
  readonly token?: string;
  /** Waits so many milliseconds before a request is repeated. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Told of every request that is sent. */
  readonly onRequest?: (method: string, path: string) => void;
}

/** One request to a hub. */
export interface HubRequest {
  readonly method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A hub's answer: JSON as it came, or lines of it. */
export interface HubResponse {
  readonly method: HubRequest["method"];
  readonly status: number;
  readonly json: unknown;
  readonly text: string;
  readonly headers: Headers;
}

/** Sends requests, and repeats those that may be repeated. */
export interface Transport {
  /**
   * Answers whatever the hub answers below 500. Throws CoulombError `hub_unreachable`, `hub_failed` and `hub_token`, and `hub_refused` where
   * something else than a hub answers.
   */
  send(request: HubRequest): Promise<HubResponse>;
}

/** Times that a request is sent, when the hub does not answer or is unavailable. */
const mostTries = 4;

/** Milliseconds before the first repetition; doubled for each further one. */
const firstWait = 250;

/** Type of an answer that is lines of JSON. */
const linesType = "application/jsonl";

/** Milliseconds that a hub may ask us to wait. */
const longestWait = 30_000;

/**
 * A transport over `fetch`. Every request here may be repeated: reads change nothing, and every write names what it expects.
 */
export function createTransport(options: TransportOptions): Transport {
  const { url, token, fetch, wait, onRequest } = options;
  return {
    async send({ method, path, body, headers = {} }) {
      for (let tries = 1; ; tries += 1) {
        onRequest?.(method, path);
        const request = new Request(`${url.replace(/\/+$/, "")}${path}`, {
          method,
          headers: {
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            ...(body === undefined ? {} : { "content-type": "application/json" }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const answered = await attempt(fetch, method, request);
        if (typeof answered !== "string" && !isForLater(answered)) return known(answered, url);
        if (tries >= mostTries) throw failed(answered, url, method, path);
        const asked =
          typeof answered === "string" ? 0 : Number(answered.headers.get("retry-after") ?? 0) * 1_000;
        await wait(Math.min(Math.max(asked, firstWait * 2 ** (tries - 1)), longestWait));
      }
    },
  };
}

/** Whether an answer asks to come back: the hub is not well, overrun, or still at the same request. */
function isForLater(answer: HubResponse): boolean {
  const { status } = answer;
  return status >= 500 || status === 429 || (status === 409 && codeOf(answer) === "idempotency_in_flight");
}

/** The answer, or why there is none. */
async function attempt(
  fetch: Fetch,
  method: HubRequest["method"],
  request: Request,
): Promise<HubResponse | string> {
  try {
    const response = await fetch(request);
    const text = await response.text();
    const type = response.headers.get("content-type") ?? "";
    const json: unknown = /[/+]json\b/.test(type) && text !== "" ? JSON.parse(text) : undefined;
    return { method, status: response.status, json, text, headers: response.headers };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return cause instanceof Error ? cause.message : String(cause);
  }
}

function known(response: HubResponse, url: string): HubResponse {
  const { status, text, json, headers } = response;
  const type = headers.get("content-type") ?? "no content type";
  // A page of a proxy, or of whatever else is at that address: what it says would be taken for an answer.
  if (status < 300 && text !== "" && json === undefined && !type.startsWith(linesType))
    throw new CoulombError("hub_refused", `${url} answered ${status} with ${type}, as no state hub does`, {
      hint: "does state_hub.url name the hub itself? a proxy before it may ask you to sign in",
    });
  if (status !== 401) return response;
  throw new CoulombError("hub_token", `${url} knows no such token`, {
    hint: "set the token that state_hub.token in coulomb.yaml names; coulomb hub token create makes one",
  });
}

function failed(answered: HubResponse | string, url: string, method: string, path: string): CoulombError {
  if (typeof answered === "string")
    return new CoulombError("hub_unreachable", `${url} does not answer: ${answered}`, {
      hint: "is it running? coulomb hub serve; state_hub.url in coulomb.yaml names it",
    });
  return new CoulombError(
    "hub_failed",
    `${method} ${url}${path} answered ${answered.status}: ${detailOf(answered)}`,
    {
      hint: "see the hub's log, and run again: nothing is half done",
    },
  );
}

/** What a problem says for people. */
export function detailOf({ json, text }: HubResponse): string {
  if (typeof json === "object" && json !== null && "detail" in json && typeof json.detail === "string")
    return json.detail;
  return text.slice(0, 200);
}

/** Code of a problem; empty when the answer is none. */
export function codeOf({ json }: HubResponse): string {
  return typeof json === "object" && json !== null && "code" in json && typeof json.code === "string"
    ? json.code
    : "";
}

/** The error for an answer that nothing here expects. */
export function unexpected(answer: HubResponse): CoulombError {
  return new CoulombError("hub_refused", `the hub answered ${answer.status}: ${detailOf(answer)}`, {
    hint:
      answer.status === 403
        ? "use a token with that scope, for this repo: coulomb hub token create makes one"
        : "is this a coulomb state hub of this release? coulomb doctor tells",
  });
}
