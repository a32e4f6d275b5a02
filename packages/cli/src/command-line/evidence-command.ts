import type { Command } from "commander";
import { hubPlaced, instant } from "./arguments.ts";
import type { Builder } from "./builder.ts";

/** `coulomb evidence`. */
export function addEvidence(program: Command, { add }: Builder): void {
  add(
    program,
    "evidence",
    "what the analyses of each phase come to, by the slots, events and records of the hub",
    [
      "coulomb evidence",
      "coulomb evidence --explain --repo activity-core",
      "coulomb evidence --as-of 2026-07-06T14:00:00Z --json",
      "coulomb evidence --log",
      "coulomb evidence --phase bootstrap --out evidence.json",
    ],
    (command) =>
      hubPlaced(command)
        .option("--loop <loop>", "only this loop")
        .option("--phase <phase>", "only this phase")
        .option("--repo <repo>", "show only this repo, in its phase")
        .option("--analysis <key>", "show only this analysis")
        .option("--explain", "every slot with its verdict, and what broke the streak")
        .option("--as-of <instant>", "by what was known then (UTC, RFC 3339); default: now", instant)
        .option(
          "--since <instant>",
          "look at cycles from then on, at most two years; default: the last 24, or more",
          instant,
        )
        .option("--log", "add the decided cycles, and the promotion records, to bootstrap-log.md of the loop")
        .option("--out <file>", "write the evidence itself, as canonical JSON; - is stdout"),
    async () => (await import("../commands/evidence.ts")).evidence,
  );
}
