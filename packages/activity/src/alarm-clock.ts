import { parseDuration } from "@coulomb-loop/cadence";
import { stringify } from "yaml";
import type { CompiledDefinition } from "./compile.ts";

/** What an alarm clock calls, and how. */
export interface AlarmClock {
  /** Minutes between ticks: a divisor of 60. */
  readonly every: number;
  /** Environment variables that hold tokens: of the hub, and of the forges. */
  readonly variables: readonly string[];
  /** Release of the tool that it calls. */
  readonly version: string;
}

/** Where a CronJob finds what it runs. */
export interface KubernetesPlace {
  readonly name: string;
  readonly namespace: string;
  /** An image with `coulomb` and git. */
  readonly image: string;
  /** Where git finds the ops repo. */
  readonly opsUrl: string;
  /** A secret whose keys are the variables in lower case, with hyphens. */
  readonly secret: string;
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
          { uses: "actions/checkout@v4", with: { "persist-credentials": false } },
          { uses: "actions/setup-node@v4", with: { "node-version": 24 } },
          {
            name: "Tick",
            run: `npx --yes @coulomb-loop/cli@${version} activity tick`,
            env: Object.fromEntries(variables.map((name) => [name, `\${{ secrets.${name} }}`])),
          },
        ],
      },
    },
  };
  return `# Calls coulomb activity tick every ${Math.max(5, every)} minutes. What is due, the tick finds out itself.\n${printed(workflow)}`;
}

/** A Kubernetes CronJob that ticks, as YAML. */
export function kubernetesCronJob({ every, variables }: AlarmClock, place: KubernetesPlace): string {
  const { name, namespace, image, opsUrl, secret } = place;
  const mount = { name: "ops", mountPath: "/ops" };
  const hardened = {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
  };
  const cronJob = {
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: { name, namespace, labels: { "app.kubernetes.io/name": name } },
    spec: {
      schedule: cronOf(every),
      timeZone: "Etc/UTC",
      // Ticks may run at once; one at a time is enough.
      concurrencyPolicy: "Forbid",
      startingDeadlineSeconds: every * 60,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 3,
      jobTemplate: {
        spec: {
          // The next tick goes on where this one stopped.
          backoffLimit: 0,
          activeDeadlineSeconds: 600,
          template: {
            spec: {
              restartPolicy: "Never",
              automountServiceAccountToken: false,
              securityContext: {
                runAsNonRoot: true,
                runAsUser: 1000,
                seccompProfile: { type: "RuntimeDefault" },
              },
              initContainers: [
                {
                  name: "ops",
                  image,
                  command: ["git", "clone", "--quiet", "--depth=1", "--", literal(opsUrl), "/ops/repo"],
                  securityContext: hardened,
                  volumeMounts: [mount],
                },
              ],
              containers: [
                {
                  name: "tick",
                  image,
                  command: ["coulomb", "activity", "tick", "--ops", "/ops/repo"],
                  env: [
                    { name: "COULOMB_CACHE_DIR", value: "off" },
                    ...variables.map((variable) => ({
                      name: variable,
                      valueFrom: {
                        secretKeyRef: { name: secret, key: variable.toLowerCase().replaceAll("_", "-") },
                      },
                    })),
                  ],
                  securityContext: hardened,
                  volumeMounts: [mount, { name: "tmp", mountPath: "/tmp" }],
                },
              ],
              volumes: [
                { name: "ops", emptyDir: {} },
                { name: "tmp", emptyDir: {} },
              ],
            },
          },
        },
      },
    },
  };
  return `# Calls coulomb activity tick every ${every} minutes. What is due, the tick finds out itself.\n${printed(cronJob)}`;
}

/** Kubernetes puts variables for `$(NAME)` into a command: a secret could get onto a command line. */
function literal(text: string): string {
  return text.replaceAll("$(", () => "$$(");
}

function cronOf(every: number): string {
  return every === 1 ? "* * * * *" : `*/${every} * * * *`;
}

/**
 * YAML that reads the same by 1.1, as kubectl and many others read it, and by 1.2: every text is quoted, and a key where 1.1
 * would take it for something else (`on`).
 */
function printed(value: object): string {
  return stringify(value, {
    version: "1.1",
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
    lineWidth: 0,
    aliasDuplicateObjects: false,
  });
}
