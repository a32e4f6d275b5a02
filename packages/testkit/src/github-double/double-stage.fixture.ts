import { createAppAuth } from "@octokit/auth-app";
import { Octokit } from "@octokit/core";
import { createHosting, type HostedRepo, type HostedRepoSpec, type Hosting } from "../hosting/index.ts";
import { type ManualClock, manualClock } from "../manual-clock.ts";
import { type Person, personAt } from "../person.ts";
import { createGithubDouble, type GithubDouble } from "./github-double.ts";
import { isObject, type JsonObject } from "./json.ts";
import type { GithubDoubleOptions } from "./settings.ts";

/** An answer as it came, whatever its status. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON, else text. */
  readonly body: unknown;
  /** The body where it is an object, else an empty one. */
  readonly json: JsonObject;
}

/** A double with one repository `acme/app`, whose owner's token is `pat-token`. */
export interface DoubleStage {
  readonly clock: ManualClock;
  readonly hosting: Hosting;
  readonly double: GithubDouble;
  readonly repo: HostedRepo;
  readonly person: Person;
  readonly octokit: Octokit;
  /** Asks with a token (`null`: none); redirects are not followed. */
  readonly ask: (method: string, path: string, body?: unknown, options?: AskOptions) => Promise<PlainAnswer>;
  readonly graphql: (query: string, variables?: JsonObject, token?: string) => Promise<JsonObject>;
  /** Head of a branch. */
  readonly head: (branch: string) => Promise<string>;
  /** A branch with one commit, and a pull for it; answers with the number. */
  readonly propose: (branch?: string) => Promise<number>;
}

export interface AskOptions {
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface StageSettings extends GithubDoubleOptions {
  readonly repos?: Readonly<Record<string, HostedRepoSpec>>;
  /** Violations that the test wants; default: none may be there in the end. */
  readonly violates?: boolean;
}

const startFiles = { "README.md": "# App\n", "src/a.txt": "one\ntwo\n" };

/** Runs a test against a double of its own; afterwards nothing may have left GitHub's description or crashed. */
export function onDouble(
  test: (stage: DoubleStage) => Promise<void>,
  settings: StageSettings = {},
): () => Promise<void> {
  return async () => {
    const clock = manualClock();
    const hosting = createHosting({ clock: clock.now, detectsManualMerge: true });
    await hosting.add({ "acme/app": { files: startFiles }, ...settings.repos });
    hosting.users.allow("acme", "pat-token");
    const double = await createGithubDouble(hosting, settings);
    try {
      await test(stageOn(clock, hosting, double));
      if (double.crashes.length > 0) throw new Error("a handler threw", { cause: double.crashes[0] });
      if (settings.violates !== true && double.violations.length > 0) {
        throw new Error(`violations:\n${double.violations.join("\n")}`);
      }
    } finally {
      await double.close();
      hosting.remove();
    }
  };
}

function stageOn(clock: ManualClock, hosting: Hosting, double: GithubDouble): DoubleStage {
  const repo = hosting.repo("acme/app");
  const ask: DoubleStage["ask"] = (method, path, body, options) =>
    askAt(double.url, method, path, body, options);
  return {
    clock,
    hosting,
    double,
    repo,
    ask,
    person: personAt(repo.path),
    octokit: octokitAt(double.url),
    async graphql(query, variables = {}, token = "pat-token") {
      return (await ask("POST", "/graphql", { query, variables }, { token })).json;
    },
    async head(branch) {
      const oid = await repo.refs.read(`refs/heads/${branch}`);
      if (oid === null) throw new Error(`no branch ${branch}`);
      return oid;
    },
    async propose(branch = "work") {
      await personAt(repo.path).commit(branch, { [`${branch}.txt`]: "new\n" });
      const answer = await ask("POST", "/repos/acme/app/pulls", {
        title: branch,
        head: branch,
        base: "main",
      });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.json));
      return Number(answer.json["number"]);
    },
  };
}

const quiet = () => undefined;

/** A log of octokit's that keeps the console empty. */
const noLog = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/** An octokit with a token; an empty one is none. */
export function octokitAt(baseUrl: string, auth = "pat-token"): Octokit {
  return new Octokit({ baseUrl, auth, log: noLog });
}

/** An octokit of an installation. Its clock is the machine's, and it learns the double's from `Date`. */
export function appOctokitAt(
  baseUrl: string,
  app: { readonly appId: number; readonly privateKey: string; readonly installationId: number },
): Octokit {
  const { request } = new Octokit({ baseUrl, log: noLog });
  return new Octokit({
    baseUrl,
    log: noLog,
    authStrategy: createAppAuth,
    auth: { ...app, request, log: noLog },
  });
}

async function askAt(
  url: string,
  method: string,
  path: string,
  body: unknown,
  { token = "pat-token", headers = {} }: AskOptions = {},
): Promise<PlainAnswer> {
  const response = await fetch(`${url}${path}`, {
    method,
    redirect: "manual",
    headers: {
      "user-agent": "test",
      accept: "application/vnd.github+json",
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
  const parsed: unknown = isJson ? JSON.parse(text) : text;
  return {
    status: response.status,
    headers: response.headers,
    body: parsed,
    json: isObject(parsed) ? parsed : {},
  };
}
