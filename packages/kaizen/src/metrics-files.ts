import { CoulombError, type Finding } from "@coulomb-loop/schemas";
import { errorCode, reasonOf } from "./inside.ts";
import { namesInside, readInside } from "./read-inside.ts";
import { type MetricsLine, type MetricsRecord, readMetricsBytes } from "@coulomb-loop/documents";

/** Folder of the metrics files of all agents. */
const metricsFolder = ".kaizen/metrics";

/** Folder of an agent's metrics files. */
export function metricsFolderOf(agent: string): string {
  return `${metricsFolder}/${agent}`;
}

/** All metrics of an agent in a work tree. */
export interface AgentMetrics {
  readonly agent: string;
  /** In the order of files and lines. */
  readonly lines: readonly MetricsLine[];
  /** Records in the order of lines; a line that two branches both brought counts once. */
  readonly records: readonly MetricsRecord[];
  /** Warnings: `record_torn`, `record_flawed`, `record_twice`, `record_prev_missing`. */
  readonly findings: readonly Finding[];
}

/** Agents that have a folder of metrics, by name. Throws `path_outside`, `metrics_unreadable`. */
export function agentsWithMetrics(root: string): readonly string[] {
  return entries(root, metricsFolder)
    .filter((entry) => /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(entry))
    .sort();
}

/** Names of an agent's metrics files, a day each, ascending. Throws `path_outside`, `metrics_unreadable`. */
export function metricsDays(root: string, agent: string): readonly string[] {
  return entries(root, metricsFolderOf(agent))
    .filter((entry) => /^\d{4}-\d{2}-\d{2}\.jsonl$/.test(entry))
    .sort();
}

/** Reads all metrics of an agent. Throws `path_outside`, `metrics_unreadable`. */
export function readAgentMetrics(root: string, agent: string): AgentMetrics {
  const files = metricsDays(root, agent).map((day) => {
    const file = `${metricsFolderOf(agent)}/${day}`;
    return readMetricsBytes(metricsBytes(root, file), file, agent);
  });
  const lines = files.flatMap((file) => file.lines);
  const { records, findings } = distinct(lines);
  return {
    agent,
    lines,
    records,
    findings: [...files.flatMap((file) => file.findings), ...findings, ...brokenChains(lines)],
  };
}

/** Bytes of a metrics file. Throws `path_outside`, `metrics_unreadable`. */
export function metricsBytes(root: string, file: string): Buffer {
  try {
    return readInside(root, file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function entries(root: string, folder: string): string[] {
  try {
    return namesInside(root, folder);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    // A file where the agent's folder should be holds no records, and an agent is a folder.
    if (errorCode(error) === "ENOTDIR" && folder !== metricsFolder) return [];
    throw unreadable(folder, error);
  }
}

function unreadable(path: string, error: unknown): CoulombError {
  if (error instanceof CoulombError) return error;
  return new CoulombError("metrics_unreadable", `${path} cannot be read (${reasonOf(error)})`, {
    hint: "mend its permissions, or what stands in its place",
    cause: error,
  });
}

/** Records once each: a union merge may repeat a line. Two contents under one id are told, and the first counts. */
function distinct(lines: readonly MetricsLine[]): Pick<AgentMetrics, "records" | "findings"> {
  const first = new Map<string, MetricsLine>();
  const records: MetricsRecord[] = [];
  const findings: Finding[] = [];
  for (const each of lines) {
    if (each.record === undefined) continue;
    const known = first.get(each.record.record_id);
    if (known === undefined) {
      first.set(each.record.record_id, each);
      records.push(each.record);
    } else if (known.digest !== each.digest)
      findings.push({
        code: "record_twice",
        severity: "warning",
        message: `record ${each.record.record_id} stands in other words at ${known.file}:${known.line}`,
        hint: "a record is corrected by another one (--corrects), never changed",
        file: each.file,
        line: each.line,
        column: 1,
      });
  }
  return { records, findings };
}

/** A `prev` that is no line's digest: somebody removed or changed a line. Two records may share one (union merge). */
function brokenChains(lines: readonly MetricsLine[]): Finding[] {
  const known = new Set(lines.map(({ digest }) => digest));
  return lines.flatMap(({ record, file, line }) =>
    record?.prev === undefined || known.has(record.prev)
      ? []
      : [
          {
            code: "record_prev_missing",
            severity: "warning",
            message: `the line that record ${record.record_id} was written after is in no file of ${record.agent}`,
            hint: "a line was removed or changed: git log -p shows when",
            file,
            line,
            column: 1,
          } as const,
        ],
  );
}
