import { OperationTypeNode } from "graphql";
import type { QueryCost } from "../graphql-cost.ts";
import { typedError } from "../graphql-error.ts";
import { field, prepareQuery, runQuery } from "../graphql-execute.ts";
import { hourlyLimit, identityKey } from "../identity.ts";
import { isObject, type JsonObject, objectAt, textAt } from "../json.ts";
import { isoTime } from "../json-user.ts";
import { parseNodeId } from "../node-id.ts";
import { RestProblem } from "../problem.ts";
import { type KnownRequest, limitMessage } from "../rest-server.ts";
import type { Answer, World } from "../world.ts";
import { actorNode } from "./actor.ts";
import type { QueryContext } from "./context.ts";
import { mutationRoot } from "./mutations.ts";
import { pullNode } from "./pull-node.ts";
import { findRepository, repositoryNode } from "./repository-node.ts";

/** Answers `POST /graphql`. Errors of a query come with status 200, as GitHub's do. */
export function createGraphqlServer(
  world: World,
  violated: (what: string) => void,
): (known: KnownRequest) => Promise<Answer> {
  return async ({ request, identity }) => {
    const { graphql } = world.settings;
    if (graphql === "gone") throw new RestProblem(404, "Not Found");
    if (graphql === "broken") throw new RestProblem(502, "Bad Gateway");
    if (identity.kind === "anonymous") {
      throw new RestProblem(401, "This endpoint requires you to be authenticated.");
    }
    const body = parse(request.body);
    const query = textAt(body, "query");
    if (query === undefined) {
      return answer({ errors: [{ message: "A query attribute must be specified and must be a string." }] });
    }
    const variables = objectAt(body, "variables");
    const prepared = prepareQuery({ query, variables, operationName: textAt(body, "operationName") });
    if ("refused" in prepared) return answer(prepared.refused);
    const isMutation = prepared.operation.operation === OperationTypeNode.MUTATION;
    if (graphql === "no_reads" && !isMutation) throw new RestProblem(502, "Bad Gateway");
    const limit = hourlyLimit(identity, world.settings);
    if (!world.limits.spend(identityKey(identity), "graphql", limit, prepared.cost)) {
      return answer({ errors: [{ type: "RATE_LIMITED", message: limitMessage(identity) }] });
    }
    const context = { world, identity, staleBy: request.staleBy };
    const root = isMutation ? mutationRoot(context) : queryRoot(context, prepared);
    return answer(await runQuery(prepared, root, (what) => violated(`GraphQL ${what} is not resolved`)));
  };
}

const answer = (json: unknown): Answer => ({ status: 200, json });

function parse(body: Buffer): JsonObject {
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    return isObject(value) ? value : {};
  } catch {
    throw new RestProblem(400, "Problems parsing JSON");
  }
}

function queryRoot(context: QueryContext, cost: QueryCost): JsonObject {
  const { world, identity } = context;
  let fields = 0;
  const limited = (takes: readonly string[], resolve: (args: JsonObject) => unknown) =>
    field(takes, (args) => {
      fields += 1;
      if (fields > (world.settings.graphqlFieldLimit ?? fields)) {
        throw typedError("RESOURCE_LIMITS_EXCEEDED", "Resource limits for this query exceeded.");
      }
      return resolve(args);
    });
  return {
    viewer: () => viewer(context),
    rateLimit: field(["dryRun"], () => rateLimit(world, identity, cost)),
    // Former names are followed unless `followRenames` says no.
    repository: limited(["owner", "name", "followRenames"], ({ owner, name, followRenames }) => {
      const isFormer = world.hosting.find(`${String(owner)}/${String(name)}`).kind === "moved";
      const shown = followRenames === false && isFormer ? "" : String(name);
      return findRepository(context, String(owner), shown);
    }),
    node: limited(["id"], ({ id }) => nodeOf(context, String(id))),
  };
}

function viewer({ world, identity }: QueryContext): JsonObject {
  if (identity.kind !== "user" && identity.kind !== "installation") {
    throw typedError("FORBIDDEN", "Resource not accessible by integration");
  }
  const { user } = identity;
  // Of a bot's own token the name is whole.
  return { ...actorNode(world, user.login), __typename: "User", login: user.login };
}

function rateLimit(
  world: World,
  identity: QueryContext["identity"],
  { cost, nodeCount }: QueryCost,
): JsonObject {
  const limit = hourlyLimit(identity, world.settings);
  const { used, remaining, reset } = world.limits.peek(identityKey(identity), "graphql", limit);
  return { cost, nodeCount, limit, used, remaining, resetAt: isoTime(reset * 1000) };
}

async function nodeOf(context: QueryContext, id: string): Promise<JsonObject> {
  const { hosting } = context.world;
  const [number, pullNumber] = parseNodeId("pull", id) ?? parseNodeId("repository", id) ?? [];
  const repo = hosting.byId(Number(number));
  const missing = typedError("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);
  if (repo === undefined) throw missing;
  // What must not be seen is not there.
  await findRepository(context, repo.owner, repo.name);
  const self = () => repositoryNode(context, repo);
  if (pullNumber === undefined) return self();
  const pull = repo.pulls.get(Number(pullNumber), context.staleBy);
  if (pull === undefined) throw missing;
  return pullNode(context, repo, pull, self);
}
