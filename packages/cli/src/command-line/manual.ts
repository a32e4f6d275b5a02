import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { table } from "../terminal.ts";

type Row = readonly [name: string, meaning: string];

/**
 * Adds to the help of every command what a manual page has below its examples: its exit codes; the environment it reads; the
 * pages that say more, and where they are for who works in `cwd`. What follows from an option is taken from it.
 */
export function addManual(program: Command, cwd: string, path = ""): void {
  for (const command of program.createHelp().visibleCommands(program)) {
    // Commander's own, which each group has.
    if (command.name() === "help") continue;
    const name = `${path} ${command.name()}`.trim();
    command.addHelpText("after", () => manual(command, name, cwd));
    addManual(command, cwd, name);
  }
  if (path === "") program.addHelpText("after", () => sections(exitCodes, general, pages("", cwd)));
}

function manual(command: Command, name: string, cwd: string): string {
  return isGroup(command)
    ? sections(groupCodes, [], pages(name, cwd))
    : sections(codesOf(command, name), environmentOf(command, name), pages(name, cwd));
}

/** A group does nothing itself; each command takes `--json`. */
function isGroup(command: Command): boolean {
  return !has(command, "--json");
}

function sections(codes: readonly Row[], environment: readonly Row[], read: string): string {
  return [...section("Exit codes", codes), ...section("Environment", environment), "", read].join("\n");
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

const groupCodes: readonly Row[] = [["64", "usage: no command of it was named; each has a help of its own"]];

const elsewhere: Row = ["64, 69, 130", "as of every command: coulomb --help"];

const inDetail = (meaning: string): string => `with --detailed-exitcode: ${meaning}`;

/** What a command answers besides 0 and 1. */
const detailed: Readonly<Record<string, readonly Row[]>> = {
  sync: [
    ["2", inDetail("something is due")],
    ["3", inDetail("values of the hub wait for a merge")],
    ["4", inDetail("needs a person")],
    ["5", inDetail("the saved plan is stale")],
  ],
  plan: [
    ["2", inDetail("pending changes only")],
    ["3", inDetail("drift")],
    ["4", inDetail("needs a person")],
  ],
  reconcile: [
    ["2", inDetail("pending changes only")],
    ["3", inDetail("drift")],
    ["4", "it was stopped until a person decides; with --detailed-exitcode: something needs a person"],
    ["5", "with --reviewed: what was reviewed is stale; with --detailed-exitcode: the saved plan is"],
  ],
};

const unread = "a repo cannot be read; or an error";

const failing: Readonly<Record<string, string>> = {
  validate: "there are errors; with --strict also warnings",
  plan: unread,
  reconcile: "a repo cannot be read, or a write was refused or has to be tried again; or an error",
  status: unread,
  why: "it cannot be read; or an error",
  "requests list": "the proposals of a repo cannot be read; or an error",
  "requests merge": "one that was meant is not merged; or an error",
  "requests close": "it is not closed; or an error",
  "requests label": "the forge did not take it; or an error",
  "hub register": "something was refused; or an error",
  sync: "there are flaws, or a write was refused; without --detailed-exitcode also: the saved plan is stale; or an error",
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
  return [
    ["0", ends[name] ?? "success"],
    ["1", failing[name] ?? "an error: stderr says which, and what to do"],
    ...(has(command, "--detailed-exitcode") ? (detailed[name] ?? []) : []),
    elsewhere,
  ];
}

/** How a command ends well that has no end of its own. */
const ends: Readonly<Record<string, string>> = {
  "hub serve": "stopped by Ctrl-C or SIGTERM",
  "activity work": "stopped by SIGTERM",
  init: "the files are there and valid, with or without a first plan",
  "promote status": "whatever the gates say",
};

function has(command: Command, option: string): boolean {
  return command.options.some(({ long }) => long === option);
}

/** What each option brings with it. */
const byOption: Readonly<Record<string, readonly Row[]>> = {
  "--slot": [
    ["COULOMB_SLOT", "the slot of this session"],
    ["COULOMB_REPO", "which repo this is: forge/owner/name"],
  ],
};

/** Of every command. */
const shared: readonly Row[] = [
  ["NO_COLOR, FORCE_COLOR, TERM", "colours: never, always, none on a dumb terminal"],
];

const forgeToken: Row = [
  "COULOMB_FORGE_TOKEN",
  "the token of a forge on a server, where coulomb.yaml names this variable, as init has it",
];
const cache: Row = ["COULOMB_CACHE_DIR, XDG_CACHE_HOME", "folder of what was read last; off: keep nothing"];
const temporary: Row = ["TMPDIR", "where throw-away folders are made"];

/** Commands that ask the forges that coulomb.yaml declares. */
const asking =
  /^(?:plan|reconcile|status|why|import|doctor|approve|demote|hold|requests .*|promote(?: status| show)?|sync(?: .*)?|activity (?:plan|tick|work))$/;

function forgesOf(name: string): readonly Row[] {
  if (name === "init") return [forgeToken];
  return asking.test(name) ? [forgeToken, cache, temporary] : [];
}

const database: Row = ["DATABASE_URL", "the PostgreSQL server of the hub"];
const hubToken: Row = [
  "COULOMB_HUB_TOKEN",
  "the token of a hub that is served, where coulomb.yaml names this variable",
];

function hubOf(command: Command, name: string): readonly Row[] {
  if (!has(command, "--data-dir") && name !== "doctor") return [];
  // These work on the database itself.
  return /^hub (?:serve|backup|restore)$/.test(name) ? [database] : [database, hubToken];
}

const person: readonly Row[] = [
  ["GIT_COMMITTER_NAME, GIT_COMMITTER_EMAIL", "who you are, before git's own configuration"],
];
const sink: readonly Row[] = [
  ["COULOMB_HUB_URL, COULOMB_HUB_TOKEN", "a hub that records are sent to besides"],
  ...person,
];
const summary: readonly Row[] = [
  ["GITHUB_STEP_SUMMARY", "with --emit: the file of this name is added to, where others are replaced"],
];
const byCommand: Readonly<Record<string, readonly Row[]>> = {
  demo: [
    ["COULOMB_DEMO_TOKEN", "on a server: the token of the tool's account"],
    ["COULOMB_DEMO_PERSON_TOKEN", "on a server: the token of the person who merges"],
    ["COULOMB_DEMO_UNPACED", "1: the server is a double, and writes to it need not wait for each other"],
    temporary,
  ],
  plan: summary,
  reconcile: [
    ...summary,
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
  return [
    ...forgesOf(name),
    ...hubOf(command, name),
    ...options.flatMap(([, rows]) => rows),
    ...(byCommand[name] ?? []),
    ...shared,
  ];
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

/** Names of the pages, and their folder where that is another than the one somebody works in. */
function pages(name: string, cwd: string): string {
  const read = `Read on: ${pageOf[name.split(" ")[0] ?? ""] ?? "README.md"}, docs/errors.md`;
  const folder = pagesFolder();
  return folder === undefined || folder === cwd ? read : `${read}\nThey are in ${folder}`;
}

/** The folder that holds `docs`: of the package where it was installed, else of the checkout; `undefined`: it has none. */
function pagesFolder(): string | undefined {
  for (let at = import.meta.dirname; at !== dirname(at); at = dirname(at))
    if (existsSync(join(at, "docs", "errors.md"))) return at;
  return undefined;
}
