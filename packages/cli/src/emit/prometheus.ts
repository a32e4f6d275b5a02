import type { RunReport } from "@coulomb-loop/schemas";
import { figures } from "./figures.ts";
import type { Sample } from "./metrics.ts";
import { gauges, lastSuccess } from "./metrics.ts";

/**
 * A run in the text exposition format 0.0.4 of Prometheus. A gauge without a value is left out. `before` is the text
 * that this one replaces, whatever it holds: the last success is taken from it when this run is none.
 */
export function prometheus(report: RunReport, before = ""): string {
  return gauges(report, earlierSuccess(before, figures(report).finishedAt))
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

/** The last success that a text tells; a time that is none, or yet to come, would silence every alarm. */
function earlierSuccess(text: string, now: number): number | undefined {
  const [, digits] = new RegExp(`^${lastSuccess} (\\d{1,12}(?:\\.\\d{1,9})?)$`, "mu").exec(text) ?? [];
  const at = Number(digits);
  return at > 0 && at <= now ? at : undefined;
}

function labelsOf({ labels }: Sample): string {
  const list = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return list.length === 0 ? "" : `{${list.join(",")}}`;
}

function escapeLabel(text: string): string {
  return text.toWellFormed().replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
