import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createFleet, git } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import { coulomb, document, newFolder, plainUser, repoRoot } from "./fleet.fixture.ts";

const hosted = ["--forge", "gitea", "--url", "https://git.example.org", "--owner", "acme"];
const told = [...hosted, "--pilot", "one,two", "--regulator", "jo", "--no-plan"];
const plain = ["--forge", "git", "--url", "../forge/{owner}/{repo}.git", "--owner", "acme", "--pilot", "one"];

const strict = (ops: string) => coulomb(["validate", "--strict"], { cwd: ops });

describe("coulomb init", () => {
  it.each([
    { what: "on Gitea", args: told },
    {
      what: "on GitHub",
      args: ["--forge", "github", "--owner", "acme", "--pilot", "a", "--regulator", "jo", "--no-plan"],
    },
    { what: "on plain git", args: [...plain, "--no-plan"] },
    {
      what: "with names that YAML takes for something else",
      args: [
        ...told,
        "--owner",
        "123",
        "--pilot",
        "no",
        "--pilot",
        "1e3",
        "--name",
        "null",
        "--regulator",
        "On",
      ],
    },
    {
      what: "with a loop, a zone and a domain of its own",
      args: [...told, "--loop", "upkeep", "--timezone", "Asia/Kolkata", "--domain", "core"],
    },
  ])("writes an ops repo that validates strictly, $what", async ({ args }) => {
    const cwd = newFolder();
    const ran = await coulomb(["init", "ops", ...args], { cwd });
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(await strict(join(cwd, "ops"))).toMatchObject({ code: 0, stderr: "" });
    expect(existsSync(join(cwd, "ops/.git"))).toBe(true);
  });

  it("shows a first plan of pilots that are there, and what to do next is right", async () => {
    const root = newFolder();
    const fleet = await createFleet({
      folder: join(root, "forge"),
      repos: { "acme/one": { files: { "README.md": "one\n" } }, "acme/ops": { files: {} } },
    });
    try {
      const ran = await coulomb(["init", "ops", ...plain], { cwd: root });
      expect(ran).toMatchObject({ code: 0, stderr: "" });
      expect(ran.stdout).toContain("local/acme/one  create");
      expect(ran.stdout).toContain("git remote add origin ../forge/acme/ops.git");
      const again = await coulomb(["init", "ops", ...plain, "--json"], { cwd: root });
      expect(document(again.stdout)).toMatchObject({ kind: "init", written: [], planned: true });
    } finally {
      fleet.remove();
    }
  });

  it("is content without a plan where the forge cannot be asked", async () => {
    const ran = await coulomb(["init", "ops", ...told.filter((arg) => arg !== "--no-plan")], {
      cwd: newFolder(),
    });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain("There is no plan yet:");
    expect(ran.stdout).toContain("[secret_missing]");
  });

  it.each(["gitea", "github"])(
    "reads the token from the variable that its workflows set, on %s",
    async (kind) => {
      const cwd = newFolder();
      const there = kind === "gitea" ? ["--url", "https://git.example.org"] : [];
      const args = [
        "--forge",
        kind,
        ...there,
        "--owner",
        "acme",
        "--pilot",
        "one",
        "--regulator",
        "jo",
        "--no-plan",
      ];
      await coulomb(["init", "ops", ...args], { cwd });
      const [ops, read] = [join(cwd, "ops"), (path: string) => readFileSync(join(cwd, "ops", path), "utf8")];
      const [, variable = ""] = /token: \{ env: (\w+) \}/.exec(read("coulomb.yaml")) ?? [];
      const workflows = readdirSync(join(ops, `.${kind}/workflows`)).map((name) =>
        read(`.${kind}/workflows/${name}`),
      );
      const others = workflows.filter((text) => text.includes("_TOKEN: ") && !text.includes(`${variable}: `));
      expect(others).toEqual([]);
      expect(workflows.join("")).toContain(`${variable}: `);
      expect(read("README.md")).toContain(`export ${variable}=`);
    },
  );

  it("never asks without a terminal, and names everything that is missing at once", async () => {
    const cwd = newFolder();
    const ran = await coulomb(["init", "--forge", "gitea"], { cwd });
    expect(ran).toMatchObject({ code: 64, stdout: "" });
    for (const option of ["--url", "--owner", "--pilot", "--regulator"]) expect(ran.stderr).toContain(option);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it.each([
    ["an owner with a blank", ["--owner", "a b"]],
    ["a pilot that is named twice", ["--pilot", "one"]],
    ["a zone that is none", ["--timezone", "Mars/Olympus"]],
    ["an address with a password", ["--url", "https://jo:secret@git.example.org"]],
    ["a loop with capitals", ["--loop", "Kaizen"]],
  ])("refuses %s, and writes nothing", async (_what, args) => {
    const cwd = newFolder();
    const ran = await coulomb(["init", ...told, ...args], { cwd });
    expect(ran.code).toBe(64);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it.each([
    ["gitea", "https://bot:ghp_Sup3rSecret0123456789@git.example.org"],
    ["gitea", "https://:Sup3rSecret0123@git.example.org"],
    ["gitea", "https://bot:Sup3r/Secret0123@git.example.org"],
    ["github", "https://Sup3rSecret0123@api.github.com"],
    ["git", "https://bot:Sup3rSecret0123@git.example.org/{owner}/{repo}.git"],
    ["git", "https://Sup3rSecret0123@git.example.org/{owner}/{repo}.git"],
    ["git", "https://bot:Sup3r/Secret0123@git.example.org/{owner}/{repo}.git"],
    ["git", "ssh://bot:Sup3rSecret0123@git.example.org/{owner}/{repo}.git"],
    ["git", "https://bot:Sup3rSecret0123@git.example.org/no-name"],
  ])("refuses a password in the address, on %s %s, and repeats it nowhere", async (kind, url) => {
    const cwd = newFolder();
    for (const json of [[], ["--json"]]) {
      const ran = await coulomb(["init", ...told, "--forge", kind, "--url", url, ...json], { cwd });
      expect(ran.code).toBe(64);
      expect(ran.stderr).toContain("--url: expected an address without a name or password");
      expect(ran.stderr).toContain("[usage]");
      expect(ran.stdout + ran.stderr).not.toMatch(/Secret0123|Sup3r/);
    }
    expect(readdirSync(cwd)).toEqual([]);
  });

  it.each(["ssh://git@git.example.org/{owner}/{repo}.git", "git@git.example.org:{owner}/{repo}.git"])(
    "takes %s: that is no password",
    async (url) => {
      const cwd = newFolder();
      const ran = await coulomb(["init", "ops", ...plain, "--url", url, "--no-plan"], { cwd });
      expect(ran).toMatchObject({ code: 0, stderr: "" });
    },
  );

  it("says why there is no plan where one of the pilots cannot be read", async () => {
    const root = newFolder();
    const fleet = await createFleet({
      folder: join(root, "forge"),
      repos: { "acme/shop": { files: { "README.md": "one\n" } }, "acme/ops": { files: {} } },
    });
    try {
      const args = ["init", "ops", ...plain.slice(0, -2), "--pilot", "shop,shpo"];
      const ran = await coulomb(
        args.filter((arg) => arg !== "one"),
        { cwd: root },
      );
      const [before = "", problem = ""] = ran.stdout.split("There is no whole plan yet");
      expect(ran).toMatchObject({ code: 0, stderr: "" });
      expect(before).toContain("files written, and valid");
      expect(problem).toMatch(/local\/acme\/shpo {2}unknown/);
      expect(problem).toMatch(/→ coulomb doctor .*loops\/kaizen-stack\/roster\.yaml/);
      const again = await coulomb([...args, "--json"], { cwd: root });
      expect(document(again.stdout)).toMatchObject({
        planned: false,
        problem: {
          message: expect.stringMatching(/^local\/acme\/shpo: .*shpo/),
          hint: expect.stringContaining("coulomb doctor"),
        },
      });
    } finally {
      fleet.remove();
    }
  });

  it("tells in the document why the forge could not be asked", async () => {
    const args = told.filter((arg) => arg !== "--no-plan");
    const ran = await coulomb(["init", "ops", ...args, "--json"], { cwd: newFolder() });
    expect(document(ran.stdout)).toMatchObject({
      planned: false,
      problem: { code: "secret_missing", message: expect.stringContaining("COULOMB_FORGE_TOKEN") },
    });
  });

  it.each([
    ["in a repository", [], "shop/ops"],
    ["deep in a repository", [], "shop/some/where/ops"],
    ["in a bare repository", ["--bare"], "shop/ops"],
  ])("refuses a folder %s, and writes nothing", async (_what, flags, folder) => {
    const cwd = newFolder();
    await git(cwd, ["init", "--quiet", ...flags, "shop"]);
    const before = readdirSync(join(cwd, "shop"));
    const ran = await coulomb(["init", folder, ...told], { cwd });
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain("[init_nested]");
    expect(ran.stderr).toContain(join(cwd, "shop"));
    expect(ran.stderr).toContain("git init");
    expect(readdirSync(join(cwd, "shop"))).toEqual(before);
  });

  it("takes the top of a repository, also of one inside another and by way of a link", async () => {
    const cwd = newFolder();
    await git(cwd, ["init", "--quiet", "shop"]);
    await git(cwd, ["init", "--quiet", "--initial-branch=main", "shop/ops"]);
    symlinkSync(join(cwd, "shop/ops"), join(cwd, "link"));
    const ran = await coulomb(["init", "link", ...told, "--name", "ops"], { cwd });
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(readdirSync(join(cwd, "shop/ops"))).toContain("coulomb.yaml");
  });

  it.each(["gitea", "git"])("names the branch that is there, on %s", async (kind) => {
    const cwd = newFolder();
    await git(cwd, ["init", "--quiet", "--initial-branch=master", "ops"]);
    const args = kind === "git" ? [...plain, "--no-plan"] : told;
    const ran = await coulomb(["init", "ops", ...args], { cwd });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain("git push -u origin master\n");
    expect(ran.stdout).not.toContain("origin main");
    const words = "the workflows run on main alone: git branch -m main";
    expect(ran.stdout.includes(words)).toBe(kind !== "git");
  });

  it("names a branch to push where none is checked out", async () => {
    const cwd = newFolder();
    const ops = join(cwd, "ops");
    await git(cwd, ["init", "--quiet", "--initial-branch=main", "ops"]);
    await git(ops, ["-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "--allow-empty", "-m", "x"]);
    await git(ops, ["checkout", "--quiet", "--detach"]);
    const ran = await coulomb(["init", "ops", ...told], { cwd });
    expect(ran.stdout).toMatch(/git switch -c main\n[^]*git push -u origin main\n/);
  });

  it("prints next steps that a shell takes, whatever the names", async () => {
    const cwd = newFolder();
    const ran = await coulomb(
      ["init", "my 'ops'", "--name", "ops", ...plain, "--url", "../my forge/{owner}/{repo}.git", "--no-plan"],
      { cwd },
    );
    const steps = ran.stdout
      .slice(ran.stdout.indexOf("Next\n"))
      .split("\n")
      .filter((line) => /^ {2}(?:cd|git remote) /.test(line));
    const script = `set -e\n${steps.join("\n")}\npwd\ngit remote get-url origin\n`;
    const printed = execFileSync("sh", ["-c", script], { cwd, encoding: "utf8", env: plainUser() });
    expect(printed).toBe(`${join(cwd, "my 'ops'")}\n../my forge/acme/ops.git\n`);
  });

  it.each(["ops", "ops/below"])("says that %s is a file, or lies in one", async (folder) => {
    const cwd = newFolder();
    writeFileSync(join(cwd, "ops"), "");
    const ran = await coulomb(["init", folder, ...told, "--name", "x"], { cwd });
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain(`${join(cwd, "ops")} is a file`);
    expect(ran.stderr).not.toContain("that you may write to");
  });

  it("keeps a README and the lines of a .gitignore, and writes over nothing", async () => {
    const cwd = newFolder();
    writeFileSync(join(cwd, "README.md"), "# mine\n");
    writeFileSync(join(cwd, ".gitignore"), "node_modules");
    const ran = await coulomb(["init", ...told, "--json"], { cwd });
    expect(document(ran.stdout)).toMatchObject({ kept: ["README.md"] });
    expect(readFileSync(join(cwd, "README.md"), "utf8")).toBe("# mine\n");
    expect(readFileSync(join(cwd, ".gitignore"), "utf8")).toBe("node_modules\n.coulomb/\n");
    const other = await coulomb(["init", ...told, "--timezone", "Asia/Kolkata", "--json"], { cwd });
    expect(document(other.stdout)).toMatchObject({ kind: "error", code: "init_taken" });
    expect(readFileSync(join(cwd, "coulomb.yaml"), "utf8")).not.toContain("Kolkata");
  });

  it("writes through no link", async () => {
    const [cwd, elsewhere] = [newFolder(), newFolder()];
    symlinkSync(join(elsewhere, "coulomb.yaml"), join(cwd, "coulomb.yaml"));
    mkdirSync(join(cwd, "ops"));
    const ran = await coulomb(["init", ...told, "--json"], { cwd });
    expect(document(ran.stdout)).toMatchObject({ code: "init_taken" });
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it.each(["gitea", "github"])("writes the workflows of %s, with the action that is named", async (kind) => {
    const cwd = newFolder();
    const place = kind === "gitea" ? [] : ["--url", "https://api.github.com"];
    const action = `acme/coulomb-loop@${"1f".repeat(20)}`;
    const ran = await coulomb(["init", ...told, "--forge", kind, ...place, "--action", action], { cwd });
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    const folder = join(cwd, `.${kind}/workflows`);
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.join("\n")).toContain(`uses: ${action}`);
    expect(texts.join("\n")).not.toMatch(/@0{40}/);
  });

  it("ships the activity definitions that the project runs itself", () => {
    const folder = join(repoRoot, "packages/cli/assets/init/activity-definitions");
    const own = join(repoRoot, "activity-definitions");
    const names = readdirSync(own).filter((name) => /^(?:hourly|daily|weekly)-/.test(name));
    expect(readdirSync(folder).toSorted()).toEqual(names.toSorted());
    for (const name of names)
      expect(readFileSync(join(folder, name), "utf8")).toBe(readFileSync(join(own, name), "utf8"));
  });
});

const hasScript = spawnable("script", ["--version"]);

function spawnable(name: string, args: readonly string[]): boolean {
  try {
    execFileSync(name, [...args], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Runs coulomb at a terminal of its own, and types an answer whenever its question is there. */
async function typed(
  cwd: string,
  answers: readonly (readonly [question: RegExp, keys: string])[],
  columns = 100,
) {
  const bin = join(repoRoot, "packages/cli/bin.js");
  const child = spawn(
    "script",
    [
      "-qefc",
      `stty cols ${columns} rows ${columns === 0 ? 0 : 30}; '${process.execPath}' '${bin}' init ops --no-plan`,
      "/dev/null",
    ],
    {
      cwd,
      env: { ...process.env, ...plainUser(), TERM: "xterm" },
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  let seen = "";
  const left = [...answers];
  const code = await new Promise<number | null>((resolve) => {
    child.stdout.on("data", (bytes: Buffer) => {
      seen += bytes.toString();
      const [next] = left;
      if (next === undefined || !next[0].test(seen)) return;
      left.shift();
      seen = "";
      child.stdin.write(next[1]);
    });
    child.on("exit", resolve);
  });
  return { code, seen, left };
}

describe.skipIf(!hasScript)("coulomb init at a terminal", () => {
  it("asks for what no option says, says what is wrong with an answer, and takes what is offered", async () => {
    const cwd = newFolder();
    const ran = await typed(cwd, [
      [/Where do your repositories live/, "\u001B[B\r"],
      [/At which address/, "nonsense\r"],
      [/expected an address/, "\u0015https://git.example.org\r"],
      [/Which user or organisation/, "acme\r"],
      [/called there/, "\r"],
      [/begin with/, "one, two\r"],
      [/the loop called/, "\r"],
      [/time zone/, "\r"],
      [/domain/, "\r"],
      [/Their login/, "jo\r"],
    ]);
    expect(ran).toMatchObject({ code: 0, left: [] });
    const config = readFileSync(join(cwd, "ops/coulomb.yaml"), "utf8");
    expect(config).toContain('url: "https://git.example.org"');
    expect(config).toContain("ops_repo: { forge: gitea, owner: acme, repo: ops }");
    const roster = readFileSync(join(cwd, "ops/loops/kaizen-stack/roster.yaml"), "utf8");
    expect(roster).toContain("  - { repo: one, wave: 0 }\n  - { repo: two, wave: 1 }\n");
  }, 60_000);

  it("asks at a terminal that tells no width", async () => {
    const answers = [[/Where do your repositories live/, "\u0003"]] as const;
    const ran = await typed(newFolder(), answers, 0);
    expect(ran).toMatchObject({ code: 1, left: [] });
    expect(ran.seen).toContain("init_cancelled");
  }, 60_000);

  it("writes nothing for who gives up", async () => {
    const cwd = newFolder();
    const ran = await typed(cwd, [[/Where do your repositories live/, "\u0003"]]);
    expect(ran.code).toBe(1);
    expect(ran.seen).toContain("init_cancelled");
    expect(readdirSync(cwd)).toEqual([]);
  }, 60_000);
});
