import { maybeJson } from "../http/fields.ts";
import { isOid } from "../names.ts";
import type { Instant, Oid, ProposalResponse, SignedStatement } from "../port.ts";

/** What a response says, as far as a forge needs it; what else is in it is for who counts responses. */
export interface Statement {
  readonly branch: string;
  readonly number: number;
  readonly head: Oid;
  readonly action: ProposalResponse["action"];
  readonly message: string;
  readonly at: Instant;
}

/** Reads a statement: one line of JSON and a line feed. `undefined` for anything else; never throws. */
export function parseStatement(line: string): Statement | undefined {
  if (line.indexOf("\n") !== line.length - 1) return undefined;
  const fields = maybeJson(parseJson(line));
  if (fields === undefined) return undefined;
  const { branch, number, head, action, message, time } = fields;
  if (typeof branch !== "string" || typeof number !== "number" || !Number.isSafeInteger(number))
    return undefined;
  if (typeof head !== "string" || !isOid(head) || typeof message !== "string") return undefined;
  if (action !== "approve" && action !== "reject") return undefined;
  const at = typeof time === "string" && isUtc.test(time) ? Date.parse(time) : Number.NaN;
  return Number.isNaN(at) ? undefined : { branch, number, head, action, message, at };
}

const isUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A tag object whose message is a statement, signed or not. */
export interface StatementTag {
  readonly tagged: Oid;
  readonly signed: SignedStatement;
}

/**
 * Reads a tag object of a commit with the headers that every git writes, a message of one line, and perhaps a signature
 * after it (git-tag(1)). `undefined` for anything else: who verifies could take it for something other than git does.
 */
export function parseTag(bytes: Buffer): StatementTag | undefined {
  const start = bytes.indexOf("\n\n") + 2;
  const headers = bytes.toString("latin1", 0, Math.max(0, start - 2));
  const [, tagged = ""] = /^object ([0-9a-f]+)\ntype commit\ntag [^\n]+\ntagger [^\n]+$/.exec(headers) ?? [];
  const end = bytes.indexOf("\n", start) + 1;
  if (!isOid(tagged) || end === 0) return undefined;
  const rest = bytes.toString("latin1", end);
  if (rest !== "" && !rest.startsWith("-----BEGIN ")) return undefined;
  const statement = decode(bytes.subarray(start, end));
  if (statement === undefined) return undefined;
  const signature = rest === "" ? undefined : rest;
  return { tagged, signed: { statement, payload: Uint8Array.from(bytes.subarray(0, end)), signature } };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
