import { workplanPath, workplanText } from "./workplan-file.ts";

/** Files of the demo's ops repo, by path. The same shape a real one has, as small as it can be. */
export const opsFiles: Readonly<Record<string, string>> = {
  [workplanPath]: workplanText(),
  ".gitignore": ".coulomb/\n",
  "coulomb.yaml": `schema_version: coulomb/v1
installation: demo
timezone: Europe/Berlin
forges:
  - name: local
    kind: git                          # any repository that git can reach; no server needed
    url: ../forge/{owner}/{repo}.git
    owner: coulomb
ops_repo: { forge: local, owner: coulomb, repo: demo-ops }
state_hub: { data_dir: .coulomb/hub }  # an embedded hub in a folder; a served one is a url and a token
people:
  - { user: regulator, roles: [regulator] }
`,
  "loops/kaizen-stack/roster.yaml": `schema_version: roster/v1
loop: kaizen-stack
decision: DEC-001
defaults: { forge: local, owner: coulomb, domain: custodian, phase: bootstrap }
active:
  - { repo: kaizen-agentic, wave: 0 }
  - { repo: the-custodian, wave: 1 }
  - { repo: activity-core, wave: 1 }
expansion_queue: []
saturated: []
`,
  "loops/kaizen-stack/cadence.yaml": `schema_version: cadence/v1
loop: kaizen-stack
timezone: Europe/Berlin
steps: [metrics, coach, optimization]
phases:
  - name: bootstrap                    # hourly; the supplier's contract has no hourly, so the cron carries it
    schedule:
      coach:        { cadence: daily, cron: "15 * * * *", enabled: true }
      optimization: { cadence: daily, cron: "30 * * * *", enabled: true }
  - name: stabilize                    # daily
    schedule:
      coach:        { cadence: daily, cron: "0 9 * * *", enabled: true }
      optimization: { cadence: daily, cron: "0 10 * * *", enabled: true }
waves:
  - { name: canary, select: { wave: 0 } }
  - { name: rest, select: { wave: 1 } }
`,
  "loops/kaizen-stack/decisions/DEC-001.yaml": `schema_version: decision/v1
id: DEC-001
question: Which repos pilot the loop?
options:
  - { key: A, summary: The three custodian repos }
  - { key: B, summary: One repo }
chosen: A
status: accepted
decided_by: regulator
decided_at: 2026-06-18T00:00:00Z
`,
};

/** The file of a pilot repo that the loop owns. */
export const schedulePath = ".kaizen/schedule.yml";

/** Pilot repos of the demo: one without a schedule file, one written by hand with its own ideas, one already right. */
export const pilots: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "kaizen-agentic": {
    "README.md": "# kaizen-agentic\n",
  },
  "the-custodian": {
    "README.md": "# the-custodian\n",
    [schedulePath]: `# Agents of the custodian. Ask #custodian before you change the coach!
timezone:   'Europe/Berlin'   # where we sit
domain: custodian

agents:
  coach:
    cadence: daily
    cron: '0 7 * * *'    # before stand-up
    enabled: true
    x-reviewer: custodian-team
  optimization: {cadence: daily, cron: "30 * * * *", enabled: false,}   # off since the March incident
  janitor:                # our own, not the loop's
    cadence: weekly
    cron: "0 5 * * 0"
    enabled: true
`,
  },
  "activity-core": {
    "README.md": "# activity-core\n",
    [schedulePath]: `timezone: Europe/Berlin
domain: custodian
agents:
  coach:
    cadence: daily # schema enum; cron carries hourly during bootstrap
    cron: "15 * * * *"
    enabled: true
  optimization:
    cadence: daily
    cron: "30 * * * *" # offset after metrics+coach chain
    enabled: true
`,
  },
};
