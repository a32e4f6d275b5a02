import { expect, it } from "vitest";
import { errorProblem } from "./graphql.ts";

it.each([
  [["repository"], "not_found"],
  [["repository", "pullRequest"], "not_found"],
  [[], "not_found"],
  [["repository", "pullRequest", "comments"], "incomplete"],
  [["repository", "commit"], "incomplete"],
  [["r0", "b0", "target"], "incomplete"],
] as const)("NOT_FOUND at %j is %s", (path, reason) => {
  const error = { type: "NOT_FOUND", message: "Could not resolve.", path };
  expect(errorProblem(error, new Headers(), 0).reason).toBe(reason);
});
