import { opsFiles } from "./demo/files.ts";

const phases = { bootstrap: "hourly", stabilize: "daily" } as const;
const crons = {
  bootstrap: { metrics: "0 * * * *", coach: "15 * * * *", optimization: "30 * * * *" },
  stabilize: { metrics: "0 8 * * *", coach: "0 9 * * *", optimization: "0 10 * * *" },
} as const;

function definitionText(phase: keyof typeof phases, step: string, cron: string): string {
  return `---
id: ${phases[phase]}-${step}
type: activity-definition
title: ${step} of ${phase}
owner: demo
loop: kaizen-stack
phase: ${phase}
step: ${step}
enabled: ${step !== "optimization"}
trigger: { kind: cron, cron: "${cron}", jitter: { max: PT2M } }
policy: { start_deadline: PT5M, close_deadline: PT40M }
task: { title: "${step} in {{repo}}" }
---

Do ${step} in {{repo}}.
`;
}

/**
 * Files that give the demo's ops repo activity definitions: three steps of each phase, hourly and daily, of which the
 * optimization is not enabled.
 */
export const definitionFiles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.keys(phases).flatMap((name) => {
      const phase = name === "bootstrap" ? "bootstrap" : "stabilize";
      return Object.entries(crons[phase]).map(([step, cron]) => [
        `activity-definitions/${phases[phase]}-${step}.md`,
        definitionText(phase, step, cron),
      ]);
    }),
  ),
  "loops/kaizen-stack/cadence.yaml": (opsFiles["loops/kaizen-stack/cadence.yaml"] ?? "")
    .replace(
      /(- name: bootstrap.*\n)/,
      "$1    definitions: [hourly-metrics, hourly-coach, hourly-optimization]\n",
    )
    .replace(
      /(- name: stabilize.*\n)/,
      "$1    definitions: [daily-metrics, daily-coach, daily-optimization]\n",
    ),
};
