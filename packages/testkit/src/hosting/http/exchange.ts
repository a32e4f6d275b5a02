import type { IncomingHttpHeaders } from "node:http";
import type { Authentication } from "../users.ts";

/** A request as a double gets it, its body read to the end. */
export interface StagedRequest {
  readonly method: string;
  /** Not decoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The query as sent, without `?`. */
  readonly search: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly who: Authentication;
  /** A `stale` fault wants lists and pulls as they were before so many writes; else 0. */
  readonly staleBy: number;
}

/** An answer before it is sent. `body` decides the length. */
export interface StagedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Uint8Array;
}

/** What a double is: a function from requests to answers. One that throws is answered 500. */
export type Handler = (request: StagedRequest) => Promise<StagedAnswer>;

/** An answer with a JSON body. */
export function jsonAnswer(
  status: number,
  body: unknown,
  headers: StagedAnswer["headers"] = {},
): StagedAnswer {
  const type = { "content-type": "application/json;charset=utf-8" };
  return { status, headers: { ...type, ...headers }, body: Buffer.from(JSON.stringify(body)) };
}

/** An answer with text, or none. */
export function textAnswer(status: number, body = "", headers: StagedAnswer["headers"] = {}): StagedAnswer {
  const type = { "content-type": "text/plain;charset=utf-8" };
  return { status, headers: { ...type, ...headers }, body: Buffer.from(body) };
}
