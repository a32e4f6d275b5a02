import type { Answers } from "./answers.ts";
import { scalar } from "./scalar.ts";

/** The cadence policy of a new loop: hourly, daily, weekly; each earned by clean cycles and the regulator's approval. */
export function cadenceFile({ loop, timezone, regulator, forge }: Answers, user: string): string {
  const who = forge === "git" ? regulator : user;
  return `# Cadence policy of the loop: the phases, what must be proved to leave one, who agrees, and when.
# Crons are read in the zone below.
schema_version: cadence/v1
loop: ${scalar(loop)}
timezone: ${scalar(timezone)}

# Order within a cycle. A cycle begins when \`metrics\` is due.
steps: [metrics, coach, optimization]

# \`schedule\` holds the values we own in every pilot's .kaizen/schedule.yml. \`metrics\` is no agent there: its cron stands in its
# activity definition only.
phases:
  - name: bootstrap # hourly; the supplier's enum has no hourly, so the cron carries it
    definitions: [hourly-metrics-optimize, hourly-coach-orientation, hourly-optimization-review]
    schedule:
      coach: { cadence: daily, cron: "15 * * * *", enabled: true }
      optimization: { cadence: daily, cron: "30 * * * *", enabled: true }
    exit: [cycles-clean]
    approval: regulator

  - name: stabilize # daily, 08:00 to 10:00
    definitions: [daily-metrics-optimize, daily-coach-orientation, daily-optimization-review]
    schedule:
      coach: { cadence: daily, cron: "0 9 * * *", enabled: true }
      optimization: { cadence: daily, cron: "0 10 * * *", enabled: true }
    exit: [days-clean]
    required_soak_cycles: 5
    approval: regulator

  - name: operate # weekly, Monday 08:00 to 10:00; the last phase has no exit
    definitions: [weekly-metrics-optimize, weekly-coach-orientation, weekly-optimization-review]
    schedule:
      coach: { cadence: weekly, cron: "0 9 * * 1", enabled: true }
      optimization: { cadence: weekly, cron: "0 10 * * 1", enabled: true }

# What evidence can prove. The deadlines are those of the phase's activity definitions.
analyses:
  # Three hourly cycles in a row over every repo of the phase: each step closed in time, nobody helping.
  - key: cycles-clean
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

  # The same for five daily cycles.
  - key: days-clean
    unit: cycle
    scope: fleet
    availability: all
    consecutive_success_limit: 5
    on_missing: hold
    max_age: P2D
    start_deadline: PT1H
    close_deadline: PT8H
    complete_when: closed
    evidence: { accept: [verified, ci, human, self] }
    enforcement: enforce

approvals:
  - name: regulator
    approvers: [{ user: ${scalar(who)}, required: true }]
    min_approvals: 1
    distinct_from: [author, evidence_recorder] # nobody approves their own proposal or their own records
    bind_to: [head, evidence, policy] # a new head, new evidence or new policy needs a new approval
    valid_for: PT72H
    require_reason: true

# Promotions are merged Monday to Thursday, 09:00 to 16:00, so that people are there for the first cycles after.
promotion_windows:
  - { name: office-hours, kind: allow, cron: "0 9 * * 1-4", duration: PT7H }

# Wave 0 goes first; what comes after waits until it has shown itself for so many cycles.
waves:
  - { name: canary, select: { wave: 0 }, required_soak_cycles: 2 }
  - { name: rest, select: { wave: 1 }, max_concurrency: 2 }

# A failure in the first three cycles of the new phase takes the repo back and holds it until somebody releases it.
auto_rollback: { on: [failure], within_cycles: 3, to: last_stable, hold: true, cooldown_cycles: 6 }

# true, or { reason, until }: no promotions of this loop; demotions still pass.
suspend: false
`;
}
