import type { SyncExplainReport } from "@coulomb-loop/schemas";
import { type ExplainedField, versionText } from "@coulomb-loop/state-hub-sync";
import { type FoundTask, placesWords } from "../sync-explained.ts";
import type { FieldProvenance, ProposalNote, Provenance } from "../sync-provenance.ts";
import type { Paint } from "../terminal.ts";
import { printableLine, table } from "../terminal.ts";

/** What each row of the table means, for people. */
const rows: Readonly<Record<ExplainedField["decision"]["row"], string>> = {
  equal: "both sides are equal",
  push: "only the file changed: the hub gets its value",
  propose: "only the hub changed: its value is proposed to the file",
  copied: "the file has an older value of the hub: the newer one is proposed",
  local_lost: "the file's value lost a recorded conflict: the hub's is proposed",
  remote_lost: "the hub's value lost a recorded conflict: it gets the file's",
  conflict: "both changed: the rule decides, and the loser is recorded",
  manual: "both changed, done against cancelled: a person has to say",
  ask: "both changed: the file's version could not be told",
};

/** A task explained, for people. */
export function explainLines(task: FoundTask, { fields: set, proposal }: Provenance, paint: Paint): string[] {
  if (task.kind === "gone")
    return [
      `${paint.bold(task.key)} is on the hub (${task.id}) and not ${printableLine(placesWords(task.unseen))}${task.orphaned ? "; that is recorded" : ""}.`,
    ];
  const place = paint.dim(`${printableLine(task.file)}:${task.line}`);
  const onHub = task.id === undefined ? "not on the hub yet" : `${task.id} at revision ${task.rev ?? 0}`;
  const head = `${paint.bold(task.key)}  ${place}  ${onHub}`;
  if (task.finding !== undefined)
    return [
      head,
      `${paint.red("stopped")} ${printableLine(task.finding.message)} ${paint.dim(`[${task.finding.code}]`)}`,
    ];
  return [
    head,
    ...stateLines(task.state),
    ...copiesLines(task.copies),
    ...task.fields.flatMap((field) => [
      ...fieldLines(field, set.get(field.field), paint),
      ...verdictLines(task.key, field, paint),
    ]),
    ...proposalLines(proposal, paint),
  ];
}

function fieldLines(
  { field, local, remote, base, rev, baseRev, decision }: ExplainedField,
  from: FieldProvenance | undefined,
  paint: Paint,
): string[] {
  const sides = [
    ["    file", shown(local), paint.dim(fileWords(from?.file))],
    ["    hub", shown(remote), paint.dim(`revision ${rev}${hubWords(from?.hub)}`)],
    ["    base", shown(base), paint.dim(`revision ${baseRev}`)],
    ...(from?.proposed === undefined ? [] : [["    proposed", shown(from.proposed)]]),
  ];
  return [`  ${paint.bold(field)}: ${rows[decision.row]}`, ...table(sides)];
}

/** The status stands twice in a file; of two copies that differ the newer one counts. */
function copiesLines({ frontmatter, fence }: Extract<FoundTask, { kind: "task" }>["copies"]): string[] {
  if (frontmatter === fence) return [];
  return [
    `Its file says ${printableLine(frontmatter)} in the frontmatter and ${printableLine(fence)} in the fence: a proposal makes both equal.`,
  ];
}

/** How a person says which value stays. */
function verdictLines(key: string, { decision }: ExplainedField, paint: Paint): string[] {
  if (decision.row !== "manual") return [];
  if (decision.conflict === undefined) return ["    not recorded on the hub yet: coulomb sync does that"];
  return [
    `    conflict ${decision.conflict}`,
    `    ${paint.cyan("→")} coulomb sync resolve ${key} --keep file|hub --reason <text>`,
  ];
}

function fileWords(file: FieldProvenance["file"]): string {
  if (file === undefined) return "";
  if ("copied" in file) return `copied from revision ${file.copied}`;
  const who = file.by === undefined ? "" : ` by ${printableLine(file.by)}`;
  const when = file.at === undefined ? "" : ` at ${file.at}`;
  return `commit ${file.commit.slice(0, 10)}${who}${when}`;
}

function hubWords(hub: FieldProvenance["hub"]): string {
  if (hub === undefined) return "";
  const why = hub.reason === undefined ? "" : `: ${printableLine(hub.reason)}`;
  return ` by ${printableLine(hub.by)} at ${hub.at}${why}`;
}

function proposalLines(proposal: ProposalNote | undefined, paint: Paint): string[] {
  if (proposal === undefined) return [];
  const { number, state, title, url } = proposal;
  return [
    `  ${paint.bold(`proposal #${number}`)} is ${state}: ${printableLine(title)}${url === undefined ? "" : ` ${url}`}`,
  ];
}

function stateLines(state: string): string[] {
  switch (state) {
    case "new":
      return ["It is new: the hub will get it, and the file its id."];
    case "deleted":
      return ["It was deleted on the hub: cancelled is proposed to the file."];
    case "unlinked":
      return ["Both sides have it, and never agreed on anything yet."];
    default:
      return [];
  }
}

function shown(value: string | null): string {
  return value === null ? "none" : printableLine(value);
}

/** The JSON document of `coulomb sync explain`. */
export function explainReport(task: FoundTask, { fields: set, proposal }: Provenance): SyncExplainReport {
  const frame = { format_version: "1.0", kind: "sync-explain", key: task.key } as const;
  if (task.kind === "gone") return { ...frame, state: "gone", id: task.id, fields: [] };
  const { state, file, line, id, rev, copies, finding, fields } = task;
  return {
    ...frame,
    state,
    file,
    line,
    copies: { ...copies },
    ...(id === undefined ? {} : { id }),
    ...(rev === undefined ? {} : { rev }),
    ...(finding === undefined
      ? {}
      : { finding: { code: finding.code, severity: finding.severity, message: finding.message } }),
    ...(proposal === undefined ? {} : { proposal: { ...proposal } }),
    fields: fields.map(({ field, local, remote, base, rev: at, baseRev, version, decision }) => ({
      field,
      local,
      remote,
      base,
      rev: at,
      base_rev: baseRev,
      ...(version === undefined ? {} : { version: versionText(version) }),
      row: decision.row,
      ...provenanceDocument(set.get(field)),
      ...("loser" in decision ? { loser: decision.loser } : {}),
      ...("conflict" in decision && decision.conflict !== undefined ? { conflict: decision.conflict } : {}),
    })),
  };
}

function provenanceDocument(from: FieldProvenance | undefined) {
  const { hub, file, proposed } = from ?? {};
  return {
    ...(hub === undefined ? {} : { hub_set: { ...hub } }),
    ...(file === undefined ? {} : { file_set: { ...file } }),
    ...(proposed === undefined ? {} : { proposed }),
  };
}
