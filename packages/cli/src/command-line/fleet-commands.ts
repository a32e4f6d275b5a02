import { type Command, Option } from "commander";
import { commitId, detailed, emitting, pullNumber } from "./arguments.ts";
import type { Builder } from "./builder.ts";

/** The commands about the ops repo and its fleet. */
export function addFleetCommands(program: Command, { add }: Builder): void {
  add(
    program,
    "demo",
    "show the whole loop on a throw-away fleet on this machine, or in empty repos on a server",
    [
      "coulomb demo",
      "coulomb demo --dir ./try",
      "coulomb demo --forge gitea --url https://git.example.org --owner me --suffix try",
    ],
    demoOptions,
    async () => (await import("../commands/demo.ts")).demo,
  );
  add(
    program,
    "validate [paths...]",
    "check every contract in the ops repo; all findings with file:line:column",
    ["coulomb validate", "coulomb validate loops", "coulomb validate --format sarif > findings.sarif"],
    (command) =>
      command
        .addOption(
          new Option("--format <format>", "how to print the findings; default: human").choices([
            "human",
            "json",
            "sarif",
            "github",
          ]),
        )
        .option("--strict", "let warnings fail too"),
    async () => (await import("../commands/validate.ts")).validate,
  );
  add(
    program,
    "plan",
    "show what reconcile would do; reads only",
    [
      "coulomb plan",
      "coulomb plan --out plan.json",
      "coulomb plan --detailed-exitcode",
      "coulomb plan --comment 12",
      "coulomb plan --emit github-summary=summary.md --emit sarif=plan.sarif",
    ],
    (command) =>
      command
        .option("--out <file>", "save the plan, to be applied exactly; - is stdout")
        .addOption(
          new Option(
            "--comment <number>",
            "show the plan in one comment on this pull request of the ops repo, which later runs change",
          ).argParser(pullNumber),
        )
        .addOption(emitting())
        .addOption(detailed()),
    async () => (await import("../commands/plan.ts")).plan,
  );
  add(
    program,
    "reconcile",
    "keep one proposal per repo open, current and honest",
    [
      "coulomb reconcile",
      "coulomb reconcile --plan plan.json",
      "coulomb reconcile --dry-run",
      "coulomb reconcile --reopen activity-core",
      "coulomb reconcile --emit junit=report.xml --emit prometheus=metrics.prom",
    ],
    (command) =>
      command
        .option("--plan <file>", "apply exactly this saved plan; what changed since is stale")
        .addOption(
          new Option(
            "--reviewed <commit>",
            "apply only what the plan on the pull request said that was merged as this commit",
          ).argParser(commitId),
        )
        .option("--dry-run", "write nothing")
        .option("--reopen <repo...>", "offer again what people of this repo declined")
        .option("--rebuild <repo...>", "make the proposal of this repo anew that people edited")
        .option("--retry <repo...>", "try again what this repo's forge refused, now that it is mended")
        .option("--allow-mass-change <digest>", "apply the plan with this digest although it is sweeping")
        .option("--take-over <nonce>", "go on although another run holds this lease")
        .addOption(emitting())
        .addOption(detailed()),
    async () => (await import("../commands/reconcile.ts")).reconcileFleet,
  );
  add(
    program,
    "status",
    "the state of every repo, worst first",
    ["coulomb status", "coulomb status --json"],
    (command) => command,
    async () => (await import("../commands/status.ts")).status,
  );
  add(
    program,
    "why <repo>",
    "why a repo is in its state: values, where each comes from, and the rule",
    ["coulomb why activity-core"],
    (command) => command,
    async () => (await import("../commands/why.ts")).why,
  );
}

function demoOptions(command: Command): Command {
  return command
    .option("--dir <folder>", "make what is on this machine in this (new or empty) folder")
    .addOption(
      new Option("--forge <kind>", "kind of forge; default: git, without a server")
        .choices(["git", "gitea", "github"])
        .default("git"),
    )
    .option("--url <address>", "address of the server (gitea) or of its API (github)")
    .option("--git-url <address>", "where git finds <owner>/<repo>.git; default: on that server")
    .option("--owner <name>", "owner of the repos kaizen-agentic, the-custodian, activity-core and demo-ops")
    .option("--suffix <text>", "use repos whose names end in -<text>")
    .addHelpText(
      "after",
      "\nOn a server the four repos must be there and empty. COULOMB_DEMO_TOKEN is the token of the tool's account,\nCOULOMB_DEMO_PERSON_TOKEN that of the person who merges.",
    );
}

/** `coulomb doctor`. */
export function addDoctor(program: Command, { add }: Builder): void {
  add(
    program,
    "doctor",
    "check git, the ops repo, its forges and every repo; says how to mend each",
    ["coulomb doctor"],
    (command) => command,
    async () => (await import("../commands/doctor.ts")).doctor,
  );
}
