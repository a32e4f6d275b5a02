import type { ImportTarget, PlannedImport } from "@coulomb-loop/reconciler";
import { changeLine } from "@coulomb-loop/reconciler";
import type { ImportReport } from "@coulomb-loop/schemas";
import type { Paint } from "../terminal.ts";
import { printable } from "../terminal.ts";
import { repoLines } from "./plan.ts";
import { spliceLines } from "./splices.ts";

/** What became of an import. */
export interface ImportOutcome {
  readonly written: boolean;
  readonly next: string;
  readonly expiresAt: string;
}

/** An import as the JSON document of `coulomb import --json`. */
export function importReport(
  target: ImportTarget,
  planned: PlannedImport,
  { written, next, expiresAt }: ImportOutcome,
): ImportReport {
  const { plan } = planned;
  return {
    format_version: "1.0",
    kind: "import",
    status: written ? "imported" : "planned",
    repo_id: target.id,
    loop: plan.loop,
    phase: planned.phase,
    wave: target.wave,
    schedule_file: target.file,
    has_file: planned.hasFile,
    from_queue: target.queued !== undefined,
    file: target.loop.roster.file,
    line: planned.line,
    entry: { ...planned.entry },
    overrides: planned.kept.map((kept) => ({ ...kept, expires_at: expiresAt })),
    proposed: planned.proposed.map((value) => ({ ...value })),
    left_alone: [...planned.leftAlone],
    notes: [...planned.notes],
    first_plan: { class: plan.class, reason: plan.reason, proposes: plan.change !== null },
    splices: planned.splices.map(([start, end, text]) => [start, end, text]),
    next,
  };
}

/** An import for people: the changed lines of the roster, what stays, what will be proposed, and the first plan. */
export function importLines(
  report: ImportReport,
  planned: PlannedImport,
  answers: string,
  paint: Paint,
): string[] {
  const { file, line, loop, phase, wave, status } = report;
  const done = status === "imported" ? "imported into" : "would be imported into";
  const diff = spliceLines(planned.source, planned.splices).map((text) =>
    text.startsWith("+") ? paint.green(text) : text.startsWith("-") ? paint.red(text) : text,
  );
  return [
    `${paint.bold(report.repo_id)}  ${done} ${loop}: phase ${phase}, wave ${wave}`,
    paint.dim(`${file}:${line}`),
    ...diff,
    "",
    ...section(
      `Stays until ${report.overrides[0]?.expires_at ?? ""}, by overrides that ${printable(answers)} answers for:`,
      report.overrides.map((kept) => changeLine(kept)),
    ),
    ...section(
      report.first_plan.proposes ? "Will be proposed:" : "Differs, and is not proposed:",
      report.proposed.map((value) => `${changeLine(value)}  ${paint.dim(printable(value.why))}`),
    ),
    ...section("Note:", report.notes),
    "A first plan says:",
    ...repoLines(planned.plan, paint).map((text) => `  ${text}`),
    "",
    `Next: ${printable(report.next)}`,
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${printable(line)}`), ""];
}
