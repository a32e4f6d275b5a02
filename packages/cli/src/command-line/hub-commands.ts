import { type Command, Option } from "commander";
import { hubPlaced, port } from "./arguments.ts";
import type { Builder } from "./builder.ts";

const scopes = ["read", "write", "sync", "admin"];

/** `coulomb hub …`. */
export function addHub(program: Command, { add, group }: Builder): void {
  const hub = group(program, "hub", "the state hub: the live register of workstreams, tasks and decisions", [
    "coulomb hub serve",
    "coulomb hub register",
    "coulomb hub token create --name ci --scope sync",
  ]);
  add(
    hub,
    "serve",
    "listen for requests, until stopped; PGlite in a folder, or PostgreSQL by DATABASE_URL",
    [
      "coulomb hub serve",
      "coulomb hub serve --data-dir /srv/hub --port 7412",
      "DATABASE_URL=postgresql://… coulomb hub serve --host 0.0.0.0",
    ],
    (command) =>
      hubPlaced(command)
        .option(
          "--host <address>",
          "address to listen on; others than this machine's need a token to exist",
          "127.0.0.1",
        )
        .option("--port <n>", "port; 0: any free one", port, 7412)
        .option(
          "--admin-token-file <file>",
          "file with the secret of the first admin; or set COULOMB_HUB_ADMIN_TOKEN",
        ),
    async () => (await import("../commands/hub-serve.ts")).serve,
  );
  add(
    hub,
    "register",
    "make this ops repo known to the hub: domain, topics, repo, and a workstream for each workplan",
    ["coulomb hub register", "coulomb hub register --json"],
    hubPlaced,
    async () => (await import("../commands/hub-register.ts")).register,
  );
  const token = group(hub, "token", "the tokens of the hub", [
    "coulomb hub token create --name ci --scope sync",
  ]);
  add(
    token,
    "create",
    "make a token; its secret is printed once",
    [
      "coulomb hub token create --name ada --scope admin",
      "coulomb hub token create --name ci --scope sync --repo local/coulomb/coulomb-loop > hub-token",
    ],
    (command) =>
      hubPlaced(command)
        .requiredOption("--name <who>", "who uses it: the actor in the history (required)")
        .addOption(
          new Option("--scope <scope...>", "what it may do (required); admin may do everything")
            .choices(scopes)
            .makeOptionMandatory(),
        )
        .option("--repo <key>", "only this repo: forge/owner/name"),
    async () => (await import("../commands/hub-token.ts")).create,
  );
  add(
    token,
    "list",
    "every token, without its secret",
    ["coulomb hub token list"],
    hubPlaced,
    async () => (await import("../commands/hub-token.ts")).list,
  );
  add(
    token,
    "revoke <id>",
    "take a token out of force at once",
    ["coulomb hub token revoke 01991c1e-5f6c-7b6e-9d0a-3f2b8f0c1a2b"],
    hubPlaced,
    async () => (await import("../commands/hub-token.ts")).revoke,
  );
  add(
    hub,
    "backup <file>",
    "write everything the hub holds at one moment into a new file",
    ["coulomb hub backup hub-2026-07-01.jsonl", "DATABASE_URL=postgresql://… coulomb hub backup hub.jsonl"],
    hubPlaced,
    async () => (await import("../commands/hub-backup.ts")).backup,
  );
  add(
    hub,
    "restore <file>",
    "put a backup into an empty hub",
    ["coulomb hub restore hub-2026-07-01.jsonl --data-dir ./restored"],
    hubPlaced,
    async () => (await import("../commands/hub-backup.ts")).restore,
  );
}
