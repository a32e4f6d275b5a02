import { AnswerError, json, text } from "../http/fields.ts";
import { failed, ok, type Result } from "../problem.ts";
import type { GithubClient } from "./client.ts";
import { errorProblem, problemOf, readGraphql } from "./client.ts";
import { loginOf } from "./mapping.ts";
import type { GithubMemory } from "./session.ts";

/** The account that the token is of, asked once; an App's has `[bot]` at its end. */
export async function readLogin(client: GithubClient, memory: GithubMemory): Promise<Result<string>> {
  if (memory.login !== undefined) return ok(memory.login);
  const result = await client.graphql("query { viewer { __typename login } }");
  if (result.kind === "none") return failed("unreachable", result.message);
  const { answer } = result;
  if (answer.status !== 200) return { ok: false, problem: problemOf(answer, "/graphql", client.now()) };
  try {
    const { data, errors } = readGraphql(answer.data);
    const [error] = errors;
    if (error !== undefined) return { ok: false, problem: errorProblem(error, answer.headers, client.now()) };
    const viewer = json(data["viewer"], "an account");
    const login = loginOf(viewer) ?? text(viewer, "login");
    memory.login = login;
    return ok(login);
  } catch (error) {
    if (error instanceof AnswerError) return failed("incomplete", `/graphql: ${error.message}`);
    throw error;
  }
}
