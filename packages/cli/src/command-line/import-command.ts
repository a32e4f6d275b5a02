import type { Command } from "commander";
import { wave } from "./arguments.ts";
import type { Builder } from "./builder.ts";

/** `coulomb import`. */
export function addImport(program: Command, { add }: Builder): void {
  add(
    program,
    "import <repo>",
    "write the roster entry of a repo from what it has, so that its schedule stays for now",
    [
      "coulomb import activity-core --dry-run",
      "coulomb import coulomb/activity-core --phase stabilize --wave 1",
      "coulomb import activity-core --answers 'activity team' --reason 'before stand-up' --expires-in P60D",
    ],
    (command) =>
      command
        .option("--loop <loop>", "the loop that takes it in; needed when there are several")
        .option("--forge <name>", "its forge; default: the roster's, or the only one")
        .option("--owner <owner>", "its owner; default: the roster's, or the forge's")
        .option("--phase <phase>", "its phase; default: the one that changes least")
        .option("--wave <n>", "its wave; default: the roster's", wave)
        .option("--answers <who>", "who answers for the overrides; default: you, as git knows you")
        .option("--reason <text>", "why its values stay", "as it was before the import")
        .option("--expires-in <duration>", "how long they stay, at most P90D", "P30D")
        .option("--dry-run", "show the lines and write nothing"),
    async () => (await import("../commands/import.ts")).importRepo,
  );
}
