import { isObject, type JsonObject } from "./json.ts";

/** Base of the ids under which components are known to the compiler; never fetched. */
export const componentBase = "https://components.invalid/";

/** Words of OpenAPI that say nothing about validity, and one that ajv reads differently. */
const dropped = new Set(["discriminator", "example", "examples", "nullable", "readOnly", "writeOnly", "xml"]);

/**
 * Turns a schema of OpenAPI 3.0 into JSON Schema draft 7: `nullable` becomes a choice with `null`, references lead to
 * `componentBase`. `onReference` is told each component's name, also repeatedly.
 */
export function toJsonSchema(schema: JsonObject, onReference: (name: string) => void): JsonObject {
  const reference = schema["$ref"];
  if (typeof reference === "string") {
    const name = reference.slice(reference.lastIndexOf("/") + 1);
    onReference(name);
    return { $ref: `${componentBase}${name}` };
  }
  const result: Record<string, unknown> = {};
  for (const [word, value] of Object.entries(schema)) {
    if (!dropped.has(word) && !word.startsWith("x-")) result[word] = convertWord(word, value, onReference);
  }
  return schema["nullable"] === true ? { anyOf: [{ type: "null" }, result] } : result;
}

function convertWord(word: string, value: unknown, onReference: (name: string) => void): unknown {
  if (word === "properties" && isObject(value)) {
    const members = Object.entries(value).map(([name, inner]) => [name, convert(inner, onReference)]);
    return Object.fromEntries(members);
  }
  if (["allOf", "anyOf", "oneOf"].includes(word) && Array.isArray(value)) {
    return value.map((inner) => convert(inner, onReference));
  }
  if (["items", "not", "additionalProperties"].includes(word)) return convert(value, onReference);
  return value;
}

function convert(value: unknown, onReference: (name: string) => void): unknown {
  return isObject(value) ? toJsonSchema(value, onReference) : value;
}
