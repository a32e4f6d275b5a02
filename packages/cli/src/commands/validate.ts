import { readFileSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { readScheduleBytes } from "@coulomb-loop/kaizen";
import type { Finding } from "@coulomb-loop/schemas";
import { CoulombError, compareFindings, hasErrors } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { exitCodes } from "../io.ts";
import { gitPrefix, opsPath } from "../ops-files.ts";
import { findingsReport, githubAnnotations, printFindings, sarifLog } from "../output/findings.ts";
import { counted } from "../terminal.ts";
import { toolVersion } from "../version.ts";
import type { Workspace } from "../workspace.ts";
import { readWorkspace } from "../workspace.ts";

interface Options extends CommonOptions {
  readonly format?: "human" | "json" | "sarif" | "github";
  readonly strict?: boolean;
}

/** `coulomb validate`: all findings of the ops repo, or of some of its files; exit 1 on errors (`--strict`: warnings). */
export async function validate(
  { io, terminal, exit }: Invocation,
  options: Options,
  paths: readonly string[],
): Promise<void> {
  if (options.json === true && options.format !== undefined && options.format !== "json")
    throw new CoulombError("usage", `--json and --format ${options.format} are two formats`, {
      hint: "give one of them",
    });
  const workspace = readWorkspace(io, options.ops);
  const { folder, ops, files } = workspace;
  // Paths may overlap; a finding of the ops repo is one object however often it is met.
  const findings =
    paths.length === 0
      ? [...ops.findings]
      : [...new Set(paths.flatMap((path) => ofPath(workspace, io.cwd, path)))];
  findings.sort(compareFindings);
  const format = options.json === true ? "json" : (options.format ?? "human");
  if (format === "json")
    terminal.data(JSON.stringify(findingsReport(folder, files.length, findings), null, 2));
  else if (format === "sarif")
    terminal.data(JSON.stringify(sarifLog(fromGitRoot(folder, findings), toolVersion()), null, 2));
  else if (format === "github")
    for (const line of githubAnnotations(fromGitRoot(folder, findings))) terminal.data(line);
  else {
    for (const line of printFindings(findings, terminal.paint)) terminal.data(line);
    terminal.data(summary(folder, files.length, findings));
  }
  const warned = options.strict === true && findings.some((finding) => finding.severity === "warning");
  exit(hasErrors(findings) || warned ? exitCodes.error : exitCodes.ok);
}

function summary(folder: string, files: number, findings: readonly Finding[]): string {
  const errors = findings.filter((finding) => finding.severity === "error").length;
  const warnings = findings.filter((finding) => finding.severity === "warning").length;
  return `${counted(files, "file")} in ${folder}: ${errors === 0 ? "no errors" : counted(errors, "error")}${warnings === 0 ? "" : `, ${counted(warnings, "warning")}`}`;
}

/** Findings with their files named from the root of the git repository, as code hosts name them. */
function fromGitRoot(folder: string, findings: readonly Finding[]): Finding[] {
  const prefix = gitPrefix(folder);
  return findings.map((finding) =>
    finding.file === undefined ? finding : { ...finding, file: `${prefix}${finding.file}` },
  );
}

/** The findings of one file or folder of the ops repo; a pilot's schedule file is checked by itself. */
function ofPath({ folder, ops, files }: Workspace, cwd: string, path: string): Finding[] {
  const name = opsPath(folder, cwd, path);
  const isInside = (file: string | undefined) =>
    name === "" || file === name || file?.startsWith(`${name}/`) === true;
  const inside = ops.findings.filter(({ file }) => isInside(file));
  const full = resolve(cwd, path);
  try {
    if (statSync(full).isFile() && /^schedule\.ya?ml$/.test(basename(full)))
      return [...readScheduleBytes(readFileSync(full), name).findings];
    return inside.length > 0 || files.some(isInside) ? inside : [unchecked(path, name)];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      {
        code: "file_unreadable",
        severity: "error",
        message: `${path} cannot be read: ${reason}`,
        hint: "name a file or folder of the ops repo, or a schedule.yml",
        file: name,
      },
    ];
  }
}

/** Silence would read as "in order". */
function unchecked(path: string, name: string): Finding {
  return {
    code: "file_unchecked",
    severity: "info",
    message: `${path} was not checked: no contract holds for it`,
    hint: "paths in coulomb.yaml say where the files of the ops repo are",
    file: name,
  };
}
