import { githubActionsWorkflow, kubernetesCronJob, tickInterval } from "@coulomb-loop/activity";
import type { ActivityExportReport } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { compileOps } from "../open-activity.ts";
import { toolVersion } from "../version.ts";
import { gateErrors, readSound, type SoundWorkspace } from "../workspace.ts";

interface Options extends CommonOptions {
  readonly every?: number;
  readonly env?: readonly string[];
}

interface KubernetesOptions extends Options {
  readonly image: string;
  readonly opsUrl: string;
  readonly name: string;
  readonly namespace: string;
  readonly secret: string;
}

/** `coulomb activity export github-actions`: a workflow that calls the tick. */
export async function exportGithubActions({ io, terminal }: Invocation, options: Options): Promise<void> {
  const workspace = readSound(io, terminal, options.ops, gateErrors);
  const every = everyOf(workspace, options);
  if (every < 5)
    terminal.note(
      `The definitions want a tick every ${every} minutes. GitHub fires none more often than every five, and late under load: slots may be late.`,
    );
  const text = githubActionsWorkflow({
    every,
    variables: variablesOf(workspace, terminal, options),
    version: toolVersion(),
  });
  print(terminal, options, { target: "github-actions", every: Math.max(5, every), text });
}

/** `coulomb activity export kubernetes`: a CronJob that calls the tick. */
export async function exportKubernetes(
  { io, terminal }: Invocation,
  options: KubernetesOptions,
): Promise<void> {
  const workspace = readSound(io, terminal, options.ops, gateErrors);
  const { image, opsUrl, name, namespace, secret } = options;
  const clock = {
    every: everyOf(workspace, options),
    variables: variablesOf(workspace, terminal, options),
    version: toolVersion(),
  };
  const text = kubernetesCronJob(clock, { image, opsUrl, name, namespace, secret });
  print(terminal, options, { target: "kubernetes", every: clock.every, text });
}

function everyOf(workspace: SoundWorkspace, { every }: Options): number {
  return every ?? tickInterval(compileOps(workspace).definitions);
}

/**
 * What a machine elsewhere needs to be given: every variable that coulomb.yaml reads, the database where the hub is none that is
 * served, and what was asked for. It says what cannot be given that way.
 */
function variablesOf(
  { config }: SoundWorkspace,
  terminal: Invocation["terminal"],
  { env = [] }: Options,
): readonly string[] {
  const secrets = [
    ...config.forges.flatMap(({ token, app }) => token ?? app?.private_key ?? []),
    ...(config.state_hub?.token === undefined ? [] : [config.state_hub.token]),
  ];
  const files = secrets.flatMap((secret) =>
    "file" in secret && secret.file !== undefined ? [secret.file] : [],
  );
  for (const file of files)
    terminal.note(`coulomb.yaml reads a secret from ${file}: put it there, or name a variable with env.`);
  const isServed = config.state_hub?.url !== undefined;
  if (!isServed)
    terminal.note(
      "The state hub of coulomb.yaml is a folder of this machine: elsewhere the hub is the PostgreSQL that DATABASE_URL names.",
    );
  return [
    ...new Set([
      ...secrets.flatMap((secret) => ("env" in secret && secret.env !== undefined ? [secret.env] : [])),
      ...(isServed ? [] : ["DATABASE_URL"]),
      ...env,
    ]),
  ];
}

function print(
  terminal: Invocation["terminal"],
  { json }: CommonOptions,
  made: Pick<ActivityExportReport, "target" | "every" | "text">,
): void {
  const report: ActivityExportReport = { format_version: "1.0", kind: "activity-export", ...made };
  terminal.data(json === true ? JSON.stringify(report, null, 2) : made.text.trimEnd());
}
