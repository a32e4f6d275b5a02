import { clockOffset } from "../http/clock-offset.ts";
import type { Json } from "../http/fields.ts";
import { AnswerError, json, maybeJson, number } from "../http/fields.ts";
import type { Identity, IdentityRemark, Observed, RequestBudget } from "../port.ts";
import { known, nullOid, type Result, unknown } from "../problem.ts";
import { readLogin } from "./account.ts";
import type { ApiAnswer, GithubAuth, GithubClient } from "./client.ts";
import { problemOf } from "./client.ts";
import type { GithubMemory, GithubSession } from "./session.ts";

/** What a check is about. */
interface Checked {
  readonly auth: GithubAuth;
  /** Owner at which an App is looked up. */
  readonly owner: string;
}

/** Reads who we are and what GitHub still grants; see `Forge.check`. Asking for the limits is not counted by them. */
export async function check(session: GithubSession, { auth, owner }: Checked): Promise<Observed<Identity>> {
  const client = await session.clientOf(owner);
  if (!client.ok) return unknown(client.problem);
  const { memory } = session;
  const login = await readLoginAnew(client.value, memory);
  if (!login.ok) return unknown(login.problem);
  const limits = await client.value.rest("GET", "/rate_limit");
  if (limits.kind === "none") return unknown({ reason: "unreachable", message: limits.message });
  const { answer } = limits;
  const version = answer.headers.get("x-github-enterprise-version");
  // A server of one's own may have its limits switched off.
  const isOff = answer.status === 404 && version !== null;
  if (answer.status !== 200 && !isOff) return unknown(problemOf(answer, "/rate_limit", session.now()));
  if (maybeJson(answer.data) === undefined)
    return unknown({ reason: "incomplete", message: "/rate_limit answered something else than limits" });
  return known(
    {
      login: login.value,
      server: version === null ? "GitHub" : `GitHub Enterprise Server ${version}`,
      ...budgetOf(answer, memory.away !== undefined),
      ...clockOffset(answer.headers, session.now()),
      remarks: [...remarksOf(auth, login.value, answer.headers), ...remarksOn(memory)],
    },
    nullOid,
  );
}

/** Who asks wants to know whether GraphQL is still away: where it was, it is asked once more. */
async function readLoginAnew(client: GithubClient, memory: GithubMemory): Promise<Result<string>> {
  const { away } = memory;
  if (away !== undefined) {
    delete memory.login;
    memory.away = undefined;
    memory.silent = 0;
  }
  const login = await readLogin(client, memory);
  if (memory.silent > 0) memory.away ??= away;
  return login;
}

/** The tighter of the two limits that a run meets: REST for writes, points of GraphQL for reads, as long as it answers. */
function budgetOf({ status, data }: ApiAnswer, isByRest: boolean): { readonly budget?: RequestBudget } {
  if (status !== 200) return {};
  try {
    const resources = json(json(data, "limits")["resources"], "limits");
    const [core, graphql] = [limitIn(resources, "core"), limitIn(resources, "graphql")];
    return {
      budget:
        !isByRest && graphql !== undefined && core !== undefined && graphql.left < core.left
          ? graphql
          : (core ?? graphql ?? none),
    };
  } catch (error) {
    if (error instanceof AnswerError) return {};
    throw error;
  }
}

const none: RequestBudget = { left: 0, resetsAt: 0 };

function limitIn(resources: Json, name: string): RequestBudget | undefined {
  const limit = maybeJson(resources[name]);
  return limit === undefined
    ? undefined
    : { left: number(limit, "remaining"), resetsAt: number(limit, "reset") * 1000 };
}

/** What the token lacks, as far as GitHub tells: only classic tokens name their scopes. */
function remarksOf(auth: GithubAuth, login: string, headers: Headers): IdentityRemark[] {
  const scopes = headers.get("x-oauth-scopes");
  const named = new Set((scopes ?? "").split(",").map((scope) => scope.trim()));
  const remarks: IdentityRemark[] = [];
  if (
    auth.kind === "token" &&
    scopes !== null &&
    scopes !== "" &&
    !named.has("repo") &&
    !named.has("public_repo")
  )
    remarks.push({
      message: `the token has the scopes ${scopes}, and needs repo (or public_repo) to propose anything`,
      hint: "make a token with the scope repo, or a fine-grained one with contents and pull requests: read and write",
    });
  if (login === "github-actions[bot]")
    remarks.push({
      message:
        "this is a workflow's GITHUB_TOKEN: it reaches one repository, has 1,000 requests an hour, and its proposals start no workflows in the pilots",
      hint: "use a GitHub App, or a token of an account of its own",
    });
  return remarks;
}

/** What a person should know of a server whose GraphQL is away. */
function remarksOn({ away }: GithubMemory): readonly IdentityRemark[] {
  if (away === undefined) return [];
  return [
    {
      message: `GraphQL is away (${away.message}): repositories are read by REST, with three requests or more each, and branches that exist are neither moved nor deleted`,
      hint: "have GraphQL switched on, or wait until it answers again",
    },
  ];
}
