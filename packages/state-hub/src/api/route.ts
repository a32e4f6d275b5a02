import type { HubApi, HubBody } from "@coulomb-loop/schemas/hub";
import type { Answer, Store, Transaction } from "../store/store.ts";
import type { Author, Condition } from "../store/types.ts";
import type { Parameter, ParameterValues } from "./parameters.ts";
import { problem, type Reply } from "./problem.ts";
import type { Waiting } from "./waiting.ts";

/** What a token may do. */
export type Scope = HubApi.Scope;

/** Who asks. */
export interface Caller {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Key of the repo beyond which it sees and does nothing. */
  readonly repo?: string;
  /** Id of its token; left out for who needs none. */
  readonly tokenId?: string;
}

/** What every handler has at hand. */
export interface HubFrame {
  readonly store: Store;
  readonly waiting: Waiting;
  readonly version: string;
  readonly storeKind: "pglite" | "postgresql";
}

/** One request, checked. */
export interface Call<Body> {
  readonly frame: HubFrame;
  readonly caller: Caller;
  /** Who changes, and why: the caller, and the `reason` of the address. */
  readonly author: Author;
  /** The id in the path; empty where there is none. */
  readonly id: string;
  /** Whether the caller's token is still in force: who waits long asks again. */
  readonly isInForce: () => Promise<boolean>;
  readonly query: ParameterValues;
  /** What the headers demand; given where the route needs a condition. */
  readonly condition: Condition;
  readonly body: Body;
  /** Runs work in a transaction, once when the request has an Idempotency-Key. */
  readonly transact: (work: (transaction: Transaction) => Promise<Answer>) => Promise<Reply>;
  /** Fires when the client goes, or the hub closes. */
  readonly signal: AbortSignal;
}

/** An answer as the description of the API has it. */
export interface AnswerShape {
  readonly description: string;
  /** Name of its schema; left out: no body. */
  readonly schema?: string;
  readonly mediaType?: string;
  /** Whether it carries the revision as ETag. */
  readonly etag?: true;
}

/** What a route is, for the router and for the description. */
export interface RouteShape {
  /** Name of the operation, as clients call it. */
  readonly operation: string;
  readonly method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE";
  /** With `{id}` for the id. */
  readonly path: string;
  readonly summary: string;
  /** `none`: without a token. */
  readonly scope: Scope | "none";
  readonly query?: Readonly<Record<string, Parameter>>;
  /** `create`: If-None-Match: * or If-Match; `change`: If-Match. */
  readonly condition?: "create" | "change";
  /** Successful answers, by status. */
  readonly answers: Readonly<Record<number, AnswerShape>>;
  /** Statuses of problems beside those that every route has. */
  readonly problems?: readonly number[];
}

/** A request whose body was parsed and not yet checked. */
type Unchecked = Omit<Call<undefined>, "body"> & { readonly json: unknown };

/** One route of the API. */
export interface Route extends RouteShape {
  /** Name of the schema of its body; left out: it takes none. */
  readonly body?: string;
  /** Checks the body, and answers. */
  readonly run: (call: Unchecked) => Promise<Reply>;
}

/** A route without a body. */
export function route(shape: RouteShape, handle: (call: Call<undefined>) => Promise<Reply>): Route {
  return { ...shape, run: ({ json: _json, ...call }) => handle({ ...call, body: undefined }) };
}

/** A route with a body, which its schema has checked when the handler gets it. */
export function routeWith<Body>(
  { name, validate }: HubBody<Body>,
  shape: RouteShape,
  handle: (call: Call<Body>) => Promise<Reply>,
): Route {
  return {
    ...shape,
    body: name,
    run: async ({ json, ...call }) => {
      const checked = validate(json);
      if (checked.ok) return handle({ ...call, body: checked.value });
      const first = checked.findings[0]?.message ?? "it does not fit";
      const rest = checked.findings.length - 1;
      const detail = rest > 0 ? `${first} (and ${rest} more)` : first;
      return problem(400, "invalid_body", detail, {
        findings: checked.findings,
        hint: `see #/components/schemas/${name} in /openapi.json`,
      });
    },
  };
}
