import { type Optimized, optimize, summaryText } from "@coulomb-loop/kaizen";
import type { KaizenMetricsReport } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { hubSink } from "../hub-sink.ts";
import { lockHolder, placeOf, type SlotOptions, slotOf } from "../kaizen-place.ts";
import { printFindings, withPointers } from "../output/findings.ts";
import { personIdentity } from "../person.ts";

interface Options extends CommonOptions, SlotOptions {
  readonly since: number;
  readonly record: boolean;
}

/** `coulomb kaizen metrics optimize`: rates over expected slots, and what stands out; in a slot it records itself. */
export async function optimizeMetrics({ io, terminal }: Invocation, options: Options): Promise<void> {
  const sink = hubSink(io);
  const done = await optimize({
    ...placeOf(io),
    ...slotOf(io, options),
    window: options.since,
    record: options.record,
    actor: (await personIdentity(io)).name,
    holder: lockHolder(io),
    ...(sink === undefined ? {} : { sink }),
  });
  const warnings = done.findings.filter(({ file }) => file === undefined);
  for (const line of printFindings(warnings, terminal.paint)) terminal.note(line);
  if (options.json === true) return terminal.data(JSON.stringify(reportOf(done), null, 2));
  io.stdout.write(summaryText(done));
}

function reportOf(done: Optimized): KaizenMetricsReport {
  return {
    format_version: "1.0",
    kind: "kaizen-metrics",
    repo: done.repo ?? null,
    from: new Date(done.from).toISOString(),
    to: new Date(done.to).toISOString(),
    agents: [...done.agents],
    observations: [...done.observations],
    findings: withPointers(done.findings),
    recorded: done.recorded?.record.record_id ?? null,
  };
}
