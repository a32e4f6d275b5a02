import type { JsonObject } from "../json.ts";
import { nodeId } from "../node-id.ts";
import type { World } from "../world.ts";

const types = { user: "User", organization: "Organization", bot: "Bot" } as const;

/**
 * Somebody as GraphQL shows them: `null` for the ghost, and bots without the `[bot]` that REST shows.
 */
export function actorNode(world: World, login: string | null): JsonObject | null {
  const user = login === null ? undefined : world.hosting.users.find(login);
  if (user === undefined || user.id === world.hosting.users.ghost.id) return null;
  const shown = user.kind === "bot" ? user.login.replace(/\[bot\]$/, "") : user.login;
  return {
    __typename: types[user.kind],
    id: nodeId("user", user.id),
    databaseId: user.id,
    login: shown,
    name: user.fullName === "" ? null : user.fullName,
    url: `${world.url}/html/${user.login}`,
  };
}
