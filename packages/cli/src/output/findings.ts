import type { OpsRepo } from "@coulomb-loop/reconciler";
import type { Finding, FindingsReport } from "@coulomb-loop/schemas";
import { toPointer } from "@coulomb-loop/schemas";
import type { Paint } from "../terminal.ts";
import { printable, printableLine } from "../terminal.ts";
import { sarifDocument } from "./sarif.ts";

/** Findings for people: `file:line:column error message [code]`, each with its hint below. In the order given. */
export function printFindings(findings: readonly Finding[], paint: Paint): string[] {
  return findings.flatMap((finding) => {
    const colour =
      finding.severity === "error" ? paint.red : finding.severity === "warning" ? paint.yellow : paint.cyan;
    const line = `${paint.bold(printableLine(placeOf(finding)))} ${colour(finding.severity)} ${printableLine(finding.message)} ${paint.dim(`[${finding.code}]`)}`;
    return finding.hint === undefined
      ? [line]
      : [line, `  ${paint.cyan("→")} ${printableLine(finding.hint)}`];
  });
}

/** `file:line:column`, as far as it is known. */
function placeOf({ file, line, column }: Finding): string {
  const place = [file ?? "coulomb", line, line === undefined ? undefined : column];
  return place.filter((part) => part !== undefined).join(":");
}

/** Findings as the JSON document of `coulomb validate --json`. */
export function findingsReport(ops: string, files: number, findings: readonly Finding[]): FindingsReport {
  const count = (severity: Finding["severity"]) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    format_version: "1.0",
    kind: "findings",
    ops,
    files,
    errors: count("error"),
    warnings: count("warning"),
    findings: withPointers(findings),
  };
}

/** Findings as JSON documents have them: with the place inside the document as a pointer. */
export function withPointers(findings: readonly Finding[]): FindingsReport["findings"] {
  return findings.map(({ path, target: _target, ...finding }) => ({
    ...finding,
    ...(path === undefined ? {} : { pointer: toPointer(path) }),
  }));
}

/** Findings as workflow commands of GitHub Actions, one line each; properties and text are escaped as the runner reads them. */
export function githubAnnotations(findings: readonly Finding[]): string[] {
  const level = { error: "error", warning: "warning", info: "notice" } as const;
  return findings.map((finding) => {
    const properties = { file: finding.file, line: finding.line, col: finding.column, title: finding.code };
    const list = Object.entries(properties).flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}=${escapeProperty(printable(String(value)))}`],
    );
    const text = finding.hint === undefined ? finding.message : `${finding.message}\n${finding.hint}`;
    return `::${level[finding.severity]} ${list.join(",")}::${escapeData(printable(text))}`;
  });
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** Findings as a SARIF 2.1.0 log with one run. */
export function sarifLog(findings: readonly Finding[], version: string): object {
  return sarifDocument({ version, results: findings.map((finding) => ({ finding })) });
}

/** Findings with the line and column of the path they name, where a file was read and they have none. */
export function placeFindings(locate: OpsRepo["locate"], findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => {
    const { file, path, line } = finding;
    if (file === undefined || path === undefined || line !== undefined) return finding;
    return { ...finding, ...locate(file, path) };
  });
}
