import { isObject, type JsonObject, objectOf } from "./swagger.ts";

/** What a schema is to judge. Servers written in Go send `null` for what they do not have, and Swagger 2.0 cannot say so. */
export type Direction = "request" | "answer";

/**
 * Turns a schema of Swagger 2.0 into one of JSON Schema draft 7. An object with properties may have no others; in
 * answers texts, lists and objects may be `null`. References lead to `<direction>#/definitions/…`, the schema of
 * `toDefinitions`.
 */
export function toJsonSchema(schema: JsonObject, direction: Direction): JsonObject {
  const turned: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(schema)) {
    if (name.startsWith("x-") || name === "example" || name === "title" || name === "description") continue;
    if (name === "$ref") turned[name] = `${direction}${String(value)}`;
    else if (name === "properties") turned[name] = toProperties(objectOf(value), direction);
    else if (name === "items" || name === "additionalProperties")
      turned[name] = isObject(value) ? toJsonSchema(value, direction) : value;
    else if (name === "allOf" && Array.isArray(value))
      turned[name] = value.map((part) => toJsonSchema(objectOf(part), direction));
    else turned[name] = value;
  }
  if ("properties" in turned && !("additionalProperties" in turned)) turned["additionalProperties"] = false;
  return turned;
}

/** All definitions of a description, turned: a schema whose `$id` is the direction. */
export function toDefinitions(definitions: JsonObject, direction: Direction): JsonObject {
  const turned = Object.entries(definitions).map(([name, schema]) => [
    name,
    toJsonSchema(objectOf(schema), direction),
  ]);
  return { $id: direction, definitions: Object.fromEntries(turned) };
}

function toProperties(properties: JsonObject, direction: Direction): JsonObject {
  const turned = Object.entries(properties).map(([name, value]) => {
    const schema = toJsonSchema(objectOf(value), direction);
    return [name, direction === "answer" ? withNull(schema) : schema];
  });
  return Object.fromEntries(turned);
}

/** Numbers and truth values are never `null` in Go. */
function withNull(schema: JsonObject): JsonObject {
  const { type } = schema;
  if (type === "boolean" || type === "integer" || type === "number") return schema;
  if (typeof type === "string" && !("enum" in schema)) return { ...schema, type: [type, "null"] };
  return { anyOf: [schema, { type: "null" }] };
}
