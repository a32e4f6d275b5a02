/** The loop of these tests, and the key of its proposals. */
export const loop = "kaizen";

/** Id of a repo by its name. */
export const repoId = (name: string): string => `local/acme/${name}`;

/** Paths of the files that tests change. */
export const rosterPath = `loops/${loop}/roster.yaml`;
export const cadencePath = `loops/${loop}/cadence.yaml`;
export const recordAt = (id: string, what = ""): string => `loops/${loop}/promotions/${id}${what}.yaml`;

const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;

/** The files of an ops repo whose repos a and b are in a phase: `ada` approves, and the windows are always open. */
export function opsFiles(phase = "bootstrap"): Record<string, string> {
  return {
    "coulomb.yaml": lines(
      "schema_version: coulomb/v1",
      "installation: test",
      "timezone: Europe/Berlin",
      "forges: [{ name: local, kind: git, url: ../forge, owner: acme }]",
      "ops_repo: { forge: local, owner: acme, repo: ops }",
      "people: [{ user: ada, logins: { local: ada } }]",
    ),
    [rosterPath]: lines(
      "schema_version: roster/v1",
      `loop: ${loop}`,
      `defaults: { forge: local, owner: acme, domain: custodian, phase: ${phase} }`,
      "active:",
      "  - { repo: a, wave: 0 }",
      "  - { repo: b, wave: 0 }",
    ),
    [cadencePath]: lines(
      "schema_version: cadence/v1",
      `loop: ${loop}`,
      "timezone: Europe/Berlin",
      "steps: [coach]",
      "phases:",
      "  - name: bootstrap",
      "    definitions: [hourly-coach]",
      '    schedule: { coach: { cadence: daily, cron: "15 * * * *", enabled: true } }',
      "    exit: [clean]",
      "    approval: regulator",
      "  - name: stabilize",
      "    definitions: [daily-coach]",
      '    schedule: { coach: { cadence: daily, cron: "0 9 * * *", enabled: true } }',
      "    exit: [clean]",
      "    approval: regulator",
      "    workplan_task: LOOP-WP-0001-T01",
      "  - name: operate",
      '    schedule: { coach: { cadence: weekly, cron: "0 9 * * 1", enabled: true } }',
      "analyses:",
      "  - key: clean",
      "    unit: cycle",
      "    scope: per_repo",
      "    availability: all",
      "    consecutive_success_limit: 3",
      "    on_missing: hold",
      "    close_deadline: PT55M",
      "approvals:",
      "  - name: regulator",
      "    approvers: [{ user: ada, required: true }]",
      "    min_approvals: 1",
      "    distinct_from: [author]",
      "    allow_unsigned: true",
      "auto_rollback: { on: [failure], within_cycles: 8, to: last_stable, hold: true }",
    ),
    "activity-definitions/hourly-coach.md": definition("hourly-coach", "bootstrap", "15 * * * *", true),
    "activity-definitions/daily-coach.md": definition("daily-coach", "stabilize", "0 9 * * *", false),
    "workplans/LOOP-WP-0001-ramp.md": lines(
      "---",
      "id: LOOP-WP-0001",
      "type: workplan",
      'title: "Ramp"',
      "domain: coulomb_social",
      "repo: ops",
      "status: active",
      "owner: coulomb-loop",
      "topic_slug: coulomb_social",
      "depends_on: []",
      "tasks:",
      "  - id: T01",
      "    status: todo",
      "    title: Move to the daily cadence",
      "---",
      "",
      "# LOOP-WP-0001: Ramp",
      "",
      "## Move to the daily cadence",
      "",
      "```task",
      "id: LOOP-WP-0001-T01",
      "status: todo",
      "priority: high",
      "```",
    ),
  };
}

function definition(id: string, phase: string, cron: string, enabled: boolean): string {
  return lines(
    "---",
    `id: ${id}`,
    "type: activity-definition",
    `title: "${id}"`,
    "owner: coulomb-loop",
    `loop: ${loop}`,
    `phase: ${phase}`,
    "step: coach",
    `enabled: ${String(enabled)}`,
    ...(enabled ? [] : ["enable_gate:", "  requires: [regulator_approval]", "  proof: []"]),
    `trigger: { kind: cron, cron: "${cron}", timezone: Europe/Berlin }`,
    "policy: { start_deadline: PT5M, close_deadline: PT55M }",
    'task: { title: "Coach {{repo}} ({{cycle}})" }',
    "---",
    "",
    "Coach {{repo}} at {{slot}}.",
  );
}
