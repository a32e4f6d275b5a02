import { join } from "node:path";
import type { FleetFile, Person } from "@coulomb-loop/testkit";
import { manualClock, personAt } from "@coulomb-loop/testkit";
import { createGiteaDouble } from "@coulomb-loop/testkit/gitea-double";
import { createGithubDouble, type GithubSettings } from "@coulomb-loop/testkit/github-double";
import type { Hosting, Stage as Server } from "@coulomb-loop/testkit/hosting";
import { createHosting } from "@coulomb-loop/testkit/hosting";
import { opsFiles } from "./demo/files.ts";
import type { Json, Ran, RunSettings } from "./fleet.fixture.ts";
import { coulomb, document, newFolder, writeFiles } from "./fleet.fixture.ts";

/** Kinds of server that have a double. */
export type HostedKind = "gitea" | "github";

/** Token of the account `bot`; a test that greps for it proves that it never leaves. */
const canary = "ghp_canaryTokenThatNobodyMaySee0123456789";

/** An ops repo on disk, and its pilots on a server. */
export interface HostedStage {
  readonly ops: string;
  readonly hosting: Hosting;
  /** Where the commands keep what they read. */
  readonly cache: string;
  readonly server: Pick<Server, "url" | "requests" | "fail" | "before" | "calm"> & {
    readonly violations: readonly unknown[];
  };
  coulomb(args: readonly string[], settings?: Partial<RunSettings>): Promise<Ran>;
  json(args: readonly string[], settings?: Partial<RunSettings>): Promise<Json>;
  person(repo: string): Person;
  /** Lets the server grant so many requests an hour; only GitHub counts them. */
  grant(requests: number): void;
  /** How GraphQL answers from now on; only GitHub has it. */
  graphql(how: GithubSettings["graphql"]): void;
  /** Requests of the server since the last call, as `GET /path`. */
  asked(): readonly string[];
  close(): Promise<void>;
}

/**
 * Starts a server with these pilots and an ops repo for them; the account `bot` may write to all. `limits` are lines for
 * the end of coulomb.yaml.
 */
export async function createHostedStage(
  kind: HostedKind,
  pilots: Readonly<Record<string, Readonly<Record<string, FleetFile>>>>,
  limits = "",
): Promise<HostedStage> {
  const clock = manualClock(Date.UTC(2026, 6, 1, 10));
  const hosting = createHosting({ clock: clock.now, detectsManualMerge: true });
  const permissions = { bot: "write" } as const;
  const repos = Object.entries(pilots).map(
    ([name, files]) => [`coulomb/${name}`, { files, permissions }] as const,
  );
  await hosting.add({
    ...Object.fromEntries(repos),
    "coulomb/demo-ops": { files: { "README.md": "# ops\n" }, permissions },
  });
  hosting.users.allow("bot", canary, [kind === "github" ? "repo" : "all"]);
  const server = kind === "gitea" ? await createGiteaDouble(hosting) : await createGithubDouble(hosting);
  const ops = join(newFolder(), "ops");
  const roster = (opsFiles["loops/kaizen-stack/roster.yaml"] ?? "").replace(
    /(active:\n)(?: {2}- .*\n)*/,
    (_all, head: string) =>
      head +
      Object.keys(pilots)
        .map((name) => `  - { repo: ${name}, wave: 1 }\n`)
        .join(""),
  );
  const config = (opsFiles["coulomb.yaml"] ?? "")
    .replace(/kind: git .*/, `kind: ${kind}`)
    .replace(/url: .*/, `url: ${server.url}\n    token: { env: FORGE_TOKEN }`);
  writeFiles(ops, {
    ...opsFiles,
    "coulomb.yaml": `${config}${limits}`,
    "loops/kaizen-stack/roster.yaml": roster,
  });
  const cache = newFolder();
  const go = (args: readonly string[], settings: Partial<RunSettings> = {}) =>
    coulomb(args, {
      cwd: ops,
      ...settings,
      env: { FORGE_TOKEN: canary, COULOMB_CACHE_DIR: cache, ...settings.env },
    });
  let seen = 0;
  return {
    ops,
    cache,
    hosting,
    server,
    coulomb: go,
    json: async (args, settings) => document((await go([...args, "--json"], settings)).stdout),
    person: (repo) => personAt(hosting.repo(`coulomb/${repo}`).path),
    grant(requests) {
      if ("settings" in server) server.settings.hourlyLimit = requests;
    },
    graphql(how) {
      if ("settings" in server) server.settings.graphql = how;
    },
    asked() {
      const { entries } = server.requests;
      const fresh = entries.slice(seen);
      seen = entries.length;
      return fresh.map(({ method, path }) => `${method} ${path}`);
    },
    async close() {
      await server.close();
      hosting.remove();
    },
  };
}
