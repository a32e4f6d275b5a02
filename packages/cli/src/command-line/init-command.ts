import { type Command, InvalidArgumentError, Option } from "commander";
import type { Builder } from "./builder.ts";

/** `coulomb init`. */
export function addInit(program: Command, { addAnywhere }: Builder): void {
  addAnywhere(
    program,
    "init [dir]",
    "write a new ops repo: it asks at a terminal for what no option says",
    [
      "coulomb init",
      "coulomb init acme-ops --forge gitea --url https://git.example.org --owner acme --pilot one,two --regulator jo",
      "coulomb init ops --forge git --url '../forge/{owner}/{repo}.git' --owner acme --pilot one --no-plan",
    ],
    (command) =>
      command
        .addOption(
          new Option("--forge <kind>", "where the repositories live").choices(["git", "gitea", "github"]),
        )
        .option("--url <url>", "address of the forge; on plain git a template with {owner} and {repo}")
        .option("--owner <owner>", "user or organisation that owns the repositories")
        .option("--name <repo>", "name of the ops repo on the forge; default: the folder's")
        .option(
          "--pilot <repos>",
          "repos that the loop begins with, the canary first; repeatable, or with commas",
          pilots,
        )
        .option("--loop <loop>", "name of the loop; default: kaizen-stack")
        .option("--timezone <zone>", "zone of its crons; default: this machine's")
        .option("--domain <domain>", "domain that stands in the schedule files; default: the owner")
        .option("--regulator <who>", "login of who agrees to promotions; on plain git a name")
        .option("--action <uses>", "action that the workflows use, <owner>/<repo>@<commit>", action)
        .option("--no-plan", "do not ask the forge for a first plan"),
    async () => (await import("../commands/init.ts")).init,
  );
}

function pilots(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

function action(text: string): string {
  if (/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(text)) return text;
  throw new InvalidArgumentError(
    "expected an action with its whole commit, such as owner/repo@1f3c… of 40 digits",
  );
}
