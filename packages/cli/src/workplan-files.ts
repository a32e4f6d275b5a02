import type { Source, WorkplanRead } from "@coulomb-loop/documents";
import { decode, readWorkplan } from "@coulomb-loop/documents";
import type { OpsFile } from "@coulomb-loop/reconciler";
import type { Finding, Workplan, WorkplanTask } from "@coulomb-loop/schemas";
import { CoulombError, validateWorkplan, validateWorkplanTask } from "@coulomb-loop/schemas";
import { opsPath, readOpsFiles } from "./ops-files.ts";
import { replaceFile } from "./replace-file.ts";

/** The contracts of a workplan. */
export const workplanValidators = { frontmatter: validateWorkplan, task: validateWorkplanTask };

/** A workplan file: read, or why it could not be. */
export interface WorkplanFile {
  /** Relative to the ops repo. */
  readonly path: string;
  /** Absent when the file does not decode. */
  readonly source: Source | undefined;
  readonly read: WorkplanRead<Workplan, WorkplanTask> | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Reads the workplans of an ops repo, by path; with `paths` only those, named from `cwd`: files or folders. Throws
 * `usage` for a path that holds no workplan.
 */
export function readWorkplans(folder: string, cwd: string, paths: readonly string[] = []): WorkplanFile[] {
  const all = readOpsFiles(folder).files.filter((file) => file.kind === "workplan");
  if (paths.length === 0) return all.map(readOne);
  const wanted = paths.flatMap((path) => {
    const name = opsPath(folder, cwd, path);
    const inside = all.filter(
      (file) => name === "" || file.path === name || file.path.startsWith(`${name}/`),
    );
    if (inside.length > 0) return inside;
    throw new CoulombError("usage", `${path} holds no workplan of this ops repo`, {
      hint: `paths.workplans of coulomb.yaml says where they are: ${all.map((file) => file.path).join(", ") || "none is there"}`,
    });
  });
  return [...new Set(wanted)].map(readOne);
}

function readOne({ path, content }: OpsFile): WorkplanFile {
  if (!(content instanceof Uint8Array))
    return { path, source: undefined, read: undefined, findings: [content] };
  const source = decode(content, path);
  if (Array.isArray(source)) return { path, source: undefined, read: undefined, findings: source };
  const read = readWorkplan(source, workplanValidators);
  return { path, source, read, findings: read.findings };
}

/**
 * Replaces a workplan by new bytes, whole or not at all, with the mode it had; through a link, the file it leads to.
 * Throws `workplan_changed` when it is no longer what was read, and `workplan_unwritable`.
 */
export function replaceWorkplan(folder: string, source: Source, path: string, bytes: Uint8Array): void {
  const replaced = replaceFile(folder, source, path, bytes);
  if (replaced.kind === "changed") {
    throw new CoulombError("workplan_changed", `${path} changed while it was edited`, {
      hint: "nothing was written; run the command again",
    });
  }
  if (replaced.kind === "unwritable") {
    throw new CoulombError("workplan_unwritable", `${path} cannot be written: ${replaced.reason}`, {
      hint: "mend the permissions of the file and its folder",
      cause: replaced.cause,
    });
  }
}
