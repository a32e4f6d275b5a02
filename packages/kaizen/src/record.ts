import { basename, dirname } from "node:path";
import { CoulombError, type Finding } from "@coulomb-loop/schemas";
import { hubBodies } from "@coulomb-loop/schemas/hub";
import { v7 } from "uuid";
import { appendText } from "./append-line.ts";
import { type Checkout, openCheckout, type Place } from "./git.ts";
import type { LockHolder } from "./lock.ts";
import {
  type AgentMetrics,
  metricsBytes,
  metricsDays,
  metricsFolderOf,
  readAgentMetrics,
} from "./metrics-files.ts";
import type { MetricsRecord } from "./metrics-lines.ts";
import { type Prepared, readPrepared } from "./prepared.ts";
import { oneLine } from "./quote.ts";
import { enqueue, exclusively, flush, type RecordSink } from "./record-sink.ts";
import { findRepoId } from "./repo-id.ts";
import { redact } from "./secrets.ts";
import { checkAgent, parseSlot } from "./slot.ts";

/** What is to be recorded of a session. Times are epoch milliseconds. */
export interface RecordOptions extends Place {
  readonly agent: string;
  readonly outcome: MetricsRecord["outcome"];
  /** Seconds. */
  readonly time: number;
  readonly quality?: number;
  readonly qualitySource?: string;
  /** Needed unless it succeeded or did nothing. */
  readonly reason?: string;
  /** Default: the slot of the bundle that was prepared here, unless that is expired. */
  readonly slot?: string;
  readonly cycle?: string;
  readonly attempt?: number;
  readonly trigger?: MetricsRecord["trigger"];
  /** Who ran it. */
  readonly actor: string;
  /** Default: so long before the end as it took. */
  readonly startedAt?: number;
  /** Default: now. */
  readonly finishedAt?: number;
  readonly cost?: Readonly<Record<string, number>>;
  readonly interventions?: readonly { readonly kind: string; readonly note?: string }[];
  /** Id of the record that this one replaces. */
  readonly corrects?: string;
  /** `forge/owner/name`; default: the slot's, else what the remote says. */
  readonly repo?: string;
  /** Who locks; its clock says when this is written. */
  readonly holder: LockHolder;
  /** Who gets it besides; none: nobody. */
  readonly sink?: RecordSink;
}

/** A record that was written. */
export interface Recorded {
  readonly file: string;
  readonly record: MetricsRecord;
  readonly slotSource: "given" | "bundle" | "none";
  readonly hub: "kept" | "refused" | "unsent" | "none";
  /** Also `record_torn`, `slot_closed`, `repo_guessed`, `record_redacted`, `record_unsent`, `record_refused`. */
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
    if (options.sink !== undefined) enqueue(checkout, made.record);
    const torn = metrics.findings.filter((each) => each.code === "record_torn" && each.file === file);
    return { file, record: made.record, warnings: [...made.warnings, ...torn] };
  });
  const { record } = written;
  const base = { ...written, slotSource: context.slotSource };
  if (options.sink === undefined) return { ...base, hub: "none" };
  const { kept, refused, warnings } = await flush(checkout, options.sink, options.holder);
  const hub = kept.has(record.record_id) ? "kept" : refused.has(record.record_id) ? "refused" : "unsent";
  return { ...base, hub, warnings: [...written.warnings, ...warnings] };
}

/** What a record takes from around it. */
interface RecordContext {
  readonly repo: string;
  readonly head: string | undefined;
  readonly slot: string | undefined;
  readonly slotSource: Recorded["slotSource"];
  /** The bundle that the session worked from: one for this very slot. */
  readonly prepared: Prepared | undefined;
  readonly warnings: readonly Finding[];
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
    warnings: found === undefined ? [guess(repo)] : [],
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

function compose(
  options: RecordOptions,
  context: RecordContext,
  metrics: AgentMetrics,
): { readonly record: MetricsRecord; readonly warnings: readonly Finding[] } {
  const { agent, outcome, corrects } = options;
  const success = outcome === "success" || outcome === "noop";
  if (!success && (options.reason ?? "").trim() === "")
    throw new CoulombError("usage", "a failure needs a reason", {
      hint: "give --reason with what the next session should know",
    });
  if (corrects !== undefined && !metrics.records.some(({ record_id: id }) => id === corrects))
    throw new CoulombError("record_invalid", `${agent} has no record ${corrects.slice(0, 100)}`, {
      hint: "coulomb kaizen metrics optimize --json names records",
    });
  const now = options.holder.now();
  const record = checked({
    ...identity(options, context, now),
    ...content(options, success),
    ...links(options, context, metrics),
  });
  const warnings = [...context.warnings];
  const words = [options.reason, options.actor, ...(options.interventions ?? []).map(({ note }) => note)];
  if (words.some((text = "") => redact(text) !== text)) warnings.push(redacted);
  const closing = record.slot === undefined ? undefined : closingSuccess(metrics, record);
  if (closing !== undefined) warnings.push(closed(closing));
  return { record, warnings };
}

function identity(options: RecordOptions, { repo, slot, prepared }: RecordContext, now: number) {
  const frontmatter = prepared?.frontmatter;
  const cycle = options.cycle ?? frontmatter?.cycle ?? undefined;
  const attempt = options.attempt ?? frontmatter?.attempt ?? 1;
  const bySlot = slot === undefined ? "manual" : "schedule";
  return {
    record_id: v7({ msecs: now }),
    agent: options.agent,
    repo,
    ...(slot === undefined ? {} : { slot }),
    ...(cycle === undefined ? {} : { cycle }),
    attempt,
    trigger: options.trigger ?? (attempt > 1 ? "retry" : bySlot),
  };
}

function content(options: RecordOptions, success: boolean) {
  const now = options.holder.now();
  const finished = options.finishedAt ?? now;
  const started = options.startedAt ?? finished - options.time * 1000;
  if (started > finished)
    throw new CoulombError("usage", "the session ends before it begins", {
      hint: "give --started-at before --finished-at",
    });
  const { quality, reason } = options;
  const notes = (options.interventions ?? []).map(({ kind, note }) => ({
    kind,
    ...(note === undefined ? {} : { note: oneLine(note, 2000) }),
  }));
  return {
    success,
    outcome: options.outcome,
    time_s: options.time,
    ...(quality === undefined ? {} : { quality, quality_source: options.qualitySource ?? "self" }),
    ...(reason === undefined ? {} : { reason: oneLine(reason, 2000) }),
    started_at: iso(started),
    finished_at: iso(finished),
    recorded_at: iso(now),
    ...(options.cost === undefined ? {} : { cost: { ...options.cost } }),
    actor: oneLine(options.actor, 200),
    ...(notes.length === 0 ? {} : { interventions: notes }),
  };
}

function links({ corrects }: RecordOptions, { head, prepared }: RecordContext, { lines }: AgentMetrics) {
  const at = prepared?.frontmatter.head ?? head;
  const definition = prepared?.frontmatter.definition ?? undefined;
  const prev = lines.findLast(({ record }) => record !== undefined)?.digest;
  const provenance = {
    ...(at === undefined ? {} : { head: at }),
    ...(prepared === undefined ? {} : { bundle: prepared.digest }),
    ...(definition === undefined ? {} : { definition }),
  };
  return {
    ...(Object.keys(provenance).length === 0 ? {} : { provenance }),
    ...(corrects === undefined ? {} : { corrects }),
    ...(prev === undefined ? {} : { prev }),
  };
}

function checked(record: unknown): MetricsRecord {
  const result = hubBodies.metrics_record.validate(record);
  if (result.ok) return result.value;
  const [first] = result.findings;
  throw new CoulombError("record_invalid", first?.message ?? "the record keeps no contract", {
    hint: first?.hint ?? "schemas/hub.schema.json has the contract, as metrics_record",
  });
}

/** Adds the line; behind a line that was cut off it begins a new one. */
function write(root: string, record: MetricsRecord): string {
  const file = `${metricsFolderOf(record.agent)}/${record.recorded_at.slice(0, 10)}.jsonl`;
  const isThere = metricsDays(root, record.agent).includes(basename(file));
  const last = isThere ? metricsBytes(root, file).at(-1) : undefined;
  appendText(root, file, `${last === undefined || last === 0x0a ? "" : "\n"}${JSON.stringify(record)}\n`);
  return file;
}

function closingSuccess({ records }: AgentMetrics, { slot }: MetricsRecord): MetricsRecord | undefined {
  const replaced = new Set(records.map(({ corrects }) => corrects));
  return records.findLast(
    (each) =>
      each.slot === slot &&
      each.success &&
      (each.trigger === "schedule" || each.trigger === "retry") &&
      !replaced.has(each.record_id),
  );
}

const redacted: Finding = {
  code: "record_redacted",
  severity: "warning",
  message: "what looks like a secret was left out of the record",
  hint: "if it is one, change it: the command line that held it may be kept elsewhere",
};

function closed({ record_id: id, slot = "" }: MetricsRecord): Finding {
  return {
    code: "slot_closed",
    severity: "warning",
    message: `record ${id} has closed ${slot} with success already`,
    hint: "to replace it, record again with --corrects and its id; two that disagree prove nothing",
  };
}

function iso(instant: number): string {
  if (Number.isFinite(instant) && Math.abs(instant) < 8.64e15) return new Date(instant).toISOString();
  throw new CoulombError("record_invalid", "a time of the session is no instant", {
    hint: "give --time in seconds",
  });
}
