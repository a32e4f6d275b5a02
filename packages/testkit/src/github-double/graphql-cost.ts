import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLField,
  GraphQLIncludeDirective,
  GraphQLInterfaceType,
  GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  typeFromAST,
} from "graphql";
import { typedError } from "./graphql-error.ts";

/** What a query counts for, before it runs. */
export interface QueryCost {
  /** Points of the primary limit, at least 1. */
  readonly cost: number;
  /** Nodes the query could answer with at most. */
  readonly nodeCount: number;
  /** Limits of paging that the query breaks. It must not run then. */
  readonly errors: readonly GraphQLError[];
}

const nodeLimit = 500_000;
const pageLimit = 100;

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly errors: GraphQLError[];
  requests: number;
  nodes: number;
}

/**
 * Computes points by GitHub's documented rule: add up the requests that fill each connection when every one reaches
 * its `first` or `last`, divide by 100, round, at least 1. ("Rate limits and query limits for the GraphQL API".)
 * The document must be valid. Every alias counts for itself.
 */
export function queryCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): QueryCost {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const walk: Walk = { schema, fragments, variables, errors: [], requests: 0, nodes: 0 };
  const root = schema.getRootType(operation.operation);
  if (root) walkSelections(walk, root, operation.selectionSet, 1);
  if (walk.nodes > nodeLimit) walk.errors.push(tooManyNodes(walk.nodes));
  return { cost: Math.max(1, Math.round(walk.requests / 100)), nodeCount: walk.nodes, errors: walk.errors };
}

function tooManyNodes(nodes: number): GraphQLError {
  return typedError(
    "MAX_NODE_LIMIT_EXCEEDED",
    `This query requests up to ${nodes} possible nodes which exceeds the maximum limit of ${nodeLimit}.`,
  );
}

function walkSelections(walk: Walk, parent: unknown, set: SelectionSetNode, times: number): void {
  for (const selection of set.selections) {
    if (isLeftOut(walk, selection)) continue;
    if (selection.kind === Kind.FIELD) walkField(walk, parent, selection, times);
    else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const type = selection.typeCondition && typeFromAST(walk.schema, selection.typeCondition);
      walkSelections(walk, type ?? parent, selection.selectionSet, times);
    } else {
      const fragment = walk.fragments.get(selection.name.value);
      if (fragment === undefined) continue;
      walkSelections(walk, typeFromAST(walk.schema, fragment.typeCondition), fragment.selectionSet, times);
    }
  }
}

function isLeftOut(walk: Walk, selection: Parameters<typeof getDirectiveValues>[1]): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, walk.variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, walk.variables);
  return skip?.["if"] === true || include?.["if"] === false;
}

function walkField(walk: Walk, parent: unknown, node: FieldNode, times: number): void {
  if (!(parent instanceof GraphQLObjectType || parent instanceof GraphQLInterfaceType)) return;
  const field = parent.getFields()[node.name.value];
  if (field === undefined || node.selectionSet === undefined) return;
  const type = getNamedType(field.type);
  const isConnection = type.name.endsWith("Connection") && type instanceof GraphQLObjectType;
  const inner = isConnection ? times * countConnection(walk, field, node, times) : times;
  walkSelections(walk, type, node.selectionSet, inner);
}

/** Counts one connection and answers with the length of its page. */
function countConnection(
  walk: Walk,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  times: number,
): number {
  const page = pageOf(walk, field, node);
  walk.requests += times;
  walk.nodes += times * page;
  return page;
}

function pageOf(walk: Walk, field: GraphQLField<unknown, unknown>, node: FieldNode): number {
  const args = getArgumentValues(field, node, walk.variables);
  const name = typeof args["first"] === "number" ? "first" : "last";
  const length = args[name];
  if (typeof length !== "number") {
    if (!asksForNodes(node)) return 0;
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${field.name}\` connection.`;
    walk.errors.push(typedError("MISSING_PAGINATION_BOUNDARIES", message));
    return 0;
  }
  if (length > pageLimit || length < 0) {
    const message = `Requesting ${length} records on the \`${field.name}\` connection exceeds the \`${name}\` limit of ${pageLimit} records.`;
    walk.errors.push(typedError("EXCESSIVE_PAGINATION", message));
  }
  return length;
}

/** `totalCount` alone needs no page. */
function asksForNodes(node: FieldNode): boolean {
  return (node.selectionSet?.selections ?? []).some(
    (one) => one.kind !== Kind.FIELD || one.name.value === "nodes" || one.name.value === "edges",
  );
}
