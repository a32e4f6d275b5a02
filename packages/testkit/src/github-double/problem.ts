import type { JsonObject } from "./json.ts";

/** One entry of `errors` in an answer 422. */
export type ValidationEntry = {
  readonly resource: string;
  readonly code: string;
  readonly field?: string;
  readonly message?: string;
};

/** An answer that is not a success, thrown by a handler. */
export class RestProblem extends Error {
  override readonly name = "RestProblem";
  readonly status: number;
  readonly extra: JsonObject;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    extra: JsonObject = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.extra = extra;
    this.headers = headers;
  }
}

/** 404: does not exist, or must not be seen. GitHub does not tell which. */
export const notFound = (): RestProblem => new RestProblem(404, "Not Found");

/** 403 with GitHub's reason. */
export const forbidden = (message: string): RestProblem => new RestProblem(403, message);

/** 401 for a token that is wrong, revoked or expired. */
export const badCredentials = (message = "Bad credentials"): RestProblem => new RestProblem(401, message);

/** 422 with one sentence. */
export const unprocessable = (message: string): RestProblem => new RestProblem(422, message);

/** 422 "Validation Failed" with the fields that are wrong. */
export const validationFailed = (errors: readonly ValidationEntry[]): RestProblem =>
  new RestProblem(422, "Validation Failed", { errors });

/** The body GitHub writes for a problem. */
export function problemBody(problem: RestProblem): JsonObject {
  return {
    message: problem.message,
    ...problem.extra,
    documentation_url: "https://docs.github.com/rest",
    status: String(problem.status),
  };
}
