import { digestOf } from "@coulomb-loop/schemas/digest";
import type { SyncPlanFile, SyncReport } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import { exitCodeOf, type FileEdit, type SyncItem, type SyncRun, wireOf } from "@coulomb-loop/state-hub-sync";
import { writeFileSync } from "node:fs";

type Item = SyncReport["plan"]["items"][number];
type Edit = SyncReport["plan"]["edits"][number];

/** The JSON document of `coulomb sync`. */
export function syncReport(
  run: SyncRun,
  { hubRequests }: { readonly hubRequests: () => number },
): SyncReport {
  const { outcome, message, hubWrites, rounds, proposal, findings } = run;
  return {
    format_version: "1.0",
    kind: "sync",
    outcome,
    message,
    exit_code: exitCodeOf(run),
    plan: planDocument(run),
    hub_writes: hubWrites,
    rounds,
    requests: { hub: hubRequests() },
    ...(proposal === undefined
      ? {}
      : {
          proposal: {
            kind: proposal.kind,
            message: proposal.message,
            writes: proposal.writes,
            ...(proposal.number === undefined ? {} : { number: proposal.number }),
            ...(proposal.url === undefined ? {} : { url: proposal.url }),
          },
        }),
    findings: findings.map(({ code, severity, message: text, hint, file, line, column }) => ({
      code,
      severity,
      message: text,
      ...(hint === undefined ? {} : { hint }),
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    })),
  };
}

function planDocument({ plan, planDigest }: SyncRun): SyncReport["plan"] {
  const { items, edits, manual, counts, guard } = plan;
  return {
    plan_digest: planDigest,
    counts: { ...counts },
    items: items.map(itemDocument),
    edits: edits.map(editDocument),
    manual: manual.map(({ record }) => ({
      key: record.taskKey,
      field: record.field,
      local: record.local.value,
      remote: record.remote.value,
    })),
    ...(guard === undefined ? {} : { guard }),
  };
}

function itemDocument(item: SyncItem): Item {
  const { key } = item;
  switch (item.do) {
    case "create":
      return { do: "create", key, set: { ...item.values } };
    case "workstream":
    case "decision":
      return { do: item.do, key, ...(item.rev === null ? {} : { rev: item.rev }) };
    case "task":
      return {
        do: "task",
        key,
        rev: item.rev,
        set: { ...item.set },
        ...(item.orphaned ? { orphaned: true } : {}),
        conflicts: item.conflicts.length,
      };
  }
}

function editDocument(edit: FileEdit): Edit {
  const { file, key } = edit;
  switch (edit.do) {
    case "value":
      return { do: "value", file, key, field: edit.field, value: edit.value, rev: edit.rev };
    case "repair":
      return { do: "repair", file, key, value: edit.value };
    case "task_id":
    case "workstream_id":
      return { do: edit.do, file, key, value: edit.id };
  }
}

/** Writes the plan of a dry run to a file, with a digest of all that people are shown of it. */
export function writeSyncPlan(file: string, run: SyncRun): void {
  const plan = planDocument(run);
  const document: SyncPlanFile = {
    format_version: "1.0",
    kind: "sync-plan",
    plan: { ...plan },
    digest: digestOf(plan),
  };
  try {
    writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unwritable";
    throw new CoulombError("sync_plan", `${file} cannot be written (${code})`, {
      hint: "name a file in a folder that you may write to",
      cause: error,
    });
  }
}

/** The digest of the plan in a saved file. Throws `sync_plan` for a file that is none, or that was changed since. */
export function readSyncPlan(text: string, file: string): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw broken(file, "it is no JSON", error);
  }
  const { kind, plan, digest, format_version: version } = wireOf(value);
  if (kind !== "sync-plan" || typeof version !== "string" || !version.startsWith("1."))
    throw broken(file, "it is no plan of a sync of this release");
  if (digestOf(plan) !== digest) throw broken(file, "it was changed since it was saved");
  const { plan_digest: planDigest } = wireOf(plan);
  if (typeof planDigest !== "string") throw broken(file, "it names no plan");
  return planDigest;
}

function broken(file: string, why: string, cause?: unknown): CoulombError {
  return new CoulombError("sync_plan", `${file} cannot be applied: ${why}`, {
    hint: "make a plan anew: coulomb sync --dry-run --out plan.json",
    ...(cause === undefined ? {} : { cause }),
  });
}
