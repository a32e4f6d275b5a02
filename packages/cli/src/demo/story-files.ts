interface Step {
  readonly id: string;
  readonly step: string;
  readonly minute: string;
  /** Commands, as a session runs them. */
  readonly prepare: string;
  readonly agent?: string;
  readonly after?: string;
}

const steps: readonly Step[] = [
  { id: "hourly-metrics-optimize", step: "metrics", minute: "0", prepare: "metrics optimize" },
  {
    id: "hourly-coach-orientation",
    step: "coach",
    minute: "15",
    prepare: "schedule prepare coach",
    agent: "coach",
    after: "hourly-metrics-optimize",
  },
  {
    id: "hourly-optimization-review",
    step: "optimization",
    minute: "30",
    prepare: "schedule prepare optimization",
    agent: "optimization",
    after: "hourly-coach-orientation",
  },
];

/** Ids of the demo's activity definitions, in the order of a cycle. */
export const definitionIds: readonly string[] = steps.map(({ id }) => id);

/** The steps of the demo's loop, in that order. */
export const stepNames: readonly string[] = steps.map(({ step }) => step);

/** Path of a definition in the ops repo. */
export function definitionPath(id: string): string {
  return `activity-definitions/${id}.md`;
}

/** The activity definitions, by path: not enabled, until their gate is proved. */
const definitionFiles: Readonly<Record<string, string>> = Object.fromEntries(
  steps.map((step) => [definitionPath(step.id), textOf(step)]),
);

function textOf({ id, step, minute, prepare, agent, after }: Step): string {
  return `---
id: ${id}
type: activity-definition
title: "Hourly ${step}"
owner: demo
loop: kaizen-stack
phase: bootstrap
step: ${step}
enabled: false
enable_gate: { requires: [dry_run], proof: [] }
trigger: { kind: cron, cron: "${minute} * * * *", timezone: Europe/Berlin }
policy: { overlap: skip, start_deadline: PT5M, close_deadline: PT55M, retries: 1 }
context:
  sources:
    - type: kaizen
      resolver: discover_kaizen_scheduled_repos
      params: { domain: custodian, cadence: daily${agent === undefined ? "" : `, agent: ${agent}`} }
      bind: kaizen
  for_each: kaizen.runs
  target_cron: ${agent === undefined ? "ignore" : "require_match"}
${after === undefined ? "" : `depends_on: [{ activity: ${after}, when: prepared }]\n`}task:
  title: "${step} of {{repo}}"
  prepare: coulomb kaizen ${prepare}
  close: coulomb kaizen metrics record ${step} --success --time <s> --quality <0-1>
---

# ${step} of {{repo}}

Work through the bundle of this task, in a clean clone of {{repo}}, and close with its command for \`{{slot}}\`.
`;
}

/** Files of an ops repo with the definitions, listed in its first phase. */
export function withDefinitions(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const path = "loops/kaizen-stack/cadence.yaml";
  const list = `    definitions: [${definitionIds.join(", ")}]\n`;
  const cadence = (files[path] ?? "").replace(/^( {2}- name: bootstrap.*\n)/m, `$1${list}`);
  return { ...files, [path]: cadence, ...definitionFiles };
}
