import { type Command, Option } from "commander";
import { attempt, cost, duration, instant, intervention, list, quality, seconds } from "./arguments.ts";
import type { Builder } from "./builder.ts";

/** `coulomb kaizen …`: in a checkout of a pilot repo, without an ops repo. */
export function addKaizen(program: Command, builder: Builder): void {
  const kaizen = builder.group(
    program,
    "kaizen",
    "in a checkout of a pilot repo: schedule, memory, metrics, bundles; needs no ops repo",
    [
      "coulomb kaizen schedule init",
      "coulomb kaizen schedule prepare coach",
      "coulomb kaizen metrics record coach --success --time 120 --quality 0.8",
    ],
  );
  addSchedule(kaizen, builder);
  addMemory(kaizen, builder);
  addMetrics(kaizen, builder);
  addBundle(kaizen, builder);
}

function addSchedule(kaizen: Command, { addAnywhere, group }: Builder): void {
  const schedule = group(kaizen, "schedule", "the schedule file, and bundles for what it makes due", [
    "coulomb kaizen schedule init",
    "coulomb kaizen schedule validate",
    "coulomb kaizen schedule prepare coach",
  ]);
  addAnywhere(
    schedule,
    "init",
    "make a schedule file that starts nothing yet, and the line of .gitattributes for metrics; overwrites nothing",
    [
      "coulomb kaizen schedule init",
      "coulomb kaizen schedule init --timezone Europe/Berlin --domain custodian",
    ],
    (command) =>
      command
        .option("--timezone <zone>", "IANA time zone of the crons", "UTC")
        .option("--domain <slug>", "domain that the repo belongs to")
        .addOption(
          new Option("--agents <names>", "agents, with commas between")
            .argParser(list)
            .default(["coach", "optimization"], "coach,optimization"),
        ),
    async () => (await import("../commands/kaizen-scaffold.ts")).scheduleInit,
  );
  addAnywhere(
    schedule,
    "validate",
    "every finding of the schedule file",
    ["coulomb kaizen schedule validate", "coulomb kaizen schedule validate --strict --format json"],
    checking,
    async () => (await import("../commands/kaizen-checks.ts")).scheduleValidate,
  );
  addAnywhere(
    schedule,
    "prepare <agent>",
    "print the bundle of a session: one Markdown document with all it needs for a slot",
    [
      "coulomb kaizen schedule prepare coach",
      "coulomb kaizen schedule prepare coach --out /tmp/coach.md",
      'coulomb kaizen schedule prepare coach --slot "$COULOMB_SLOT" --attempt 2',
    ],
    (command) =>
      inSlot(command)
        .option("--out <file>", "write it there instead of to stdout")
        .option(
          "--upstream <agent...>",
          "agents that it builds on; default: those before it in the kaizen stack",
        )
        .option("--definition <digest>", "digest of the activity definition")
        .addOption(lasting("--expires-in <duration>", "how long it is of use", "PT55M")),
    async () => (await import("../commands/kaizen-prepare.ts")).prepare,
  );
}

function addMemory(kaizen: Command, { addAnywhere, group }: Builder): void {
  const memory = group(kaizen, "memory", "what agents learned", ["coulomb kaizen memory init coach"]);
  addAnywhere(
    memory,
    "init <agents...>",
    "make what agents keep their memory and records in; overwrites nothing",
    ["coulomb kaizen memory init coach optimization"],
    (command) => command,
    async () => (await import("../commands/kaizen-scaffold.ts")).memoryInit,
  );
}

function addMetrics(kaizen: Command, { addAnywhere, group }: Builder): void {
  const metrics = group(kaizen, "metrics", "records of sessions, and what they show", [
    "coulomb kaizen metrics record coach --success --time 120 --quality 0.8",
    "coulomb kaizen metrics optimize",
  ]);
  addAnywhere(
    metrics,
    "record <agent>",
    "add one record of a session; slot: --slot, else COULOMB_SLOT, else that of the bundle that was prepared here",
    [
      "coulomb kaizen metrics record coach --success --time 120 --quality 0.8",
      "coulomb kaizen metrics record coach --failure --time 300 --reason 'the checks need a network'",
      "coulomb kaizen metrics record coach --noop --time 20 --intervention answer:'which branch' --cost usd=0.4",
    ],
    recording,
    async () => (await import("../commands/kaizen-record.ts")).record,
  );
  addAnywhere(
    metrics,
    "optimize",
    "rates over the slots that were expected, and what stands out; in a slot it records itself as agent metrics",
    ["coulomb kaizen metrics optimize", "coulomb kaizen metrics optimize --since P90D --json"],
    (command) =>
      inSlot(command)
        .addOption(lasting("--since <duration>", "how far it looks back", "P30D"))
        .option("--no-record", "leave no record, also in a slot"),
    async () => (await import("../commands/kaizen-optimize.ts")).optimizeMetrics,
  );
}

function recording(command: Command): Command {
  return inSlot(command)
    .addOption(new Option("--success", "it did what it should").conflicts(["failure", "noop"]))
    .addOption(new Option("--failure", "it did not; needs --reason").conflicts(["success", "noop"]))
    .addOption(new Option("--noop", "there was nothing to do").conflicts(["success", "failure"]))
    .addOption(
      new Option("--outcome <outcome>", "of a failure: what came of it")
        .choices(["failed", "timeout", "cancelled"])
        .conflicts(["success", "noop"]),
    )
    .requiredOption("--time <seconds>", "how long it took (required)", seconds)
    .option("--quality <0-1>", "how good it is", quality)
    .option("--quality-source <who>", "who says how good it is; default: self")
    .option("--reason <text>", "why it failed, or did nothing")
    .addOption(
      new Option("--trigger <why>", "why it ran; default: by slot and attempt").choices([
        "schedule",
        "retry",
        "catch_up",
        "backfill",
        "manual",
      ]),
    )
    .option("--actor <who>", "who ran it; default: git's user.name")
    .option("--started-at <instant>", "default: so long before its end as it took", instant)
    .option("--finished-at <instant>", "default: now", instant)
    .option("--cost <unit=amount>", "what it cost; repeatable", cost)
    .option("--intervention <kind[:note]>", "what a person did meanwhile; repeatable", intervention)
    .option("--corrects <id>", "the record that this one replaces");
}

function addBundle(kaizen: Command, { addAnywhere, group }: Builder): void {
  const bundle = group(kaizen, "bundle", "bundles", ["coulomb kaizen bundle verify bundle.md"]);
  addAnywhere(
    bundle,
    "verify <file>",
    "every finding of a bundle: form, sources at its commit, slot, end, secrets",
    ["coulomb kaizen bundle verify bundle.md", "coulomb kaizen bundle verify bundle.md --repo-dir ../pilot"],
    (command) => checking(command).option("--repo-dir <dir>", "checkout that it is of; default: this one"),
    async () => (await import("../commands/kaizen-checks.ts")).bundleVerify,
  );
}

/** An option for a duration; help shows its default as it is typed. */
function lasting(flags: string, description: string, usual: string): Option {
  return new Option(flags, description).argParser(duration).default(duration(usual), usual);
}

/** What says which slot a command is about. */
function inSlot(command: Command): Command {
  return command
    .option("--slot <key>", "loop/activity/forge/owner/name@due; default: COULOMB_SLOT")
    .option("--cycle <id>", "cycle of the slot")
    .option("--attempt <n>", "which attempt at the slot, from 1", attempt)
    .option(
      "--repo <forge/owner/name>",
      "which repo this is; default: COULOMB_REPO, the slot's, the remote's",
    );
}

function checking(command: Command): Command {
  return command
    .option("--strict", "exit with 1 also on warnings")
    .addOption(new Option("--format <format>", "how to print; default: human").choices(["human", "json"]));
}
