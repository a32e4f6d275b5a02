import type { SyncReport } from "@coulomb-loop/schemas";
import type { ConflictRecord, FileEdit, SyncItem, SyncPlan, SyncRun } from "@coulomb-loop/state-hub-sync";
import type { Paint } from "../terminal.ts";
import { counted, printable, printableLine, table } from "../terminal.ts";

/** Lines of a plan that are shown; a sweeping one would hide the rest. */
const mostLines = 200;

/** What a plan would do, a line for each write: to the hub first, then what waits for a merge, then for a person. */
export function planLines(plan: SyncPlan, paint: Paint): string[] {
  const rows = [
    ...plan.items.flatMap((item) => itemRows(item, paint)),
    ...plan.edits.map((edit) => editRow(edit, paint)),
    ...plan.manual.map(({ record }) => manualRow(record, paint)),
  ];
  const shown = table(rows.slice(0, mostLines));
  return rows.length > mostLines
    ? [...shown, `… and ${rows.length - mostLines} more; --json has them all`]
    : shown;
}

function itemRows(item: SyncItem, paint: Paint): string[][] {
  const key = paint.bold(item.key);
  switch (item.do) {
    case "create":
      return [
        [
          paint.green("create"),
          key,
          `on the hub: ${printableLine(item.values.title ?? "")} (${item.values.status ?? ""})`,
        ],
      ];
    case "workstream":
    case "decision":
      return [[paint.green(item.rev === null ? "create" : "update"), key, `${item.do} on the hub`]];
    case "task":
      return [
        ...Object.entries(item.set).map(([field, value]) => [
          paint.green("push"),
          key,
          `${field} → ${shownValue(value)} on the hub`,
        ]),
        ...(item.orphaned
          ? [[paint.yellow("orphan"), key, "is gone from the files; the hub's task stays"]]
          : []),
        ...item.conflicts.map((record) => [paint.yellow("conflict"), key, conflictText(record)]),
      ];
  }
}

function editRow(edit: FileEdit, paint: Paint): string[] {
  const key = paint.bold(edit.key);
  const where = paint.dim(printableLine(edit.file));
  switch (edit.do) {
    case "value":
      return [paint.cyan("propose"), key, `${edit.field} → ${shownValue(edit.value)} in ${where}`];
    case "repair":
      return [paint.cyan("repair"), key, `both copies of the status → ${edit.value} in ${where}`];
    case "task_id":
    case "workstream_id":
      return [paint.cyan("id"), key, `${edit.id ?? "that the hub will give"} in ${where}`];
  }
}

function manualRow(record: ConflictRecord, paint: Paint): string[] {
  const text = `${record.field} is ${shownValue(record.local.value)} in the file and ${shownValue(record.remote.value)} on the hub: a person has to say (coulomb sync resolve ${record.taskKey})`;
  return [paint.red("decide"), paint.bold(record.taskKey), text];
}

function conflictText({ field, local, remote, loser }: ConflictRecord): string {
  if (loser === null) return `${field}: both changed; neither wins, both stay as they are`;
  const lost = loser === "local" ? local : remote;
  const won = loser === "local" ? "the hub" : "the file";
  return `${field}: both changed; ${won} wins, ${shownValue(lost.value)} is recorded`;
}

function shownValue(value: string | null | undefined): string {
  return value === null || value === undefined ? "none" : printableLine(value);
}

/** How a run ended, in one line. */
export function runLine(
  { outcome, message }: SyncRun,
  { proposal, requests }: SyncReport,
  paint: Paint,
): string {
  const colour =
    outcome === "in_sync" || outcome === "written"
      ? paint.green
      : outcome === "planned"
        ? paint.yellow
        : paint.red;
  const words = outcome.replaceAll("_", " ");
  const number = proposal?.number === undefined ? "" : ` #${proposal.number}`;
  const at = proposal?.url === undefined ? "" : ` ${proposal.url}`;
  const proposed =
    proposal === undefined || proposal.kind === "none" ? "" : `; proposal${number} is ${proposal.kind}${at}`;
  return `${colour(words)}: ${printable(message)}${proposed} (${counted(requests.hub, "request")} to the hub)`;
}
