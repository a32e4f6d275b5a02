import { createHash, randomUUID } from "node:crypto";
import { Hono } from "hono";
import { secretHash } from "../secret.ts";
import { UnavailableError } from "../store/sql.ts";
import type { Answer, Store, Transaction } from "../store/store.ts";
import { admission, callerOf, isInForce } from "./auth.ts";
import { readJson } from "./body.ts";
import { noCondition, readCondition } from "./conditions.ts";
import { openapiDocument } from "./openapi.ts";
import { readParameters } from "./parameters.ts";
import { problem, type Reply } from "./problem.ts";
import { uuid } from "./served.ts";
import { respond } from "./respond.ts";
import type { Caller, HubFrame, Route } from "./route.ts";
import { routes } from "./routes.ts";
import { createWaiting } from "./waiting.ts";

/** What a hub is made with. */
export interface HubOptions {
  readonly store: Store;
  readonly storeKind: "pglite" | "postgresql";
  /** Release of the software, for `/v1/meta` and the description. */
  readonly version: string;
  /** Secret of an admin that stands in no table: the first token comes from outside (H9). */
  readonly adminSecret?: string;
  /** Told of what failed within, with the number that the client was given. */
  readonly onFailure?: (error: unknown, incident: string) => void;
}

/** The hub as one function from requests to answers (H1). */
export interface Hub {
  /** Answers a request by the token it carries. Never rejects. */
  fetch(request: Request): Promise<Response>;
  /** The same for a caller within this process, who needs no token. */
  fetchAs(caller: Caller, request: Request): Promise<Response>;
  /** Ends waiting requests with what there is. The store stays open. */
  close(): void;
}

/** Makes the hub over a store. */
export function createHub(options: HubOptions): Hub {
  const frame: HubFrame = { ...options, waiting: createWaiting() };
  const closing = new AbortController();
  let document: string | undefined;
  const adminHash = options.adminSecret === undefined ? undefined : secretHash(options.adminSecret);
  const callers = new WeakMap<Request, Caller>();
  const app = new Hono();
  app.get("/openapi.json", () => {
    // Made when first asked for: a hub within a command never is.
    document ??= JSON.stringify(openapiDocument(options.version), null, 2);
    return new Response(document, { headers: { "content-type": "application/json" } });
  });
  for (const route of routes)
    app.on(route.method, route.path.replace("{id}", ":id"), async (context) => {
      const request = context.req.raw;
      const caller = callers.get(request) ?? (await callerOf(frame.store, request, adminHash));
      const id = context.req.param("id")?.toLowerCase() ?? "";
      const signal = AbortSignal.any([request.signal, closing.signal]);
      return respond(await answer({ frame, route, request, id, caller, signal }), request);
    });
  app.notFound((context) => respond(missing(context.req.raw), context.req.raw));
  app.onError((error, context) => {
    const incident = randomUUID();
    options.onFailure?.(error, incident);
    return respond(failure(error, incident), context.req.raw);
  });
  return {
    fetch: async (request) => app.fetch(request),
    fetchAs: async (caller, request) => {
      callers.set(request, caller);
      return app.fetch(request);
    },
    close: () => closing.abort(),
  };
}

interface Incoming {
  readonly frame: HubFrame;
  readonly route: Route;
  readonly request: Request;
  readonly id: string;
  readonly caller: Caller | undefined;
  readonly signal: AbortSignal;
}

/** Checks a request from the outside in: who, what, where, on which condition; then answers it. */
async function answer({ frame, route, request, id, caller, signal }: Incoming): Promise<Reply> {
  const refused = admission(route, caller);
  if (refused !== undefined) return refused;
  if (route.path.includes("{id}") && !uuid.test(id))
    return problem(404, "not_found", "there is no such resource: an id is a UUID");
  const query = readParameters(new URL(request.url).searchParams, route.query ?? {});
  if (!("text" in query))
    return problem(400, "bad_parameter", query[0]?.message ?? "a parameter is wrong", { findings: query });
  const condition =
    route.condition === undefined ? noCondition : readCondition(request.headers, route.condition);
  if ("status" in condition) return condition;
  const read = route.body === undefined ? { json: undefined, text: "" } : await readJson(request);
  if ("status" in read) return read;
  const known = caller ?? { name: "nobody", scopes: [] };
  const cause = query.text("reason");
  const key = request.headers.get("idempotency-key");
  if (key !== null && !/^[\x21-\x7e]{1,200}$/.test(key))
    return problem(400, "bad_condition", "Idempotency-Key is 1 to 200 visible characters");
  return route.run({
    frame,
    caller: known,
    author: {
      actor: known.name,
      ...(known.repo === undefined ? {} : { repo: known.repo }),
      ...(cause === undefined ? {} : { cause }),
    },
    id,
    isInForce: async () => caller?.tokenId === undefined || (await isInForce(frame.store, caller.tokenId)),
    query,
    condition,
    json: read.json,
    signal,
    transact: async (work) => {
      const done = await transactOnce(frame, known, work, key, () => digestOf(request, read.text));
      frame.waiting.wake();
      return done;
    },
  });
}

/** Runs work in a transaction; with a key of the client once, and every repetition gets the first answer (H4). */
async function transactOnce(
  { store }: HubFrame,
  caller: Caller,
  work: (transaction: Transaction) => Promise<Answer>,
  key: string | null,
  digest: () => string,
): Promise<Reply> {
  if (key === null) return replyOf(await store.transact(work));
  const result = await store.answerOnce(ownerOf(caller), { key, request: digest() }, work);
  if (result.kind === "mismatch")
    return problem(422, "idempotency_mismatch", "this key was sent with another request within 24 hours", {
      hint: "a new request needs a new key",
    });
  if (result.kind === "in_flight")
    return problem(409, "idempotency_in_flight", "the same request is under way", {
      hint: "repeat it in a moment",
      headers: { "retry-after": "1" },
    });
  const reply = replyOf(result);
  return result.isReplay
    ? { ...reply, headers: { ...reply.headers, "idempotency-replayed": "true" } }
    : reply;
}

/** Whose a key is: a token's, not a name's, for names may be the same. */
function ownerOf({ tokenId, name }: Caller): string {
  return tokenId === undefined ? `within ${name}` : `token ${tokenId}`;
}

function replyOf({ status, body }: Answer): Reply {
  if (body === null) return { status };
  const isProblem = status >= 400;
  return { status, body, ...(isProblem ? { headers: { "content-type": "application/problem+json" } } : {}) };
}

/** What a request asks for, so that its repetition is known. */
function digestOf(request: Request, text: string): string {
  const { pathname, search } = new URL(request.url);
  return createHash("sha256").update(`${request.method} ${pathname}${search}\n${text}`).digest("hex");
}

/** A path that is none, or a method that it has not. */
function missing(request: Request): Reply {
  const { pathname } = new URL(request.url);
  const allowed = routes
    .filter(({ path }) => new RegExp(`^${path.replace("{id}", "[^/]+")}$`, "u").test(pathname))
    .map(({ method }) => method);
  if (allowed.length === 0)
    return problem(404, "not_found", "there is nothing at this path", { hint: "see /openapi.json" });
  const allow = [...new Set(allowed)].sort().join(", ");
  return problem(405, "method_not_allowed", `this path takes ${allow}`, { headers: { allow } });
}

/** What failed within: the client learns a number, and the log what it stands for. */
function failure(error: unknown, incident: string): Reply {
  if (error instanceof UnavailableError)
    return problem(503, "unavailable", `the database does not answer (incident ${incident})`, {
      hint: "repeat the request in a moment",
      headers: { "retry-after": "5" },
    });
  return problem(500, "internal", `the hub failed (incident ${incident})`, {
    hint: "this is a bug: report it with the line of the hub's log that has this number",
  });
}
