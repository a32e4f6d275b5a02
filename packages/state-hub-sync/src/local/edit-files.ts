import { decode, type EditResult, editWorkplan, type Source, type TaskChange } from "@coulomb-loop/documents";
import type { Finding } from "@coulomb-loop/schemas";
import type { FileEdit } from "../plan/types.ts";
import type { LocalValidators } from "./parse-file.ts";

/** A workplan with the edits that were made in it. */
export interface EditedFile {
  readonly path: string;
  /** Blob that was edited. */
  readonly base: string;
  readonly bytes: Uint8Array;
  readonly edits: readonly FileEdit[];
}

/** The file that an edit is about; `undefined` when it is not there. */
export type FileNow = (path: string) => { readonly blob: string; readonly bytes: Uint8Array } | undefined;

/**
 * Makes edits in their files, each proved. One that a file refuses is a finding, and the others of it are made; an id that
 * is not given yet is left out; a file that says all of it already is left out too. In the order of files.
 */
export function editFiles(
  edits: readonly FileEdit[],
  fileNow: FileNow,
  validators: LocalValidators,
): { readonly files: readonly EditedFile[]; readonly findings: readonly Finding[] } {
  const files: EditedFile[] = [];
  const findings: Finding[] = [];
  for (const [path, own] of Map.groupBy(edits, ({ file }) => file)) {
    const now = fileNow(path);
    const source = now === undefined ? [fileMissing(path)] : decode(now.bytes, path);
    if (now === undefined || Array.isArray(source)) {
      if (Array.isArray(source)) findings.push(...source);
      continue;
    }
    const made = editOne(source, own, validators);
    findings.push(...made.findings);
    if (made.result.status === "edited")
      files.push({ path, base: now.blob, bytes: made.result.bytes, edits: made.edits });
  }
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), findings };
}

function editOne(source: Source, edits: readonly FileEdit[], validators: LocalValidators) {
  const findings: Finding[] = [];
  const meant = edits.flatMap((edit) => {
    const change = changeOf(edit);
    if (change !== undefined && "code" in change) findings.push(change);
    return change === undefined || "code" in change ? [] : [{ edit, change }];
  });
  const changes = meant.map(({ change }) => change);
  const whole = editWorkplan(source, changes, validators);
  if (whole.status !== "refused") return { result: whole, edits: meant.map(({ edit }) => edit), findings };
  // All of them are made or none: those that stand in the way are found one by one.
  let result: EditResult = { status: "unchanged" };
  const made: typeof meant = [];
  for (const each of meant) {
    const next = editWorkplan(
      source,
      [...made, each].map(({ change }) => change),
      validators,
    );
    if (next.status === "refused") findings.push(...next.findings);
    else {
      made.push(each);
      result = next;
    }
  }
  return { result, edits: made.map(({ edit }) => edit), findings };
}

/** What an edit means for the editor; nothing for an id that is not given yet. */
function changeOf(edit: FileEdit): TaskChange | Finding | undefined {
  const { key } = edit;
  switch (edit.do) {
    case "value":
      if (edit.field === "priority") return { key, set: { priority: edit.value } };
      return edit.value === null
        ? needed(edit.file, key, edit.field)
        : { key, set: { [edit.field]: edit.value } };
    case "repair":
      return { key, set: { status: edit.value } };
    case "task_id":
      return edit.id === null ? undefined : { key, set: { stateHubTaskId: edit.id } };
    case "workstream_id":
      return edit.id === null ? undefined : { plan: { stateHubWorkstreamId: edit.id } };
  }
}

function needed(file: string, key: string, field: string): Finding {
  const message = `the hub has no ${field} for ${key}, and a task in a workplan needs one`;
  return {
    code: "sync_value_needed",
    severity: "error",
    message,
    hint: `give it a ${field} in the hub`,
    file,
  };
}

function fileMissing(file: string): Finding {
  const message = "a workplan that is to be changed is not there any more";
  return { code: "file_missing", severity: "error", message, hint: "run again", file };
}
