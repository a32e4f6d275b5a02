import { join } from "node:path";
import type { Forge, RepoName } from "@coulomb-loop/forge";
import { memoryCache } from "@coulomb-loop/reconciler";
import type { Request, RequestsReport } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import { retryOf } from "../holder.ts";
import { exitCodes } from "../io.ts";
import { makeFolder } from "../make-folder.ts";
import { pilots, schedulePath } from "./files.ts";
import type { DemoFleet } from "./fleet.ts";
import { beginRepo } from "./git.ts";
import {
  accessOf,
  accountOf,
  type HostedPlace,
  hostedFiles,
  hostedWords,
  personToken,
  toolToken,
} from "./hosted-place.ts";
import type { Stage } from "./stage.ts";
import { ask, coulomb, failure, tell } from "./stage.ts";

/**
 * A fleet on a server, in repositories that are there and empty. Throws `secret_missing`, `forge_url`, and `demo_forge`
 * when the server does not answer as it should.
 */
export async function hostedFleet(stage: Stage, place: HostedPlace): Promise<DemoFleet> {
  const { io } = stage.invocation;
  const { owner, gitUrl, suffix } = place;
  const tool = await accountOf(io, place, toolToken);
  const person = await accountOf(io, place, personToken);
  const name = (repo: string) => (suffix === "" ? repo : `${repo}-${suffix}`);
  const address = (repo: string) => `${gitUrl}/${owner}/${name(repo)}.git`;
  const access = accessOf(place, person.token);
  const files = hostedFiles(place, name, person.login);
  const repos = { ...pilots, "demo-ops": files };
  return {
    env: { [toolToken]: tool.token },
    access,
    // The address of its API need not be where git finds its repositories.
    prepares: false,
    name,
    address,
    words: hostedWords(place, stage.ops, {
      tool: tool.login,
      person: person.login,
      isPaced: io.writeIntervalMs !== 0,
    }),
    async make() {
      for (const repo of Object.keys(repos)) await needEmpty(person.forge, { owner, repo: name(repo) });
      for (const [repo, content] of Object.entries(repos)) {
        const work = join(stage.root, "begin", repo);
        makeFolder(work);
        await beginRepo(work, content, address(repo), io.env, access);
      }
    },
    async show(then) {
      for (const { url, title } of await openRequests(then)) tell(stage, `  ${url ?? ""}  ${title}`);
      tell(stage, "");
    },
    async merge(then, repo) {
      const requests = await openRequests(then);
      const wanted = requests.filter(
        ({ repo_id }) => repo === undefined || repo_id.endsWith(`/${name(repo)}`),
      );
      for (const request of wanted) {
        await mergeAs(then, person.forge, owner, request);
        tell(stage, `${person.login} merged ${request.url ?? request.repo_id}`);
      }
      tell(stage, "");
    },
    ...(tool.login === person.login
      ? {}
      : {
          approve: (then: Stage, id: string) =>
            coulomb(
              { ...then, env: { ...then.env, [toolToken]: person.token } },
              ...([exitCodes.ok, "approve", id, "--message", "three clean cycles"] as const),
            ),
        }),
    schedule: (repo) => readSchedule(person.forge, { owner, repo: name(repo) }),
  };
}

/** Whatever is in a repository stays: only one without a commit is filled. */
async function needEmpty(forge: Forge, repo: RepoName): Promise<void> {
  for await (const { facts } of forge.observe([{ repo, files: [], branches: [] }], memoryCache())) {
    if (facts.kind === "known" && !facts.value.eligible.ok && facts.value.eligible.reason === "empty") return;
    const what = facts.kind === "unknown" ? facts.message : `${repo.owner}/${repo.repo} is not empty`;
    throw new CoulombError("demo_forge", what, {
      hint: "make empty repositories of these names, or name others with --suffix",
    });
  }
}

async function openRequests(stage: Stage): Promise<readonly Request[]> {
  const report: RequestsReport = JSON.parse(await ask(stage, "requests", "list", "--json"));
  return report.requests;
}

/** A server may still be computing whether a new pull request can be merged: then it is asked again. */
async function mergeAs(stage: Stage, forge: Forge, owner: string, request: Request): Promise<void> {
  const { io } = stage.invocation;
  const { repo_id, branch, number, head } = request;
  const repo = { owner, repo: repo_id.slice(repo_id.lastIndexOf("/") + 1) };
  const retry = retryOf(io);
  for (let tries = 1; ; tries += 1) {
    const result = await forge.mergeProposal({ repo, branch, number }, head, io.now());
    if (result.kind === "done") return;
    const at = result.kind === "retry_at" ? result.at : 0;
    if (!(await retry.wait(tries, at)))
      throw failure(stage, `${repo_id}#${number} was not merged: ${JSON.stringify(result)}`);
  }
}

async function readSchedule(forge: Forge, repo: RepoName): Promise<string> {
  for await (const { files } of forge.observe(
    [{ repo, files: [schedulePath], branches: [] }],
    memoryCache(),
  )) {
    const file = files.get(schedulePath);
    if (file?.kind === "known" && file.value.kind === "file") return Buffer.from(file.value.bytes).toString();
  }
  return "";
}
