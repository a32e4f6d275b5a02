import { readFileSync } from "node:fs";
import { isObject, type JsonObject } from "./json.ts";

let description: JsonObject | undefined;
let schemaText: string | undefined;

/**
 * GitHub's own OpenAPI 3.0 description of `api.github.com`, as `@octokit/openapi` ships it. The variant with
 * references is read (13 MB; the dereferenced one is 73 MB), once a process and only when first asked for.
 */
export function officialDescription(): JsonObject {
  if (description === undefined) {
    const file = import.meta.resolve("@octokit/openapi/generated/api.github.com.json");
    const parsed: unknown = JSON.parse(readFileSync(new URL(file), "utf8"));
    if (!isObject(parsed)) throw new TypeError(`expected an object in ${file}`);
    description = parsed;
  }
  return description;
}

/** The text of GitHub's GraphQL schema, as `@octokit/graphql-schema` ships it; read once a process. */
export function officialSchemaText(): string {
  // Its index would read 5 MB of JSON besides, and does not export this file by name.
  const index = import.meta.resolve("@octokit/graphql-schema");
  schemaText ??= readFileSync(new URL("schema.graphql", index), "utf8");
  return schemaText;
}
