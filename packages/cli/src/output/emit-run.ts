import {
  appendFileSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { resolve } from "node:path";
import type { RunReport } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import type { Invocation } from "../command-line/builder.ts";
import type { EmitTarget } from "../emit/index.ts";
import { gitPrefix } from "../ops-files.ts";
import type { Terminal } from "../terminal.ts";

/** The metrics of a hundred thousand repos stay below this. */
const mostBefore = 64 * 1024 * 1024;

/** A format and the file it goes to. */
export type Emission = Extract<EmitTarget, { kind: "target" }>;

/**
 * Where text for people goes: to stderr when stdout is one of the documents. Throws CoulombError `usage` when another
 * document (`--json`, `--out -`) is to be printed there as well.
 */
export function textSink(
  { data, note }: Terminal,
  emissions: readonly Emission[],
  printed: string | undefined,
): (line: string) => void {
  const emitted = emissions.find(({ path }) => path === "-");
  if (emitted !== undefined && printed !== undefined)
    throw new CoulombError("usage", `${printed} and --emit ${emitted.format}=- both print a document`, {
      hint: `name a file for one of them: --emit ${emitted.format}=<path>`,
    });
  return emitted === undefined ? data : note;
}

/**
 * Writes a run in every format that was asked for, each file whole or not at all. The summary of a GitHub job is a file
 * that a step adds to. Throws CoulombError `emit_unwritable`, after the other formats were written.
 */
export async function emitRun(
  { io }: Invocation,
  folder: string,
  report: () => RunReport,
  emissions: readonly Emission[],
): Promise<void> {
  if (emissions.length === 0) return;
  const { emitText } = await import("../emit/index.ts");
  const failures: CoulombError[] = [];
  for (const { format, path } of emissions) {
    const file = resolve(io.cwd, path);
    const isAdded = io.env.GITHUB_STEP_SUMMARY === path;
    const before = path !== "-" && (isAdded || format === "prometheus") ? textBefore(file) : undefined;
    const text = emitText(report(), format, gitPrefix(folder), before);
    if (path === "-") io.stdout.write(text);
    else {
      const failure = save(file, text, isAdded);
      if (failure !== undefined) failures.push(failure);
    }
  }
  const [first] = failures;
  if (first !== undefined) throw first;
}

/** Sends the figures of a run where OpenTelemetry's variables say; a collector that does not answer is a warning. */
export async function sendFigures({ io, terminal }: Invocation, report: () => RunReport): Promise<void> {
  const wanted = ["OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT"].some(
    (name) => (io.env[name] ?? "") !== "",
  );
  if (!wanted) return;
  const { sendOtlp } = await import("../emit/index.ts");
  const warning = await sendOtlp(report(), io.env);
  if (warning !== undefined) terminal.note(`${terminal.paint.yellow("warning")} ${warning}`);
}

/** What a file held so far; nothing of what is no file, cannot be read, or is far too large to be ours. */
function textBefore(file: string): string | undefined {
  try {
    const stat = statSync(file);
    return stat.isFile() && stat.size <= mostBefore ? readFileSync(file, "utf8") : undefined;
  } catch {
    return undefined;
  }
}

function save(file: string, text: string, isAdded: boolean): CoulombError | undefined {
  let draft: string | undefined;
  try {
    if (isAdded || isStream(file)) appendFileSync(file, text);
    else {
      const target = isThere(file) ? realpathSync(file) : file;
      draft = `${target}.tmp`;
      writeFileSync(draft, text);
      renameSync(draft, target);
    }
    return undefined;
  } catch (error) {
    if (draft !== undefined) rmSync(draft, { force: true });
    return new CoulombError(
      "emit_unwritable",
      `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      { hint: "name another file with --emit; the run itself is done", cause: error },
    );
  }
}

/** A device, a pipe or a socket is written to: a file put in its place would take it away from everybody. */
export function isStream(file: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && (file.startsWith("/dev/") || !(stat.isFile() || stat.isDirectory()));
}

function isThere(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}
