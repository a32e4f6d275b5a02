import type { RunReport } from "@coulomb-loop/schemas";
import { counted } from "../terminal.ts";
import type { RunRepo } from "./classes.ts";
import { worstFirst } from "./classes.ts";
import { figures } from "./figures.ts";
import { escapeMarkdown, fitted, row } from "./markdown.ts";
import { runProblems } from "./run-problems.ts";

/** What GitHub takes of one step, in bytes of UTF-8. */
export const SUMMARY_LIMIT = 1024 * 1024;

const REASON_LENGTH = 300;

/**
 * A run as the Markdown of a job summary: what stopped it, counts, loops and waves, then the repos, worst first. At most 1 MiB in
 * UTF-8 together with `before`, to which it is added; what does not fit is cut at a line and counted. Text of others is escaped: it is shown, never obeyed.
 */
export function githubSummary(report: RunReport, before = ""): string {
  const limit = SUMMARY_LIMIT - Buffer.byteLength(before);
  const loops = fitted(loopHead, loopRows(report), limit / 4);
  const top = `${[...headLines(report), ...loops].join("\n")}\n`;
  const notes = fitted(noteHead, noteRows(report), limit / 4);
  const head = notes.length === 0 ? top : `${top}${notes.join("\n")}\n`;
  const room = limit - Buffer.byteLength(head) - 1;
  return `${head}${fitted(repoHead, worstFirst(report.repos).map(repoRow), room).join("\n")}\n`;
}

const loopHead = ["", "### Loops", "", "| loop | wave | repos | health |", "|---|---|---|---|"];
const noteHead = ["", "### To know", "", "| repo | loop | note |", "|---|---|---|"];
const repoHead = [
  "",
  "### Repos",
  "",
  "| repo | class | loop | phase | wave | proposal | reason |",
  "|---|---|---|---|---|---|---|",
];

const problemWords = {
  mass_change: "stopped before its first write (mass\\_change)",
  run_in_progress: "stopped before its first write (run\\_in\\_progress)",
  request_budget: "stopped before its first write (request\\_budget)",
  write_limit: "stopped before its first write (write\\_limit)",
  state_refused: "could not remember what it did (state\\_refused)",
} as const;

function headLines(report: RunReport): string[] {
  const { repos, paths, exitCode, duration, writes } = figures(report);
  const names = [...new Set([...repos, ...paths].map(([name]) => name))];
  const [byRepo, byPath] = [new Map(repos), new Map(paths)];
  const dry = report.dry_run ? ", dry run" : "";
  const problems = runProblems(report);
  const heading = problems.map(({ code }) => problemWords[code])[0] ?? `is ${report.health}`;
  return [
    `## Coulomb: ${escapeMarkdown(report.installation)} ${heading}`,
    "",
    ...problems.flatMap(({ code, message, hint }) => [
      `**${escapeMarkdown(code)}**: ${escapeMarkdown(message)}`,
      "",
      escapeMarkdown(hint),
      "",
    ]),
    `${counted(report.repos.length, "repo")}, ${counted(writes, "write")}, detailed exit code ${exitCode}, ${duration} s${dry}.`,
    "",
    "| class | repos | paths |",
    "|---|---|---|",
    ...names.map((name) => row([name, byRepo.get(name) ?? 0, byPath.get(name) ?? 0])),
  ];
}

function loopRows({ loops }: RunReport): string[] {
  return loops.flatMap(({ loop, health, waves, left }) => [
    row([loop, "all", waves.reduce((sum, wave) => sum + wave.repos, left?.repos ?? 0), health]),
    ...waves.map((wave) => row([loop, wave.wave, wave.repos, wave.health])),
    ...(left === undefined ? [] : [row([loop, "left", left.repos, left.health])]),
  ]);
}

/** What a person should know of a repo whatever its class: overrides about to end, what was merged with edits. */
function noteRows({ repos }: RunReport): string[] {
  return repos.flatMap(({ repo_id, loop, notes = [] }) =>
    notes.map((note) => row([repo_id, loop, shortened(note)])),
  );
}

function repoRow(repo: RunRepo): string {
  return row([
    repo.repo_id,
    repo.class,
    repo.loop,
    repo.phase,
    repo.wave ?? "left",
    { markdown: proposalOf(repo) },
    shortened(repo.reason),
  ]);
}

function proposalOf({ number, url, outcome }: RunRepo): string {
  if (number === undefined && url === undefined) return escapeMarkdown(outcome);
  const label = number === undefined ? "proposal" : `#${number}`;
  const target = url === undefined ? undefined : linkTarget(url);
  return target === undefined
    ? escapeMarkdown(`${label} ${outcome}`)
    : `[${escapeMarkdown(label)}](${target}) ${escapeMarkdown(outcome)}`;
}

/** A URL as the target of a link; `undefined` unless it is one of the web. */
function linkTarget(url: string): string | undefined {
  if (!/^https?:\/\//iu.test(url) || !URL.canParse(url)) return undefined;
  return new URL(url).href.replace(
    /[()<>|\\`*_[\]~&]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= REASON_LENGTH ? text : `${characters.slice(0, REASON_LENGTH - 1).join("")}…`;
}
