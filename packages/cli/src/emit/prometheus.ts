import type { RunReport } from "@coulomb-loop/schemas";
import type { Sample } from "./metrics.ts";
import { gauges } from "./metrics.ts";

/** A run in the text exposition format 0.0.4 of Prometheus. A gauge without a value is left out. */
export function prometheus(report: RunReport): string {
  return gauges(report)
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, help, samples }) =>
      [
        `# HELP ${name} ${help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}\n`,
        `# TYPE ${name} gauge\n`,
        ...samples.map((sample) => `${name}${labelsOf(sample)} ${sample.value}\n`),
      ].join(""),
    )
    .join("");
}

function labelsOf({ labels }: Sample): string {
  const list = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return list.length === 0 ? "" : `{${list.join(",")}}`;
}

function escapeLabel(text: string): string {
  return text.toWellFormed().replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
