import { opsFiles } from "./files.ts";

const minute = 60_000;

/** A step of the demo's loop. */
export interface Step {
  readonly name: string;
  /** What its activity definitions are called after the prefix of their phase. */
  readonly activity: string;
  /** Commands, as a session runs them. */
  readonly prepare: string;
  /** Whether it is an agent of the pilots' schedule files. */
  readonly isAgent: boolean;
}

/** The steps of the demo's loop, in the order of a cycle. */
export const steps: readonly Step[] = [
  { name: "metrics", activity: "metrics-optimize", prepare: "metrics optimize", isAgent: false },
  { name: "coach", activity: "coach-orientation", prepare: "schedule prepare coach", isAgent: true },
  {
    name: "optimization",
    activity: "optimization-review",
    prepare: "schedule prepare optimization",
    isAgent: true,
  },
];

/** A phase of the demo's loop. */
export interface Phase {
  readonly name: "bootstrap" | "stabilize";
  readonly prefix: "hourly" | "daily";
  /** Between the steps of a cycle, in milliseconds. */
  readonly gap: number;
  /** When each step is due, in the order of the steps; in the zone of the ops repo. */
  readonly crons: readonly string[];
  readonly requires: readonly string[];
  readonly policy: string;
}

/** The phases of the demo's loop: each step every hour, then every day. */
export const phases = {
  bootstrap: {
    name: "bootstrap",
    prefix: "hourly",
    gap: 15 * minute,
    crons: ["0 * * * *", "15 * * * *", "30 * * * *"],
    requires: ["dry_run"],
    policy: "{ overlap: skip, start_deadline: PT5M, close_deadline: PT55M, retries: 1 }",
  },
  stabilize: {
    name: "stabilize",
    prefix: "daily",
    gap: 60 * minute,
    crons: ["0 8 * * *", "0 9 * * *", "0 10 * * *"],
    requires: ["dry_run", "regulator_approval"],
    policy: "{ overlap: skip, start_deadline: PT30M, close_deadline: PT4H, retries: 0 }",
  },
} as const satisfies Readonly<Record<string, Phase>>;

/** Ids of a phase's activity definitions, in the order of a cycle. */
export function definitionIds({ prefix }: Phase): readonly string[] {
  return steps.map(({ activity }) => `${prefix}-${activity}`);
}

/** Path of a definition in the ops repo. */
function definitionPath(id: string): string {
  return `activity-definitions/${id}.md`;
}

/** The text of a definition: not enabled, until its gate is proved. */
function definitionText(phase: Phase, step: Step, at: number): string {
  const ids = definitionIds(phase);
  const before = ids[at - 1];
  return `---
id: ${ids[at] ?? ""}
type: activity-definition
title: "${phase.prefix} ${step.name}"
owner: demo
loop: kaizen-stack
phase: ${phase.name}
step: ${step.name}
enabled: false
enable_gate: { requires: [${phase.requires.join(", ")}], proof: [] }
trigger: { kind: cron, cron: "${phase.crons[at] ?? ""}", timezone: Europe/Berlin }
policy: ${phase.policy}
context:
  sources:
    - type: kaizen
      resolver: discover_kaizen_scheduled_repos
      params: { domain: custodian, cadence: daily${step.isAgent ? `, agent: ${step.name}` : ""} }
      bind: kaizen
  for_each: kaizen.runs
  target_cron: ${step.isAgent ? "require_match" : "ignore"}
${before === undefined ? "" : `depends_on: [{ activity: ${before}, when: prepared }]\n`}task:
  title: "${step.name} of {{repo}}"
  prepare: coulomb kaizen ${step.prepare}
  close: coulomb kaizen metrics record ${step.name} --success --time <s> --quality <0-1>
---

# ${step.name} of {{repo}}

Work through the bundle of this task, in a clean clone of {{repo}}, and close with its command for \`{{slot}}\`.
`;
}

const cadence = `schema_version: cadence/v1
loop: kaizen-stack
timezone: Europe/Berlin
steps: [metrics, coach, optimization]
phases:
  - name: bootstrap                    # hourly; the supplier's contract has no hourly, so the cron carries it
    definitions: [${definitionIds(phases.bootstrap).join(", ")}]
    schedule:
      coach:        { cadence: daily, cron: "15 * * * *", enabled: true }
      optimization: { cadence: daily, cron: "30 * * * *", enabled: true }
    exit: [cycles-clean]
    approval: regulator
  - name: stabilize                    # daily, 08:00 to 10:00
    definitions: [${definitionIds(phases.stabilize).join(", ")}]
    schedule:
      coach:        { cadence: daily, cron: "0 9 * * *", enabled: true }
      optimization: { cadence: daily, cron: "0 10 * * *", enabled: true }
    workplan_task: LOOP-WP-0001-T08    # done when the last repo has moved here
analyses:
  - key: cycles-clean                  # three cycles in a row, over every repo of the phase, nobody helping
    unit: cycle
    scope: fleet
    availability: all
    consecutive_success_limit: 3
    on_missing: hold
    max_age: PT2H
    start_deadline: PT5M
    close_deadline: PT55M
    complete_when: closed
    evidence: { accept: [verified, ci, human, self] }
    enforcement: enforce
approvals:
  - name: regulator
    approvers: [{ user: regulator, required: true }]
    min_approvals: 1
    distinct_from: [author, evidence_recorder]
    bind_to: [head, evidence, policy]
    valid_for: PT72H
    require_reason: true
waves:
  - { name: canary, select: { wave: 0 }, required_soak_cycles: 1 }
  - { name: rest, select: { wave: 1 } }
auto_rollback: { on: [failure], within_cycles: 3, to: last_stable, hold: true, cooldown_cycles: 2 }
`;

/**
 * Files of the ops repo that the demo's story is about, by path: the plain ones with activity definitions for both phases, what must be
 * proved to leave the first, and who agrees. `regulator` is how the regulator is known, as entries of a YAML map in one line.
 */
export function storyFiles(regulator: string): Readonly<Record<string, string>> {
  const definitions = Object.values(phases).flatMap((phase) =>
    steps.map((step, at) => [
      definitionPath(definitionIds(phase)[at] ?? ""),
      definitionText(phase, step, at),
    ]),
  );
  return {
    ...opsFiles,
    "coulomb.yaml": (opsFiles["coulomb.yaml"] ?? "").replace(
      "{ user: regulator, roles: [regulator] }",
      `{ user: regulator, roles: [regulator], ${regulator} }`,
    ),
    "loops/kaizen-stack/cadence.yaml": cadence,
    ...Object.fromEntries(definitions),
  };
}
