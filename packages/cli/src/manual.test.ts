import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Command, Help } from "commander";
import { describe, expect, it } from "vitest";
import { coulomb, newFolder, repoRoot } from "./fleet.fixture.ts";
import { createProgram } from "./program.ts";

interface Found {
  readonly path: string;
  readonly command: Command;
}

/** Every command and group that help shows, but for commander's own `help` of each group. */
function commandsBelow(command: Command, path: string): readonly Found[] {
  const below = new Help().visibleCommands(command).filter((each) => each.name() !== "help");
  return [
    { path, command },
    ...below.flatMap((each) => commandsBelow(each, `${path} ${each.name()}`.trim())),
  ];
}

/** A group does nothing itself; each command takes `--json`. */
function isGroup({ command }: Found): boolean {
  return !command.options.some(({ long }) => long === "--json");
}

const nowhere = newFolder();
const program = createProgram(
  {
    stdout: { write: () => {} },
    stderr: { write: () => {} },
    env: {},
    cwd: nowhere,
    now: () => 0,
    signal: new AbortController().signal,
    process: { host: "host", pid: 1, isAlive: () => false },
  },
  () => {},
);
const all = commandsBelow(program, "");

async function helpOf(path: string): Promise<string> {
  const ran = await coulomb([...path.split(" ").filter((word) => word !== ""), "--help"], { cwd: nowhere });
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  return ran.stdout;
}

describe("the help", () => {
  it("describes every command, every argument by its place, and every option", () => {
    expect(all.length).toBeGreaterThan(50);
    const silent = all.flatMap(({ path, command }) => [
      ...(command.description() === "" ? [path] : []),
      ...new Help()
        .visibleOptions(command)
        .filter((option) => option.description === "")
        .map((option) => `${path} ${option.flags}`),
    ]);
    expect(silent).toEqual([]);
  });

  it.each(all)("of '$path' has an example of its own, and says where to read on", async ({ path }) => {
    const text = await helpOf(path);
    expect(text).toMatch(new RegExp(`\nExamples:\n(?: {2}\\$ .*\n)* {2}\\$ .*coulomb ${path}`));
    const pages = /\nRead on: (.+)\n/.exec(text)?.[1]?.split(", ") ?? [];
    expect(pages.length).toBeGreaterThan(1);
    const [, folder = ""] = /\nThey are in (.+)\n/.exec(text) ?? [];
    for (const page of pages) expect(existsSync(join(folder, page))).toBe(true);
  });

  it("has examples that the command line takes", async () => {
    const refused: string[] = [];
    for (const { path } of all) {
      for (const [, example = ""] of (await helpOf(path)).matchAll(/^ {2}\$ (.+)$/gm)) {
        const words = /coulomb ([\w\s-]*)/.exec(example)?.[1]?.trim().split(" ") ?? [];
        let at: Command = program;
        for (const word of words) at = at.commands.find((each) => each.name() === word) ?? at;
        for (const [flag] of example.matchAll(/(?<=\s)--[a-z-]+/g))
          if (
            !at
              .createHelp()
              .visibleOptions(at)
              .some(({ long }) => long === flag)
          )
            refused.push(`${path}: ${flag}`);
      }
    }
    expect(refused).toEqual([]);
  });

  it("names every variable of the environment that the program reads", async () => {
    const texts = (await Promise.all(all.map(({ path }) => helpOf(path)))).join("\n");
    const sources = globSync("packages/cli/src/**/*.ts", { cwd: repoRoot }).filter(
      (file) => !/\.(?:test|fixture)\.ts$/.test(file),
    );
    const read = new Set(
      sources.flatMap((file) =>
        [...readFileSync(join(repoRoot, file), "utf8").matchAll(/\benv\.([A-Z][A-Z_]+)/g)].map(
          ([, name]) => name ?? "",
        ),
      ),
    );
    expect(read.size).toBeGreaterThan(10);
    // HOME is everybody's.
    expect([...read].filter((name) => name !== "HOME" && !texts.includes(name))).toEqual([]);
  });

  it.each(all.filter((each) => each.path !== "" && !isGroup(each)))(
    "of '$path' tells its exit codes and the environment it reads",
    async ({ path }) => {
      const text = await helpOf(path);
      expect(text).toMatch(/\nExit codes:\n {2}0 +\S.*\n {2}1 +\S/);
      expect(text).toMatch(/\n {2}64, 69, 130 +.*coulomb --help/);
      expect(text).toMatch(/\nEnvironment:\n(?:.*\n)* {2}NO_COLOR/);
    },
  );

  it("names the tokens that a command reads, and none where it reads none", async () => {
    for (const path of ["plan", "reconcile", "status", "requests merge", "promote", "sync", "doctor", "init"])
      expect(await helpOf(path)).toContain("COULOMB_FORGE_TOKEN");
    for (const path of ["validate", "promote verify", "hub serve", "workplan list"])
      expect(await helpOf(path)).not.toContain("COULOMB_FORGE_TOKEN");
    for (const path of ["sync", "hub register", "hub token list", "activity tick", "doctor"])
      expect(await helpOf(path)).toMatch(/DATABASE_URL[^]*COULOMB_HUB_TOKEN/);
    expect(await helpOf("hub backup")).not.toContain("COULOMB_HUB_TOKEN");
  });

  it("says where its pages are, unless one is there", async () => {
    expect((await coulomb(["plan", "--help"], { cwd: repoRoot })).stdout).not.toContain("They are in");
    expect(await helpOf("plan")).toContain(`\nThey are in ${repoRoot}\n`);
  });

  it("tells the exit codes where they differ", async () => {
    expect(await helpOf("plan")).toMatch(/\n {2}2 .*pending/);
    expect(await helpOf("plan")).not.toMatch(/\n {2}5 /);
    expect(await helpOf("reconcile")).toMatch(/\n {2}5 .*with --reviewed: .*with --detailed-exitcode: /);
    expect(await helpOf("sync")).toMatch(/ {2}3 .*merge/);
    expect(await helpOf("status")).toMatch(/\n {2}1 .*cannot be read/);
    expect(await helpOf("")).toMatch(/ {2}64 .*usage/);
  });
});
