import type { RunReport } from "@coulomb-loop/schemas";
import type { RunRepo } from "./classes.ts";
import { classes } from "./classes.ts";
import type { Figures } from "./figures.ts";
import { figures } from "./figures.ts";
import type { RunProblem } from "./run-problems.ts";
import { runProblems } from "./run-problems.ts";

/** How a test case ended; JUnit has an element for each but a pass. */
type Verdict = "passed" | "skipped" | "failure" | "error";

/**
 * A run as JUnit XML: a suite for each loop, a case for each repo, the counts of the whole run as properties of every
 * suite. A repo that merely waits is skipped; one that differs or needs a person fails; one that could not be read or
 * written, or was not begun, is an error. A run that was stopped, or could not remember what it did, has a suite of its own before them.
 */
export function junit(report: RunReport, filePrefix = ""): string {
  const numbers = figures(report);
  const problems = runProblems(report);
  const suites = new Map<string, RunRepo[]>(report.loops.map(({ loop }) => [loop, []]));
  for (const repo of report.repos) {
    const suite = suites.get(repo.loop);
    if (suite === undefined) suites.set(repo.loop, [repo]);
    else suite.push(repo);
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="coulomb"${totals([...problems.map(problemVerdict), ...report.repos.map(verdictOf)])} time="${numbers.duration}">`,
    ...(problems.length === 0 ? [] : problemLines(problems, report, numbers)),
    ...[...suites].flatMap(([loop, repos]) => suiteLines(loop, repos, report, numbers, filePrefix)),
    "</testsuites>",
    "",
  ].join("\n");
}

/** How a repo's test case ends. */
export function verdictOf(repo: RunRepo): Verdict {
  switch (repo.outcome) {
    case "unknown":
    case "rejected":
    case "retry":
    case "stale":
    case "cancelled":
      return "error";
    default:
      return verdictOfClass(repo.class);
  }
}

function verdictOfClass(name: RunRepo["class"]): Verdict {
  switch (name) {
    case "in_sync":
    case "opted_out":
    case "released":
      return "passed";
    case "create":
    case "pending":
    case "leaving":
      return "skipped";
    case "unknown":
      return "error";
    case "drift":
    case "adoption":
    case "conflict":
    case "leaving_conflict":
    case "orphaned":
    case "unsupported":
    case "ineligible":
    case "foreign_owner":
    case "moved":
      return "failure";
  }
}

/** A sweeping plan waits for a person's word; the rest is an error. */
function problemVerdict({ code }: RunProblem): Verdict {
  return code === "mass_change" ? "failure" : "error";
}

function problemLines(problems: readonly RunProblem[], report: RunReport, numbers: Figures): string[] {
  const cases = problems.flatMap((problem) => {
    const { code, message, hint } = problem;
    const verdict = problemVerdict(problem);
    return [
      `    <testcase${attributes({ name: code, classname: "coulomb.run" })} time="0">`,
      `      <${verdict}${attributes({ message, type: code })}>${xmlText(hint)}</${verdict}>`,
      "    </testcase>",
    ];
  });
  return suiteOf("coulomb run", problems.map(problemVerdict), cases, report, numbers);
}

function suiteLines(
  loop: string,
  repos: readonly RunRepo[],
  report: RunReport,
  numbers: Figures,
  filePrefix: string,
): string[] {
  const cases = repos.flatMap((repo) => caseLines(repo, filePrefix));
  return suiteOf(loop, repos.map(verdictOf), cases, report, numbers);
}

function suiteOf(
  name: string,
  verdicts: readonly Verdict[],
  cases: readonly string[],
  report: RunReport,
  numbers: Figures,
): string[] {
  // JUnit's timestamp has no zone and no fraction; it is UTC.
  const timestamp = report.started_at.slice(0, 19);
  return [
    `  <testsuite${attributes({ name })}${totals(verdicts)} time="0"${attributes({ timestamp })}>`,
    "    <properties>",
    ...propertiesOf(report, numbers).map(
      ([key, value]) => `      <property${attributes({ name: key, value: String(value) })}/>`,
    ),
    "    </properties>",
    ...cases,
    "  </testsuite>",
  ];
}

function propertiesOf(report: RunReport, numbers: Figures): (readonly [string, string | number])[] {
  return [
    ["installation", report.installation],
    ["tool_version", report.tool_version],
    ...numbers.repos.map(([name, count]) => [`run.repos.${name}`, count] as const),
    ...numbers.paths.map(([name, count]) => [`run.paths.${name}`, count] as const),
    ["run.writes", numbers.writes],
    ["run.exit_code", numbers.exitCode],
  ];
}

function caseLines(repo: RunRepo, filePrefix: string): string[] {
  const { file, line } = repo.source;
  const head = `    <testcase${attributes({
    name: repo.repo_id,
    classname: `${repo.loop}.${repo.phase}`,
    file: file === undefined ? undefined : `${filePrefix}${file}`,
    line: file === undefined || line === undefined ? undefined : String(line),
  })} time="0"`;
  const verdict = verdictOf(repo);
  if (verdict === "passed") return [`${head}/>`];
  const message = `${repo.class.replaceAll("_", " ")}: ${repo.reason}`;
  if (verdict === "skipped")
    return [`${head}>`, `      <skipped${attributes({ message })}/>`, "    </testcase>"];
  const text = xmlText(detail(repo));
  const element = `      <${verdict}${attributes({ message, type: repo.class })}>${text}</${verdict}>`;
  return [`${head}>`, element, "    </testcase>"];
}

function detail(repo: RunRepo): string {
  return [
    ...repo.paths.map((path) => `${path.pointer}: ${path.class.replaceAll("_", " ")}: ${path.reason}`),
    `${repo.outcome}: ${repo.message}`,
    ...(repo.url === undefined ? [] : [repo.url]),
    classes[repo.class].help,
  ].join("\n");
}

function totals(verdicts: readonly Verdict[]): string {
  const count = (verdict: Verdict) => verdicts.filter((each) => each === verdict).length;
  return ` tests="${verdicts.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}"`;
}

function attributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${xmlAttribute(value)}"`))
    .join("");
}

/** A reader turns white space of an attribute into blanks, unless it is written as a reference. */
function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', "&quot;").replaceAll("\t", "&#9;").replaceAll("\n", "&#10;");
}

/** Text of an element, without the characters that XML 1.0 (§2.2) cannot hold in any form. */
function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}
