import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { git } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import {
  createStage,
  type Json,
  newFolder,
  pilot,
  rows,
  type Stage,
  wantedSchedule,
} from "./fleet.fixture.ts";

const author = ["-c", "user.name=a", "-c", "user.email=a@example.org"];

/** An ops repo that is a repository of its own, nothing of which is on the forge yet. */
async function unpushed(): Promise<Stage> {
  const stage = await createStage({ pilots: { alpha: pilot(wantedSchedule) } });
  const bare = stage.path("demo-ops");
  rmSync(bare, { recursive: true });
  await git(stage.root, ["init", "--quiet", "--bare", "--initial-branch=main", bare]);
  await git(stage.ops, ["init", "--quiet", "--initial-branch=main"]);
  await git(stage.ops, ["remote", "add", "origin", bare]);
  return stage;
}

async function push(stage: Stage): Promise<void> {
  await git(stage.ops, ["push", "--quiet", "origin", "main"]);
}

async function commit(stage: Stage, added = ["add", "--all"]): Promise<void> {
  if (added.length > 0) await git(stage.ops, added);
  await git(stage.ops, [...author, "commit", "--quiet", "--allow-empty", "--message", "x"]);
}

async function check(stage: Stage, name: string): Promise<Json | undefined> {
  const { checks } = await stage.json(["doctor"]);
  return rows(checks).find((each) => each.name === name);
}

describe("an ops repo that is not on its forge", () => {
  it("is told by doctor, from the empty repo to the commit that is not pushed", async () => {
    const stage = await unpushed();
    const pushed = { hint: expect.stringContaining("git push -u origin HEAD") };
    expect(await check(stage, "ops repo on local")).toMatchObject({
      status: "warning",
      message: expect.stringContaining("coulomb/demo-ops has no commit"),
      ...pushed,
    });
    await commit(stage, []);
    await push(stage);
    expect(await check(stage, "ops repo on local")).toMatchObject({
      status: "warning",
      message: expect.stringContaining("main of coulomb/demo-ops has no coulomb.yaml"),
      ...pushed,
    });
    await commit(stage);
    await push(stage);
    expect(await check(stage, "ops repo on local")).toMatchObject({ status: "ok" });
    await commit(stage);
    expect(await check(stage, "ops repo on local")).toMatchObject({
      status: "warning",
      message: expect.stringContaining("main here is ahead of coulomb/demo-ops by 1"),
      hint: "git push",
    });
    await git(stage.ops, ["switch", "--quiet", "--create", "other"]);
    expect(await check(stage, "ops repo on local")).toMatchObject({ status: "ok" });
  });

  it("is told by promote status with what to do", async () => {
    const stage = await unpushed();
    const none = await stage.coulomb(["promote", "status"]);
    expect(none).toMatchObject({ code: 1, stdout: "" });
    expect(none.stderr).toContain("has no commit on its forge");
    expect(none.stderr).toContain("commit and push the ops repo");
    expect(none.stderr).not.toContain("coulomb doctor");
    await commit(stage, []);
    await push(stage);
    const bare = await stage.coulomb(["promote", "status"]);
    expect(bare.stderr).toContain("which has no coulomb.yaml");
    expect(bare.stderr).toContain("commit and push the ops repo");
  });

  it("that cannot be found is no reason to run doctor again", async () => {
    const stage = await unpushed();
    rmSync(stage.path("demo-ops"), { recursive: true });
    const found = await check(stage, "state coulomb-state/demo");
    expect(found).toMatchObject({ status: "error", hint: expect.stringContaining("make it on the forge") });
    expect(found?.hint).not.toContain("doctor");
  });
});

/** A port of this machine on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

describe("doctor", () => {
  it.each(["gitea", "github", "git"])("says of a server that is away what to check, on %s", async (kind) => {
    const stage = await createStage({ pilots: { alpha: pilot(undefined) } });
    const url = `http://127.0.0.1:${await closedPort()}`;
    const more = kind === "git" ? "/{owner}/{repo}.git" : "";
    stage.edit("coulomb.yaml", (text) =>
      text
        .replace("../forge/{owner}/{repo}.git", `"${url}${more}"`)
        .replace(/kind: git .*/, kind === "git" ? "kind: git" : `kind: ${kind}\n    token: { env: T }`),
    );
    const { checks } = await stage.json(["doctor"], { env: { T: "token-of-somebody" } });
    const found = rows(checks).find(({ name }) => name === "local/coulomb/alpha");
    expect(found).toMatchObject({
      status: "error",
      hint: expect.stringContaining("the server cannot be reached"),
    });
    expect(found?.hint).not.toContain("roster");
  });

  it("tells of a pilot that is not there what to correct", async () => {
    const stage = await createStage({ pilots: { alpha: undefined } });
    expect(await check(stage, "local/coulomb/alpha")).toMatchObject({
      hint: expect.stringContaining("correct forge, owner or repo in the roster"),
    });
  });

  it("names coulomb init where there is no ops repo", async () => {
    const stage = await createStage({ pilots: {} });
    for (const args of [["validate"], ["validate", "--ops", "."], ["doctor"]]) {
      const ran = await stage.coulomb(args, { cwd: newFolder() });
      expect(ran.stdout + ran.stderr).toContain("coulomb init makes one");
    }
  });
});

describe("a pilot that is empty", () => {
  it.each([["plan"], ["reconcile"], ["reconcile", "--dry-run"], ["why", "alpha"], ["doctor"]])(
    "is told with what to do, by %s %s",
    async (...args) => {
      const stage = await createStage({ pilots: { alpha: {} } });
      const ran = await stage.coulomb(args.filter((arg) => arg !== undefined));
      expect(ran.stdout).toContain("the repo is empty");
      expect(ran.stdout).toContain("push a first commit to it, or take it out of the roster");
    },
  );
});
