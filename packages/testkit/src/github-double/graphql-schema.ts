import { buildSchema, type GraphQLSchema } from "graphql";
import { officialSchemaText } from "./official-schema.ts";

let schema: GraphQLSchema | undefined;

/**
 * GitHub's official GraphQL schema, built once a process. It is taken as valid: release 15.26 of
 * `@octokit/graphql-schema` repeats a field, which a strict reading refuses.
 */
export function officialSchema(): GraphQLSchema {
  schema ??= buildSchema(officialSchemaText(), { assumeValidSDL: true, assumeValid: true });
  return schema;
}
