import { basename, dirname } from "node:path";
import { CoulombError, type Finding } from "@coulomb-loop/schemas";
import { appendText } from "./append-line.ts";
import { compose, type RecordContext, type RecordOptions } from "./compose-record.ts";
import { type Checkout, openCheckout } from "./git.ts";
import { metricsBytes, metricsDays, metricsFolderOf, readAgentMetrics } from "./metrics-files.ts";
import type { MetricsRecord } from "@coulomb-loop/documents";
import { readPrepared } from "./prepared.ts";
import { enqueue, exclusively, flush } from "./record-sink.ts";
import { findRepoId, otherName } from "./repo-id.ts";
import { checkAgent, parseSlot } from "./slot.ts";

/** A record that was written. */
export interface Recorded {
  readonly file: string;
  readonly record: MetricsRecord;
  readonly slotSource: "given" | "bundle" | "none";
  readonly hub: "kept" | "refused" | "unsent" | "none";
  /** `slot_elsewhere`, `record_torn`, `slot_closed`, `repo_guessed`, `record_redacted`, `record_unsent`, `record_refused`. */
  readonly warnings: readonly Finding[];
}

/**
 * Adds one record to the metrics of an agent, and sends it and all that wait to the sink. The line is there whole or not at
 * all, whoever else records at the same time; no other byte changes. A sink that is away is a warning. Throws `usage`,
 * `slot_invalid`, `slot_foreign`, `record_invalid`, `metrics_locked`, and what opening, reading and writing throw.
 */
export async function recordRun(options: RecordOptions): Promise<Recorded> {
  const agent = checkAgent(options.agent);
  const checkout = await openCheckout(options);
  const context = await contextOf(checkout, options);
  const written = await exclusively(checkout, options.holder, () => {
    const metrics = readAgentMetrics(checkout.root, agent);
    const made = compose(options, context, metrics);
    const file = write(checkout.root, made.record);
    const lost = options.sink === undefined ? [] : unqueued(() => enqueue(checkout, made.record));
    const torn = metrics.findings.filter((each) => each.code === "record_torn" && each.file === file);
    return { file, record: made.record, warnings: [...made.warnings, ...lost, ...torn] };
  });
  const { record } = written;
  const base = { ...written, slotSource: context.slotSource };
  if (options.sink === undefined) return { ...base, hub: "none" };
  const { kept, refused, warnings } = await flush(checkout, options.sink, options.holder);
  const hub = kept.has(record.record_id) ? "kept" : refused.has(record.record_id) ? "refused" : "unsent";
  return { ...base, hub, warnings: [...written.warnings, ...warnings] };
}

/** The record stands in the repo by now: what keeps it from the queue is no reason to record it again. */
function unqueued(work: () => void): Finding[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof CoulombError)) throw error;
    const hint = "the repo has it; whoever reads the repo finds it there";
    return [
      { code: "record_unsent", severity: "warning", message: `not sent to the hub: ${error.message}`, hint },
    ];
  }
}

async function contextOf(checkout: Checkout, options: RecordOptions): Promise<RecordContext> {
  const kept = readPrepared(checkout, options.agent, options.holder.now());
  const fromBundle = kept?.isExpired === false ? kept.frontmatter.slot : undefined;
  const slot = options.slot ?? fromBundle;
  const slotRepo = slot === undefined ? undefined : parseSlot(slot).repo;
  if (options.repo !== undefined && slotRepo !== undefined && options.repo !== slotRepo)
    throw new CoulombError("slot_foreign", `the slot is of ${slotRepo}, this repo is ${options.repo}`, {
      hint: "give the slot of this repo, or leave out --repo and COULOMB_REPO",
    });
  const found = await findRepoId(checkout, [options.repo, slotRepo]);
  const repo = found ?? guessed(checkout.root);
  return {
    repo,
    head: checkout.head,
    slot,
    slotSource: options.slot !== undefined ? "given" : slot === undefined ? "none" : "bundle",
    prepared: kept?.frontmatter.slot === slot && slot !== undefined ? kept : undefined,
    warnings: [
      ...(found === undefined ? [guess(repo)] : []),
      ...(slotRepo === undefined ? [] : await otherName(checkout, slotRepo)),
    ],
  };
}

/** The last two parts of the folder: a record that is lost is worse than one whose repo has to be read with care. */
function guessed(root: string): string {
  const [owner, name] = [basename(dirname(root)), basename(root)].map(
    (text) => text.replaceAll(/[^A-Za-z0-9._-]+/g, "-") || "unknown",
  );
  return `local/${owner}/${name}`;
}

function guess(repo: string): Finding {
  return {
    code: "repo_guessed",
    severity: "warning",
    message: `nothing says which repo this is, so the record calls it ${repo}, after its folder`,
    hint: "set COULOMB_REPO to forge/owner/name, or add a remote origin",
  };
}

/** Adds the line; behind a line that was cut off it begins a new one. */
function write(root: string, record: MetricsRecord): string {
  const file = `${metricsFolderOf(record.agent)}/${record.recorded_at.slice(0, 10)}.jsonl`;
  const isThere = metricsDays(root, record.agent).includes(basename(file));
  const last = isThere ? metricsBytes(root, file).at(-1) : undefined;
  appendText(root, file, `${last === undefined || last === 0x0a ? "" : "\n"}${JSON.stringify(record)}\n`);
  return file;
}
