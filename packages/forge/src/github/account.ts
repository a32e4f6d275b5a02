import { json, text } from "../http/fields.ts";
import { failed, ok, type Result } from "../problem.ts";
import type { GithubClient } from "./client.ts";
import { readGraphql } from "./client.ts";
import { loginOf } from "./mapping.ts";
import type { GithubMemory } from "./session.ts";

/** The account that the token is of, asked once; an App's has `[bot]` at its end. */
export async function readLogin(client: GithubClient, memory: GithubMemory): Promise<Result<string>> {
  if (memory.login !== undefined) return ok(memory.login);
  const result = await client.graphql("query { viewer { __typename login } }");
  if (result.kind === "none") return failed("unreachable", result.message);
  if (result.answer.status === 401) return failed("no_access", "the token is refused");
  if (result.answer.status !== 200) return failed("unreachable", `/graphql answered ${result.answer.status}`);
  const { data, errors } = readGraphql(result.answer.data);
  const [error] = errors;
  if (error !== undefined) return failed("no_access", error.message);
  const viewer = json(data["viewer"], "an account");
  const login = loginOf(viewer) ?? text(viewer, "login");
  memory.login = login;
  return ok(login);
}
