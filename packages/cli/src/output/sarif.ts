import type { Finding } from "@coulomb-loop/schemas";

/** A line and column, from 1. */
type SarifPlace = Pick<Finding, "line" | "column">;

/** What a SARIF log of ours is made of. */
export interface SarifInput {
  readonly version: string;
  /** Rules; those that only results name are added. */
  readonly rules?: readonly { readonly id: string; readonly title: string; readonly help: string }[];
  readonly results: readonly {
    readonly finding: Finding;
    /** What stays the same of a result from run to run. */
    readonly fingerprints?: Readonly<Record<string, string>>;
    /** Other places that have to do with it, and what stands there. */
    readonly related?: readonly (SarifPlace & { readonly file: string; readonly what: string })[];
  }[];
  readonly invocation?: SarifInvocation;
  readonly properties?: object;
}

/** How the tool itself fared. Times are RFC 3339. */
interface SarifInvocation {
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly isSuccessful: boolean;
  /** What went wrong with the run as a whole. */
  readonly notifications: readonly { readonly id: string; readonly text: string }[];
}

const level = { error: "error", warning: "warning", info: "note" } as const;

/**
 * A SARIF 2.1.0 log with one run, its rules ordered by id. Columns count UTF-16 units, which SARIF calls
 * `utf16CodeUnits`. Source: OASIS SARIF 2.1.0.
 */
export function sarifDocument({ version, rules = [], results, invocation, properties }: SarifInput): object {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const ids = [...new Set([...known.keys(), ...results.map(({ finding }) => finding.code)])].sort();
  const indexes = new Map(ids.map((id, index) => [id, index]));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "coulomb", version, rules: ids.map((id) => sarifRule(id, known.get(id))) } },
        columnKind: "utf16CodeUnits",
        ...(invocation === undefined ? {} : { invocations: [sarifInvocation(invocation)] }),
        ...(properties === undefined ? {} : { properties }),
        results: results.map(({ finding, fingerprints, related }) => ({
          ruleId: finding.code,
          ruleIndex: indexes.get(finding.code),
          level: level[finding.severity],
          message: { text: messageOf(finding) },
          ...(finding.file === undefined ? {} : { locations: [location(finding, finding.file)] }),
          ...(related === undefined ? {} : { relatedLocations: related.map(relatedLocation) }),
          ...(fingerprints === undefined ? {} : { partialFingerprints: fingerprints }),
        })),
      },
    ],
  };
}

function sarifInvocation({ startedAt, finishedAt, isSuccessful, notifications }: SarifInvocation): object {
  return {
    executionSuccessful: isSuccessful,
    startTimeUtc: startedAt,
    endTimeUtc: finishedAt,
    toolExecutionNotifications: notifications.map(({ id, text }) => ({
      descriptor: { id },
      level: "error",
      message: { text },
    })),
  };
}

function sarifRule(id: string, rule: { readonly title: string; readonly help: string } | undefined): object {
  if (rule === undefined) return { id };
  return { id, shortDescription: { text: rule.title }, help: { text: rule.help } };
}

function messageOf({ message, hint }: Finding): string {
  return hint === undefined ? message : `${message}. ${hint}`;
}

function relatedLocation(
  { file, what, ...place }: NonNullable<SarifInput["results"][number]["related"]>[number],
  index: number,
): object {
  return { id: index + 1, ...location(place, file), message: { text: what } };
}

function location({ line, column }: SarifPlace, file: string): object {
  const region =
    line === undefined
      ? {}
      : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
  return {
    physicalLocation: {
      // A lone surrogate has no percent-encoding.
      artifactLocation: { uri: file.toWellFormed().split("/").map(encodeURIComponent).join("/") },
      ...region,
    },
  };
}
