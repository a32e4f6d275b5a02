import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createGiteaDouble } from "@coulomb-loop/testkit/gitea-double";
import { createHosting } from "@coulomb-loop/testkit/hosting";
import { describe, expect, it } from "vitest";
import { workplanPath, workplanText } from "./demo/workplan-file.ts";
import { coulomb, document, fixedNow, newFolder, repoRoot } from "./fleet.fixture.ts";

describe("demo", () => {
  it("shows the owner's workplan as it is", () => {
    expect(workplanText()).toBe(readFileSync(join(repoRoot, workplanPath), "utf8"));
  });

  it.each([{ taken: "a folder with files" }, { taken: "a file" }])(
    "refuses $taken, and touches nothing",
    async ({ taken }) => {
      const folder = newFolder();
      writeFileSync(join(folder, "mine"), "mine");
      const dir = taken === "a file" ? join(folder, "mine") : folder;
      const ran = await coulomb(["demo", "--dir", dir, "--json"], { cwd: newFolder() });
      expect(ran.code).toBe(1);
      expect(document(ran.stdout)).toMatchObject({ kind: "error", code: "demo_folder" });
      expect(existsSync(join(folder, "ops"))).toBe(false);
    },
  );

  it.each([
    { what: "a folder below a file", args: ["--dir", "mine/below"], env: {}, code: "demo_folder" },
    { what: "no folder for temporary files", args: [], env: { TMPDIR: "/nowhere" }, code: "git_temporary" },
    {
      what: "a folder of its own and none for temporary files",
      args: ["--dir", "new"],
      env: { TMPDIR: "/nowhere" },
      code: "git_temporary",
    },
  ])("says what is wrong with $what before the story begins", async ({ args, env, code }) => {
    const cwd = newFolder();
    writeFileSync(join(cwd, "mine"), "mine");
    const ran = await coulomb(["demo", ...args], { cwd, env });
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain(`[${code}]`);
    expect(readdirSync(cwd)).toEqual(["mine"]);
  });

  it("says what is missing when there is no git", async () => {
    const ran = await coulomb(["demo", "--dir", newFolder(), "--json"], {
      cwd: newFolder(),
      env: { PATH: newFolder() },
    });
    expect(ran.code).toBe(1);
    expect(document(ran.stdout)).toMatchObject({ kind: "error", code: "demo_git" });
  });

  it.each([
    { what: "a server without its kind", args: ["--url", "http://127.0.0.1:1"], code: "usage", exit: 64 },
    { what: "a kind without a server", args: ["--forge", "gitea"], code: "usage", exit: 64 },
    {
      what: "a server without a token",
      args: ["--forge", "github", "--url", "http://127.0.0.1:1", "--owner", "me"],
      code: "secret_missing",
      exit: 1,
    },
  ])("says what is missing to $what", async ({ args, code, exit }) => {
    const ran = await coulomb(["demo", "--json", ...args], { cwd: newFolder() });
    expect(ran.code).toBe(exit);
    expect(document(ran.stdout)).toMatchObject({ kind: "error", code });
  });

  it("writes to no repository of a server that is not empty, and shows no token", async () => {
    const hosting = createHosting({ clock: () => fixedNow });
    await hosting.add({ "me/kaizen-agentic": { files: { "README.md": "mine\n" } } });
    const token = hosting.users.allow("me", "token-that-nobody-may-see-12345");
    const double = await createGiteaDouble(hosting);
    try {
      const ran = await coulomb(
        ["demo", "--json", "--forge", "gitea", "--url", double.url, "--owner", "me"],
        { cwd: newFolder(), env: { COULOMB_DEMO_TOKEN: token, COULOMB_DEMO_PERSON_TOKEN: token } },
      );
      expect(document(ran.stdout)).toMatchObject({ kind: "error", code: "demo_forge" });
      expect(double.requests.entries.filter(({ path }) => path.endsWith("receive-pack"))).toEqual([]);
      expect(`${ran.stdout}${ran.stderr}`).not.toContain(token);
    } finally {
      await double.close();
      hosting.remove();
    }
  });
});
