import type { Finding, Path, Severity } from "@coulomb-loop/schemas";
import { isCronProblem, parseCron } from "../cron.ts";
import { isZone, zoneHint } from "../zone.ts";

/** Where a check writes what it finds. */
export interface Report {
  readonly findings: Finding[];
  readonly at: (place: CheckPlace, code: string, message: string, hint?: string) => void;
  readonly warn: (place: CheckPlace, code: string, message: string, hint?: string) => void;
}

/** A place in a document, before it has a line. */
export interface CheckPlace {
  readonly file: string;
  readonly path: Path;
  readonly target?: "key" | "value";
}

/** An empty report. */
export function newReport(): Report {
  const findings: Finding[] = [];
  const add = (severity: Severity) => (place: CheckPlace, code: string, message: string, hint?: string) => {
    findings.push({ code, severity, message, ...place, ...(hint === undefined ? {} : { hint }) });
  };
  return { findings, at: add("error"), warn: add("warning") };
}

/** Reports a cron that cannot be read or never fires. */
export function checkCron(report: Report, place: CheckPlace, text: string | undefined): void {
  if (text === undefined) return;
  const cron = parseCron(text);
  if (isCronProblem(cron)) report.at(place, cron.code, cron.message, cron.hint);
}

/** Reports a name that is no time zone of this runtime. */
export function checkZone(report: Report, place: CheckPlace, zone: string | undefined): void {
  if (zone !== undefined && !isZone(zone))
    report.at(place, "zone_unknown", `"${zone}" is no time zone`, zoneHint(zone));
}

/** Reports every item whose key an earlier item of the list has. */
export function checkUnique<T>(
  report: Report,
  items: readonly T[],
  key: (item: T) => string,
  place: (item: T) => CheckPlace,
  what: string,
): void {
  const first = new Map<string, CheckPlace>();
  for (const item of items) {
    const id = key(item);
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, place(item));
    else
      report.at(
        place(item),
        "duplicate_id",
        `${what} "${id}" stands twice`,
        `the first is in ${earlier.file}; rename or remove one`,
      );
  }
}

/**
 * The first cycle among named nodes, as the names along it with the first repeated at the end; `undefined` when there
 * is none. Nodes are visited in their order.
 */
export function findCycle(edges: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  for (const start of edges.keys()) {
    const cycle = visit(start, edges, [], done);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

function visit(
  node: string,
  edges: ReadonlyMap<string, readonly string[]>,
  trail: readonly string[],
  done: Set<string>,
): string[] | undefined {
  if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
  if (done.has(node)) return undefined;
  for (const next of edges.get(node) ?? []) {
    const cycle = visit(next, edges, [...trail, node], done);
    if (cycle !== undefined) return cycle;
  }
  done.add(node);
  return undefined;
}
