import { hourlyLimit, identityKey } from "../identity.ts";
import type { JsonObject } from "../json.ts";
import { fullRepo } from "../json-repo.ts";
import { rootUrls } from "../json-urls.ts";
import { publicUser, simpleUser } from "../json-user.ts";
import type { Resource } from "../limits.ts";
import { factsOf, isGranted, openRepo, toAccount } from "../open-repo.ts";
import { forbidden, notFound, RestProblem } from "../problem.ts";
import { type Answer, type Call, ok } from "../world.ts";

/** `GET /`. */
export const getRoot = (call: Call): Answer => ok(rootUrls(call.world.url));

/** `GET /meta`: only what a client may need to find out that it talks to GitHub. */
export const getMeta = (): Answer => ok({ verifiable_password_authentication: false });

/** `GET /user`: of a person's token only. */
export function getUser(call: Call): Answer {
  const { identity, world } = call;
  if (identity.kind === "user") return ok(publicUser(toAccount(identity.user), world.url, 0));
  if (identity.kind === "installation") throw forbidden("Resource not accessible by integration");
  throw new RestProblem(401, "Requires authentication");
}

/** `GET /users/{username}`. */
export function getUserByName(call: Call): Answer {
  const user = call.world.hosting.users.find(call.path["username"] ?? "");
  if (user === undefined) throw notFound();
  return ok(publicUser(toAccount(user), call.world.url, 0));
}

/** `GET /rate_limit`: asking costs nothing. */
export function getRateLimit(call: Call): Answer {
  const core = limitJson(call, "core");
  const search = { limit: 30, used: 0, remaining: 30, reset: Math.ceil(call.world.now() / 1000) + 60 };
  return ok({ resources: { core, graphql: limitJson(call, "graphql"), search }, rate: core });
}

function limitJson({ world, identity }: Call, resource: Resource): JsonObject {
  const limit = hourlyLimit(identity, world.settings);
  const { used, remaining, reset } = world.limits.peek(identityKey(identity), resource, limit);
  return { limit, used, remaining, reset };
}

/** `GET /repos/{owner}/{repo}`. */
export async function getRepo(call: Call): Promise<Answer> {
  const repo = await openRepo(call, { permission: "metadata", level: "read" });
  return ok(fullRepo(await factsOf(call.world, call.identity, repo), call.world.url));
}

/** `GET collaborators/{username}/permission`: for those who may push. */
export async function getPermission(call: Call): Promise<Answer> {
  const { world, identity } = call;
  const repo = await openRepo(call, { permission: "metadata", level: "read" });
  if (
    identity.kind !== "installation" &&
    !isGranted(world, identity, repo, { permission: "contents", level: "write" })
  ) {
    throw forbidden("Must have push access to view collaborator permission.");
  }
  const user = world.hosting.users.find(call.path["username"] ?? "");
  if (user === undefined) throw new RestProblem(404, `${call.path["username"]} is not a user`);
  const permission = repo.permission(user);
  return ok({
    permission,
    role_name: permission,
    user: { ...simpleUser(toAccount(user), world.url), role_name: permission },
  });
}
