import { createHash, randomUUID } from "node:crypto";
import { Hono } from "hono";
import { secretHash } from "../secret.ts";
import type { Answer, Store, Transaction } from "../store/store.ts";
import { findToken } from "../store/tokens.ts";
import type { Json } from "../store/types.ts";
import { readJson } from "./body.ts";
import { etagOf, noCondition, readCondition } from "./conditions.ts";
import { openapiDocument } from "./openapi.ts";
import { readParameters } from "./parameters.ts";
import { problem, type Reply } from "./problem.ts";
import { uuidPattern } from "./served.ts";
import type { Caller, HubFrame, Route, Scope } from "./route.ts";
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
  const document = JSON.stringify(openapiDocument(options.version), null, 2);
  const adminHash = options.adminSecret === undefined ? undefined : secretHash(options.adminSecret);
  const callers = new WeakMap<Request, Caller>();
  const app = new Hono();
  app.get("/openapi.json", () => new Response(document, { headers: { "content-type": "application/json" } }));
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
  if (route.path.includes("{id}") && !new RegExp(uuidPattern, "u").test(id))
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
  const reply = await route.run({
    frame,
    caller: known,
    author: {
      actor: known.name,
      ...(known.repo === undefined ? {} : { repo: known.repo }),
      ...(cause === undefined ? {} : { cause }),
    },
    id,
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
  return reply;
}

/** Why somebody may not use a route; `undefined` when they may. */
function admission({ scope }: Route, caller: Caller | undefined): Reply | undefined {
  if (scope === "none") return undefined;
  if (caller === undefined)
    return problem(401, "unauthorized", "this needs a token that the hub knows", {
      hint: "send authorization: Bearer <token>; coulomb hub token create makes one",
      headers: { "www-authenticate": 'Bearer realm="coulomb state hub"' },
    });
  if (grants(caller.scopes, scope)) return undefined;
  return problem(
    403,
    "forbidden_scope",
    `this needs the scope ${scope}; the token has ${caller.scopes.join(", ")}`,
    {
      hint: "use a token with that scope",
    },
  );
}

function grants(scopes: readonly Scope[], needed: Scope): boolean {
  if (scopes.includes("admin") || scopes.includes(needed)) return true;
  return needed === "read" && scopes.length > 0;
}

async function callerOf(
  store: Store,
  request: Request,
  adminHash: string | undefined,
): Promise<Caller | undefined> {
  const [, secret] = /^Bearer ([\x21-\x7e]{1,500})$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  if (secret === undefined) return undefined;
  const hash = secretHash(secret);
  if (hash === adminHash) return { name: "admin", scopes: ["admin"] };
  const row = await store.read((sql) => findToken(sql, hash));
  if (row === undefined) return undefined;
  const scopes = row.scopes.filter((scope): scope is Scope => isScope(scope));
  return { name: row.name, scopes, ...(row.repo === null ? {} : { repo: row.repo }) };
}

function isScope(scope: string): scope is Scope {
  return scope === "read" || scope === "write" || scope === "sync" || scope === "admin";
}

/** Runs work in a transaction; with a key of the client once, and every repetition gets the first answer (H4). */
async function transactOnce(
  { store }: HubFrame,
  { name }: Caller,
  work: (transaction: Transaction) => Promise<Answer>,
  key: string | null,
  digest: () => string,
): Promise<Reply> {
  if (key === null) return replyOf(await store.transact(work));
  const result = await store.answerOnce(name, { key, request: digest() }, work);
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
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  // Classes 08 and 57: no connection, or a server that goes; the others are Node's.
  if (/^(?:08|57)|^E[A-Z]+$/.test(code))
    return problem(503, "unavailable", `the database does not answer (incident ${incident})`, {
      hint: "repeat the request in a moment",
      headers: { "retry-after": "5" },
    });
  return problem(500, "internal", `the hub failed (incident ${incident})`, {
    hint: "this is a bug: report it with the line of the hub's log that has this number",
  });
}

function respond({ status, body, headers = {}, lines }: Reply, request: Request): Response {
  const all = new Headers({ "cache-control": "no-store", "x-content-type-options": "nosniff", ...headers });
  if (lines !== undefined) return new Response(streamOf(lines), { status, headers: all });
  if (body === undefined) return new Response(null, { status, headers: all });
  if (!all.has("content-type")) all.set("content-type", "application/json");
  const etag = status < 300 ? etagIn(body) : undefined;
  if (etag !== undefined) all.set("etag", etag);
  if (request.method === "GET" && etag !== undefined && request.headers.get("if-none-match") === etag) {
    all.delete("content-type");
    return new Response(null, { status: 304, headers: all });
  }
  return new Response(JSON.stringify(body), { status, headers: all });
}

/** The ETag of a body that is one resource. */
function etagIn(body: Json): string | undefined {
  if (
    typeof body !== "object" ||
    body === null ||
    Array.isArray(body) ||
    !("rev" in body) ||
    !("field_revs" in body)
  )
    return undefined;
  return typeof body["rev"] === "number" ? etagOf(body["rev"]) : undefined;
}

function streamOf(lines: Iterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = lines[Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      const { done, value } = iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}
