import { CoulombError, type Finding } from "@coulomb-loop/schemas";
import { hubBodies } from "@coulomb-loop/schemas/hub";
import { v7 } from "uuid";
import type { Place } from "./git.ts";
import type { LockHolder } from "./lock.ts";
import type { AgentMetrics } from "./metrics-files.ts";
import type { MetricsRecord } from "@coulomb-loop/documents";
import type { Prepared } from "./prepared.ts";
import { oneLine } from "./quote.ts";
import type { RecordSink } from "./record-sink.ts";
import { redact } from "./secrets.ts";

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

/** What a record takes from around it. */
export interface RecordContext {
  readonly repo: string;
  readonly head: string | undefined;
  readonly slot: string | undefined;
  readonly slotSource: "given" | "bundle" | "none";
  /** The bundle that the session worked from: one for this very slot. */
  readonly prepared: Prepared | undefined;
  readonly warnings: readonly Finding[];
}

/**
 * The record of a session, checked against the hub's contract, and what is to be said of it. Throws `usage` and
 * `record_invalid`.
 */
export function compose(
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
