/** An answer that is not what its description says: cut, a page of a proxy, another version. */
export class AnswerError extends Error {
  override readonly name = "AnswerError";
}

/** A JSON object of an answer. */
export type Json = Readonly<Record<string, unknown>>;

/** The JSON object that a value is. Throws AnswerError. */
export function json(value: unknown, what: string): Json {
  if (isJson(value)) return value;
  throw new AnswerError(`expected ${what}, received ${kindOf(value)}`);
}

/** A value as a JSON object; `undefined` for anything else, `null` included. */
export function maybeJson(value: unknown): Json | undefined {
  return isJson(value) ? value : undefined;
}

/** The list that a value is. Throws AnswerError. */
export function list(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new AnswerError(`expected a list of ${what}, received ${kindOf(value)}`);
}

/** A field that is text. Throws AnswerError. */
export function text(from: Json, field: string): string {
  const value = from[field];
  if (typeof value === "string") return value;
  throw new AnswerError(`expected text in ${field}, received ${kindOf(value)}`);
}

/** A field that is text, empty where it is missing or null. */
export function textOr(from: Json, field: string): string {
  const value = from[field];
  return typeof value === "string" ? value : "";
}

/** A field that is a whole number. Throws AnswerError. */
export function number(from: Json, field: string): number {
  const value = from[field];
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  throw new AnswerError(`expected a number in ${field}, received ${kindOf(value)}`);
}

/** A field that is an instant (RFC 3339), as epoch milliseconds; `undefined` where it is missing or null. Throws AnswerError. */
export function instant(from: Json, field: string): number | undefined {
  const value = from[field];
  if (value === undefined || value === null || value === "") return undefined;
  const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(time)) return time;
  throw new AnswerError(`expected an instant in ${field}, received ${kindOf(value)}`);
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : typeof value;
}
