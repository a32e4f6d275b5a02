import type { AgentRates, Finding, Observation } from "@coulomb-loop/schemas";
import type { MetricsSummary } from "./optimize.ts";
import { oneLine } from "./quote.ts";
import { instantText } from "./slot.ts";

/** A summary as Markdown, for people and sessions. Words of records are not in it. */
export function summaryText(summary: MetricsSummary): string {
  const { repo, from, to, agents, observations, findings } = summary;
  return [
    `# Metrics of ${repo ?? "this repo"}`,
    "",
    `From ${instantText(from)} to ${instantText(to)}. Rates are over the slots that were expected, not over the records there are.`,
    "",
    ...(agents.length === 0 ? ["No agent is enabled, and there is no record."] : ratesTable(agents)),
    "",
    "## What stands out",
    "",
    ...(observations.length === 0 ? ["Nothing."] : observations.map(observationLine)),
    ...(findings.length === 0 ? [] : ["", "## Flaws of the files", "", ...findings.map(findingLine)]),
    "",
  ].join("\n");
}

/** Rates as a table of Markdown. */
export function ratesTable(agents: readonly AgentRates[]): string[] {
  return [
    "| agent | expected | succeeded | failed | missed | pending | success rate | median s | p90 s | quality | failures in a row |",
    "|---|---|---|---|---|---|---|---|---|---|---|",
    ...agents.map((each) =>
      [
        "",
        each.agent,
        each.expected_from === "schedule" ? each.expected : `${each.expected} (not in the schedule)`,
        each.succeeded,
        each.failed,
        each.missed,
        each.pending,
        each.verdict === "ok" ? percent(each.success_rate) : "insufficient_data",
        each.time_median_s ?? "-",
        each.time_p90_s ?? "-",
        each.quality_mean ?? "-",
        each.failure_streak,
        "",
      ]
        .join(" | ")
        .trim(),
    ),
  ];
}

/** An observation as an item of a list; names at most five records. */
export function observationLine({ kind, agent, text, records }: Observation): string {
  const more = records.length > 5 ? `, and ${records.length - 5} more` : "";
  const shown = records.length === 0 ? "" : ` (records ${records.slice(0, 5).join(", ")}${more})`;
  return `- **${agent}**, ${kind}: ${text}${shown}`;
}

function findingLine({ file, line, column, severity, message, code }: Finding): string {
  const place = [file, line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(":");
  return `- ${place === "" ? "" : `${place} `}${severity}: ${oneLine(message)} [${code}]`;
}

function percent(rate: number | null): string {
  return rate === null ? "-" : `${Math.round(rate * 1000) / 10} %`;
}
