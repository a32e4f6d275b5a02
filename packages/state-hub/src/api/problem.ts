import type { Finding } from "@coulomb-loop/schemas";
import { toPointer } from "@coulomb-loop/schemas";
import type { Json } from "../store/types.ts";

/** An answer before it is a Response. */
export interface Reply {
  readonly status: number;
  /** JSON; left out: no body. */
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of a body: JSON lines. */
  readonly lines?: Iterable<string>;
}

/** A reply as it is kept for repetitions: its headers follow from it. */
export function answered({ status, body = null }: Reply): { readonly status: number; readonly body: Json } {
  return { status, body };
}

/** Titles of problems, by code: the kind of problem, the same whatever the request. */
const titles = {
  bad_condition: "The condition cannot be read",
  bad_parameter: "A parameter is wrong",
  body_too_large: "The body is too large",
  claim_lost: "The claim is not yours any more",
  content_differs: "Something else is there under that id",
  conflict_resolved: "The conflict is resolved",
  forbidden_repo: "The token is for another repo",
  forbidden_scope: "The token may not do this",
  gone: "The resource was deleted",
  history_gone: "Older changes are gone",
  id_taken: "The id belongs to another resource",
  idempotency_in_flight: "The same request is under way",
  idempotency_mismatch: "The idempotency key was used for something else",
  internal: "The hub failed",
  invalid_body: "The body does not fit its schema",
  lease_held: "Somebody else has the lease",
  lease_lost: "The lease is not yours any more",
  malformed_json: "The body is no JSON",
  media_type: "The body has another media type",
  method_not_allowed: "The method is not allowed",
  not_found: "There is no such thing",
  precondition_required: "A condition is missing",
  refused: "The change is not allowed",
  stale: "The condition does not hold",
  unauthorized: "A token is missing or wrong",
  unavailable: "The hub cannot reach its database",
} as const;

/** Code of a problem. A refused change has the code of the rule that refuses it. */
export type ProblemCode = keyof typeof titles;

/** More about a problem. */
export interface ProblemMore {
  readonly hint?: string;
  readonly findings?: readonly Finding[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Members that this problem has beside the common ones. */
  readonly members?: Readonly<Record<string, Json>>;
  /** A code that is more exact than the kind of problem. */
  readonly code?: string;
}

/** Problem details (RFC 9457), with our code and everything that is wrong (H11). */
export function problem(status: number, kind: ProblemCode, detail: string, more: ProblemMore = {}): Reply {
  const code = more.code ?? kind;
  return {
    status,
    headers: { "content-type": "application/problem+json", ...more.headers },
    body: {
      type: `urn:coulomb-loop:problem:${kind}`,
      title: titles[kind],
      status,
      code,
      detail,
      ...(more.hint === undefined ? {} : { hint: more.hint }),
      ...(more.findings === undefined ? {} : { findings: more.findings.map(wireFinding) }),
      ...more.members,
    },
  };
}

function wireFinding({ code, message, hint, path }: Finding): Json {
  return {
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(path === undefined ? {} : { pointer: toPointer(path) }),
  };
}
