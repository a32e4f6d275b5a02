import { json } from "../http/fields.ts";
import { ok, type Result } from "../problem.ts";
import { type GiteaClient, readData } from "./client.ts";
import { loginOf } from "./mapping.ts";
import type { GiteaMemory } from "./session.ts";

/** The account that the token is of; asked once. */
export async function readLogin(client: GiteaClient, memory: GiteaMemory): Promise<Result<string>> {
  if (memory.login !== undefined) return ok(memory.login);
  const login = await readData(client, "/user", (data) => loginOf(json(data, "a user")));
  if (login.ok) memory.login = login.value;
  return login;
}
