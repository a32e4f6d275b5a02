import type { Command } from "commander";
import { table } from "../terminal.ts";

type Row = readonly [name: string, meaning: string];

/**
 * Adds to the help of every command what a manual page has below its examples: exit codes, where they differ from those of
 * all commands; the environment it reads; the pages that say more. What follows from an option is taken from it.
 */
export function addManual(program: Command, path = ""): void {
  for (const command of program.createHelp().visibleCommands(program)) {
    // Commander's own, which each group has.
    if (command.name() === "help") continue;
    const name = `${path} ${command.name()}`.trim();
    command.addHelpText("after", () => manual(command, name));
    addManual(command, name);
  }
  if (path === "") program.addHelpText("after", () => sections(exitCodes, general, pages("")));
}

function manual(command: Command, name: string): string {
  return sections(codesOf(command, name), environmentOf(command, name), pages(name));
}

function sections(codes: readonly Row[], environment: readonly Row[], read: readonly string[]): string {
  return [
    ...section("Exit codes", codes),
    ...section("Environment", environment),
    "",
    `Read on: ${read.join(", ")}`,
  ].join("\n");
}

function section(title: string, rows: readonly Row[]): readonly string[] {
  return rows.length === 0 ? [] : ["", `${title}:`, ...table(rows).map((row) => `  ${row}`)];
}

const exitCodes: readonly Row[] = [
  ["0", "success"],
  ["1", "error: it could not do its work"],
  ["64", "usage: no such command or option"],
  ["69", "this Node is too old, and there is none beside the command"],
  ["130", "interrupted; the step under way was finished"],
];

const general: readonly Row[] = [
  ["COULOMB_CACHE_DIR", "folder of what was read last; off: keep nothing. Else XDG_CACHE_HOME"],
  ["NO_COLOR, FORCE_COLOR, TERM", "colours: never, always, none on a dumb terminal"],
  ["TMPDIR", "where throw-away folders are made"],
];

const stale: Row = ["5", "the saved plan is stale"];
const detailed: Readonly<Record<string, readonly Row[]>> = {
  sync: [
    ["2", "something is due"],
    ["3", "values of the hub wait for a merge"],
    ["4", "needs a person"],
    stale,
  ],
  usual: [["2", "pending changes only"], ["3", "drift"], ["4", "needs a person"], stale],
};

const failing: Readonly<Record<string, string>> = {
  validate: "there are errors; with --strict also warnings",
  doctor: "something is to be mended",
  "activity run": "a task was refused",
  "activity tick": "a slot was refused, or what is planned has errors",
  promote: "a loop could not be brought on",
  "activity compile": "a definition is wrong; with --check also: the lock is stale",
  "kaizen schedule validate": "there are errors; with --strict also warnings",
  "kaizen bundle verify": "the bundle is not sound; with --strict also warnings",
  "workplan check": "there are flaws",
  "promote verify": "a record does not hold",
};

function codesOf(command: Command, name: string): readonly Row[] {
  const one = failing[name];
  if (one !== undefined) return [["1", one]];
  if (name === "hub serve") return [["0", "stopped by Ctrl-C or SIGTERM"]];
  if (name === "activity work") return [["0", "stopped by SIGTERM"]];
  if (!has(command, "--detailed-exitcode")) return [];
  const rows = detailed[name] ?? detailed.usual ?? [];
  return rows.map(([code, meaning]) => [code, `with --detailed-exitcode: ${meaning}`]);
}

function has(command: Command, option: string): boolean {
  return command.options.some(({ long }) => long === option);
}

/** What each option brings with it. */
const byOption: Readonly<Record<string, readonly Row[]>> = {
  "--data-dir": [["DATABASE_URL", "the PostgreSQL server of the hub"]],
  "--emit": [["GITHUB_STEP_SUMMARY", "the file of this name is added to, where others are replaced"]],
  "--slot": [
    ["COULOMB_SLOT", "the slot of this session"],
    ["COULOMB_REPO", "which repo this is: forge/owner/name"],
  ],
};

const person: readonly Row[] = [
  ["GIT_COMMITTER_NAME, GIT_COMMITTER_EMAIL", "who you are, before git's own configuration"],
];
const sink: readonly Row[] = [
  ["COULOMB_HUB_URL, COULOMB_HUB_TOKEN", "a hub that records are sent to besides"],
  ...person,
];
const byCommand: Readonly<Record<string, readonly Row[]>> = {
  demo: [
    ["COULOMB_DEMO_TOKEN", "on a server: the token of the tool's account"],
    ["COULOMB_DEMO_PERSON_TOKEN", "on a server: the token of the person who merges"],
  ],
  reconcile: [
    ["OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "where figures of the run are sent"],
    [
      "OTEL_EXPORTER_OTLP_HEADERS, OTEL_EXPORTER_OTLP_METRICS_HEADERS",
      "what is sent with them, such as a key",
    ],
    ["OTEL_SERVICE_NAME, OTEL_SDK_DISABLED", "their name; true: send none"],
  ],
  "hub serve": [["COULOMB_HUB_ADMIN_TOKEN", "the secret of the first admin"]],
  "hub token create": [["USER", "who made the token"]],
  "kaizen metrics record": sink,
  "kaizen metrics optimize": sink,
  "requests merge": person,
  "requests close": person,
  "requests label": person,
  import: person,
  approve: person,
  demote: person,
  hold: person,
};

function environmentOf(command: Command, name: string): readonly Row[] {
  const options = Object.entries(byOption).filter(([option]) => has(command, option));
  return [...options.flatMap(([, rows]) => rows), ...(byCommand[name] ?? [])];
}

/** The page of each command; the longest name that fits counts. */
const pageOf: Readonly<Record<string, string>> = {
  activity: "docs/activity-runtime.md",
  approve: "docs/promotion.md",
  demote: "docs/promotion.md",
  evidence: "docs/evidence.md",
  hold: "docs/promotion.md",
  kaizen: "docs/pilot-commands.md",
  promote: "docs/promotion.md",
};

function pages(name: string): readonly string[] {
  return [pageOf[name.split(" ")[0] ?? ""] ?? "README.md", "docs/errors.md"];
}
