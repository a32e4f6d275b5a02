import type { Command } from "commander";
import { emittingEvents, hubPlaced, instant, since } from "./arguments.ts";
import type { Builder } from "./builder.ts";

/** `coulomb promote`, `approve`, `demote` and `hold`: cadence changes by pull request. */
export function addPromotion(program: Command, { add }: Builder): void {
  const promote = add(
    program,
    "promote",
    "bring each loop's promotion as far as it can come: propose, ask, merge, or take back",
    [
      "coulomb promote",
      "coulomb promote --loop kaizen-stack --json",
      "coulomb promote --emit jsonl=promotions.jsonl",
      "coulomb promote status",
    ],
    (command) =>
      hubPlaced(command)
        .option("--loop <loop>", "only this loop")
        .option("--reopen", "offer again what people declined")
        .option("--rebuild", "make a proposal anew that somebody pushed to")
        .addOption(emittingEvents()),
    async () => (await import("../commands/promote.ts")).promote,
  );
  add(
    promote,
    "status",
    "every gate with its reason, what is missing, and the earliest merge; writes nothing",
    ["coulomb promote status", "coulomb promote status --json"],
    (command) => hubPlaced(command).option("--loop <loop>", "only this loop"),
    async () => (await import("../commands/promote.ts")).status,
  );
  add(
    promote,
    "show [record]",
    "an open promotion as its proposal words it, and with --diff what it changes",
    ["coulomb promote show", "coulomb promote show PROM-0007 --diff"],
    (command) =>
      hubPlaced(command).option("--loop <loop>", "only this loop").option("--diff", "with the diff"),
    async () => (await import("../commands/promote-show.ts")).show,
  );
  add(
    promote,
    "verify",
    "check every record, its evidence and its approvals in a clone, without forge or hub",
    ["coulomb promote verify", "coulomb promote verify --base origin/main", "coulomb promote verify --json"],
    (command) =>
      command
        .option("--loop <loop>", "only this loop")
        .option("--base <ref>", "on a pull request: the branch it goes to, whose files it may not change"),
    async () => (await import("../commands/promote-verify.ts")).verify,
  );
  add(
    promote,
    "backtest",
    "when another policy would have promoted or taken back whom, beside the present one and what happened; writes nothing",
    [
      "coulomb promote backtest --policy stricter.yaml",
      "coulomb promote backtest --policy stricter.yaml --since P30D --loop kaizen-stack --json",
    ],
    (command) =>
      hubPlaced(command)
        .requiredOption("--policy <file>", "the other policy: a whole cadence.yaml of the loop (required)")
        .option(
          "--since <instant>",
          "replay from then on: an instant (UTC, RFC 3339), or how long back, such as P30D; default: P90D",
          since,
        )
        .option("--loop <loop>", "loop that is meant; default: the one that the policy names"),
    async () => (await import("../commands/promote-backtest.ts")).promoteBacktest,
  );
  add(
    program,
    "approve <record>",
    "answer a promotion as yourself: for its present head, evidence and policy",
    [
      'coulomb approve PROM-0007 --message "three clean cycles, no incident open"',
      'coulomb approve PROM-0007 --reject --message "the metrics step was re-run by hand"',
    ],
    (command) =>
      hubPlaced(command)
        .option("--reject", "refuse it")
        .option("--message <text>", "your reason", "")
        .option("--user <user>", "on plain git: who you are in coulomb.yaml; default: by your e-mail")
        .option("--key <file>", "on plain git: SSH key to sign with; default: git's user.signingkey")
        .option("--unsigned", "on plain git: do not sign"),
    async () => (await import("../commands/approve.ts")).approve,
  );
  add(
    program,
    "demote <repo>",
    "take a repo back to an earlier phase, by a pull request that the tool merges",
    ['coulomb demote activity-core --to bootstrap --reason "sessions time out since Monday"'],
    (command) =>
      hubPlaced(command)
        .requiredOption("--to <phase>", "phase it goes back to (required)")
        .requiredOption("--reason <text>", "why (required)")
        .addOption(emittingEvents()),
    async () => (await import("../commands/promote.ts")).demote,
  );
  add(
    program,
    "hold [repo...]",
    "stop promotions of repos, or with --release let them go on, by a pull request that the tool merges",
    [
      'coulomb hold activity-core --reason "migration until Friday" --until 2026-07-10T16:00:00Z',
      'coulomb hold --all --reason "incident 42"',
      'coulomb hold --all --release --reason "incident 42 is closed"',
    ],
    (command) =>
      hubPlaced(command)
        .option("--all", "every repo of the loop")
        .option("--loop <loop>", "loop that is meant; needed with --all where there are several")
        .option("--release", "end the holds instead")
        .requiredOption("--reason <text>", "why (required)")
        .option("--until <instant>", "end it by itself then (UTC, RFC 3339)", instant)
        .addOption(emittingEvents()),
    async () => (await import("../commands/promote.ts")).hold,
  );
}
