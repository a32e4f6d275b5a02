import { githubActionsWorkflow, kubernetesCronJob, tickInterval } from "@coulomb-loop/activity";
import type { ActivityExportReport } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { compileOps } from "../open-activity.ts";
import { readSound, type SoundWorkspace } from "../workspace.ts";

interface Options extends CommonOptions {
  readonly every?: number;
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
  const workspace = readSound(io, terminal, options.ops);
  const every = everyOf(workspace, options);
  if (every < 5)
    terminal.note(
      `The definitions want a tick every ${every} minutes. GitHub fires none more often than every five, and late under load: slots may be late.`,
    );
  const text = githubActionsWorkflow({ every, tokenVariable: tokenVariable(workspace) });
  print(terminal, options, { target: "github-actions", every: Math.max(5, every), text });
}

/** `coulomb activity export kubernetes`: a CronJob that calls the tick. */
export async function exportKubernetes(
  { io, terminal }: Invocation,
  options: KubernetesOptions,
): Promise<void> {
  const workspace = readSound(io, terminal, options.ops);
  const { image, opsUrl, name, namespace, secret } = options;
  const clock = { every: everyOf(workspace, options), tokenVariable: tokenVariable(workspace) };
  const text = kubernetesCronJob(clock, { image, opsUrl, name, namespace, secret });
  print(terminal, options, { target: "kubernetes", every: clock.every, text });
}

function everyOf(workspace: SoundWorkspace, { every }: Options): number {
  return every ?? tickInterval(compileOps(workspace).definitions);
}

/** The variable that coulomb.yaml names for the hub's token. */
function tokenVariable({ config }: SoundWorkspace): string {
  const token = config.state_hub?.token;
  return token !== undefined && "env" in token && token.env !== undefined ? token.env : "COULOMB_HUB_TOKEN";
}

function print(
  terminal: Invocation["terminal"],
  { json }: CommonOptions,
  made: Pick<ActivityExportReport, "target" | "every" | "text">,
): void {
  const report: ActivityExportReport = { format_version: "1.0", kind: "activity-export", ...made };
  terminal.data(json === true ? JSON.stringify(report, null, 2) : made.text.trimEnd());
}
