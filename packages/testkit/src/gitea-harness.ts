import { createGiteaForge, type Forge, type GiteaForgeOptions } from "@coulomb-loop/forge";
import type { FaultFactory } from "./contract/fault-stage.ts";
import { hostedProposals } from "./contract/hosted-proposals.ts";
import type { ForgeHarness, HarnessFactory } from "./contract/harness.ts";
import type { FleetFile } from "./fleet.ts";
import { createGiteaDouble, type GiteaDouble, type GiteaOptions } from "./gitea-double/index.ts";
import { hostedPerson } from "./hosted-person.ts";
import { createHosting, type Hosting } from "./hosting/index.ts";
import { manualClock } from "./manual-clock.ts";

/** A repository on a double of Gitea under test. */
export interface GiteaHarness extends ForgeHarness {
  readonly hosting: Hosting;
  readonly double: GiteaDouble;
  readonly secrets: () => readonly string[];
  readonly heard: readonly string[];
  /** Another forge of the same account, which knows nothing yet. */
  readonly newForge: (options?: Partial<GiteaForgeOptions>) => Forge;
}

/** Token of the account that the forge under test writes as. */
const botToken = "bot-secret/token+1234567890=and~more";

/** Makes one repository `pilot/one` on a server of its own and a forge for the installation `pilot`. */
export async function giteaHarness(
  files: Readonly<Record<string, FleetFile>>,
  server: GiteaOptions = {},
  options: Partial<GiteaForgeOptions> = {},
): Promise<GiteaHarness> {
  const clock = manualClock();
  const hosting = createHosting({ clock: clock.now, detectsManualMerge: true });
  await hosting.add({ "pilot/one": { files, permissions: { bot: "write" } } });
  hosting.users.allow("bot", botToken);
  const tokens = new Map(["ada", "ben"].map((by) => [by, `${by}-secret-token-1234567890abcdef`]));
  for (const [by, token] of tokens) hosting.users.allow(by, token);
  const double = await createGiteaDouble(hosting, server);
  const secrets = [botToken, ...tokens.values()];
  const heard: string[] = [];
  const newForge = (more: Partial<GiteaForgeOptions> = {}) =>
    createGiteaForge({
      name: "test",
      url: double.url,
      token: botToken,
      identity: { name: "Coulomb", email: "coulomb@example.org" },
      installation: "pilot",
      now: clock.now,
      env: process.env,
      onProcess: (args) => heard.push(args.join(" ")),
      onRequest: (...request) => heard.push(request.join(" ")),
      ...options,
      ...more,
    });
  return {
    forge: newForge(),
    newForge,
    secrets: () => secrets,
    heard,
    hosting,
    double,
    repo: { owner: "pilot", repo: "one" },
    serverTime: clock.now,
    tellsCloser: false,
    person: hostedPerson(hosting, hosting.repo("pilot/one")),
    reviewers: [...tokens].map(([by, token]) => ({ by, forge: newForge({ token }) })),
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
export function giteaFactory(server: GiteaOptions = {}): HarnessFactory {
  return (files) => giteaHarness(files, server);
}

/** A factory for `describeFaults`. */
export const giteaFaults: FaultFactory = async (files, server = {}) => ({
  kind: "gitea",
  proposals: hostedProposals,
  ...(await giteaHarness(files, { ...server.gitea })),
});
