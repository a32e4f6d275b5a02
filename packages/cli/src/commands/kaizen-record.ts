import { type Recorded, type RecordOptions, recordRun } from "@coulomb-loop/kaizen";
import { CoulombError, type KaizenRecordReport } from "@coulomb-loop/schemas";
import type { Intervention } from "../command-line/arguments.ts";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { hubSink } from "../hub-sink.ts";
import { lockHolder, placeOf, type SlotOptions, slotOf } from "../kaizen-place.ts";
import { printFindings, withPointers } from "../output/findings.ts";
import { personIdentity } from "../person.ts";

interface Options extends CommonOptions, SlotOptions {
  readonly success?: boolean;
  readonly failure?: boolean;
  readonly noop?: boolean;
  readonly outcome?: "failed" | "timeout" | "cancelled";
  readonly time: number;
  readonly quality?: number;
  readonly qualitySource?: string;
  readonly reason?: string;
  readonly trigger?: NonNullable<RecordOptions["trigger"]>;
  readonly actor?: string;
  readonly startedAt?: number;
  readonly finishedAt?: number;
  readonly cost?: Readonly<Record<string, number>>;
  readonly intervention?: readonly Intervention[];
  readonly corrects?: string;
}

/** `coulomb kaizen metrics record`: adds one record; a hub that is away is a warning. */
export async function record(
  { io, terminal }: Invocation,
  options: Options,
  [agent = ""]: readonly string[],
): Promise<void> {
  const { time, quality, qualitySource, reason, trigger, startedAt, finishedAt, cost, corrects } = options;
  const sink = hubSink(io);
  const recorded = await recordRun({
    ...placeOf(io),
    ...slotOf(io, options),
    agent,
    outcome: outcomeOf(options),
    time,
    actor: options.actor ?? (await personIdentity(io)).name,
    holder: lockHolder(io),
    ...(quality === undefined ? {} : { quality }),
    ...(qualitySource === undefined ? {} : { qualitySource }),
    ...(reason === undefined ? {} : { reason }),
    ...(trigger === undefined ? {} : { trigger }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(finishedAt === undefined ? {} : { finishedAt }),
    ...(cost === undefined ? {} : { cost }),
    ...(options.intervention === undefined ? {} : { interventions: options.intervention }),
    ...(corrects === undefined ? {} : { corrects }),
    ...(sink === undefined ? {} : { sink }),
  });
  for (const line of printFindings(recorded.warnings, terminal.paint)) terminal.note(line);
  if (options.json === true) return terminal.data(JSON.stringify(reportOf(recorded), null, 2));
  const { record_id: id, slot } = recorded.record;
  terminal.data(
    `recorded ${id} in ${recorded.file}${slot === undefined ? ", for no slot" : `, for ${slot}`}`,
  );
}

function outcomeOf({ success, failure, noop, outcome }: Options): RecordOptions["outcome"] {
  if (success === true) return "success";
  if (noop === true) return "noop";
  if (failure === true || outcome !== undefined) return outcome ?? "failed";
  throw new CoulombError("usage", "what came of the session is missing", {
    hint: "give one of --success, --failure and --noop",
  });
}

function reportOf({ file, record: line, slotSource, hub, warnings }: Recorded): KaizenRecordReport {
  return {
    format_version: "1.0",
    kind: "kaizen-record",
    file,
    record: { ...line },
    slot_source: slotSource,
    hub,
    warnings: withPointers(warnings),
  };
}
