import { createGithubForge, type Forge, type GithubForgeOptions } from "@coulomb-loop/forge";
import type { FaultFactory } from "./contract/fault-stage.ts";
import { hostedProposals } from "./contract/hosted-proposals.ts";
import type { ForgeHarness, HarnessFactory } from "./contract/harness.ts";
import type { FleetFile } from "./fleet.ts";
import { createGithubDouble, type GithubDouble, type GithubDoubleOptions } from "./github-double/index.ts";
import { createHosting, type Hosting } from "./hosting/index.ts";
import { manualClock } from "./manual-clock.ts";
import { personAt } from "./person.ts";

/** A repository on a double of GitHub under test. */
export interface GithubHarness extends ForgeHarness {
  readonly hosting: Hosting;
  readonly double: GithubDouble;
  /** What must never be seen in anything that a forge tells. */
  readonly secret: string;
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
  const double = await createGithubDouble(hosting, server);
  const newForge = (more: Partial<GithubForgeOptions> = {}) =>
    createGithubForge({
      name: "test",
      url: double.url,
      auth: { kind: "token", token },
      owner: "pilot",
      now: clock.now,
      sleep: async (ms) => clock.advance(ms),
      writeIntervalMs: 0,
      ...options,
      ...more,
    });
  return {
    forge: newForge(),
    newForge,
    secret: token,
    hosting,
    double,
    repo: { owner: "pilot", repo: "one" },
    serverTime: clock.now,
    person: personAt(hosting.repo("pilot/one").path),
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

/** A factory for `describeFaults`. */
export const githubFaults: FaultFactory = async (files, server = {}) => ({
  kind: "github",
  proposals: hostedProposals,
  ...(await githubHarness(files, { ...server.github })),
});
