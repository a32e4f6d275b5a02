/** A JSON object whose members are not known yet. */
export type JsonObject = { readonly [name: string]: unknown };

/** Tells objects from all other JSON values. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member that must be text, or `undefined`. */
export function textAt(object: JsonObject, name: string): string | undefined {
  const value = object[name];
  return typeof value === "string" ? value : undefined;
}

/** A member that must be an object; an empty one when it is not. */
export function objectAt(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  return isObject(value) ? value : {};
}

/** A member that must be a list; an empty one when it is not. */
export function listAt(object: JsonObject, name: string): readonly unknown[] {
  const value = object[name];
  return Array.isArray(value) ? value : [];
}
