import { parseDuration } from "@coulomb-loop/cadence";
import type { CompiledDefinition } from "./compile.ts";
import { printYaml } from "./print-yaml.ts";

/** What an alarm clock calls, and how. */
export interface AlarmClock {
  /** Minutes between ticks: a divisor of 60. */
  readonly every: number;
  /** Environment variables that it is given: tokens of the hub and of the forges, and what else was asked for. */
  readonly variables: readonly string[];
  /** Release of the tool that it calls. */
  readonly version: string;
}

const divisors = [30, 20, 15, 10, 6, 5, 4, 3, 2, 1];

/**
 * Minutes between ticks that let every enabled activity begin in time: at most half of the shortest time to start, and a
 * divisor of 60, so that ticks come at the same minutes of every hour. Half an hour where nothing says more.
 */
export function tickInterval(definitions: readonly CompiledDefinition[]): number {
  const limits = definitions
    .filter(({ definition }) => definition.enabled === true)
    .flatMap(({ definition }) => parseDuration(definition.policy?.start_deadline ?? "") ?? []);
  const most = Math.min(60 * 60_000, ...limits) / 2 / 60_000;
  return divisors.find((minutes) => minutes <= most) ?? 1;
}

/** Actions by their commits, as the workflows of this repository have them: a tag may be moved. */
const checkout = "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8";
const setupNode = "actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020";
const releases = { [checkout]: "v5.0.0", [setupNode]: "v4.4.0" };

/** A GitHub Actions workflow that ticks, as YAML. GitHub fires no schedule more often than every five minutes. */
export function githubActionsWorkflow({ every, variables, version }: AlarmClock): string {
  const workflow = {
    name: "activity-tick",
    on: { schedule: [{ cron: cronOf(Math.max(5, every)) }], workflow_dispatch: {} },
    permissions: {},
    // Ticks may run at once; one at a time is enough.
    concurrency: { group: "activity-tick", "cancel-in-progress": false },
    jobs: {
      tick: {
        "runs-on": "ubuntu-latest",
        "timeout-minutes": 10,
        permissions: { contents: "read" },
        steps: [
          { uses: checkout, with: { "persist-credentials": false } },
          { uses: setupNode, with: { "node-version": 24 } },
          {
            name: "Tick",
            run: `npx --yes @coulomb-loop/cli@${version} activity tick`,
            env: Object.fromEntries(variables.map((name) => [name, `\${{ secrets.${name} }}`])),
          },
        ],
      },
    },
  };
  const text = Object.entries(releases).reduce(
    (printed, [action, release]) => printed.replace(`"${action}"`, `"${action}" # ${release}`),
    printYaml(workflow),
  );
  return `# Calls coulomb activity tick every ${Math.max(5, every)} minutes. What is due, the tick finds out itself.\n${text}`;
}

/** The cron of a tick every so many minutes. */
export function cronOf(every: number): string {
  return every === 1 ? "* * * * *" : `*/${every} * * * *`;
}
