import type { Problem } from "../problem.ts";
import { type ApiAnswer, type GithubClient, limitOf, problemOf } from "./client.ts";

/** A client that sends nothing by REST any more once an answer was that of a limit or of a refused token. */
export interface StoppableClient extends GithubClient {
  /** Why nothing is sent any more. */
  readonly stopped: () => Problem | undefined;
}

/** The client for reads, stopped by its first limit or refusal: what is asked after that is answered as that was. */
export function stoppable(client: GithubClient): StoppableClient {
  let stop: { readonly answer: ApiAnswer; readonly problem: Problem } | undefined;
  return {
    ...client,
    stopped: () => stop?.problem,
    async rest(method, path, body, accept) {
      if (stop !== undefined) return { kind: "answer", answer: stop.answer };
      const result = await client.rest(method, path, body, accept);
      if (result.kind === "none") return result;
      const { answer } = result;
      const now = client.now();
      if (answer.status === 401 || limitOf(answer, now) !== undefined)
        stop ??= { answer, problem: problemOf(answer, path, now) };
      return result;
    },
  };
}
