import { type AlarmClock, cronOf } from "./alarm-clock.ts";
import { fromSecret, gitAccess, literal } from "./kubernetes-git.ts";
import { printYaml } from "./print-yaml.ts";

/** Where a CronJob finds what it runs. */
export interface KubernetesPlace {
  readonly name: string;
  readonly namespace: string;
  /** An image with `coulomb` and git. */
  readonly image: string;
  /** Where git finds the ops repo. */
  readonly opsUrl: string;
  /**
   * A secret whose keys are the variables in lower case, with hyphens; and for a private ops repo `git-username` and
   * `git-password` (HTTP), or `git-ssh-key` and `git-known-hosts` (SSH).
   */
  readonly secret: string;
}

/** A Kubernetes CronJob that ticks, as YAML. */
export function kubernetesCronJob({ every, variables }: AlarmClock, place: KubernetesPlace): string {
  const { name, namespace, image, opsUrl, secret } = place;
  const git = gitAccess(opsUrl, secret);
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
                // What is mounted may be read by the group.
                fsGroup: 1000,
                seccompProfile: { type: "RuntimeDefault" },
              },
              initContainers: [
                {
                  name: "ops",
                  image,
                  command: ["git", "clone", "--quiet", "--depth=1", "--", literal(opsUrl), "/ops/repo"],
                  env: [{ name: "GIT_TERMINAL_PROMPT", value: "0" }, ...git.env],
                  securityContext: hardened,
                  volumeMounts: [mount, ...git.mounts],
                },
              ],
              containers: [
                {
                  name: "tick",
                  image,
                  command: ["coulomb", "activity", "tick", "--ops", "/ops/repo"],
                  env: [
                    { name: "COULOMB_CACHE_DIR", value: "off" },
                    ...variables.map((variable) => fromSecret(variable, secret)),
                  ],
                  securityContext: hardened,
                  volumeMounts: [mount, { name: "tmp", mountPath: "/tmp" }],
                },
              ],
              volumes: [{ name: "ops", emptyDir: {} }, { name: "tmp", emptyDir: {} }, ...git.volumes],
            },
          },
        },
      },
    },
  };
  return `# Calls coulomb activity tick every ${every} minutes. What is due, the tick finds out itself.\n${printYaml(cronJob)}`;
}
