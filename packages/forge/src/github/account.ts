import { AnswerError, json, text } from "../http/fields.ts";
import { failed, ok, type Result } from "../problem.ts";
import { askGraphql, isServers, noteSilent, noteTold } from "./ask.ts";
import type { GithubClient } from "./client.ts";
import { errorProblem } from "./graphql.ts";
import { loginOf } from "./mapping.ts";
import { readRest } from "./rest.ts";
import type { GithubMemory } from "./session.ts";

/** The account that the token is of, asked once; an App's has `[bot]` at its end. */
export async function readLogin(client: GithubClient, memory: GithubMemory): Promise<Result<string>> {
  if (memory.login !== undefined) return ok(memory.login);
  const login = await askLogin(client, memory);
  if (login.ok) memory.login = login.value;
  return login;
}

async function askLogin(client: GithubClient, memory: GithubMemory): Promise<Result<string>> {
  const asked = await askGraphql(memory, client, "query { viewer { __typename login } }");
  if (asked.kind === "stop" || asked.kind === "failed") return { ok: false, problem: asked.problem };
  if (asked.kind === "silent") {
    noteSilent(memory, asked.problem);
    return loginByRest(client);
  }
  const [first] = asked.errors;
  if (first !== undefined) {
    const problem = errorProblem(first, asked.headers, client.now());
    return isServers(first) && problem.reason === "incomplete" ? loginByRest(client) : { ok: false, problem };
  }
  noteTold(memory);
  try {
    const viewer = json(asked.data["viewer"], "an account");
    return ok(loginOf(viewer) ?? text(viewer, "login"));
  } catch (error) {
    if (error instanceof AnswerError) return failed("incomplete", `/graphql: ${error.message}`);
    throw error;
  }
}

/** REST tells a user by their token, and an App by its key. */
function loginByRest(client: GithubClient): Promise<Result<string>> {
  return client.isApp
    ? readRest(client, "/app", (data) => `${text(json(data, "an App"), "slug")}[bot]`)
    : readRest(client, "/user", (data) => text(json(data, "an account"), "login"));
}
