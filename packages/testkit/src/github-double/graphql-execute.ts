import {
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLTypeResolver,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  validate,
} from "graphql";
import { type QueryCost, queryCost } from "./graphql-cost.ts";
import { formatError, formatInvalid, type GithubGraphqlError } from "./graphql-error.ts";
import { officialSchema } from "./graphql-schema.ts";
import { isObject, type JsonObject } from "./json.ts";

/** A request to `POST /graphql`. */
export interface GraphqlRequest {
  readonly query: string;
  readonly variables: JsonObject;
  readonly operationName: string | undefined;
}

/** A document that passed validation, ready to run. */
export interface PreparedQuery extends QueryCost {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: { readonly [name: string]: unknown };
}

/** What a client gets, with HTTP status 200. */
export interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GithubGraphqlError[];
}

/** Told of each field or argument that the schema has and the double does not resolve, as `Type.field`. */
export type OnUnresolved = (what: string) => void;

interface Checked {
  readonly document: DocumentNode;
  readonly errors: readonly GithubGraphqlError[];
}

/** Documents seen, by text. Clients send the same few; a bound keeps a generator of texts from filling the memory. */
const checked = new Map<string, Checked>();
const checkedLimit = 200;

function check(text: string): Checked {
  const known = checked.get(text);
  if (known !== undefined) return known;
  const document = parse(text);
  const result = { document, errors: validate(officialSchema(), document).map(formatInvalid) };
  if (checked.size >= checkedLimit) checked.clear();
  checked.set(text, result);
  return result;
}

/** Parses and validates a request and counts its points. Errors are what the client gets instead of data. */
export function prepareQuery(request: GraphqlRequest): PreparedQuery | { readonly refused: GraphqlAnswer } {
  try {
    const { document, errors } = check(request.query);
    if (errors.length > 0) return { refused: { errors } };
    const operation = getOperationAST(document, request.operationName);
    if (!operation) return { refused: { errors: [{ message: "An operation name is required" }] } };
    const values = getVariableValues(
      officialSchema(),
      operation.variableDefinitions ?? [],
      request.variables,
    );
    if (values.errors !== undefined) return { refused: { errors: values.errors.map(formatError) } };
    const cost = queryCost(officialSchema(), document, operation, values.coerced);
    if (cost.errors.length > 0) return { refused: { errors: cost.errors.map(formatError) } };
    return { ...cost, document, operation, variables: request.variables };
  } catch (error) {
    if (error instanceof GraphQLError) return { refused: { errors: [formatError(error)] } };
    throw error;
  }
}

/**
 * Runs a prepared query. `root` holds a member for each root field that is resolved; a member is a value or a function
 * of the field's arguments, and the same holds for every object below. A field without a member is an error that
 * names it, never null.
 */
export async function runQuery(
  query: PreparedQuery,
  root: JsonObject,
  onUnresolved: OnUnresolved,
): Promise<GraphqlAnswer> {
  const result = await execute({
    schema: officialSchema(),
    document: query.document,
    rootValue: root,
    contextValue: onUnresolved,
    variableValues: query.variables,
    operationName: query.operation.name?.value,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  const errors = result.errors?.map(formatError);
  return { data: result.data, ...(errors === undefined ? {} : { errors }) };
}

const resolveField: GraphQLFieldResolver<unknown, OnUnresolved> = (source, args, onUnresolved, info) => {
  const what = `${info.parentType.name}.${info.fieldName}`;
  if (!isObject(source) || !(info.fieldName in source)) return unresolved(what, onUnresolved);
  const member = source[info.fieldName];
  if (member instanceof ResolvedField) {
    const ignored = Object.keys(args).find((name) => !member.takes.has(name) && args[name] !== null);
    if (ignored !== undefined) return unresolved(`${what}(${ignored}:)`, onUnresolved);
    return member.resolve(args);
  }
  if (Object.keys(args).length > 0) return unresolved(`${what}(${Object.keys(args).join()}:)`, onUnresolved);
  return typeof member === "function" ? Reflect.apply(member, source, []) : member;
};

function unresolved(what: string, onUnresolved: OnUnresolved): never {
  onUnresolved(what);
  throw new GraphQLError(`the GitHub double does not resolve ${what}`);
}

const resolveType: GraphQLTypeResolver<unknown, OnUnresolved> = (value) =>
  isObject(value) && typeof value["__typename"] === "string" ? value["__typename"] : undefined;

/** A member that takes arguments. */
class ResolvedField {
  readonly takes: ReadonlySet<string>;
  readonly resolve: (args: JsonObject) => unknown;

  constructor(takes: ReadonlySet<string>, resolve: (args: JsonObject) => unknown) {
    this.takes = takes;
    this.resolve = resolve;
  }
}

/** A member for a field with arguments. An argument that is not listed is an error when a query uses it. */
export function field(takes: readonly string[], resolve: (args: JsonObject) => unknown): unknown {
  return new ResolvedField(new Set(takes), resolve);
}
