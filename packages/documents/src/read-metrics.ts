import type { Finding } from "@coulomb-loop/schemas";
import { sha256Of } from "@coulomb-loop/schemas/digest";
import { type HubApi, hubBodies } from "@coulomb-loop/schemas/hub";

/** One record, as the hub's contract has it. */
export type MetricsRecord = HubApi.MetricsRecord;

/** A line of a metrics file. */
export interface MetricsLine {
  /** File from the root of the repo. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** SHA-256 of the line without its ending. */
  readonly digest: string;
  /** Absent when the line is none. */
  readonly record?: MetricsRecord;
}

/** What a metrics file holds. */
export interface MetricsFile {
  readonly lines: readonly MetricsLine[];
  readonly findings: readonly Finding[];
  /** Whether the last line has its line feed. */
  readonly isEnded: boolean;
}

/**
 * Reads the bytes of a metrics file. Empty lines are passed over. Findings, all warnings, with file, line and column:
 * `record_torn` (no JSON), `record_flawed` (no record of this agent). Never throws.
 */
export function readMetricsBytes(bytes: Uint8Array, file: string, agent: string): MetricsFile {
  const text = new TextDecoder("utf-8").decode(bytes);
  const lines: MetricsLine[] = [];
  const findings: Finding[] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const content = raw.replace(/\r$/, "");
    if (content.trim() === "") continue;
    const at = { file, line: index + 1, digest: sha256Of(content) };
    const record = recordIn(content, agent);
    if ("code" in record) findings.push({ ...record, file, line: index + 1 });
    lines.push("code" in record ? at : { ...at, record });
  }
  return { lines, findings, isEnded: bytes.length === 0 || bytes.at(-1) === 0x0a };
}

function recordIn(content: string, agent: string): MetricsRecord | Finding {
  const value = parsed(content);
  if (value instanceof SyntaxError)
    return finding(
      "record_torn",
      jsonColumn(value),
      "the line is no JSON: a write that was cut off, or an edit by hand",
    );
  const checked = hubBodies.metrics_record.validate(value);
  if (!checked.ok)
    return finding(
      "record_flawed",
      1,
      `the line is no record: ${checked.findings[0]?.message ?? "its form"}`,
    );
  if (checked.value.agent !== agent)
    return finding("record_flawed", 1, `a record of ${checked.value.agent} in the files of ${agent}`);
  return checked.value;
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    return error instanceof SyntaxError ? error : new SyntaxError(String(error));
  }
}

/** Where Node says that JSON ends to make sense; 1 when it does not say. */
function jsonColumn(error: SyntaxError): number {
  const [, position] = /at position (\d+)/.exec(error.message) ?? [];
  return position === undefined ? 1 : Number(position) + 1;
}

function finding(code: string, column: number, message: string): Finding {
  const hint = "nothing is read from this line; leave it, or mend it by hand: records are only ever added";
  return { code, severity: "warning", message, hint, column };
}
