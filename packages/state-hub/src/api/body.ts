import { problem, type Reply } from "./problem.ts";

/** Bytes of a body at most (H7). */
export const mostBytes = 1_048_576;

/** Levels that a body may nest: what is deeper is no body of ours, and costs whoever walks it. */
const mostLevels = 32;

/** Reads a JSON body, or says what is wrong with it. `undefined` JSON is never answered. */
export async function readJson(
  request: Request,
): Promise<{ readonly json: unknown; readonly text: string } | Reply> {
  const type = (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase();
  if (type !== "application/json" && type !== "application/merge-patch+json")
    return problem(415, "media_type", `the body is ${type === "" ? "of no media type" : String(type)}`, {
      hint: "send content-type: application/json",
      headers: { "accept-post": "application/json", "accept-patch": "application/merge-patch+json" },
    });
  const bytes = await readBytes(request);
  if (bytes === undefined)
    return problem(413, "body_too_large", `the body has more than ${mostBytes} bytes`, {
      // The rest is not read: nothing else can come over this connection.
      headers: { connection: "close" },
      hint: "send less at once: a batch holds at most 500 items",
    });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return problem(400, "malformed_json", "the body is no UTF-8");
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return problem(400, "malformed_json", error instanceof Error ? error.message : "the body is no JSON");
  }
  const flaw = unstorable(json);
  return flaw === undefined ? { json, text } : problem(400, "malformed_json", flaw);
}

/** The body's bytes; `undefined` when there are too many: the rest is not read. */
async function readBytes(request: Request): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > mostBytes) return undefined;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** What JSON can say and a database cannot keep; walks without recursion, whatever the depth. */
function unstorable(json: unknown): string | undefined {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostLevels) return `the body nests more than ${mostLevels} levels`;
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === "string" && !isKept(value)) return badText;
      if (typeof value === "number" && !Number.isFinite(value))
        return "the body holds a number that is too large";
      if (typeof value !== "object" || value === null) continue;
      if (!Array.isArray(value) && !Object.keys(value).every(isKept)) return badText;
      for (const each of Object.values(value)) next.push(each);
    }
    level = next;
  }
  return undefined;
}

const badText = "the body holds a text with a NUL or half a surrogate pair, which cannot be kept";

function isKept(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}
