import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wireOf } from "@coulomb-loop/state-hub-sync";
import { readOpsConfig } from "../hub-workspace.ts";
import { exitCodes } from "../io.ts";
import { hubPlace, openHub, transportTo } from "../open-hub.ts";
import type { DemoFleet } from "./fleet.ts";
import { git } from "./git.ts";
import { pullOps } from "./ops-repo.ts";
import { coulomb, failure, type Stage, say, tell } from "./stage.ts";
import { workplanPath } from "./workplan-file.ts";

/** Workplans in git and tasks on the hub: a change on each side, one sync, one merge, and both sides are equal. */
export async function workplansAndHub(stage: Stage, fleet: DemoFleet): Promise<void> {
  say(stage, "The work itself: a workplan in git, tasks on the state hub", [
    "LOOP-WP-0001 is the owner's plan for this very loop. The hub learns its domain, topic and workstream, and then its",
    "tasks, under the ids that stand in the file: nothing is left to write back.",
  ]);
  await coulomb(stage, exitCodes.ok, "hub", "register");
  await coulomb(stage, exitCodes.ok, "sync", "--detailed-exitcode");
  say(stage, "Both sides move", [
    "An agent session takes T07 on the hub. At the same time somebody blocks T08 in the file:",
  ]);
  await takeOnHub(stage, "LOOP-WP-0001-T07");
  await blockInFile(stage, fleet);
  say(stage, "One sync carries both changes", [
    "The hub gets what the file says of T08. What the hub says of T07 is proposed to the file: nobody but its people",
    "changes it. Exit code 3: values of the hub wait for a merge.",
  ]);
  await coulomb(stage, 3, "sync", "--detailed-exitcode");
  await fleet.show(stage);
  await fleet.merge(stage, "demo-ops");
  await pullOps(stage, fleet);
  say(stage, "Both sides are equal", [
    "The first run notes that they agree; the second has nothing to write.",
  ]);
  await coulomb(stage, exitCodes.ok, "sync", "--detailed-exitcode");
  await coulomb(stage, exitCodes.ok, "sync", "--detailed-exitcode");
  await coulomb(stage, exitCodes.ok, "sync", "explain", "T07");
}

/** What a session would send to the hub over HTTP; here the hub is in this process. */
async function takeOnHub(stage: Stage, key: string): Promise<void> {
  const { io, terminal } = stage.invocation;
  const here = { ...io, cwd: stage.ops, env: stage.env };
  const ops = readOpsConfig(here, terminal, stage.ops);
  const hub = await openHub(here, hubPlace(here, ops, {}), "agent-session");
  try {
    const transport = transportTo(hub, here);
    const listed = await transport.send({ method: "GET", path: `/v1/tasks?key=${key}` });
    const { items } = wireOf(listed.json);
    const task = wireOf(Array.isArray(items) ? items[0] : undefined);
    const { id, rev } = task;
    if (typeof id !== "string" || typeof rev !== "number") throw failure(stage, `the hub has no task ${key}`);
    const body = { status: "in_progress" };
    const etag = `"${rev}"`;
    tell(stage, `PATCH /v1/tasks/${id}  If-Match: ${etag}  ${JSON.stringify(body)}`);
    const answer = await transport.send({
      method: "PATCH",
      path: `/v1/tasks/${id}`,
      body,
      headers: { "if-match": etag },
    });
    if (answer.status !== 200)
      throw failure(stage, `the hub answered ${answer.status} to a change of ${key}`);
  } finally {
    await hub.close();
  }
}

async function blockInFile(stage: Stage, fleet: DemoFleet): Promise<void> {
  const { env } = stage.invocation.io;
  const address = fleet.address("demo-ops");
  const work = join(stage.root, "demo-ops-of-robin");
  const { green } = stage.invocation.terminal.paint;
  await git(stage.root, env, ["clone", "--quiet", address, work], fleet.access);
  const file = join(work, workplanPath);
  const before = readFileSync(file, "utf8");
  const after = before
    .replace(/(- id: T08\n +status: )todo/, "$1blocked")
    .replace(/(id: LOOP-WP-0001-T08\nstatus: )todo/, "$1blocked");
  writeFileSync(file, after);
  for (const line of [`git clone ${address}`, "git commit -am 'Wait for the regulator' && git push"])
    tell(stage, `${green("$")} ${line}`);
  await git(work, env, ["commit", "--quiet", "--all", "--message", "Wait for the regulator"]);
  await git(work, env, ["push", "--quiet", "origin", "main"], fleet.access);
  tell(stage, "");
}
