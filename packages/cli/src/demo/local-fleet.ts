import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { exitCodes } from "../io.ts";
import { pilots, schedulePath } from "./files.ts";
import type { DemoFleet } from "./fleet.ts";
import { bareRepo, git, newKey } from "./git.ts";
import type { Stage } from "./stage.ts";
import { coulomb } from "./stage.ts";
import { storyFiles } from "./story-files.ts";

/** A fleet of bare repositories in the demo's folder, on the `git` forge. */
export function localFleet(stage: Stage): DemoFleet {
  const { env } = stage.invocation.io;
  const folder = join(stage.root, "forge", "coulomb");
  const path = (repo: string) => join(folder, `${repo}.git`);
  return {
    env: {},
    access: {},
    prepares: true,
    name: (repo) => repo,
    // As a person in the demo's folder would type it.
    address: (repo) => join("forge", "coulomb", `${repo}.git`),
    words: {
      where: [
        "with three pilot repos as plain git repositories: kaizen-agentic has no schedule yet, the-custodian has one",
      ],
      made: `Made in ${stage.root}`,
      proposal: [
        "reconcile opens them. kaizen-agentic is the canary: the others wait until it is in sync. On the git forge a",
        "proposal is a branch and a record in the repository itself.",
      ],
      approve: [
        "On the git forge an approval is a tag that the regulator signs with a key that coulomb.yaml knows. It counts for this very",
        "head, evidence and policy, and for nothing else.",
      ],
      merge: ["merge acts as the person who runs it, and only on the head it has just read."],
      end: [
        `Everything is still there to look at: ${stage.root}`,
        `  ops repo     ${stage.ops}`,
        `  pilot repos  ${folder}`,
        "Delete the folder when you are done. The README's tour does the same with repos of your own.",
      ],
    },
    async make() {
      for (const [repo, files] of Object.entries(pilots)) await bareRepo(path(repo), files, env);
      const key = await newKey(join(stage.root, "keys", "regulator"), env);
      await bareRepo(path("demo-ops"), storyFiles(`keys: ["${key}"]`), env);
      for (const name of readdirSync(folder))
        if (name.endsWith(".work")) rmSync(join(folder, name), { recursive: true });
    },
    // A proposal of the git forge has no address.
    show: async () => {},
    merge: (then, repo) => coulomb(then, exitCodes.ok, "requests", "merge", repo ?? "--all"),
    approve: (then, id) => {
      const words = ["--message", "three clean cycles", "--user", "regulator"];
      return coulomb(then, exitCodes.ok, "approve", id, ...words, "--key", join("..", "keys", "regulator"));
    },
    schedule: (repo) => git(path(repo), env, ["show", `main:${schedulePath}`]),
  };
}
