import type { Command } from "commander";
import type { Builder } from "./builder.ts";

/** `coulomb requests …`. */
export function addRequests(program: Command, { add, group }: Builder): void {
  const requests = group(program, "requests", "the managed proposals", [
    "coulomb requests list",
    "coulomb requests show activity-core",
  ]);
  add(
    requests,
    "list",
    "every proposal that is open; --all: also the newest closed ones",
    ["coulomb requests list", "coulomb requests list --all"],
    (command) => command.option("--all", "also merged and closed ones"),
    async () => (await import("../commands/requests.ts")).list,
  );
  add(
    requests,
    "show <repo>",
    "the newest proposal of a repo, with its diff",
    ["coulomb requests show activity-core"],
    (command) => command,
    async () => (await import("../commands/requests.ts")).show,
  );
  add(
    requests,
    "merge [repos...]",
    "merge open proposals as yourself: by git identity, on a server by the token",
    ["coulomb requests merge activity-core", "coulomb requests merge --all"],
    (command) => command.option("--all", "every open proposal"),
    async () => (await import("../commands/requests.ts")).merge,
  );
  add(
    requests,
    "close <repo>",
    "decline an open proposal: the same change is not offered again",
    ["coulomb requests close activity-core --reason 'not before the release'"],
    (command) => command.requiredOption("--reason <text>", "why, for the others (required)"),
    async () => (await import("../commands/requests.ts")).close,
  );
  add(
    requests,
    "label <repo> <label>",
    "steer a proposal by a label: coulomb:hold, coulomb:rebuild, or coulomb:reopen for a closed one",
    [
      "coulomb requests label activity-core coulomb:hold",
      "coulomb requests label activity-core coulomb:hold --remove",
      "coulomb requests label activity-core coulomb:reopen",
    ],
    (command) => command.option("--remove", "take the label away"),
    async () => (await import("../commands/requests-label.ts")).label,
  );
}
