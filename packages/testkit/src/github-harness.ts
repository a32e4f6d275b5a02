import { generateKeyPairSync } from "node:crypto";
import { createGithubForge, type Forge, type GithubForgeOptions } from "@coulomb-loop/forge";
import type { FaultFactory } from "./contract/fault-stage.ts";
import { hostedProposals } from "./contract/hosted-proposals.ts";
import type { ForgeHarness, HarnessFactory } from "./contract/harness.ts";
import type { FleetFile } from "./fleet.ts";
import { createGithubDouble, type GithubDouble, type GithubDoubleOptions } from "./github-double/index.ts";
import { hostedPerson } from "./hosted-person.ts";
import { createHosting, type Hosting } from "./hosting/index.ts";
import { manualClock } from "./manual-clock.ts";

/** A repository on a double of GitHub under test. */
export interface GithubHarness extends ForgeHarness {
  readonly hosting: Hosting;
  readonly double: GithubDouble;
  readonly secrets: () => readonly string[];
  readonly heard: readonly string[];
  /** Another forge of the same account, which knows nothing yet. */
  readonly newForge: (options?: Partial<GithubForgeOptions>) => Forge;
}

const token = "ghp_secretTokenOfTheBot1234567890abcdef";

/** Makes one repository `pilot/one` on a server of its own and a forge for the installation `pilot`. */
export async function githubHarness(
  files: Readonly<Record<string, FleetFile>>,
  server: GithubDoubleOptions = {},
  options: Partial<GithubForgeOptions> = {},
): Promise<GithubHarness> {
  const clock = manualClock();
  const hosting = createHosting({ clock: clock.now, detectsManualMerge: true });
  await hosting.add({ "pilot/one": { files, permissions: { bot: "write" } } });
  hosting.users.allow("bot", token, ["repo"]);
  const tokens = new Map(["ada", "ben"].map((by) => [by, `ghp_secretTokenOf${by}1234567890abcdef`]));
  for (const [by, given] of tokens) hosting.users.allow(by, given, ["repo"]);
  const double = await createGithubDouble(hosting, server);
  const secrets = [options.auth?.kind === "app" ? options.auth.privateKey : token, ...tokens.values()];
  const heard: string[] = [];
  const newForge = (more: Partial<GithubForgeOptions> = {}) =>
    createGithubForge({
      name: "test",
      url: double.url,
      auth: { kind: "token", token },
      owner: "pilot",
      onRequest: (...request) => heard.push(request.join(" ")),
      now: clock.now,
      sleep: async (ms) => clock.advance(ms),
      writeIntervalMs: 0,
      ...options,
      ...more,
    });
  return {
    forge: newForge(),
    newForge,
    secrets: () => [...secrets, ...double.tokens()],
    heard,
    hosting,
    double,
    repo: { owner: "pilot", repo: "one" },
    serverTime: clock.now,
    person: hostedPerson(hosting, hosting.repo("pilot/one")),
    reviewers: [...tokens].map(([by, given]) => ({
      by,
      forge: newForge({ auth: { kind: "token", token: given } }),
    })),
    async close() {
      await double.close();
      hosting.remove();
      if (double.violations.length > 0)
        throw new Error(`the API description was violated: ${JSON.stringify(double.violations[0])}`);
      if (double.crashes.length > 0) throw new Error(`the double crashed: ${String(double.crashes[0])}`);
    },
  };
}

/** A factory for `describeForge`. */
export function githubFactory(server: GithubDoubleOptions = {}): HarnessFactory {
  return (files) => githubHarness(files, server);
}

const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** Id of the newest installation of the App. */
let installation = 70;

/** The server and the options of a forge that writes as an App installed at an account. */
export function appSettings(
  account: string,
  isGiven = false,
): { readonly server: GithubDoubleOptions; readonly options: Partial<GithubForgeOptions> } {
  const permissions = {
    metadata: "read",
    contents: "write",
    pull_requests: "write",
    issues: "write",
    statuses: "write",
  } as const;
  const publicKey = keys.publicKey.export({ type: "spki", format: "pem" }).toString();
  const privateKey = keys.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  // What makes the tokens knows those under way by this id alone, in the whole process.
  installation += 1;
  const installations = [{ id: installation, account, permissions }];
  return {
    server: { apps: [{ id: 7, slug: "coulomb", owner: "maker", publicKey, installations }] },
    options: {
      auth: {
        kind: "app",
        appId: "7",
        privateKey,
        ...(isGiven ? { installationId: installation } : {}),
      },
    },
  };
}

/** A factory for `describeFaults`: the forge writes as an App, whose tokens are made on the way. */
export const githubAppFaults: FaultFactory = async (files, server = {}) => {
  const app = appSettings("pilot");
  const harness = await githubHarness(files, { ...app.server, ...server.github }, app.options);
  return { kind: "github", proposals: hostedProposals, ...harness };
};

/** A factory for `describeFaults`. */
export const githubFaults: FaultFactory = async (files, server = {}) => ({
  kind: "github",
  proposals: hostedProposals,
  ...(await githubHarness(files, { ...server.github })),
});
