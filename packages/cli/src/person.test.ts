import { git } from "@coulomb-loop/testkit";
import { beforeEach, describe, expect, it } from "vitest";
import { createStage, pilot, type Stage } from "./fleet.fixture.ts";

/** Nobody: neither variables nor git's configuration name who runs the command. */
const nobody = { GIT_COMMITTER_NAME: undefined, GIT_COMMITTER_EMAIL: undefined };

let stage: Stage;
beforeEach(async () => {
  stage = await createStage({ pilots: { alpha: pilot(undefined) } });
  await stage.coulomb(["reconcile"], { env: nobody });
});

const merger = () => git(stage.path("alpha"), ["log", "-1", "--format=%cn <%ce>", "main"]);

describe("who runs a command on plain git", () => {
  it.each([
    ["merge", "alpha"],
    ["merge", "--all"],
    ["close", "alpha", "--reason", "later"],
    ["label", "alpha", "coulomb:hold"],
  ])("has to be known to git: requests %s %s writes nothing for nobody", async (...args) => {
    const refs = await stage.refs();
    const ran = await stage.coulomb(["requests", ...args], { env: nobody });
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain("[git_identity]");
    expect(ran.stderr).toMatch(/git config --global user\.name .*git config --global user\.email /);
    expect(await stage.refs()).toEqual(refs);
    const json = await stage.json(["requests", ...args], { env: nobody });
    expect(json).toMatchObject({ kind: "error", code: "git_identity" });
  });

  it("is whoever git's configuration names", async () => {
    await git(stage.ops, ["init", "--quiet"]);
    await git(stage.ops, ["config", "user.name", "Jo"]);
    const half = await stage.coulomb(["requests", "merge", "alpha"], { env: nobody });
    expect(half.stderr).toContain("[git_identity]");
    await git(stage.ops, ["config", "user.email", "jo@example.org"]);
    const ran = await stage.coulomb(["requests", "merge", "alpha"], { env: nobody });
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(await merger()).toBe("Jo <jo@example.org>");
  });

  it("is whoever the variables of git name", async () => {
    const env = { GIT_COMMITTER_NAME: "Ci", GIT_COMMITTER_EMAIL: "ci@example.org" };
    const ran = await stage.coulomb(["requests", "merge", "alpha"], { env });
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(await merger()).toBe("Ci <ci@example.org>");
  });

  it("need not be known where nothing is written", async () => {
    for (const args of [["list"], ["show", "alpha"]])
      expect(await stage.coulomb(["requests", ...args], { env: nobody })).toMatchObject({ code: 0 });
  });
});
