import type { DemoFleet } from "./fleet.ts";
import { git } from "./git.ts";
import { type Stage, tell } from "./stage.ts";

/** Clones the ops repo, as whoever looks after it does. */
export async function cloneOps(stage: Stage, fleet: DemoFleet): Promise<void> {
  const { env } = stage.invocation.io;
  await git(stage.root, env, ["clone", "--quiet", fleet.address("demo-ops"), stage.ops], fleet.access);
}

/** Commits what was changed in the ops repo and pushes it to its default branch, as Robin. */
export async function publishOps(stage: Stage, fleet: DemoFleet, message: string): Promise<void> {
  const { env } = stage.invocation.io;
  show(stage, `git add --all && git commit -m '${message}' && git push`);
  await git(stage.ops, env, ["add", "--all"]);
  await git(stage.ops, env, ["commit", "--quiet", "--message", message]);
  await git(stage.ops, env, ["push", "--quiet", "origin", "HEAD:main"], fleet.access);
  tell(stage, "");
}

/** Takes over what was merged in the ops repo. */
export async function pullOps(stage: Stage, fleet: DemoFleet): Promise<void> {
  show(stage, "git pull");
  const { env } = stage.invocation.io;
  await git(stage.ops, env, ["pull", "--quiet", "--ff-only", "origin", "main"], fleet.access);
  tell(stage, "");
}

function show(stage: Stage, line: string): void {
  tell(stage, `${stage.invocation.terminal.paint.green("$")} ${line}`);
}
