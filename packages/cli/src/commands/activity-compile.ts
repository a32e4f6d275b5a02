import { resolve } from "node:path";
import { formatLock } from "@coulomb-loop/activity";
import { type ActivityCompileReport, type Finding, hasErrors } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { exitCodes } from "../io.ts";
import { compileOps } from "../open-activity.ts";
import { withPointers, placeFindings, printFindings } from "../output/findings.ts";
import { table } from "../terminal.ts";
import { gateErrors, readSound } from "../workspace.ts";
import { writeWhole } from "../write-whole.ts";

interface Options extends CommonOptions {
  readonly check?: boolean;
}

/** `coulomb activity compile`: checks every definition and pins its digest in the lock; `--check` only tells whether it does. */
export async function compile({ io, terminal, exit }: Invocation, options: Options): Promise<void> {
  const workspace = readSound(io, terminal, options.ops, gateErrors);
  const compiled = compileOps(workspace);
  const text = formatLock(compiled.lock);
  const isStale = text !== compiled.lockText;
  const findings = placeFindings(workspace.ops.locate, [
    ...compiled.findings,
    ...(options.check === true ? staleOf(compiled.stale, isStale, compiled.lockFile) : []),
  ]);
  const failed = hasErrors(findings);
  // A definition that is wrong is not pinned: nobody would fire it, and the lock would say that it is fine.
  const isWritten = options.check !== true && isStale && !failed;
  if (isWritten)
    writeWhole(resolve(workspace.folder, compiled.lockFile), text, {
      code: "lock_unwritable",
      hint: "correct the permissions of that folder",
    });
  const report: ActivityCompileReport = {
    format_version: "1.0",
    kind: "activity-compile",
    lock: compiled.lockFile,
    written: isWritten,
    definitions: compiled.definitions.map(({ definition: { id, enabled }, file, digest, isLocked }) => ({
      id,
      file,
      digest,
      enabled: enabled === true,
      locked: isLocked,
    })),
    findings: withPointers(findings),
  };
  if (options.json === true) terminal.data(JSON.stringify(report, null, 2));
  else {
    for (const line of printFindings(findings, terminal.paint)) terminal.data(line);
    const { paint } = terminal;
    const rows = report.definitions.map(({ id, digest, enabled, locked }) => [
      paint.bold(id),
      digest.slice(0, 12),
      enabled ? paint.green("enabled") : paint.dim("not enabled"),
      locked ? "" : isWritten ? paint.yellow("pinned anew") : paint.yellow("not pinned"),
    ]);
    for (const line of table(rows)) terminal.data(line);
    terminal.data(
      isWritten
        ? `${compiled.lockFile}: written. Commit it with the definitions.`
        : `${compiled.lockFile}: ${isStale ? "not as the definitions are" : "as the definitions are"}.`,
    );
  }
  exit(failed ? exitCodes.error : exitCodes.ok);
}

/** A lock that pins everything and is not written as we write it is stale too: its next writing would change it. */
function staleOf(stale: readonly Finding[], isStale: boolean, file: string): readonly Finding[] {
  if (stale.length > 0 || !isStale) return stale;
  const message = `${file} is not as coulomb activity compile writes it`;
  return [{ code: "lock_stale", severity: "error", message, hint: "run coulomb activity compile", file }];
}
