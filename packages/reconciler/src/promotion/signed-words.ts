import type { ResponseRecord } from "@coulomb-loop/schemas";

/** What somebody signed, as far as it binds an answer. */
export interface SignedWords {
  readonly record: string;
  readonly head: string;
  readonly evidenceDigest: string;
  readonly policyDigest: string;
}

/**
 * What the signed bytes of a response say, or why they are not those of this response: the tag is of its head, its message is the
 * statement, and that says what the response says. Pure.
 */
export function signedWords({
  payload,
  statement,
  head,
  action,
  message,
  time,
}: ResponseRecord): SignedWords | string {
  if (payload === undefined || statement === undefined) return "the seal has nothing that was signed";
  const text = Buffer.from(payload, "base64").toString("utf8");
  const start = text.indexOf("\n\n") + 2;
  if (!text.startsWith(`object ${head}\ntype commit\n`)) return "what was signed is for an older head";
  if (start < 2 || text.slice(start) !== statement) return "what was signed is not the statement";
  const said = fieldsOf(statement);
  const isSame =
    said.action === action &&
    said.message === message &&
    said.head === head &&
    Date.parse(textOf(said.time)) === Date.parse(time);
  if (!isSame) return "the statement says something else than the seal";
  return {
    record: textOf(said.record),
    head,
    evidenceDigest: textOf(said.evidence_digest),
    policyDigest: textOf(said.policy_digest),
  };
}

function fieldsOf(statement: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(statement);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
