import type { Json } from "../store/types.ts";
import { etagOf } from "./conditions.ts";
import type { Reply } from "./problem.ts";

/** A reply as a Response; a GET whose client has the revision already gets 304. */
export function respond({ status, body, headers = {}, lines }: Reply, request: Request): Response {
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
