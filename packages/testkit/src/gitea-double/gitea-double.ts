import { readFileSync } from "node:fs";
import {
  type Hosting,
  parseGitRequest,
  type Stage,
  type StagedAnswer,
  type StagedRequest,
  startStage,
} from "../hosting/index.ts";
import { notFound, type Server } from "./call.ts";
import { type Conformance, createConformance, type Violation } from "./conformance.ts";
import { dispatch } from "./dispatch.ts";
import { answerGitClient } from "./git-endpoint.ts";
import { routesOf } from "./routes.ts";
import { type GiteaOptions, settingsOf } from "./settings.ts";
import { readSwagger } from "./swagger.ts";

/**
 * A server that behaves as Gitea or Forgejo does to an adapter: the API below `/api/v1` and git over HTTP, on real
 * repositories. It keeps nothing of its own: two doubles over one hosting show the same.
 */
export interface GiteaDouble extends Stage {
  /** What was asked or answered that the description of the API does not have, in order. Suites expect it empty. */
  readonly violations: readonly Violation[];
  /** Requests to endpoints that newer servers have and the description does not, as `GET /api/v1/…`. */
  readonly newer: readonly string[];
}

/** Starts a double on 127.0.0.1. The hosting stays the caller's. */
export async function createGiteaDouble(hosting: Hosting, options: GiteaOptions = {}): Promise<GiteaDouble> {
  const settings = settingsOf(options);
  const conformance =
    options.swagger === undefined ? ownConformance() : createConformance(readSwagger(options.swagger));
  const violations: Violation[] = [];
  const newer: string[] = [];
  let url = "";
  const server: Server = { hosting, settings, url: () => url };
  const routes = routesOf(settings);
  const handler = async (request: StagedRequest): Promise<StagedAnswer> => {
    const asked = parseGitRequest(request);
    if (asked !== null) return answerGitClient(server, request, asked);
    const route = routes.find(
      ({ method, pattern }) => method === request.method && pattern.test(request.path),
    );
    if (route?.isNewer === true) {
      newer.push(`${request.method} ${request.path}`);
      return dispatch(server, route, request);
    }
    const answer = route === undefined ? notFound(server) : await dispatch(server, route, request);
    violations.push(...check(conformance, request, answer, route !== undefined));
    return answer;
  };
  const { latencyMs } = options;
  const stage = await startStage({
    users: hosting.users,
    // A server tells the time of its own clock.
    handler: async (request) => {
      const answer = await handler(request);
      const date = new Date(hosting.clock()).toUTCString();
      return { ...answer, headers: { date, ...answer.headers } };
    },
    ...(latencyMs === undefined ? {} : { latencyMs }),
  });
  url = stage.url;
  return { ...stage, violations, newer };
}

function check(
  conformance: Conformance,
  request: StagedRequest,
  answer: StagedAnswer,
  isServed: boolean,
): readonly Violation[] {
  const { method, path } = request;
  const operation = conformance.find(method, path);
  if (operation === undefined || !isServed) {
    const message =
      operation === undefined ? "the API has no such endpoint" : "this double does not serve it";
    return [{ where: "request", method, path, message }];
  }
  return [
    ...conformance.checkRequest(operation, request),
    ...conformance.checkAnswer(operation, request, answer),
  ];
}

let own: Conformance | undefined;

/** Compiled once for all doubles of a process. */
function ownConformance(): Conformance {
  const file = new URL("../../api/gitea-swagger.json", import.meta.url);
  own ??= createConformance(readSwagger(JSON.parse(readFileSync(file, "utf8"))));
  return own;
}
