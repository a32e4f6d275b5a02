import { GraphQLError, type GraphQLFormattedError } from "graphql";

/** An error as GitHub's GraphQL API writes it: `type` stands beside `message`, not in `extensions`. */
export interface GithubGraphqlError {
  readonly type?: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: GraphQLFormattedError["locations"];
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** An error of a resolver with GitHub's type, such as `NOT_FOUND` or `FORBIDDEN`. */
export function typedError(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

/** Writes an error as GitHub does. */
export function formatError(error: GraphQLError): GithubGraphqlError {
  const { type, ...extensions } = error.extensions;
  return {
    ...(typeof type === "string" ? { type } : {}),
    ...(error.path === undefined ? {} : { path: error.path }),
    ...(Object.keys(extensions).length === 0 ? {} : { extensions }),
    ...(error.locations === undefined ? {} : { locations: error.locations }),
    message: error.message,
  };
}

const undefinedField = /^Cannot query field "(\w+)" on type "(\w+)"/;

/** Writes an error of validation; GitHub words an unknown field in its own way. */
export function formatInvalid(error: GraphQLError): GithubGraphqlError {
  const [, field, type] = undefinedField.exec(error.message) ?? [];
  if (field === undefined) return formatError(error);
  return {
    ...formatError(error),
    extensions: { code: "undefinedField", typeName: type, fieldName: field },
    message: `Field '${field}' doesn't exist on type '${type}'`,
  };
}
