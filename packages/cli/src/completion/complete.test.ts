import { type Command, Help } from "commander";
import { beforeAll, describe, expect, it } from "vitest";
import { copyOwnOps, coulomb, newFolder, writeFiles } from "../fleet.fixture.ts";
import { createProgram } from "../program.ts";
import { complete } from "./complete.ts";
import { lookupIn } from "./lookup.ts";
import { isKnown } from "./value-kind.ts";

const io = {
  stdout: { write: () => {} },
  stderr: { write: () => {} },
  env: {},
  cwd: "/",
  now: () => 0,
  signal: new AbortController().signal,
  process: { host: "host", pid: 1, isAlive: () => false },
};
const program = createProgram(io, () => {});

let ops = "";
beforeAll(() => {
  ops = copyOwnOps();
  writeFiles(ops, {
    "loops/kaizen-stack/promotions/PROM-0001.yaml": "",
    "loops/second/roster.yaml": "active:\n  - { repo: shop }\n",
    "loops/broken/roster.yaml": "active: [ { repo: }\n  : :",
    "loops/broken/cadence.yaml": "phases: 7\n",
  });
});

/** What a line, behind the program's name, is completed to. */
async function completed(line: string, cwd = ops) {
  const { candidates, ...rest } = await complete(program, line.split(" "), lookupIn(cwd));
  return { values: candidates.map(({ value }) => value), ...rest };
}

describe("completion", () => {
  it.each([
    { line: "requests ", values: ["list", "show", "merge", "close", "label", "help"] },
    { line: "hub token cr", values: ["create"] },
    { line: "promote sh", values: ["show"] },
    { line: "promote --loop kaizen-stack sta", values: ["status"] },
    { line: "plan --out x --de", values: ["--detailed-exitcode"] },
    { line: "plan --out x --out", values: [] },
    { line: "plan --emit json=x --emi", values: ["--emit"] },
    { line: "validate --format ", values: ["human", "json", "sarif", "github"] },
    { line: "validate --format=s", values: ["--format=sarif"] },
    { line: "status --nonsense=", values: [] },
    { line: "why the", values: ["the-custodian"] },
    { line: "why ", values: ["shop", "kaizen-agentic", "the-custodian", "activity-core"] },
    { line: "reconcile --reopen kaizen-agentic the", values: ["the-custodian"] },
    { line: "evidence --loop second --repo ", values: ["shop"] },
    { line: "evidence --loop ", values: ["broken", "kaizen-stack", "second"] },
    { line: "evidence --analysis ", values: ["smoke-clean", "cycles-clean", "days-clean"] },
    { line: "schedule next --agent ", values: ["metrics", "coach", "optimization"] },
    { line: "activity run weekly-c", values: ["weekly-coach-orientation"] },
    { line: "promote show ", values: ["PROM-0001"] },
    {
      line: "workplan set LOOP-WP-0000-T01 ",
      values: ["todo", "in_progress", "blocked", "done", "cancelled"],
    },
    { line: "workplan set x --priority h", values: ["high"] },
    { line: "requests label shop coulomb:re", values: ["coulomb:rebuild", "coulomb:reopen"] },
    { line: "completion ", values: ["bash", "zsh", "fish"] },
    { line: "help kaizen met", values: ["metrics"] },
    { line: "hub token create --scope read w", values: ["write"] },
    { line: "sync resolve T07 --keep ", values: ["file", "hub"] },
    { line: "kaizen metrics record co", values: ["coach"] },
    { line: "__comp", values: [] },
    { line: "status -- --js", values: [] },
  ])("of '$line' is $values", async ({ line, values }) => {
    const found = await completed(line);
    expect(found.values.toSorted()).toEqual(values.toSorted());
    expect(found.paths).toBe("none");
  });

  it.each([
    { line: "workplan show LOOP-WP-0000", contains: ["LOOP-WP-0000", "LOOP-WP-0000-T01"] },
    { line: "sync resolve LOOP-WP-0000", contains: ["LOOP-WP-0000-T01"] },
    { line: "nonsense ", contains: ["--help"] },
  ])("of '$line' has $contains", async ({ line, contains }) => {
    expect((await completed(line)).values).toEqual(expect.arrayContaining(contains));
  });

  it.each([
    { line: "plan --out ", paths: "files" },
    { line: "plan --out=", paths: "files" },
    { line: "plan --emit json=", paths: "files" },
    { line: "validate lo", paths: "files" },
    { line: "status --ops ", paths: "folders" },
    { line: "demo --dir ", paths: "folders" },
    { line: "hub backup ", paths: "files" },
  ])("of '$line' leaves $paths to the shell", async ({ line, paths }) => {
    expect(await completed(line)).toEqual({ values: [], paths, open: false });
  });

  it("goes on behind a format and behind a repo", async () => {
    expect(await completed("plan --emit js")).toEqual({
      values: ["json=", "jsonl="],
      paths: "none",
      open: true,
    });
    expect(await completed("schedule load --phase al")).toMatchObject({ values: ["all="], open: true });
    expect(await completed("schedule load --phase all=o")).toMatchObject({
      values: ["all=operate"],
      open: false,
    });
    expect((await completed("schedule load --phase=shop=")).values).toContain("--phase=shop=operate");
  });

  it("shows the options where nothing else can stand", async () => {
    expect((await completed("status ")).values).toEqual(["--ops", "--json", "--no-color", "--help"]);
  });

  it("takes agents from the schedule file of the pilot that one is in", async () => {
    const checkout = newFolder();
    writeFiles(checkout, { ".kaizen/schedule.yml": "agents:\n  reviewer: {}\n", "src/x.ts": "" });
    expect((await completed("kaizen schedule prepare ", `${checkout}/src`)).values).toEqual(["reviewer"]);
  });

  it("looks in the ops repo that --ops names, and finds nothing outside of one", async () => {
    const nowhere = newFolder();
    expect((await completed("evidence --repo ", nowhere)).values).toEqual([]);
    expect((await completed(`evidence --ops ${ops} --loop second --repo `, nowhere)).values).toEqual([
      "shop",
    ]);
    expect((await completed("evidence --ops /nowhere --repo ", nowhere)).values).toEqual([]);
  });

  it("knows of every value in the help what completes it", () => {
    const unknown: string[] = [];
    const walk = (command: Command): void => {
      const help = new Help();
      for (const of of [...help.visibleOptions(command), ...command.registeredArguments])
        if (of.argChoices === undefined && !isKnown(of)) unknown.push(`${command.name()}: ${of.name()}`);
      for (const below of help.visibleCommands(command)) walk(below);
    };
    walk(program);
    expect(unknown).toEqual([]);
  });
});

describe("the command completion", () => {
  it.each(["bash", "zsh", "fish"])("prints the script of %s, and as JSON", async (shell) => {
    const ran = await coulomb(["completion", shell], { cwd: ops });
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(ran.stdout).toContain(`coulomb completion ${shell}`);
    const json = await coulomb(["completion", shell, "--json"], { cwd: ops });
    expect(JSON.parse(json.stdout)).toMatchObject({ kind: "completion", shell, script: ran.stdout });
  });

  it.each([
    { args: ["completion", "bsh"], meant: '"bash"' },
    { args: ["completion", "powershell"], meant: "bash, zsh, fish" },
    { args: ["completion"], meant: "shell" },
  ])("$args exits with 64 and says $meant", async ({ args, meant }) => {
    const ran = await coulomb(args, { cwd: ops });
    expect(ran).toMatchObject({ code: 64, stdout: "" });
    expect(ran.stderr).toContain(meant);
  });
});
