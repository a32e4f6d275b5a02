import { type Command, InvalidArgumentError, Option } from "commander";
import { hubPlaced, instant, positive } from "./arguments.ts";
import type { Builder } from "./builder.ts";
import {
  image,
  interval,
  kubernetesName,
  namespace,
  secretName,
  variable,
  withoutSecret,
} from "./export-arguments.ts";

/** `coulomb activity …`. */
export function addActivity(program: Command, { add, group }: Builder): void {
  const activity = group(program, "activity", "activity definitions and their runtime", [
    "coulomb activity compile --check",
    "coulomb activity plan",
    "coulomb activity tick",
  ]);
  add(
    activity,
    "compile",
    "check every definition, and pin it in the lock beside them",
    ["coulomb activity compile", "coulomb activity compile --check"],
    (command) => command.option("--check", "write nothing; exit with 1 when the lock is stale"),
    async () => (await import("../commands/activity-compile.ts")).compile,
  );
  add(
    activity,
    "prove [activity...]",
    "write a proof into the gate of definitions, for the digest they have now",
    [
      'coulomb activity prove --phase bootstrap --kind dry_run --ref "coulomb activity plan" --enable',
      'coulomb activity prove hourly-coach-orientation --kind smoke_test --ref "bootstrap-log.md, 2026-07-01"',
    ],
    (command) =>
      command
        .option("--phase <phase>", "every definition of this phase")
        .addOption(
          new Option("--kind <kind>", "what was tried (required)")
            .choices(["smoke_test", "dry_run"])
            .makeOptionMandatory(),
        )
        .requiredOption("--ref <text>", "where the proof is: a command, a log entry, a decision (required)")
        .option("--enable", "also set enabled: true; refused while another proof is lacking"),
    async () => (await import("../commands/activity-prove.ts")).prove,
  );
  add(
    activity,
    "plan",
    "what a tick would do now, and what is to come; writes nothing",
    ["coulomb activity plan", "coulomb activity plan --at 2026-06-18T08:00:00Z --json"],
    (command) =>
      hubPlaced(command)
        .option("--at <instant>", "as if it were then (UTC, RFC 3339); default: now", instant)
        .option("--enabled-only", "leave out what waits for its gate"),
    async () => (await import("../commands/activity-plan.ts")).plan,
  );
  add(
    activity,
    "tick",
    "write expected slots, make the tasks of those that are due, settle those that are over",
    ["coulomb activity tick", "coulomb activity tick --prepare", "coulomb activity tick --json"],
    (command) => hubPlaced(command).option(...prepareFlag),
    async () => (await import("../commands/activity-tick.ts")).tick,
  );
  add(
    activity,
    "run <activity>",
    "make a task now, by hand; it counts for no slot",
    [
      "coulomb activity run hourly-coach-orientation --repo activity-core",
      "coulomb activity run hourly-coach-orientation --request 2026-07-01-incident",
    ],
    (command) =>
      hubPlaced(command)
        .option("--repo <repo...>", "only in these; default: every repo in its phase")
        .option("--request <id>", "names the request: repeating it makes no second task", requestId)
        .option("--input <name=value>", "a variable {{inputs.name}} of the template; repeatable", input),
    async () => (await import("../commands/activity-run.ts")).run,
  );
  add(
    activity,
    "work",
    "tick and work on what is due, until stopped; on PostgreSQL several processes share it",
    ["coulomb activity work", "DATABASE_URL=postgresql://… coulomb activity work --concurrency 16"],
    (command) =>
      hubPlaced(command)
        .option("--concurrency <n>", "slots worked on at once; default: limits.concurrency", positive)
        .option("--every <seconds>", "seconds between ticks", positive, 30)
        .option(...prepareFlag),
    async () => (await import("../commands/activity-work.ts")).work,
  );
  const exported = group(activity, "export", "an alarm clock elsewhere that calls the tick", [
    "coulomb activity export github-actions > .github/workflows/activity-tick.yml",
  ]);
  add(
    exported,
    "github-actions",
    "a workflow of GitHub Actions",
    ["coulomb activity export github-actions > .github/workflows/activity-tick.yml"],
    alarmed,
    async () => (await import("../commands/activity-export.ts")).exportGithubActions,
  );
  add(
    exported,
    "kubernetes",
    "a CronJob of Kubernetes",
    [
      "coulomb activity export kubernetes --image registry.example.org/coulomb:1 --ops-url https://git.example.org/ops.git",
      "coulomb activity export kubernetes --image … --ops-url … --secret coulomb --env HTTPS_PROXY",
    ],
    (command) =>
      alarmed(command)
        .requiredOption("--image <image>", "an image with coulomb and git (required)", image)
        .requiredOption("--ops-url <url>", "where git finds the ops repo (required)", withoutSecret)
        .option("--name <name>", "name of the CronJob", kubernetesName, "coulomb-tick")
        .option("--namespace <name>", "its namespace", namespace, "default")
        .option(
          "--secret <name>",
          "secret of the variables and of git's access; docs/activity-runtime.md has its keys",
          secretName,
          "coulomb",
        ),
    async () => (await import("../commands/activity-export.ts")).exportKubernetes,
  );
}

/** What every alarm clock takes. */
function alarmed(command: Command): Command {
  return command
    .option("--every <minutes>", "minutes between ticks; default: what the definitions need", interval)
    .option(
      "--env <name>",
      "a variable that it is given too, from its secrets; repeatable. Those of coulomb.yaml need not be named",
      variable,
    );
}

const prepareFlag = [
  "--prepare",
  "also prepare the bundles of tasks that are out, in throw-away clones; pushes nothing",
] as const;

function requestId(text: string): string {
  if (/^[A-Za-z0-9._-]{1,64}$/.test(text)) return text;
  throw new InvalidArgumentError("Give letters, digits, '.', '_' and '-', at most 64.");
}

function input(
  text: string,
  before: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const [, name, value] = /^([a-z][a-z0-9_.]*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new InvalidArgumentError("Give it as name=value; names begin with a lower-case letter.");
  return { ...before, [name]: value };
}
